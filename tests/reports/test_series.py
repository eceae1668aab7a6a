import datetime as dt
import json
from dataclasses import replace

import pytest

from recon.model import Document, Estimate, Explained, Override, Reconciliation, Relation, SetAside
from recon.reports.explain_text import explain_text
from recon.reports.layout import WIDTH, columns_of_text, plain
from recon.reports.series_data import reconciliation_json
from recon.reports.series_text import series_text
from recon.testing import claim, series

FIRST = "About 30 people are missing, the mayor said."
SECOND = "At least 45 are missing. Another 60 are feared so."


def day(number):
    return dt.date(2024, 5, number)


def example(chain=("The Courier", "the mayor"), title="Missing in Varn"):
    """Two articles, three claims of one quantity, and one claim on its own."""
    documents = (
        Document(id="a.txt", text=FIRST, publisher="The Courier", published=day(2)),
        Document(id="b.txt", text=SECOND, publisher="Varn Post", published=day(4)),
    )
    claims = [
        claim(30.0, doc="a.txt", start=6, text="30", bound="about", published=day(2), chain=chain,
              sentence_start=0, sentence_end=44),
        claim(45.0, doc="b.txt", start=9, text="45", bound="at_least", published=day(4), publisher="Varn Post",
              as_of_start=day(3), as_of_end=day(3), as_of_basis="stated", as_of_text="Friday", sentence_end=24),
        claim(60.0, doc="b.txt", start=33, text="60", published=day(4), publisher="Varn Post", status="forecast",
              sentence_start=25, sentence_end=50),
    ]  # fmt: skip
    whole = series(claims, key="missing-in-varn", title=title)
    alone = series([claim(7.0, doc="b.txt", start=0, text="At")], key="boats", title="Boats")
    a, b, c = (one.id for one in whole.claims)
    return Reconciliation(
        documents=documents,
        series=(alone, whole),
        relations=(
            Relation(a=a, b=c, kind="agrees", why="30 and 60 may both be"),
            Relation(a=a, b=b, kind="updated", why="45 is later and higher than 30"),
            Relation(a=b, b=alone.claims[0].id, kind="other_scope", why="people, not boats"),
        ),
        estimates=(
            Estimate(series=whole.key, at=day(2), low=25.0, best=30.0, high=35.0, support=(a,), why="all there is",
                     by="sum"),
            Estimate(series=whole.key, at=day(3), low=45.0, best=None, high=None, support=(b,), why="the newest",
                     set_aside=(SetAside(claim=c, why="a forecast"),), by="sum"),
        ),
        findings=(),
    )  # fmt: skip


REPORT = """\
Missing in Varn                         count · 3 claims · 2 origins · 2 outlets
missing-in-varn

     as of         figure            said by                  at
[1]  (2024-05-02)     ~30            The Courier ← the mayor  a.txt:1:7
[2]  2024-05-03       ≥45            Varn Post                b.txt:1:10
[3]  (2024-05-04)      60  forecast  Varn Post                b.txt:1:34

updated       [1] [2]  45 is later and higher than 30
agrees        [1] [3]  30 and 60 may both be
              1 more with --explain

sum  2024-05-03  ≥45  from [2]: the newest
     without [3]: a forecast

4 claims in 2 documents; 1 quantity stands in one sentence only: --format json
has them too.
A day in brackets is that of publication; +2 means that the same origin says so
twice more; a ? follows an origin that the text does not name with the number.
"""


def test_the_report():
    assert series_text(example(), plain) == REPORT


@pytest.mark.parametrize(
    "title", ["Missing in Varn", "People of whom nothing has been heard since the dam above Varn broke " * 2]
)
def test_no_line_is_wider_than_a_page(title):
    chain = ("The Courier", *(f"a spokesman of the regional council {number}" for number in range(6)))
    result = example(chain, title)
    shown = series_text(result, plain)
    assert max(map(columns_of_text, shown.splitlines())) <= WIDTH


@pytest.mark.parametrize("width", [60, 80, 100, 120])
def test_long_paths_stand_under_the_speakers_where_there_is_no_room_beside_them(width):
    result = example()
    name = "articles-of-may/the-courier-of-varn.txt"
    moved = [replace(claim, doc=name, id=f"{name}#{claim.start}") for claim in result.series[1].claims]
    document = replace(result.documents[0], id=name, text=FIRST + SECOND)
    one = series(moved, key="missing-in-varn", title="Missing in Varn")
    shown = series_text(
        Reconciliation(documents=(document,), series=(one,), relations=(), estimates=(), findings=()),
        plain,
        None,
        width,
    )
    assert max(map(columns_of_text, shown.splitlines())) <= width
    assert ("said by, at" in shown) is (width < 110)
    assert shown.count(f"{name}:1:") == 3


def test_what_an_origin_repeats_is_folded_but_not_in_the_explanation():
    result = example()
    _, whole = result.series
    again = claim(45.0, doc="b.txt", start=0, text="At", bound="at_least", publisher="Varn Post")
    twice = series([*whole.claims, again],
                   key=whole.key)  # fmt: skip
    result = Reconciliation(documents=result.documents, series=(twice,), relations=(), estimates=(), findings=())
    shown = series_text(result, plain)
    assert shown.count("≥45") == 1
    assert "b.txt:1:1 +1\n" in shown
    assert explain_text(twice, result, plain).count("≥45") == 2 * 3


