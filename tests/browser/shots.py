"""The pictures of the page in the documentation: `python -m tests.browser.shots`."""

from __future__ import annotations

import shutil
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import NAMES, QUIET
from tests.browser.serving import ROOT, served

IMAGES = ROOT / "docs" / "images"
ARTICLES = sorted((ROOT / "docs" / "examples" / "flood").glob("*-*.*"))
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def shot(browser: Browser, url: str, scheme: Literal["light", "dark"]) -> None:
    """One picture of the page with the three articles of the flood, the first one shown."""
    page = browser.new_page(viewport={"width": 1200, "height": 1050}, color_scheme=scheme)
    page.goto(url)
    page.locator("#files").set_input_files(ARTICLES)
    page.locator("[role=tab]").nth(1).click()
    page.locator("[name=publisher]:visible").fill("Harbour Gazette")
    page.locator("[name=published]:visible").fill("2031-05-06")
    page.locator("[role=tab]").first.click()
    page.locator("#across:not([aria-busy]) .s svg").first.wait_for()
    page.locator(".findings:visible li button").first.click()
    page.screenshot(path=IMAGES / f"serve-{scheme}.png")
    page.close()


def main() -> None:
    """All of them."""
    with served(ROOT) as url, sync_playwright() as playwright:
        found = next(filter(None, map(shutil.which, NAMES)))
        browser = playwright.chromium.launch(executable_path=found, args=QUIET)
        for scheme in SCHEMES:
            shot(browser, url, scheme)
        browser.close()


if __name__ == "__main__":
    main()
