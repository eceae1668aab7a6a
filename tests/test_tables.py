import datetime as dt
from dataclasses import fields

import pytest

from recon.errors import ReconError
from recon.model import Claim, Figure
from recon.tables import CLAIMS, FIGURES, columns_of, figures_of, flat, frame, records
from recon.testing import claim, figures


def test_the_columns_are_the_fields():
    assert list(FIGURES) == [field.name for field in fields(Figure)]
    assert list(CLAIMS) == [field.name for field in fields(Claim)]


def test_figures_survive_columns_and_frame():
    found = figures("The ferry cost $12 million and carries at least 3,000 people, thousands more than planned.")
    columns = columns_of(found)
    assert figures_of(columns) == list(found)
    assert figures_of(frame(columns, "figures")) == list(found)


def test_columns_of_claims_have_the_columns_of_claims():
    made = claim(12.0, chain=("The Courier", "the harbour office"))
    columns = columns_of([made])
    assert list(columns) == list(CLAIMS)
    assert columns["chain"] == [["The Courier", "the harbour office"]]
    assert frame(columns, "claims")["as_of_start"].to_list() == [made.as_of_start]


def test_an_empty_table_has_types():
    table = frame(columns_of([]), "figures")
    assert table.height == 0
    assert [str(kind) for kind in table.dtypes][:5] == ["String", "String", "String", "Int64", "Int64"]


def test_csv_joins_lists():
    columns = {**columns_of([claim(1.0)]), "unit_alternatives": [["CAD", "AUD"]]}
    table = flat(frame({name: columns[name] for name in FIGURES}, "figures"))
    assert table["unit_alternatives"].to_list() == ["CAD|AUD"]


def test_records_are_ready_for_json():
    (row,) = records(columns_of([claim(None, as_of_start=dt.date(2024, 5, 1), as_of_end=None)]))
    assert row["as_of_start"] == "2024-05-01"
    assert row["as_of_end"] is None
    assert row["value"] is None
    assert row["unit_alternatives"] == []


def test_a_missing_column_is_named():
    columns = columns_of([claim(1.0)])
    del columns["noun"]
    with pytest.raises(ReconError, match="no column noun"):
        figures_of(columns)


def test_columns_of_unequal_length_are_refused():
    columns = columns_of([claim(1.0)])
    columns["noun"] = []
    with pytest.raises(ReconError, match="differ in length"):
        figures_of(columns)