def test_explain_tells_everything():
    result = example()
    shown = explain_text(result.series[1], result, plain)
    assert "other_scope   [2] b.txt:1:1  people, not boats" in shown
    assert "sum  2024-05-02  30 (25–35)  from [1]: all there is" in shown
    assert "    “About 30 people are missing, the mayor said.”" in shown
    assert "as of       2024-05-03, from “Friday” (which the text gives)" in shown
    assert "said by     The Courier ← the mayor" in shown


def test_json_is_the_contract():
    whole = json.loads("".join(reconciliation_json(example())))
    assert list(whole) == ["documents", "series", "relations", "findings", "overrides"]
    assert whole["documents"][0]["published"] == "2024-05-02"
    assert "text" not in whole["documents"][0]
    one = whole["series"][1]
    assert list(one) == ["key", "title", "unit", "kind", "origins", "claims", "estimates"]
    assert one["origins"] == ["The Courier", "Varn Post"] or one["origins"] == ["Varn Post", "the mayor"]
    assert one["claims"][1]["as_of_start"] == "2024-05-03"
    assert one["estimates"][1] == {
        "by": "sum", "at": "2024-05-03", "low": 45.0, "best": None, "high": None, "modelled": [],
        "support": ["b.txt#body:9-11"],
        "set_aside": [{"claim": "b.txt#body:33-35", "why": "a forecast"}], "why": "the newest",
    }  # fmt: skip
    assert whole["relations"][0]["kind"] == "agrees"


def decided(result, *overrides):
    return replace(result, overrides=overrides)


def test_overrides_are_shown_beside_their_claims_and_those_that_left():
    result = example()
    _, whole = result.series
    a, b, _ = (one.id for one in whole.claims)
    where = {"file": "recon.overrides.toml", "why": "the desk says so"}
    shown = series_text(
        decided(
            result,
            Override(verb="set", line=3, claims=(b,), what="place Holm, read as Varn", **where),
            Override(
                verb="split", line=7, claims=("b.txt#body:0-2",), what="split off from “Missing”", left=(a,), **where
            ),
            Override(verb="leave-out", line=9, claims=("x#body:1-2",), what="“9” of Night Wire left out", **where),
        ),
        plain,
    )  # fmt: skip
    assert "[1]   (2024-05-02)" in shown
    assert "[2]*  2024-05-03 " in shown
    assert (
        "set           [2]  place Holm, read as Varn: the desk says so\n              (recon.overrides.toml:3)\n"
        "split         b.txt:1:1  split off from “Missing”: the desk says so\n              (recon.overrides.toml:7)\n"
    ) in shown
    assert "3 overrides act; a * stands beside what was decided by hand.\n" in shown
    assert "left out: “9” of Night Wire: the desk says so (recon.overrides.toml:9)\n" in shown
    # What was split off is shown although one sentence alone speaks of it.
    assert "\nBoats " in shown


def test_explain_fits_a_narrow_terminal_and_says_why():
    result = example()
    whole = result.series[1]
    reason = Explained(here="counts the missing (“missing”), as [2] [3] do; " * 3, told="“the mayor said”")
    shown = explain_text(whole, result, plain, {whole.claims[0].id: reason})
    assert "    here as it  counts the missing (“missing”), as [2] [3] do;" in shown
    assert "    from        “the mayor said”\n" in shown
    assert "3 claims of 2 origins: " in shown
    assert max(map(columns_of_text, shown.splitlines())) <= 80


def test_what_leads_to_another_series_is_told_once_for_each_kind():
    result = example()
    alone, whole = result.series
    many = tuple(
        Relation(a=one.id, b=alone.claims[0].id, kind="other_scope", why="people, not boats") for one in whole.claims
    )
    shown = explain_text(whole, replace(result, relations=many), plain)
    assert shown.count("people, not boats") == 1
    assert "other_scope [1] b.txt:1:1 people, not boats; and 2 more such pairs with “Boats”" in " ".join(shown.split())


def test_a_long_folder_is_said_once():
    folder = "articles/of-the-year/about-the-flood-in-varn/"
    result = example()
    documents = tuple(replace(one, id=folder + one.id) for one in result.documents)
    moved = [replace(one, id=folder + one.id, doc=folder + one.doc) for one in result.series[1].claims]
    long = series(moved, key="missing-in-varn", title="Missing in Varn")
    shown = series_text(replace(result, documents=documents, series=(long,), relations=(), estimates=()), plain)
    assert shown.count(folder) == 1
    assert f"places are in {folder}\n" in shown
    assert "  b.txt:1:10\n" in shown


def test_json_has_the_overrides():
    one = Override(verb="fold", file="o.toml", line=1, claims=("a",), what="w", why="y")
    (row,) = json.loads("".join(reconciliation_json(decided(example(), one))))["overrides"]
    assert row == {"verb": "fold", "file": "o.toml", "line": 1, "claims": ["a"], "what": "w", "why": "y", "left": []}
