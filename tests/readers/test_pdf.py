import datetime as dt

import pytest

from recon.errors import SetAsideError
from recon.readers.formats import PdfReader

fpdf = pytest.importorskip("fpdf")
Image = pytest.importorskip("PIL.Image")
pytest.importorskip("pypdfium2")

LEFT = (
    "The flood that came down the valley on",
    "Monday night left at least 40 people dis-",
    "placed in Varn, the ministry said. Twenty-",
    "five bridges are gone, and a state-run",
    "dam holds.",
)
RIGHT = (
    "Officials in the coastal town of Tarn said",
    "that 6,500 kilometers of road were washed",
    "out. A 15-",
    "year-old boy was among the dead, and state-",
    "run radio counted 1.3 million in need.",
)
TABLE = (("District", "Killed", "Injured"), ("Varn", "12", "40"), ("Tarn", "28", "61"))


class Sheet(fpdf.FPDF):
    """Lines where they are wanted, in points from the upper left."""

    def __init__(self):
        super().__init__(unit="pt", format="A4")
        self.set_auto_page_break(False)
        self.set_font("Helvetica", size=10)

    def at(self, left, top, words, size=10):
        self.set_font("Helvetica", size=size)
        self.text(left, top, words)


@pytest.fixture
def read(tmp_path, found):
    def read(sheet):
        path = tmp_path / "a.pdf"
        sheet.output(path)
        return found(PdfReader(), path)

    return read


def lines(sheet, words, left=50, top=100):
    for number, line in enumerate(words):
        sheet.at(left, top + 14 * number, line)


def two_columns(order):
    sheet = Sheet()
    sheet.add_page()
    sheet.at(50, 60, "Situation report: 40 dead across both of the districts", 16)
    placed = [(50, 100 + 14 * i, line) for i, line in enumerate(LEFT)]
    placed += [(320, 100 + 14 * i, line) for i, line in enumerate(RIGHT)]
    for left, top, line in sorted(placed, key=order):
        sheet.at(left, top, line)
    for number, row in enumerate(TABLE):
        for index, cell in enumerate(row):
            sheet.at(50 + 110 * index, 200 + 14 * number, cell)
    return sheet


@pytest.mark.parametrize("order", [lambda one: one[:2], lambda one: one[1]], ids=["column by column", "row by row"])
def test_columns_are_read_one_after_the_other_and_tables_row_by_row(read, order):
    (document,) = read(two_columns(order))
    assert document.text == (
        "Situation report: 40 dead across both of the districts\n\n"
        "The flood that came down the valley on\n"
        "Monday night left at least 40 people displaced\n"
        "in Varn, the ministry said. Twenty-five\n"
        "bridges are gone, and a state-run\n"
        "dam holds.\n"
        "Officials in the coastal town of Tarn said\n"
        "that 6,500 kilometers of road were washed\n"
        "out. A 15-year-old\n"
        "boy was among the dead, and state-run\n"
        "radio counted 1.3 million in need.\n\n"
        "District | Killed | Injured\nVarn | 12 | 40\nTarn | 28 | 61"
    )


JUSTIFIED = """\
Several hundred thousand people remained without electricity Tuesday, and in Varn 1,200 families are moved to school.
Meteorologists expected considerably heavier precipitation; 85 soldiers and 14 lorries are underway.

Internationally, 25,000 displaced households were registered in mid-April by humanitarian organisations. The district's
administration counted 17 bridges swept away and 230 kilometres of road.

Reconstruction of 31 neighbourhoods will presumably take until December, representatives of the town hall said.
Altogether 3,400 applications for compensation were received.
"""


@pytest.mark.parametrize("shift", [0, 5], ids=["on one line", "on lines of their own"])
def test_words_that_justified_print_draws_apart_are_a_line_and_no_cells(read, shift):
    sheet = Sheet()
    sheet.add_page()
    sheet.at(50, 60, "Situation report: what is known of the floods across the three districts", 14)
    for number, words in enumerate(JUSTIFIED.split("\n\n")):
        sheet.set_font("Helvetica", size=10)
        sheet.set_xy(50 + 170 * number, 80 + shift * number)
        sheet.multi_cell(w=150, h=13, text=" ".join(words.split()), align="J")
    for number, row in enumerate(TABLE):
        for index, cell in enumerate(row):
            sheet.at(50 + 110 * index, 280 + 14 * number, cell)
    (document,) = read(sheet)
    columns, _, table = document.text.partition("\n\n")[2].rpartition("\n\n")
    assert table == "District | Killed | Injured\nVarn | 12 | 40\nTarn | 28 | 61"
    assert " ".join(columns.split()) == " ".join(JUSTIFIED.split())


