"""Comments to recon in Markdown, hostile ones included."""

import re
import time
from pathlib import Path

import pytest

from recon.model import Document
from recon.suppression.comments import MOST, comments
from recon.suppression.files import load_entries

NAMES = {"RC101": "conversion-mismatch", "RC102": "conversion-cut", "RX901": "unreadable-document"}


def read(text, doc="a.md"):
    return comments(Document(id=doc, text=text), NAMES)


def scope(text):
    (comment,) = read(text)
    assert comment.problem == ""
    return text[comment.first : comment.last]


@pytest.mark.parametrize(
    ("comment", "selectors", "reason"),
    [
        ("<!-- recon: ignore RC101: a quotation -->", ("RC101",), "a quotation"),
        ("<!-- recon: ignore RC101 -- a quotation -->", ("RC101",), "a quotation"),
        ("<!-- recon: ignore RC101 — a quotation -->", ("RC101",), "a quotation"),
        ("<!--recon:ignore RC101:a-->", ("RC101",), "a"),
        ("<!-- Recon: IGNORE rc101, conversion-cut: odds of 3:1 -->", ("rc101", "conversion-cut"), "odds of 3:1"),
        ("<!-- recon: ignore RC101 RC102 RC101 -->", ("RC101", "RC102"), ""),
        ("<!-- recon: ignore\n  RC1:\n  over two lines -->", ("RC1",), "over two lines"),
        ("<!-- recon: ignore RC101:\r\n  of Windows -->", ("RC101",), "of Windows"),
        ("<!-- recon: ignore RC101: 人口の -->", ("RC101",), "人口の"),
        ("<!-- recon: ignore-file RC1: all of it -->", ("RC1",), "all of it"),
    ],
)  # fmt: skip
def test_what_a_comment_says(comment, selectors, reason):
    (found,) = read(f"Text. {comment}\n")
    assert (found.selectors, found.reason, found.problem) == (selectors, reason, "")


@pytest.mark.parametrize(
    ("comment", "words"),
    [
        ("<!-- recon: ignore -->", "names no rule"),
        ("<!-- recon: ignore : why -->", "names no rule"),
        ("<!-- recon: off RC101 -->", "says ignore or ignore-file, not 'off'"),
        ("<!-- recon: -->", "not nothing"),
        ("<!-- recon: ignore ALL: all -->", "ALL would hide"),
        ("<!-- recon: ignore RX901: no -->", "of the machinery"),
        ("<!-- recon: ignore RC111: why -->", "did you mean RC101"),
        ("<!-- recon: ignore RC101, typo: why -->", "'typo'"),
        ("<!-- recon: ignore RC101: never closed\n\nText.", "does not end"),
        ("<!-- recon: ignore RC101: " + "x" * 3000 + " -->", "does not end"),
    ],
)
def test_a_comment_that_cannot_be_followed_says_why(comment, words):
    found = read(f"Text. {comment}\n")[0]
    assert words in found.problem


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("One.\nTwo. <!-- recon: ignore RC1: x -->\nThree.", "Two. <!-- recon: ignore RC1: x -->"),
        ("<!-- recon: ignore RC1: x --> Two.\nThree.", "<!-- recon: ignore RC1: x --> Two."),
        ("One.\n\n<!-- recon: ignore RC1: x -->\nTwo\nlines.\n\nThree.", "Two\nlines.\n"),
        ("<!-- recon: ignore RC1: x -->\r\n\r\nTwo\r\nlines.\r\n\r\nThree.", "Two\r\nlines.\r\n"),
        ("<!-- recon: ignore RC1: x -->\n<!-- a note -->\n\nTwo.", "Two."),
        ("One.\n<!-- recon: ignore RC1: x -->", ""),
        ("> <!-- recon: ignore RC1: x -->\n>\n> Two\n> lines.\n>\n> Three.", "> Two\n> lines.\n"),
        ("- Item\n\n    <!-- recon: ignore RC1: x -->\n    Two.\n", "    Two.\n"),
        (
            "A paragraph that\n    <!-- recon: ignore RC1: x --> is indented.",
            "    <!-- recon: ignore RC1: x --> is indented.",
        ),
        ("```inline``` One.\n\nTwo. <!-- recon: ignore RC1: x -->", "Two. <!-- recon: ignore RC1: x -->"),
        ("One.\n\n<!-- recon: ignore-file RC1: x -->", "One.\n\n<!-- recon: ignore-file RC1: x -->"),
    ],
)
def test_where_a_comment_holds(text, held):
    assert scope(text) == held


@pytest.mark.parametrize(
    "text",
    [
        "```\n<!-- recon: ignore RC101: an example -->\n```\n",
        "> ```\n> <!-- recon: ignore RC101: an example -->\n> ```\n",
        "```\n```html\n<!-- recon: ignore RC101: an example -->\n```\n",
        "~~~html\n<!-- recon: ignore RC101: an example -->\n~~~\n",
        "````\n```\n<!-- recon: ignore RC101: an example -->\n```\n````\n",
        "```\n<!-- recon: ignore RC101: an example, and the block never ends -->\n",
        "So:\n\n    <!-- recon: ignore RC101: an example -->\n    Text.\n",
        "\t<!-- recon: ignore RC101: an example -->",
        "Write `<!-- recon: ignore RC101: why -->` beside it.",
        "<!-- reconsider: ignore RC101 -->",
        "<!-- note to recon: ignore RC101 -->",
        "< !-- recon: ignore RC101 -->",
    ],
)
def test_examples_and_other_comments_are_left_alone(text):
    assert read(text) == ()


def test_two_on_a_line():
    first, second = read("<!-- recon: ignore RC101: a --><!-- recon: ignore RC102: b --> Text.")
    assert (first.selectors, second.selectors) == (("RC101",), ("RC102",))


def test_in_plain_text_a_comment_is_print():
    (found,) = read("Text. <!-- recon: ignore RC101: x -->", doc="a.txt")
    assert "works in Markdown only" in found.problem


def test_the_documentation_shows_comments_and_entries_that_work(tmp_path):
    names = NAMES | {"RC203": "change-mismatch"}
    page = (Path(__file__).parents[2] / "docs" / "how-to" / "let-a-finding-stand.md").read_text(encoding="utf-8")
    assert comments(Document(id="a.md", text=page), names) == (), "there they are examples"
    shown = [line[4:] for line in page.splitlines() if line.startswith("    ") and "<!--" in line]
    told = [one for line in shown for one in comments(Document(id="a.md", text=line), names)]
    assert len(told) >= 3
    assert [one.problem for one in told if one.problem or not one.reason] == []
    (tmp_path / "s.toml").write_text(
        "".join(f"{one[4:]}\n" for one in page.splitlines() if re.match(r" {4}(\[\[|\w+ = )", one))
    )
    assert len(load_entries(tmp_path / "s.toml", names)) == 1


@pytest.mark.parametrize(
    "piece",
    [
        "<!-- recon: ignore RC101: x -->",
        "<!-- recon:",
        "<!--",
        "`",
        "~",
        ">",
        "> ```x",
        " ",
        "```\n",
        "<!-- recon: ignore RC101\n\n",
        "-->",
    ],
)
def test_hostile_texts_take_no_longer_than_their_length(piece):
    text = piece * (1_000_000 // len(piece))
    begun = time.process_time()
    assert len(read(text)) <= MOST
    assert time.process_time() - begun < 3
