import io
import re
import time

import pytest

from recon.cli import console
from recon.engine import Worked
from recon.errors import ReconError
from recon.model import Document


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.mark.parametrize(("stream", "shown"), [(Terminal(), True), (io.StringIO(), False)])
def test_progress_is_for_those_who_wait_at_a_terminal(monkeypatch, stream, shown):
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("sys.stderr", stream)
    monkeypatch.setattr(console, "PATIENCE", 0.01)

    batches = [Worked(documents=(Document(id=f"{n}", text="some ten ch"),)) for n in range(4)]

    def slow():
        for batch in batches:
            time.sleep(0.3)
            yield batch

    assert list(console.Console().watched(slow(), lambda: 44)) == batches
    assert ("3 documents" in stream.getvalue()) is shown
    told = re.sub(r"\x1b\[[\d;?]*[A-Za-z]", "", stream.getvalue())
    assert (re.search(r"\d:\d\d:\d\d left", told) is not None) is shown


def test_who_does_not_wait_sees_nothing(monkeypatch):
    stream = Terminal()
    monkeypatch.setattr("sys.stderr", stream)
    batches = [Worked(), Worked()]
    assert list(console.Console().watched(batches, lambda: pytest.fail("nobody asked"))) == batches
    assert stream.getvalue() == ""


@pytest.mark.parametrize("error", [KeyboardInterrupt, ValueError])
def test_what_is_interrupted_leaves_the_file_as_it_was(tmp_path, error):
    path = tmp_path / "out.txt"
    path.write_text("before")

    def write():
        with console.opened(path) as sink:
            sink.write("half")
            raise error

    with pytest.raises(error):
        write()
    assert [one.read_text() for one in tmp_path.iterdir()] == ["before"]


def test_a_folder_that_is_not_there(tmp_path):
    with (
        pytest.raises(ReconError, match="cannot be written: no such file"),
        console.opened(tmp_path / "no" / "out.txt"),
    ):
        pass


def test_notes_cannot_steer_the_terminal(capsys):
    console.note("a\x1b[2J\nb")
    assert capsys.readouterr().err == "recon: a�[2J b\n"


@pytest.mark.parametrize(("stream", "shown"), [(Terminal(), True), (io.StringIO(), False)])
def test_what_takes_long_is_named_at_a_terminal(monkeypatch, stream, shown):
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("sys.stderr", stream)
    monkeypatch.setattr(console, "PATIENCE", 0.01)
    with console.doing() as step:
        step("aligning 3 claims")
        time.sleep(0.3)
        step("relating 2 series")
        time.sleep(0.3)
    assert ("aligning 3 claims" in stream.getvalue()) is shown
    assert ("relating 2 series" in stream.getvalue()) is shown
    after = stream.getvalue()
    time.sleep(0.05)
    assert stream.getvalue() == after
