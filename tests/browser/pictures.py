"""The pictures of the report in the documentation: `python -m tests.browser.pictures` makes them anew, of seeds/."""

from __future__ import annotations

import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import QUIET, found

ROOT = Path(__file__).parents[2]
IMAGES = ROOT / "docs" / "images"
PICTURES = {"report-light.png": ("light", "#s-1", 940), "report-dark.png": ("dark", "#c-7", 760)}
"""Name, colour scheme, what stands at the top, and height."""


def taken(browser: Browser, page: Path, folder: Path) -> None:
    """Write the pictures of a report."""
    for name, (scheme, top, height) in PICTURES.items():
        context = browser.new_context(viewport={"width": 1200, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
        view = context.new_page()
        view.goto(page.as_uri())
        view.locator(top).evaluate("one => (one.closest('.g') || one).scrollIntoView()")
        view.wait_for_timeout(300)
        view.screenshot(path=folder / name)
        context.close()


def main() -> None:
    """All of them, into docs/images."""
    from typer.testing import CliRunner  # noqa: PLC0415

    from recon.cli.app import app  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        target = Path(folder, "report.html")
        options = ["--reconciler", "latest", "--reconciler", "range", "-o", str(target)]
        done = CliRunner().invoke(app, ["report", "seeds", *options], catch_exceptions=False)
        if done.exit_code:
            raise SystemExit(done.output)
        browser = playwright.chromium.launch(executable_path=found(), args=QUIET)
        taken(browser, target, IMAGES)
        browser.close()


if __name__ == "__main__":
    main()
