"""All tables of a reconciliation: their columns and rows, and files that are written whole or not at all."""

import datetime as dt
from dataclasses import fields

import polars as pl
import pytest

from recon.engine import Plan, chosen_extractor, chosen_reconcilers, discover, reconcile, work_on
from recon.errors import ReconError, UsageError
from recon.exports import TABLES, frames, write_tables
from recon.model import Document, Estimate, Finding, Override, Reconciliation, Relation, Suppression

DOCUMENTS = (
    Document(id="b.txt", text="At least 45 people are missing in Varn, the mayor said.", publisher="Varn Post",
             published=dt.date(2031, 5, 3)),
    Document(id="a.txt", text="About 30 people are missing in Varn, the mayor said.", publisher="The, \"Courier\"",
             published=dt.date(2031, 5, 2)),
)  # fmt: skip
EMPTY = Reconciliation(documents=(), series=(), relations=(), estimates=(), findings=())


@pytest.fixture(scope="module")
def result():
    host = discover()
    plan = Plan(extractor=chosen_extractor(host, ""), attribute=True)
    return reconcile(DOCUMENTS, work_on(plan, DOCUMENTS).claims, chosen_reconcilers(host.reconcilers))


def test_a_row_for_each(result):
    tables = frames(result)
    assert list(tables) == list(TABLES)
    assert tables["documents"]["id"].to_list() == ["b.txt", "a.txt"]
    assert tables["figures"]["text"].to_list() == ["45", "30"]  # as in the documents
    assert tables["claims"]["text"].to_list() == ["30", "45"]  # as in the series
    assert tables["series"].row(0, named=True) == {
        "key": "people-missing-varn", "title": tables["series"]["title"][0], "kind": "count", "unit": "", "claims": 2,
        "origins": ["the mayor"], "outlets": ["The, \"Courier\"", "Varn Post"],
        "first": dt.date(2031, 5, 2), "last": dt.date(2031, 5, 3),
    } | {"key": tables["series"]["key"][0], "origins": tables["series"]["origins"][0].to_list()}  # fmt: skip
    assert tables["relations"].height == len(result.relations) > 0
    assert tables["estimates"]["by"].unique().sort().to_list() == ["latest", "range"]
    assert tables["estimates"]["support"].to_list() == [list(one.support) for one in result.estimates]


def test_no_result_has_the_same_columns_and_types(result):
    full, empty = frames(result), frames(EMPTY)
    assert {name: table.schema for name, table in full.items()} == {name: table.schema for name, table in empty.items()}


@pytest.mark.parametrize(
    ("table", "of", "apart"),
    [
        ("documents", Document, {"text", "body_start", "title_start"}),
        ("relations", Relation, set()),
        ("estimates", Estimate, set()),
        ("findings", Finding, {"fix", "suppressed"}),
        ("overrides", Override, set()),
    ],
)
def test_no_field_is_forgotten(table, of, apart):
    assert {field.name for field in fields(of)} - apart <= set(TABLES[table])


def test_what_is_suppressed_is_told_with_its_reason():
    told = Suppression(by="file", where="s", reason="quoted")
    found = Finding(code="RC101", name="n", severity="error", doc="a", message="m", suppressed=told)
    row = frames(Reconciliation(**{**_fields(EMPTY), "findings": (found,)}))["findings"].row(0, named=True)
    assert (row["suppressed_by"], row["suppressed_why"]) == ("file", "quoted")


def _fields(one):
    return {field.name: getattr(one, field.name) for field in fields(one)}


def test_files_hold_the_frames(result, tmp_path):
    tables = frames(result)
    paths = write_tables(tmp_path / "new" / "tables", tables)
    names = {f"{name}.{form}" for name in TABLES for form in ("csv", "parquet")}
    assert {path.name for path in paths} == names == {path.name for path in (tmp_path / "new" / "tables").iterdir()}
    for name, table in tables.items():
        assert pl.read_parquet(tmp_path / "new" / "tables" / f"{name}.parquet").equals(table)
    csv = pl.read_csv(tmp_path / "new" / "tables" / "series.csv")
    assert csv["outlets"].to_list() == ['The, "Courier"|Varn Post']


def test_the_same_bytes_again_and_other_files_stay(result, tmp_path):
    (tmp_path / "notes.txt").write_text("mine")
    first = {path.name: path.read_bytes() for path in write_tables(tmp_path, frames(result))}
    assert {path.name: path.read_bytes() for path in write_tables(tmp_path, frames(result))} == first
    assert {path.name for path in tmp_path.iterdir()} == {*first, "notes.txt"}


def test_all_or_nothing(result, tmp_path):
    tables = frames(result)
    write_tables(tmp_path / "there", tables, ["csv"])
    before = {path.name: path.read_bytes() for path in (tmp_path / "there").iterdir()}

    class Full:
        """A table that the disk has no room for."""

        schema = pl.DataFrame().schema

        def with_columns(self, _):
            return self

        def write_csv(self, _):
            raise OSError(28, "No space left on device")

    for folder in ("there", "new"):
        with pytest.raises(ReconError, match="cannot be written: no space left on device"):
            write_tables(tmp_path / folder, {**frames(EMPTY), "overrides": Full()}, ["csv"])
    assert {path.name: path.read_bytes() for path in (tmp_path / "there").iterdir()} == before
    assert not (tmp_path / "new").exists()


def test_a_file_is_no_folder(result, tmp_path):
    (tmp_path / "a").write_text("x")
    with pytest.raises(UsageError, match="name a folder"):
        write_tables(tmp_path / "a", frames(EMPTY))
    with pytest.raises(ReconError, match="cannot be written"):
        write_tables(tmp_path / "a" / "b", frames(EMPTY))
