import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

HEAVY = ("polars", "pint", "quantulum3", "rich", "recon.extraction", "recon.checks", "recon.claims", "recon.series")


def test_help_imports_nothing_heavy(folder):
    script = (
        "import sys; sys.argv = ['recon', '--help']\n"
        "from recon.cli import main\n"
        "try: main()\n"
        f"except SystemExit: print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    root = str(Path(__file__).parents[2])
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": root},
        check=True,
    )
    assert "Commands:" in done.stdout
    assert done.stderr == "[]\n"


@pytest.mark.parametrize(
    "command", [["extract", "--format", "jsonl"], ["check", "--format", "json"], ["reconcile", "--format", "json"]]
)
def test_no_frame_no_polars_and_the_same_bytes_at_any_jobs(process, folder, command):
    for number in range(70):
        (folder / "news" / f"{number}.txt").write_text(f"Some {number + 3} people and 16 km (16 miles).")
    outputs = [process(*command, "news", "--jobs", jobs).communicate()[0] for jobs in ("1", "2")]
    assert outputs[0] == outputs[1]
    assert outputs[0]


def test_hash_order_changes_nothing(process):
    outputs = {
        process("reconcile", "news", "--format", "json", env={"PYTHONHASHSEED": seed}).communicate()[0] for seed in "12"
    }
    assert len(outputs) == 1


def test_a_closed_pipe_ends_it_quietly(process, folder):
    (folder / "many.jsonl").write_text(
        "".join(f'{{"id": "{n}", "text": "{"Some 30 people. " * 99}"}}\n' for n in range(99))
    )
    running = process("extract", "many.jsonl", "--format", "jsonl")
    running.stdout.readline()
    running.stdout.close()
    assert running.stderr.read() == b""
    assert running.wait() == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
@pytest.mark.parametrize("arguments", [["check", "news"], ["extract", "news", "--output", "/dev/full"]])
def test_a_full_disk_is_one_line(process, arguments):
    with Path("/dev/full").open("wb") as full:
        running = process(*arguments, stdout=full)
        error = running.communicate()[1].decode()
    assert running.returncode == 2
    assert error.count("\n") == 1
    assert "no space left on device" in error


def test_an_interruption_is_one_line_and_leaves_nothing(process, folder):
    fifo = folder / "slow"
    os.mkfifo(fifo)
    running = process("extract", "news", "slow", "--output", "out.txt")
    with fifo.open("w"):  # both ends are open now: the command is at work
        time.sleep(0.1)
        running.send_signal(signal.SIGINT)
        _, error = running.communicate(timeout=10)
    assert running.returncode == 130
    assert error == b"recon: interrupted\n"
    assert sorted(path.name for path in folder.iterdir()) == ["news", "slow"]


def test_output_is_utf8_in_any_locale(process, folder):
    (folder / "c.txt").write_text("Some 30 naïve people — 人口 — and 16 km (16 miles).", encoding="utf-8")
    running = process("check", "c.txt", env={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"})
    output, error = running.communicate()
    assert error == b""
    assert "naïve people — 人口" in output.decode("utf-8")


def test_no_colour_without_a_terminal(process):
    assert b"\x1b" not in process("check", "news").communicate()[0]


@pytest.mark.parametrize(
    ("environment", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)]
)
def test_colour_on_a_terminal(process, environment, coloured):
    pty = pytest.importorskip("pty")
    main, other = pty.openpty()
    process("check", "news", stdout=other, env={"TERM": "xterm", **environment}).wait()
    os.close(other)
    assert (b"\x1b[" in os.read(main, 100_000)) is coloured
    os.close(main)


def test_a_plugin_that_prints_and_fails_spoils_nothing(process, folder):
    info = folder / "noisy_plugin-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: noisy-plugin\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[recon]\nnoisy = noisy_plugin\n")
    (folder / "noisy_plugin.py").write_text(
        "import recon\nprint('loading')\n"
        "class Noisy:\n"
        "    code, name, severity, ok, not_ok = 'NY101', 'noisy', 'info', 'Three.', 'Four.'\n"
        "    def check(self, document, figures):\n"
        "        print('checking')\n"
        "        raise ValueError(document.id)\n"
        "@recon.hookimpl\ndef recon_checks():\n    return [Noisy()]\n"
    )
    root = str(Path(__file__).parents[2])
    running = process("check", "news/b.txt", "--format", "json", env={"PYTHONPATH": f"{root}{os.pathsep}{folder}"})
    output, error = running.communicate()
    assert running.returncode == 1
    assert output.decode().count("RX904") == 1
    assert "check NY101 of noisy-plugin 1.0 [noisy] failed on news/b.txt: ValueError: news/b.txt" in output.decode()
    assert error.decode().splitlines()[:2] == ["loading", "checking"]


@pytest.mark.parametrize(
    ("closed", "arguments", "status", "words"),
    [
        (1, ["check", "news"], 2, b"recon: standard output is closed; name a file with --output\n"),
        (1, ["check", "news", "--output", "o.txt"], 1, b""),
        (0, ["check", "-", "news/b.txt"], 0, b""),
        (2, ["check", "news"], 1, b""),
        (2, ["reconcile", "news", "--format", "json"], 0, b""),
        (2, ["diff", "news", "news"], 0, b""),
    ],
)
def test_closed_streams(process, closed, arguments, status, words):
    running = process(*arguments, preexec_fn=lambda: os.close(closed))
    assert running.communicate()[1] == words
    assert running.returncode == status
