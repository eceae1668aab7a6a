import csv
import datetime as dt

import polars as pl
import pytest

from recon.readers.table import TableReader

MAY = dt.date(2031, 5, 5)


def words(items):
    return [str(item).rpartition("/")[2] if isinstance(item, Exception) else item.text for item in items]


def test_columns_are_known_by_their_common_names(tmp_path, found):
    path = tmp_path / "a.csv"
    path.write_bytes(
        b'\xef\xbb\xbfHeadline,Body,Date,Updated,Outlet,Link,Lang\r\nFlood,"At least 40 died, ""he"" said.\r\nMore.",'
        b"2031-05-05,2031-05-06T10:00:00Z,Coastal Radio,https://r.example/1,en\r\n"
    )
    (document,) = found(TableReader(), path)
    assert document.id == f"{path.as_posix()}#row=1"
    assert document.text == 'At least 40 died, "he" said.\r\nMore.'
    assert (document.title, document.title_start, document.publisher) == ("Flood", 0, "Coastal Radio")
    assert (document.published, document.modified, document.fetched) == (MAY, dt.date(2031, 5, 6), None)
    assert (document.url, document.language) == ("https://r.example/1", "en")
    assert document.dates_from == (("published", "column Date"), ("modified", "column Updated"))


def test_columns_told_go_before_common_names(tmp_path, found):
    path = tmp_path / "a.tsv"
    path.write_text("text\tstory\tkey\tseen\nno\tForty died.\tk1\t2031-05-05\n")
    (document,) = found(TableReader(text="story", id="key", fetched="seen"), path)
    assert (document.id, document.text, document.fetched, document.published) == ("k1", "Forty died.", MAY, None)


def test_a_bad_row_is_named_by_its_line_and_the_next_is_read(tmp_path, found):
    path = tmp_path / "a.csv"
    path.write_bytes(
        b"id,text,published\n1,First.,\n2,Two\n3,,\n\n4,Four.,May 5\n5,caf\xff,\n1,Again.,\n"
        b'6,"a "b" c",\n7,"Seven\nlines.",2031-05-05\n'
    )
    assert words(found(TableReader(), path)) == [
        "First.",
        "a.csv:3: 2 cells where the header has 3; put cells with a comma or a line break in quotes",
        "a.csv:6: published 'May 5' is not an ISO 8601 date; write it as in 2024-10-28",
        "a.csv:7: not UTF-8 (byte 0xff, 5 bytes into the line); save it as UTF-8",
        "a.csv:8: id '1' stands in row 1 already; give each row an id of its own",
        "a.csv:9: not CSV (',' expected after '\"'); mend the quotes",
        "Seven\nlines.",
        "a.csv: 1 row has no text in text (row 3 is the first), set aside; fill it in, or drop them",
    ]


@pytest.mark.parametrize(
    ("content", "told", "problem"),
    [
        (b"", {}, "a.csv: has no column of text; it has none; name one"),
        (
            b"a,b\n1,2\n",
            {},
            "a.csv: has no column of text; it has 'a', 'b'; name one, as in readers.table: text = \"body\"",
        ),
        (b"text\n\n", {}, "a.csv: has no rows; see that it is the file you mean"),
        (b"text,date,text\nx,,y\n", {}, "a.csv:1: has the column 'text' twice; name each column once"),
        (b"text\nx\n", {"title": "head"}, "a.csv: has no column 'head'; it has 'text'; mend readers.table"),
    ],
)
def test_a_table_that_is_none_of_documents(tmp_path, found, content, told, problem):
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    (line,) = words(found(TableReader(**told), path))
    assert line.startswith(problem)


def test_a_quote_that_never_closes_is_one_error_and_no_endless_row(tmp_path, found):
    path = tmp_path / "a.csv"
    path.write_text('text\n"' + "no end\n" * 2_000_000)
    first, *_ = words(found(TableReader(), path))
    assert "a.csv:2: not CSV (field larger than field limit (10000000))" in first


def test_a_long_article_is_read_and_the_limit_of_the_module_stays(tmp_path, found):
    before = csv.field_size_limit()
    path = tmp_path / "a.csv"
    path.write_text(f"text\n{'x' * 500_000}\n")
    (document,) = found(TableReader(), path)
    assert (len(document.text), csv.field_size_limit()) == (500_000, before)


