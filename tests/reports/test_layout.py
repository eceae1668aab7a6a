import pytest

from recon.reports.layout import clipped, columns_of_text, counted, hung, left, printable, table


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("a\tb\r\nc", "a b  c"),
        ("\x1b[31mred\x07", "�[31mred�"),
        ("\u202etxet", "�txet"),
        ("naïve 人", "naïve 人"),
    ],
)
def test_what_could_steer_a_terminal_is_replaced_in_place(text, shown):
    assert printable(text) == shown
    assert len(shown) == len(text)


@pytest.mark.parametrize(("text", "width"), [("abc", 3), ("人口", 4), ("e\u0301", 1), ("\u200b", 0)])
def test_widths_are_those_of_a_terminal(text, width):
    assert columns_of_text(text) == width
    assert columns_of_text(left(text, 8)) == 8


def test_hung_lines_keep_their_head_and_their_words():
    lines = hung("  [1]  alpha beta gamma delta", 16, 4)
    assert lines == ["  [1]  alpha", "    beta gamma", "    delta"]
    assert hung("", 10, 2) == [""]
    assert hung("a-very-long-word-indeed and more", 10, 2) == ["a-very-long-word-indeed", "  and more"]


def test_clipping():
    assert clipped("alpha beta", 10) == "alpha beta"
    assert clipped("alpha beta", 7) == "alpha…"
    assert clipped("人口人口", 5) == "人口…"


def test_a_table_aligns():
    assert table([("a", "1"), ("bcd", "20")], "lr") == ["a     1", "bcd  20"]


def test_counting():
    assert [counted(1, "claim"), counted(2000, "claim"), counted(1, "series"), counted(2, "series")] == [
        "1 claim",
        "2,000 claims",
        "1 series",
        "2 series",
    ]


ROWS = [
    ("at", "text", "n", "what"),
    ("a.txt:1:2", "some words that go on and on", "4,038", "a wordthatnobodywouldeverbreakinto pieces"),
]


@pytest.mark.parametrize("columns", [50, 60, 70, 80])
def test_a_table_is_broken_to_fit_its_terminal(columns):
    rows = table(ROWS, "llrl", terminal=columns)
    assert len(rows) == len(ROWS)
    assert max(columns_of_text(line) for row in rows for line in row.split("\n")) <= columns
    kept = "".join("".join(row.split()) for row in rows)
    assert sorted(kept) == sorted("".join("".join(cell.split()) for row in ROWS for cell in row))


def test_a_table_for_no_terminal_is_a_line_a_row():
    assert [row.count("\n") for row in table(ROWS, "llrl")] == [0, 0]
