"""Figures of Arrow batches: the same as of the same documents anywhere else, however they are cut."""

import datetime as dt
import logging
import pickle

import pytest

from recon.archive.tables import documents_frame, hash_of
from recon.arrow import DDL, figures, schema
from recon.arrow.documents import FIELDS
from recon.bulk import extracted
from recon.engine import chosen_extractor, discover
from recon.errors import UsageError
from recon.model import Document
from recon.source_map import RUN, SourceMap
from recon.tables import frame

pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed")


def rows(table):
    return table.to_pylist()


def table(number=6):
    return pa.table(
        {
            "id": [f"d{n}" for n in range(number)],
            "text": [f"Some {n + 30} boats left Varn, {n + 2} km away. " * (n + 1) for n in range(number)],
            "shelf": ["left alone"] * number,
        }
    )


def test_they_are_those_of_extract():
    given = table()
    documents = [Document(id=row["id"], text=row["text"]) for row in rows(given)]
    owned = chosen_extractor(discover(only={"extractor"}), "")
    [batch] = extracted(owned, documents, quantities=True, table=lambda columns: frame(columns, "extracted"))
    made = figures(given)
    assert made.schema == schema()
    assert rows(made) == batch.table.to_dicts()
    assert made.num_rows == 42


@pytest.mark.parametrize("size", [1, 2, 5])
def test_cut_anyhow_they_are_the_same(size):
    given = table()
    parts = [figures(batch) for batch in given.to_batches(max_chunksize=size)]
    assert all(isinstance(part, pa.RecordBatch) for part in parts)
    assert pa.Table.from_batches(parts) == figures(given)


def test_every_row_is_a_document_of_its_own():
    twice = pa.table({"id": ["a", "b", "a"], "text": ["Some 30 boats.", "Some 31 boats.", "Some 32 boats."]})
    assert figures(twice)["value"].to_pylist() == [30, 31, 32]


@pytest.mark.parametrize("given", [pa.table({}), pa.table({"id": pa.array([], pa.string())}), table(0)])
def test_nothing_gives_no_rows_of_the_same_columns(given):
    assert figures(given) == schema().empty_table()
    assert figures(pa.RecordBatch.from_pylist([], given.schema)).schema == schema()


def test_a_null_text_is_an_empty_one_and_a_null_character_a_character():
    given = pa.table({"id": ["a", "b"], "text": [None, "x\0 some 40 boats"]})
    assert [(row["doc"], row["start"], row["text"]) for row in rows(figures(given))] == [("b", 8, "40 boats"[:2])]


def test_a_number_is_an_id():
    assert figures(pa.table({"id": [7], "text": ["Some 40 boats"]}))["doc"].to_pylist() == ["7"]


@pytest.mark.parametrize("type_", [pa.large_string(), pa.string_view(), pa.dictionary(pa.int32(), pa.string())])
def test_texts_of_any_width(type_):
    given = pa.table({"id": pa.array(["a"]).cast(type_), "text": pa.array(["Some 40 boats"]).cast(type_)})
    assert figures(given)["id"].to_pylist() == ["a#body:5-7"]


def test_bytes_that_are_no_text_cost_their_row_alone(caplog):
    data = b"Some 40 boats\xed\xa0\x80Some 41 boats"  # a surrogate alone, which UTF-8 has not
    buffers = [None, pa.array([0, 16, 29], pa.int32()).buffers()[1], pa.py_buffer(data)]
    given = pa.table({"id": ["a", "b"], "text": pa.Array.from_buffers(pa.string(), 2, buffers)})
    assert figures(given)["doc"].to_pylist() == ["b"]
    assert caplog.messages == ["a: its text is not UTF-8 (byte 0xed); it is left out"]


def test_a_row_without_an_id_is_left_out_and_told(caplog):
    given = pa.table({"id": [None, "b"], "text": ["Some 40 boats"] * 2})
    assert figures(given)["doc"].to_pylist() == ["b"]
    assert caplog.messages == ["None: a row has no id; it is left out"]


def test_a_text_of_another_language_gives_nothing(caplog):
    caplog.set_level(logging.INFO)
    given = pa.table({"id": ["a"], "text": ["40 Boote"], "language": ["de"]})
    assert figures(given).num_rows == 0
    assert caplog.messages == ["a: is in German, and is set aside"]


def test_a_body_that_begins_behind_its_text_is_left_out(caplog):
    given = pa.table({"id": ["a"], "text": ["40 boats"], "body_start": pa.array([9], pa.int32())})
    assert figures(given).num_rows == 0
    assert "body_start" in caplog.text


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"name": ["a"], "text": ["b"]}, "no column 'id', but name, text"),
        ({"id": ["a"], "text": [7]}, "the column 'text' of the documents is of int64, and no text; cast it"),
        ({"id": [b"a"], "text": ["b"]}, "the column 'id' of the documents is of binary"),
    ],
)
def test_a_column_that_lacks_is_one_error(given, problem):
    with pytest.raises(UsageError, match=problem):
        figures(pa.table(given))


def test_a_title_stands_apart_as_in_a_record():
    given = pa.table({"id": ["a"], "title": ["Fifty boats"], "text": ["Some 40 boats"]})
    assert [(row["part"], row["value"]) for row in rows(figures(given))] == [("title", 50), ("body", 40)]


def test_the_documents_of_a_dataset_come_back_whole():
    """Every column of a dataset's documents is heeded; the bytes of figures in a page are known."""
    document = Document(
        id="page.html",
        text="# Fifty boats\n\nSome 40 boats",
        body_start=15,
        title="Fifty boats",
        title_start=2,
        published=dt.date(2031, 5, 4),
        dates_from=(("published", "JSON-LD"),),
        source=SourceMap(runs=RUN.pack(0, 100, 1, 1, 1)),
        pages=(0,),
    )
    held = documents_frame([document], ["page.html"], [hash_of(document)])
    assert set(FIELDS) == set(held.columns) - {"source", "hash"}
    [title, body] = rows(figures(held.to_arrow()))
    assert (title["part"], title["start"], title["source_start"]) == ("title", 2, 102)
    assert (body["part"], body["start"], body["source_start"], body["source_end"]) == ("body", 20, 120, 122)


def test_a_column_of_another_type_is_none_of_ours():
    given = pa.table({"id": ["a"], "text": ["40 boats"], "published": ["4 May"], "pages": [3], "title": [None]})
    assert figures(given).num_rows == 1
    dated = pa.table({"id": ["a"], "text": ["40 boats"], "published": [dt.datetime(2031, 5, 4, 3)]})
    assert figures(dated).num_rows == 1


def test_options_are_those_of_extract():
    given = pa.table({"id": ["a"], "text": ["On 3 May 2031 some 40 firkins left."]})
    assert figures(given)["kind"].to_pylist() == ["count"]
    assert figures(given, everything=True)["kind"].to_pylist() == ["date", "count"]
    units = {
        "units": {
            "define": {"firkin": {"words": ["firkin", "firkins"], "kind": "volume", "factor": 40.9, "unit": "liter"}}
        }
    }
    assert figures(given, config=units)["unit"].to_pylist() == ["firkin"]
    assert figures(given, extractor="quantulum3")["doc"].to_pylist().count("a") >= 1
    with pytest.raises(UsageError, match="there is no extractor 'none'"):
        figures(given, extractor="none")


def test_it_can_be_sent():
    assert pickle.loads(pickle.dumps(figures)) is figures


def test_spark_is_told_the_same_columns():
    assert [name.strip("`") for name, _ in (one.split(" ") for one in DDL.split(", "))] == schema().names
