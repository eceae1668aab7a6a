"""A server of `recon serve` in a process of its own, and what is typed into its page."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from playwright.sync_api import Page

from benchmarks.articles import generated

ROOT = Path(__file__).parents[2]
FERRY = (
    "HARROW, 3 May - At least 41 people are missing after a ferry sank off Harrow Point, the coast guard said.\n\n"
    "The ferry went down 16 km (16 miles) from the shore. Nearly 60 people were pulled out by fishing boats.\n"
)
LONG = "\n\n".join(made.text for made in islice(generated(), 20))
"""More than 5,000 words, as dense in numbers as news."""

_KEY = """
async (number) => {
  const area = document.querySelector("textarea");
  const begun = performance.now();
  area.setRangeText(` ${number} boats. `, 900, 900, "end");
  area.dispatchEvent(new InputEvent("input", { inputType: "insertText", bubbles: true }));
  const seen = () => [...document.querySelectorAll(".under .q")].some((one) => one.textContent === number);
  while (!seen()) await new Promise(requestAnimationFrame);
  return performance.now() - begun;
}
"""


@contextmanager
def served(folder: Path, *options: str) -> Iterator[str]:
    """The URL of a server in that working directory."""
    process = subprocess.Popen(
        [sys.executable, "-m", "recon", "serve", "--port", "0", *options],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        told = re.match(r"recon is at (\S+)", process.stdout.readline())
        assert told
        yield told[1]
    finally:
        process.terminate()
        process.communicate(timeout=20)


def key_times(page: Page, words: str, times: int) -> list[float]:
    """Milliseconds from an edit of the text to the mark of the figure that it brings."""
    area = page.locator("textarea")
    area.fill(words)
    page.locator(".under .q").last.wait_for()
    made = []
    for number in range(times):
        made.append(page.evaluate(_KEY, f"{731 + number},321"))
        page.wait_for_timeout(300)
    return made
