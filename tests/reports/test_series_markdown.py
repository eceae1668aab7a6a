"""Series as a message: small, whole, and with nothing in it that an article could make of it."""

import datetime as dt
from dataclasses import replace

import pytest

from recon.model import Document, Estimate, Finding, Reconciliation, Relation
from recon.reports.series_markdown import MOST_CLAIMS, escaped, series_markdown
from recon.testing import claim, series

HOSTILE = (
    "**Bold** | [go](http://x.example) <script>alert(1)</script> `a` @channel www.x.example #1 ~~no~~ &lt; \\\n\x1b[31m"
)


def day(number):
    return dt.date(2031, 5, number)


def result(count=2, title="Missing in Varn", url="https://courier.example/varn", **known):
    documents = tuple(
        Document(id=f"{n}.txt", text="x" * 40, url=url, publisher="The Courier") for n in range(1, count + 1)
    )
    claims = [
        claim(10.0 * n, doc=f"{n}.txt", published=day(n), chain=("The Courier", f"mayor {n}"), bound="about", **known)
        for n in range(1, count + 1)
    ]
    one = series(claims, key="missing", title=title)
    a, b = one.claims[0].id, one.claims[-1].id
    estimates = (
        Estimate(series="missing", at=day(2), low=20.0, best=20.0, high=20.0, support=(b,), why="", by="latest"),
        Estimate(series="missing", at=day(2), low=20.0, best=20.0, high=20.0, support=(b,), why="", by="books"),
        Estimate(series="missing", at=None, low=11.0, best=15.0, high=21.0, support=(a, b), why="", by="model",
                 modelled=("low", "best", "high")),
    )  # fmt: skip
    relation = Relation(a=a, b=b, kind="conflict", why="10 and 20 do not meet")
    return Reconciliation(documents=documents, series=(one,), relations=(relation,), estimates=estimates, findings=())


def test_a_message():
    assert series_markdown(result()) == (
        "**Missing in Varn** (2 claims, 2 origins, 1 outlet)\n"
        "\n"
        "| as of        | figure | said by |\n"
        "| ------------ | -----: | ------- |\n"
        "| (2031-05-01) |    ~10 | [The Courier ← mayor 1](https://courier.example/varn) |\n"
        "| (2031-05-02) |    ~20 | [The Courier ← mayor 2](https://courier.example/varn) |\n"
        "\n"
        "- **conflict**: 10 and 20 do not meet\n"
        "- **latest, books**: 20 on 2031-05-02\n"
        "- **model**: 15 modelled (11–21), undated\n"
        "\n"
        "2 claims in 2 documents, read by recon. “modelled” stands behind what a rule worked out: nobody printed that "
        "number.\n"
    )


def test_what_a_finding_tells_is_not_told_again():
    made = result()
    found = Finding(code="RC406", name="rivals", severity="warning", doc="2.txt", message="Missing in Varn: 10 or 20",
                    figures=(made.relations[0].a, made.relations[0].b))  # fmt: skip
    shown = series_markdown(replace(made, findings=(found,)))
    assert "- **RC406**: 10 or 20\n" in shown
    assert "conflict" not in shown


def test_of_many_rows_the_newest_counts_are_kept():
    shown = series_markdown(result(count=9))
    assert f"- {9 - MOST_CLAIMS} more rows not shown\n" in shown
    assert "mayor 9" in shown
    assert "mayor 3]" not in shown


def test_of_many_series_the_first_are_kept_and_the_rest_counted():
    made = result()
    many = replace(made, series=tuple(replace(made.series[0], key=f"s{n}") for n in range(11)))
    shown = series_markdown(many)
    assert shown.count("**Missing in Varn**") == 8
    assert "3 more quantities that several sentences speak of are left out." in shown
    assert series_markdown(many, most=None).count("**Missing in Varn**") == 11


def test_article_text_is_read_as_it_stands():
    shown = series_markdown(result(title=HOSTILE, subject=HOSTILE))
    made = escaped(HOSTILE)
    assert made in shown
    assert "\n" not in made
    assert "\x1b" not in made
    assert "<" not in made.replace("\\<", "")
    assert "|" not in made.replace("\\|", "")
    assert "http:" not in made
    assert "www." not in made
    assert "@channel" not in made


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://courier.example/a(b)", "(https://courier.example/a%28b%29)"),
        ("https://courier.example/a|b <c>", "(https://courier.example/a%7Cb%20%3Cc%3E)"),
        ("javascript:alert(1)", ""),
        ("courier.example", ""),
        ("https://[broken", ""),
        ("https://courier.example/\n", ""),
    ],
)
def test_only_addresses_of_the_web_are_linked_and_none_ends_its_link(url, linked):
    shown = series_markdown(result(url=url))
    assert (linked in shown) if linked else ("](" not in shown)
    assert "mayor 2" in shown


def test_nothing_to_tell_is_a_line():
    empty = Reconciliation(documents=(), series=(), relations=(), estimates=(), findings=())
    assert series_markdown(empty) == "0 claims in 0 documents, read by recon.\n"