def test_a_large_number_is_read_with_the_label_below_it(read):
    sheet = Sheet()
    sheet.add_page()
    for left, number, label in (
        (60, "40", ("people killed",)),
        (220, "1.3 million", ("people displaced", "since Monday")),
    ):
        sheet.at(left + 20, 100, number, 22)
        lines(sheet, label, left=left, top=116)
    lines(sheet, ["Behind the key figures the report goes on, and says what has happened."], top=170)
    for number, row in enumerate(TABLE[1:]):
        for index, cell in enumerate(row[1:]):
            sheet.at(50 + 110 * index, 200 + 14 * number, cell)
    (document,) = read(sheet)
    assert document.text.startswith("40 people killed | 1.3 million people displaced since Monday\n\nBehind the key")
    assert document.text.endswith("12 | 40\n28 | 61")


NEEDS = (
    ("Sector", "Killed", "Needs"),
    ("Varn", "12", "Of 1,200 families in the town 300 have no water, and all wells within 5 km are spoilt."),
    (
        "Some 40 bridges between the two towns are gone; they have to be built anew.",
        "28",
        "The army has sent 85 soldiers and 14 lorries of water, and 9 ferries go by night.",
    ),
)


def ruled(sheet, rows, *, width=150, top=120):
    """A table with rules, drawn cell by cell as word processors do it."""
    for row in rows:
        words = [sheet.multi_cell(width - 12, 12, cell, dry_run=True, output="LINES") for cell in row]
        height = 12 * max(map(len, words)) + 6
        for index, lines_ in enumerate(words):
            left = 50 + width * index
            sheet.line(left, top, left + width, top)
            lines(sheet, lines_, left + 6, top + 12)
            sheet.line(left, top + height, left + width, top + height)
        top += height
    return top


def test_a_ruled_table_of_prose_is_read_row_by_row_and_its_cells_one_by_one(read):
    sheet = Sheet()
    sheet.add_page()
    lines(sheet, ["Situation report of the office in Varn, on", "what is needed."], top=80)
    end = ruled(sheet, NEEDS)
    lines(sheet, ["Behind the table the report", "goes on."], top=end + 20)
    (document,) = read(sheet)
    blocks = [" ".join(block.split()) for block in document.text.split("\n\n")]
    assert blocks == [
        "Situation report of the office in Varn, on what is needed.",
        "Sector | Killed | Needs",
        "Varn | 12",
        NEEDS[1][2],
        *NEEDS[2],
        "Behind the table the report goes on.",
    ]


def test_a_ruled_table_keeps_a_cell_of_two_lines_in_its_row_also_beside_a_column(read):
    sheet = Sheet()
    sheet.add_page()
    ruled(sheet, [*TABLE, ("Ostle in the North", "7", "n/a"), ("Total", "47", "101")], width=70, top=96)
    lines(sheet, RIGHT, left=320)
    (document,) = read(sheet)
    assert (
        "District | Killed | Injured\nVarn | 12 | 40\nTarn | 28 | 61\nOstle in the North | 7 | n/a\nTotal | 47 | 101"
        in document.text
    )
    assert "Officials in the coastal town of Tarn said\nthat 6,500 kilometers" in document.text


def test_rules_that_frame_a_page_make_no_table_of_its_columns(read):
    sheet = two_columns(lambda one: one[1])
    for top in (70, 188, 250, 780):
        sheet.line(50, top, 540, top)
    (document,) = read(sheet)
    assert "dam holds.\nOfficials in" in document.text
    assert document.text.endswith("District | Killed | Injured\nVarn | 12 | 40\nTarn | 28 | 61")


def test_a_place_is_a_page_and_a_line_of_it(read):
    sheet = Sheet()
    for words in (["One begins, and goes", "on with 30 people"], ["of whom 12 died."], ["Third page: 7."]):
        sheet.add_page()
        lines(sheet, words)
    (document,) = read(sheet)
    assert document.text == "One begins, and goes\non with 30 people\nof whom 12 died.\n\nThird page: 7."
    places = [(document.page(at), *document.position(at)) for at in map(document.text.index, ("One", "30", "12", "7"))]
    assert places == [(1, 1, 1), (1, 2, 9), (2, 1, 9), (3, 1, 13)]
    assert document.page(len(document.text)) == 3


