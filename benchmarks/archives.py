"""What a dataset costs beside one file, what a run costs that finds nothing new, and what a kill loses.

python -m benchmarks.archives 4000
"""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.stories import NEWS, write_stories


def main(articles: int) -> None:
    """Print a row for each run."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_stories(NEWS, articles, folder / "news.jsonl")
        size = (folder / "news.jsonl").stat().st_size / 1e6
        print(f"{articles:,} articles, {size:.0f} MB\n\n| run | CPU s |\n|---|---|")
        print(
            f"| one Parquet file | {_run(folder, '--format', 'parquet', '--output', 'one.parquet'):.1f} |", flush=True
        )
        print(f"| a dataset | {_run(folder, '--output', 'whole/'):.1f} |", flush=True)
        print(f"| the dataset again, nothing changed | {_run(folder, '--output', 'whole/'):.1f} |", flush=True)
        os.utime(folder / "news.jsonl", (1, 1))
        print(f"| again, the file's time changed | {_run(folder, '--output', 'whole/'):.1f} |", flush=True)
        before = _spent()
        running = subprocess.Popen(_command("--output", "cut/"), cwd=folder, env=_environment(), stderr=subprocess.PIPE)
        while len(list((folder / "cut").glob("part-*"))) < max(1, round(size / 4 / 2)):
            time.sleep(0.05)
        running.send_signal(signal.SIGKILL)
        running.communicate()
        print(
            f"| killed half-way, and taken up | {_spent() - before + _run(folder, '--output', 'cut/'):.1f} |",
            flush=True,
        )


def _run(folder: Path, *options: str) -> float:
    before = _spent()
    subprocess.run(_command(*options), cwd=folder, env=_environment(), check=True, stderr=subprocess.PIPE)
    return _spent() - before


def _command(*options: str) -> list[str]:
    return [sys.executable, "-m", "recon", "extract", "news.jsonl", *options]


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path.cwd()), os.environ.get("PYTHONPATH", "")])}


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 4_000)
