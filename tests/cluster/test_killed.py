"""On a cluster of several nodes, one of them killed at work: the dataset of one process, byte for byte."""

import json
import signal

import pytest

from tests.archive.conftest import articles, files_of
from tests.cluster.conftest import is_stopped_at_work, until
from tests.engine.test_sharing import page, record

pytest.importorskip("fastwarc")
pytest.importorskip("trafilatura")


@pytest.fixture
def archive(tmp_path):
    """Records, pages, web archives; what cannot be read, what is there twice, what is not in English."""
    folder = tmp_path / "news"
    folder.mkdir()
    rows = [json.dumps(row) for row in articles(1200)]
    for number in range(12):
        (folder / f"a{number:02}.jsonl").write_text("\n".join(rows[number * 100 :][:100]) + "\n")
    (folder / "again.jsonl").write_text("\n".join([*rows[:3], "no json", rows[0]]) + "\n")
    for number in range(150):
        (folder / f"p{number:03}.html").write_bytes(page(number))
    for number in range(4):
        pages = [record(one, page(one)) for one in range(number * 40, number * 40 + 40)]
        (folder / f"w{number}.warc.gz").write_bytes(b"".join(pages))
    (folder / "deutsch.txt").write_text("Am Dienstag haben 40 Boote den Hafen verlassen, sagte der Minister. " * 9)
    (folder / "broken.txt").write_bytes(b"Some 40 boats \x81 left.")
    return folder


def test_a_node_killed_at_work_changes_nothing(nodes, archive, recon, extract, tmp_path):
    assert extract("news", "--output", "one/")[0] == 0
    nodes.filled(3)
    run = recon("extract", "news", "--output", "many/", engine=True)

    def at_work():
        """A node that works, once some of the dataset is there."""
        if run.poll() is not None:
            raise AssertionError(run.communicate())
        if not any((tmp_path / "many").glob("part-*")):
            return None
        return next(filter(is_stopped_at_work, nodes.workers), None)

    nodes.kill(until(at_work))
    before = len([*(tmp_path / "many").glob("part-*")])
    _, told = run.communicate(timeout=300)
    assert run.returncode == 0, told
    one, many = files_of(tmp_path / "one"), files_of(tmp_path / "many")
    assert len([name for name in one if name.endswith("figures.parquet")]) > before
    assert many == one


def test_ctrl_c_is_one_line_and_the_rest_follows(nodes, archive, recon, extract, tmp_path):
    nodes.filled(2)
    run = recon("extract", "news", "--output", "many/", engine=True)
    until(lambda: any((tmp_path / "many").glob("part-*")))
    run.send_signal(signal.SIGINT)
    _, told = run.communicate(timeout=300)
    assert run.returncode == 130, told
    assert told.splitlines()[-1:] == ["recon: interrupted; the same command goes on from here"]
    assert extract("news", "--output", "many/", engine=True)[0] == 0
    assert extract("news", "--output", "one/")[0] == 0
    assert files_of(tmp_path / "many") == files_of(tmp_path / "one")