def test_raised_digits_are_no_digits_of_the_number(read):
    sheet = Sheet()
    sheet.add_page()
    sheet.set_xy(50, 90)
    sheet.c_margin = 0
    for words, raised in (("Some 40", "1"), (" people lost 25 km", "2"), (" of land and 10", "6"), (" trees.", " ")):
        sheet.char_vpos = "LINE"
        sheet.cell(text=words)
        sheet.char_vpos = "SUP"
        sheet.cell(text=raised)
    (document,) = read(sheet)
    assert document.text == "Some 40 people lost 25 km² of land and 10⁶ trees."


def test_running_heads_are_read_once_and_page_numbers_never(read):
    sheet = Sheet()
    for number in range(1, 6):
        sheet.add_page()
        sheet.at(50, 40, "Varn floods: Situation Report No. 4", 8)
        lines(sheet, [f"{name} had {7 * number} dead." for name in ("Alder", "Birch", "Cedar", "Dogwood", "Elm")])
        sheet.at(250, 800, f"Page {number} of 5", 8)
    (document,) = read(sheet)
    assert document.text.count("Situation Report No. 4") == 1
    assert "Page" not in document.text
    assert [f"Elm had {7 * number} dead." in document.text for number in range(1, 6)] == [True] * 5


def test_when_the_file_was_made_is_not_when_it_was_published(read):
    sheet = Sheet()
    sheet.add_page()
    lines(sheet, ["Forty died."])
    sheet.set_title("Floods in Varn")
    sheet.set_creation_date(dt.datetime(2031, 5, 5, 12, tzinfo=dt.UTC))
    (document,) = read(sheet)
    assert (document.published, document.modified, document.fetched) == (None, None, None)
    assert document.dates_from == (("published", "CreationDate 2031-05-05, when the file was made, is not used"),)
    assert (document.title, document.title_start) == ("Floods in Varn", None)


def test_the_day_of_the_last_change(tmp_path, read, found):
    sheet = Sheet()
    sheet.add_page()
    lines(sheet, ["Forty died."])
    sheet.set_title("sitrep-4-final.docx")
    sheet.set_creation_date(dt.datetime(2031, 5, 5, 12, tzinfo=dt.UTC))
    read(sheet)
    path = tmp_path / "a.pdf"
    path.write_bytes(
        path.read_bytes().replace(b"/CreationDate (D:20310505120000Z)", b"/ModDate (D:20310506120000Z)     ")
    )
    (document,) = found(PdfReader(), path)
    assert (document.modified, document.dates_from) == (dt.date(2031, 5, 6), (("modified", "ModDate"),))
    assert document.title == ""


def test_an_encrypted_file_is_refused(read):
    sheet = Sheet()
    sheet.add_page()
    lines(sheet, ["Forty died."])
    sheet.set_encryption(owner_password="a", user_password="b")
    (error,) = read(sheet)
    assert str(error).endswith("a.pdf: encrypted; open it with its password and save a copy without")


def picture(sheet):
    sheet.add_page()
    sheet.image(Image.new("L", (8, 8)), x=50, y=50, w=400)


def test_a_scan_is_refused_and_a_scanned_page_is_told(read):
    sheet = Sheet()
    picture(sheet)
    (error,) = read(sheet)
    assert str(error).endswith("no text in its page, as in a scan; recognise the text first, as with ocrmypdf IN OUT")
    sheet = Sheet()
    sheet.add_page()
    lines(sheet, ["Forty died."])
    picture(sheet)
    document, aside = read(sheet)
    assert document.text == "Forty died."
    assert isinstance(aside, SetAsideError)
    assert aside.problem == "1 of 2 pages are pictures, set aside"


def test_ten_thousand_pages_are_refused_before_they_are_read(read):
    sheet = Sheet()
    for _ in range(10_000):
        sheet.add_page()
    (error,) = read(sheet)
    assert error.problem == "has 10,000 pages, more than 500"


@pytest.mark.parametrize("content", [b"", b"hello", b"%PDF-1.7\n" + b"x" * 500])
def test_what_is_no_pdf_is_one_line(tmp_path, found, content):
    path = tmp_path / "a.pdf"
    path.write_bytes(content)
    (error,) = found(PdfReader(), path)
    assert error.problem == "not PDF, or damaged"


def test_a_truncated_file_is_one_line_or_what_is_left(tmp_path, found, read):
    read(two_columns(lambda one: one[:2]))
    path = tmp_path / "a.pdf"
    whole = path.read_bytes()
    for share in range(1, 10):
        path.write_bytes(whole[: len(whole) * share // 10])
        for item in found(PdfReader(), path):
            assert "\n" not in str(item) if isinstance(item, Exception) else item.text


def test_a_missing_file(tmp_path, found):
    (error,) = found(PdfReader(), tmp_path / "none.pdf")
    assert error.problem == "no such file or directory"
