"""What is unchanged is left alone, what changed is replaced, and nothing is mixed that does not belong together."""

import json
import os

import polars as pl
import pytest

from recon.archive.dataset import scan
from recon.archive.folder import Folder
from recon.archive.lock import locked
from recon.archive.manifest import Manifest, read_manifest
from recon.archive.reading import MOST_DOCUMENTS, file_of
from recon.archive.tables import documents_of, hash_of
from recon.archive.writing import Job, written
from recon.builtin import BUILTIN
from recon.errors import UsageError
from recon.host import Host
from recon.readers.paths import find_sources
from tests.archive.conftest import content_of, files_of, rows_of


def test_a_second_run_changes_no_byte(extract, news):
    assert extract()[0] == 0
    before = files_of(news / "data")
    status, told = extract()
    assert status == 0
    assert "68 documents (0 new or changed)" in told
    assert files_of(news / "data") == before


def test_a_file_with_new_times_alone_extracts_nothing(extract, news):
    extract()
    before = content_of(news / "data")
    os.utime(news / "news" / "a.jsonl", (1, 1))
    assert "(0 new or changed)" in extract()[1]
    assert content_of(news / "data") == before


def test_what_changed_is_replaced_and_what_is_new_added(extract, news):
    extract()
    (news / "news" / "c1.txt").write_text("Some 99 boats left Varn.")
    (news / "news" / "e.txt").write_text("Some 12 boats came.")
    (news / "news" / "documents.csv").write_text("path,publisher,published\nc0.txt,Varn Star,2031-05-04\n")
    assert "69 documents (3 new or changed)" in extract()[1]
    updated = content_of(news / "data")
    assert extract("--fresh")[0] == 0
    assert content_of(news / "data") == updated
    publishers = {row[0]: row[5] for row in updated["documents"]}
    assert publishers["news/c0.txt"] == "Varn Star"


def test_a_shard_of_short_documents_is_no_longer_than_memory_allows(tmp_path):
    rows = ({"id": f"r{number}", "text": "Some 30 boats left Varn."} for number in range(MOST_DOCUMENTS + 5))
    (tmp_path / "notes.jsonl").write_text("\n".join(map(json.dumps, rows)))
    host, store = Host(BUILTIN), Folder(tmp_path / "data")
    found = [file_of(one) for one in find_sources([str(tmp_path / "notes.jsonl")], [".jsonl"])]
    with store.opened(Manifest(made_with={}), fresh=True):
        steps = list(written(store, Job(host.extractors[0], host.readers), found, store.held(), print))
    assert [one.documents for one in steps] == [MOST_DOCUMENTS, 5]


def test_a_mended_file_leaves_no_error(extract, news):
    extract()
    assert len(rows_of(news / "data", "errors")) == 2
    (news / "news" / "d.txt").write_text("Some 12 boats came.")
    extract()
    assert [row[0] for row in rows_of(news / "data", "errors")] == ["news/b.jsonl"]
    assert "news/d.txt" in {row[0] for row in rows_of(news / "data", "documents")}


def test_a_file_that_cannot_be_read_any_more_loses_nothing(extract, news):
    extract()
    before = rows_of(news / "data", "documents")
    (news / "news" / "a.jsonl").write_bytes(b"\xff\n")
    extract()
    assert rows_of(news / "data", "documents") == before


def test_another_folder_is_added(extract, news):
    extract()
    (news / "more").mkdir()
    (news / "more" / "f.txt").write_text("Some 12 boats came.")
    assert "69 documents (1 new or changed)" in extract(paths=("more",))[1]


def test_records_that_moved_to_another_file_are_there_once(extract, news):
    extract()
    before = {row[0] for row in rows_of(news / "data", "documents")}
    rows = [json.loads(line) for line in (news / "news" / "a.jsonl").read_text().splitlines()]
    (news / "news" / "a.jsonl").unlink()
    moved = [json.dumps({**row, "text": row["text"] + " It was 9 km off."}) for row in rows]
    (news / "news" / "z.jsonl").write_text("\n".join(moved) + "\n")
    extract()
    ids = [row[0] for row in rows_of(news / "data", "documents")]
    assert len(ids) == len(set(ids))
    assert set(ids) == before


def test_another_configuration_is_refused_and_named(extract, news):
    extract()
    status, told = extract("--all")
    assert status == 2
    assert told == (
        "recon: data was made with another configuration (all); give --fresh to make it anew, or name a new folder\n"
    )
    assert extract("--all", "--fresh")[0] == 0
    assert read_manifest(news / "data").made_with["all"] is True


def test_a_folder_of_something_else_is_left_alone(extract, news):
    (news / "data").mkdir()
    (news / "data" / "notes.txt").write_text("mine")
    status, told = extract("--fresh")
    assert status == 2
    assert "holds other files (notes.txt) and no dataset" in told
    assert [path.name for path in (news / "data").iterdir()] == ["notes.txt"]


def test_fresh_deletes_nothing_that_is_not_ours(extract, news):
    extract()
    (news / "data" / "notes.txt").write_text("mine")
    status, told = extract("--fresh")
    assert status == 2
    assert "data holds other files too (notes.txt)" in told
    assert len(rows_of(news / "data", "documents")) == 68


def test_two_writers_are_told_of_each_other_and_a_stale_lock_is_none(extract, news):
    extract()
    assert (news / "data" / ".recon-lock").exists()  # of a process that has ended
    with locked(news / "data"):
        status, told = extract()
        assert status == 2
        assert f"recon: data: process {os.getpid()} on " in told
        assert "is writing to it; wait until that is done" in told
        with pytest.raises(UsageError), locked(news / "data"):
            pass
    assert extract()[0] == 0


def test_the_manifest_tells_what_it_was_made_with(extract, news):
    extract()
    told = json.loads((news / "data" / "manifest.json").read_text())
    assert told["complete"] is True
    assert told["counts"]["documents"] == 68
    assert told["counts"]["errors"] == 2
    assert told["counts"]["figures"] == scan(news / "data", "figures").select(pl.len()).collect().item()
    assert told["made_with"]["extractor"].startswith("extractor recon of recon-figures")
    assert any(plugin.startswith("recon-figures") for plugin in told["made_with"]["plugins"])


def test_documents_come_back_as_they_were(extract, news):
    extract()
    table = scan(news / "data", "documents").collect()
    found = list(documents_of(table))
    assert [hash_of(document) for document in found] == table["hash"].to_list()
    assert {document.publisher for document in found} == {"Varn Post", ""}


def test_standard_input_is_read_too(extract, news):
    with (news / "news" / "c1.txt").open() as file:
        status, told = extract("--stdin-filename", "wire.txt", paths=("-",), stdin=file)
    assert status == 0
    assert "data: 1 document " in told
    assert [row[0] for row in rows_of(news / "data", "documents")] == ["wire.txt"]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--format", "csv"), "data/ is a folder, and a dataset is Parquet or a Delta table"),
        (("--compare", "recon"), "--compare writes no dataset"),
    ],
)
def test_what_a_folder_cannot_be(extract, options, words):
    status, told = extract(*options)
    assert status == 2
    assert words in told


def test_a_name_without_a_slash_is_a_file_and_fresh_is_for_folders(extract, news):
    assert extract(output="figures")[0] == 0
    assert (news / "figures").is_file()
    status, told = extract("--fresh", output="figures")
    assert status == 2
    assert "--fresh is for a dataset" in told


def test_nothing_to_read_makes_no_dataset(extract, news):
    status, told = extract(paths=("absent",))
    assert status == 2
    assert told.count("\n") == 1
    assert not (news / "data").exists()
