"""The command as people run it: one line with the address, an end at Ctrl-C, and errors in a line."""

import asyncio
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from typer.testing import CliRunner

from recon.cli.app import app
from recon.serving.app import Limits, app_of
from recon.serving.guard import Door

ROOT = Path(__file__).parents[2]
LINE = re.compile(r"recon is at (http://\S+) until you press Ctrl-C\n")


@pytest.fixture
def serve(tmp_path):
    """Run `recon serve` in an empty folder; gives the process and the URL it printed."""
    running = []

    def start(*options):
        process = subprocess.Popen(
            [sys.executable, "-m", "recon", "serve", "--port", "0", *options],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        running.append(process)
        told = LINE.fullmatch(process.stdout.readline())
        assert told, process.stderr.read()
        return process, told[1]

    yield start
    for process in running:
        process.kill()
        process.communicate()


def ask(url, *, path="mark", text="At least 41 people are missing.", timeout=60):
    origin = url.rstrip("/")
    request = urllib.request.Request(
        f"{origin}/{path}",
        data=json.dumps({"articles": [{"text": text}]}).encode(),
        headers={"Origin": origin, "Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=timeout) as answer:
        return json.loads(answer.read())


def children(pid):
    found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=False)
    return found.stdout.split()


def keep_busy(url):
    """Ask for a report that takes long, and do not wait for it."""
    connection = socket.create_connection(("127.0.0.1", int(url.rstrip("/").rpartition(":")[2])))
    body = json.dumps({"articles": [{"text": "Some 30 people came. " * 60_000}]})
    head = f"POST /report HTTP/1.1\r\nHost: {url[7:-1]}\r\nOrigin: {url[:-1]}\r\nContent-Type: application/json\r\n"
    connection.sendall(f"{head}Content-Length: {len(body)}\r\n\r\n{body}".encode())
    return connection


def lives(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.parametrize("at_work", [False, True])
def test_ctrl_c_ends_it_quietly_and_leaves_nothing(serve, tmp_path, at_work):
    process, url = serve()
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", url)
    assert ask(url)["total"]["figures"] == 1
    before = children(process.pid)
    assert before
    if at_work:
        keep_busy(url)
        time.sleep(0.5)
    process.send_signal(signal.SIGINT)
    output, error = process.communicate(timeout=20)
    assert (process.returncode, output, error) == (0, "", "")
    deadline = time.monotonic() + 10
    while (left := [pid for pid in before if lives(int(pid))]) and time.monotonic() < deadline:
        time.sleep(0.05)  # multiprocessing has a process that ends once it sees that we have
    assert left == []
    assert list(tmp_path.iterdir()) == []


def test_who_types_does_not_wait_for_a_report_and_one_that_nobody_waits_for_is_stopped(serve):
    _, url = serve()
    ask(url)
    ask(url, path="series")
    connection = keep_busy(url)
    time.sleep(0.5)
    begun = time.monotonic()
    assert ask(url)["total"]["figures"] == 1
    at_once = time.monotonic() - begun
    connection.close()
    assert "No quantity" in ask(url, path="series")["html"]
    assert at_once < 5
    assert time.monotonic() - begun < 20  # the report would have taken longer


def test_what_is_sent_is_kept_nowhere(serve, tmp_path):
    _, url = serve()
    ask(url)
    assert list(tmp_path.iterdir()) == []
    with urllib.request.urlopen(url) as answer:
        assert "missing" not in answer.read().decode()


def test_from_elsewhere_it_takes_the_token_that_was_printed(serve):
    _, url = serve("--host", "0.0.0.0")
    told = re.fullmatch(r"http://[\w.-]+:(\d+)/\?token=([\w-]{40,})", url)
    assert told
    here = f"http://127.0.0.1:{told[1]}/"
    with pytest.raises(urllib.error.HTTPError, match="401"):
        urllib.request.urlopen(here)
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
    with opener.open(f"{here}?token={told[2]}") as answer:
        assert answer.url == here
        assert "the machine that serves this page" in answer.read().decode()
    with pytest.raises(urllib.error.HTTPError, match="401"):
        ask(here)


def test_the_configuration_of_the_folder_holds(serve, tmp_path):
    (tmp_path / "recon.toml").write_text('ignore = ["RC101"]')
    _, url = serve()
    assert ask(url, text="It sank 16 km (16 miles) off Harrow.")["findings"] == []


def run(*arguments):
    return CliRunner().invoke(app, ["serve", *arguments], catch_exceptions=False)


def test_a_port_in_use_is_one_line_with_the_way_out():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = run("--port", str(port))
    assert done.exit_code == 2
    told = f"port {port} of 127.0.0.1 is in use; name another with --port, or --port 0 for any that is free"
    assert done.stderr == f"recon: {told}\n"


@pytest.mark.parametrize("host", ["203.0.113.9", "no.such.name.invalid", "", "::ffff:zz", "x" * 300])
def test_an_address_that_is_not_of_this_machine_is_one_line(host):
    done = run("--host", host, "--port", "0")
    assert done.exit_code == 2
    assert done.stderr.count("\n") == 1
    assert "leave out --host for this machine alone" in done.stderr


@pytest.mark.parametrize("missing", ["starlette", "uvicorn"])
def test_without_the_extra_it_says_what_to_install(missing, tmp_path):
    script = (
        f"import sys; sys.modules[{missing!r}] = None; sys.argv = ['recon', 'serve']\n"
        "from recon.cli import main\nmain()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr == "recon: recon serve needs a server; install it: pip install 'recon-figures[serve]'\n"


def test_a_request_that_never_arrives_is_ended(desk):
    async def received():
        await asyncio.sleep(60)

    sent = []

    async def send(message):
        sent.append(message)

    scope = {
        "type": "http",
        "method": "POST",
        "path": "/mark",
        "raw_path": b"/mark",
        "query_string": b"",
        "headers": [(b"host", b"localhost"), (b"origin", b"http://localhost"), (b"content-type", b"application/json")],
    }
    answering = app_of(desk, Door(), Limits(sending=0.2))(scope, received, send)
    with ThreadPoolExecutor() as threads:  # a browser's driver may have a loop in this one
        threads.submit(asyncio.run, answering).result()
    assert sent[0]["status"] == 408
    assert b"took over 0.2 seconds to arrive" in sent[1]["body"]
