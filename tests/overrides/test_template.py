"""`--edit`: a file to fill in, which changes nothing as long as nobody changes it."""

import re

import pytest

from recon.engine import Plan, chosen_extractor, chosen_reconcilers, reconcile, work_on
from recon.model import Claim, Document
from recon.overrides import NAME, load_overrides, template
from recon.overrides.matching import around
from recon.overrides.template import toml_text
from recon.reports.series_data import reconciliation_json
from tests.overrides.conftest import HOST, NEWS, documents_of

AWKWARD = {
    "a \"b\" 'c'.txt": (
        'O\'Neil "Post" \\ Co',
        "2031-05-02",
        'The "mayor", said 30 people are missing in Varn.\n\tAnd 5 more.',
    ),
    "tab\there#body:1-2.txt": ("", "2031-05-04", "At least 45 people\x7f are missing in Varn […] said.\r\nIt rained."),
    "日本.txt": (
        "日本\u2028新聞",
        "2031-05-04",
        "“At least 45 people are missing in Varn”, the mayor said.  30 boats, 30 nets.",
    ),
}


def written(news):
    documents = documents_of(news)
    claims = work_on(Plan(extractor=chosen_extractor(HOST, ""), attribute=True), documents).claims
    reconcilers = chosen_reconcilers(HOST.reconcilers)
    return documents, claims, reconcile(documents, claims, reconcilers)


def uncommented(text):
    return re.sub(r"^#(?=[^\s])", "", text, flags=re.MULTILINE)


@pytest.mark.parametrize("news", [NEWS, AWKWARD])
def test_uncommented_whole_it_changes_nothing(tmp_path, news):
    documents, claims, result = written(news)
    path = tmp_path / NAME
    path.write_bytes(uncommented(template(result.series, documents, NAME)).encode())
    entries = load_overrides(path)
    assert len(entries) == len(claims) + sum(len(one.claims) > 1 for one in result.series)
    again = reconcile(documents, claims, chosen_reconcilers(HOST.reconcilers), overrides=entries)
    assert list(reconciliation_json(again)) == list(reconciliation_json(result))


@pytest.mark.parametrize("news", [NEWS, AWKWARD])
def test_as_it_is_printed_it_is_all_comment(tmp_path, news):
    documents, _, result = written(news)
    text = template(result.series, documents, NAME)
    path = tmp_path / NAME
    path.write_bytes(text.encode())
    assert load_overrides(path) == ()
    assert text == template(result.series, documents, NAME)


def test_a_name_that_toml_cannot_hold_is_left_to_a_comment():
    documents, _, result = written({"bad\udcff.txt": NEWS["a.txt"]})
    text = template(result.series, documents, NAME)
    assert "has no name that TOML can hold" in text
    assert "[[set]]\n" not in text
    text.encode()


@pytest.mark.parametrize("text", ["", "a\"b\\c", "tab\tnew\nline", "\x00\x1f\x7f", "日本 𝄞", "\ud800"])  # fmt: skip
def test_texts_are_toml(text):
    import tomllib  # noqa: PLC0415

    kept = text.encode("utf-8", "replace").decode()
    assert tomllib.loads(f"x = {toml_text(text)}") == {"x": kept}


def test_the_words_around_a_number():
    text = "One two three four five six seven eight 30 nine ten eleven twelve thirteen fourteen fifteen. Sixteen."
    start = text.index("30")
    claim = Claim(
        id=f"a#body:{start}-{start + 2}", doc="a", part="body", start=start, end=start + 2, text="30", kind="count",
        bound="exact", value=30.0, low=30.0, high=30.0, unit="", unit_alternatives=(), step=1.0, noun="",
        sentence_start=0, sentence_end=text.index(".") + 1,
    )  # fmt: skip
    assert around(claim, Document(id="a", text=text)) == (
        "three four five six seven eight 30 nine ten eleven twelve thirteen fourteen"
    )