def test_parquet_has_dates_and_numbers_of_its_own(tmp_path, found):
    path = tmp_path / "a.parquet"
    rows = {
        "id": [7, 8, 9],
        "Text": ["Forty died.", None, "Fifty died."],
        "published": [dt.datetime(2031, 5, 5, 23), None, None],
        "fetched": [MAY, MAY, None],
        "unwanted": [[1], [2], [3]],
    }
    pl.DataFrame(rows).write_parquet(path)
    first, last, error = found(TableReader(), path)
    assert (first.id, first.published, first.fetched) == ("7", MAY, MAY)
    assert str(error).endswith(
        "a.parquet: 1 row has no text in Text (row 2 is the first), set aside; fill it in, or drop them"
    )
    assert (last.id, last.text, last.dates_from) == ("9", "Fifty died.", ())


def test_a_column_of_another_type_is_named(tmp_path, found):
    path = tmp_path / "a.parquet"
    pl.DataFrame({"text": ["Forty died."], "published": [1_935_000_000]}).write_parquet(path)
    (error,) = found(TableReader(), path)
    assert "row 1: published is an int, not a date; name another column, or convert it" in str(error)


@pytest.mark.parametrize("content", [b"", b"text\n", b"PAR1" + b"x" * 100 + b"PAR1"])
def test_what_is_no_parquet_is_one_line(tmp_path, found, content):
    path = tmp_path / "a.parquet"
    path.write_bytes(content)
    (error,) = found(TableReader(), path)
    assert error.problem.startswith("not Parquet (")
    assert "\n" not in str(error)


@pytest.mark.parametrize("name", ["none.csv", "none.parquet"])
def test_a_missing_table(tmp_path, found, name):
    (error,) = found(TableReader(), tmp_path / name)
    assert error.problem == "no such file or directory"


TEXT = "At least 40 people died; 3,5 metres of water."


@pytest.mark.parametrize(
    "content",
    [
        f'id;text;date\r\n1;"{TEXT}";2031-05-05\r\n'.encode("utf-8-sig"),
        f'sep=;\r\nid;text;date\r\n1;"{TEXT}";2031-05-05\r\n'.encode(),
        f"id\ttext\tdate\r\n1\t{TEXT}\t2031-05-05\r\n".encode("utf-16"),
        b"\xfe\xff" + f'id|text|date\n1|"{TEXT}"|2031-05-05'.encode("utf-16-be"),
        f'"id, or; number",text,date\n1,"{TEXT}",2031-05-05\n'.encode(),
    ],
)
def test_csv_as_spreadsheets_write_it(tmp_path, found, content):
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    (document,) = found(TableReader(), path)
    assert (document.text, document.published) == (TEXT, MAY)


def test_wrong_utf_16_is_refused_with_its_byte(tmp_path, found):
    path = tmp_path / "a.csv"
    data = ("\ufefftext\nForty died.\n" + "Fifty died.\n" * 9_000).encode("utf-16-le") + b"\x00\xd8A\x00"
    path.write_bytes(data)
    *documents, error = found(TableReader(), path)
    assert documents[0].text == "Forty died."
    assert f"not UTF-16, as its first bytes say, {len(data) - 4:,} bytes in; save it as UTF-8" in str(error)


def test_rows_without_a_text_are_counted_and_end_nothing(tmp_path, found):
    path = tmp_path / "a.parquet"
    pl.DataFrame({"text": [None, " "] * 2_000 + ["Forty died."]}).write_parquet(path)
    document, error = found(TableReader(), path)
    assert document.text == "Forty died."
    assert "4,000 rows have no text in text (row 1 is the first), set aside" in str(error)


def test_parquet_that_is_damaged_within_says_how_much_is_lost(tmp_path, found):
    path = tmp_path / "a.parquet"
    pl.DataFrame({"text": [f"{n} people died in Varn." for n in range(5_000)]}).write_parquet(
        path, row_group_size=1_000
    )
    data = bytearray(path.read_bytes())
    half = len(data) // 2
    data[half : half + 400] = bytes(400)
    path.write_bytes(data)
    *documents, error = found(TableReader(), path)
    assert len(documents) < 5_000
    assert "not Parquet (" in str(error) or f"damaged: {len(documents):,} of 5,000 rows can be read" in str(error)
