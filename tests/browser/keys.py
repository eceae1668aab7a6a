"""How long from a key to the mark in a text of 5,000 words: `python -m tests.browser.keys`."""

from __future__ import annotations

import shutil
import sys

from playwright.sync_api import sync_playwright

from tests.browser.conftest import NAMES, QUIET
from tests.browser.serving import LONG, ROOT, key_times, served

TIMES = 20


def main() -> None:
    """The middle and the slowest of some."""
    with served(ROOT) as url, sync_playwright() as playwright:
        found = next(filter(None, map(shutil.which, NAMES)))
        browser = playwright.chromium.launch(executable_path=found, args=QUIET)
        page = browser.new_page(viewport={"width": 1200, "height": 900})
        page.goto(url)
        made = sorted(key_times(page, LONG, TIMES))
        browser.close()
    told = f"{len(LONG.split()):,} words, {TIMES} keys: {made[TIMES // 2]:.0f} ms, at most {made[-1]:.0f} ms"
    sys.stdout.write(f"{told}\n")


if __name__ == "__main__":
    main()
