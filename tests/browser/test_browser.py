"""The browser itself: what the other tests rest on."""

from __future__ import annotations

from pathlib import Path

from tests.browser.conftest import Watched


def test_what_a_page_asks_for_and_complains_of_is_seen(watched: Watched, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<img src=x.png><script>console.error('no'); undefined.nothing</script>", encoding="utf-8")
    watched.page.goto(page.as_uri())
    assert watched.requests == [page.as_uri(), (tmp_path / "x.png").as_uri()]
    assert any("no" in one for one in watched.errors)
    assert any("undefined" in one for one in watched.errors)
