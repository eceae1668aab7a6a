"""What a run wrote is read again as it was, and what it did not write is refused in words."""

import csv
import json

import pytest

from recon.errors import ReadError
from recon.model import Reconciliation, Series
from recon.reports.json_text import json_text
from recon.reports.series_data import reconciliation_json
from recon.saved import figures_in, form_of, series_in
from recon.saved.items import BrokenError, items
from recon.tables import columns_of, figures_of, flat, frame, records
from recon.testing import claim

CLAIMS = [
    claim(30.0, doc="a.txt", start=6, text="30", noun="people", unit_alternatives=("a", "b")),
    claim(16.0, doc="b.txt", start=9, text="16\nkm", noun='long "lake", say', unit="kilometer", low=None, step=0.1),
]
FIGURES = figures_of(columns_of(CLAIMS) | {})


@pytest.fixture(params=["jsonl", "csv", "parquet", "json"])
def saved(request, tmp_path):
    """The figures as a file of each form, by the writers of recon extract and reconcile."""
    path = tmp_path / f"figures.{request.param}"
    columns = columns_of(FIGURES)
    if request.param == "jsonl":
        path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in records(columns)))
    elif request.param == "csv":
        path.write_text(flat(frame(columns, "figures")).write_csv())
    elif request.param == "parquet":
        frame(columns, "figures").write_parquet(path)
    else:
        series = tuple(
            Series(key=str(n), title="t", kind=one.kind, unit=one.unit, claims=(one,)) for n, one in enumerate(CLAIMS)
        )
        result = Reconciliation(documents=(), series=series, relations=(), estimates=(), findings=())
        path.write_text("".join(reconciliation_json(result)))
    return path


def test_every_form_gives_the_same_figures(saved):
    read = list(figures_in(saved))
    assert figures_of(columns_of(read)) == FIGURES
    assert form_of(saved).value in (saved.suffix[1:], "reconciliation")


def test_of_a_file_cut_off_the_end_is_refused(saved):
    whole = saved.read_bytes()
    problems = set()
    for size in range(len(whole) // 3, len(whole) - 1, max(1, len(whole) // 40)):
        saved.write_bytes(whole[:size])
        try:
            list(figures_in(saved))
        except ReadError as error:
            problems.add(str(error))
        else:
            assert whole[:size].endswith(b"\n")  # cut between two lines
    assert problems
    assert all(one.startswith(str(saved)) and " recon extract --output" in one for one in problems)


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"start": "6"}, "a row has the start '6'"),
        ({"start": True}, "a row has the start True"),
        ({"start": -1}, "a row has the span -1 to 8"),
        ({"end": 6}, "a row has the span 6 to 6"),
        ({"value": "many"}, "a row has the value 'many'"),
        ({"value": float("inf")}, "a row has the value inf"),
        ({"value": 10**400}, "a row has the value 1000"),
        ({"kind": "cheese"}, "a row has the kind 'cheese'"),
        ({"text": None}, "a row has the text None"),
        ({"unit_alternatives": [1]}, "a row has the unit_alternatives [1]"),
        ({"noun": ["x" * 99]}, "…"),
    ],
)
def test_a_row_that_is_no_figure_is_named_with_its_line(tmp_path, change, problem):
    path = tmp_path / "f.jsonl"
    rows = list(records(columns_of(FIGURES)))
    path.write_text(json.dumps(rows[1]) + "\n" + json.dumps(rows[0] | change) + "\n")
    with pytest.raises(ReadError) as told:
        list(figures_in(path))
    assert told.value.line == 2
    assert problem in told.value.problem
    assert len(str(told.value)) < 300 + len(str(path))


@pytest.mark.parametrize(
    "text", ["", "hello\n", "[1]\n", '{"id": "a", "text": "x"}\n', "path,publisher\na,b\n", "\0" * 99]
)
def test_what_no_run_wrote_is_refused(tmp_path, text):
    path = tmp_path / "f.txt"
    path.write_text(text)
    with pytest.raises(ReadError, match="holds no saved figures; give a file that recon extract"):
        list(figures_in(path))


@pytest.mark.parametrize(
    "text",
    [
        '{"documents": [], "series": [{"claims": 3}]}',
        '{"documents": [], "series": [7]}',
        '{"documents": [], "series": [{"key": "a", "title": "b", "claims": [{}], "estimates": []}]}',
        '{"documents": [], "series": [{"key": "a"',
        '{"documents": [], "series" 3}',
        '{"documents": [' + "[" * 100_000,
        '{"documents": [1 2]}',
    ],
)
def test_a_reconciliation_that_is_none_is_refused(tmp_path, text):
    path = tmp_path / "f.json"
    path.write_text(text)
    for read in (figures_in, series_in):
        with pytest.raises(ReadError):
            list(read(path))


def test_a_large_object_is_read_item_by_item(tmp_path, monkeypatch):
    monkeypatch.setattr("recon.saved.items.CHUNK", 7)
    whole = {"a": [], "b": [{"x": [1, 2.5, "é]}"]}, 123456789, None], "c": {"d": [1]}, "e": [[]]}
    path = tmp_path / "f.json"
    for text in (json.dumps(whole), json.dumps(whole, indent=1), json_text(whole)):
        path.write_text(text)
        assert list(items(path, {"b", "e"})) == [*(("b", one) for one in whole["b"]), ("e", [])]
    path.write_text(json.dumps(whole)[:-4])
    with pytest.raises(BrokenError):
        list(items(path, {"b"}))


@pytest.mark.parametrize("value", [{}, [], {"a": []}, [1, [2.0, None, True], {"b": '\u2028 “x” \\ " \n'}], 1e300, -0.0])
def test_json_is_what_the_library_writes(value):
    assert json_text(value) == json.dumps(value, indent=1, ensure_ascii=False)


def test_the_longest_field_of_csv_is_one_line_to_the_user(tmp_path):
    path = tmp_path / "f.csv"
    names = ",".join(columns_of(FIGURES))
    path.write_text(f"{names}\n{'x' * (csv.field_size_limit() + 1)}\n")
    with pytest.raises(ReadError, match=r"f\.csv:1: is no CSV from here"):
        list(figures_in(path))
