import base64
import hashlib
import html
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from recon.reporting import report
from tests.reports.html.conftest import FLOOD, article

VOID = {"meta", "br", "input", "link", "img"}
OPTIONAL = {"li", "td", "tr", "p"}


class Reader(HTMLParser):
    """Every tag with its attributes, and whether they close in order."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.open, self.wrong = [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        while self.open and self.open[-1] != tag and self.open[-1] in OPTIONAL:
            self.open.pop()
        if not self.open or self.open.pop() != tag:
            self.wrong.append((tag, self.getpos()))


def test_tags_close_in_order(flood):
    read = Reader(flood.html)
    assert (read.open, read.wrong) == ([], [])


def test_the_page_asks_for_nothing_but_itself(flood):
    for tag, attributes in Reader(flood.html).tags:
        assert tag not in {"img", "link", "iframe", "object", "embed", "base", "form", "style:import", "use", "image"}
        assert not {"src", "srcset", "style", "ping", "background"} & attributes.keys(), (tag, attributes)
        assert not [name for name in attributes if name.startswith("on")]
        assert attributes.get("href", "#").startswith(("#", "https://", "http://"))
    assert "url(" not in flood.html
    assert "@import" not in flood.html


def test_its_policy_allows_its_own_style_and_script_and_nothing_else(flood):
    policy = next(a["content"] for t, a in Reader(flood.html).tags if a.get("http-equiv") == "Content-Security-Policy")
    allowed = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert allowed.pop("default-src") == "'none'"
    for tag, key in (("style", "style-src"), ("script", "script-src")):
        [body] = re.findall(rf"<{tag}>(.*?)</{tag}>", flood.html, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
        assert allowed.pop(key) == f"'sha256-{digest}'"
    assert set(allowed.values()) == {"'none'"}


def test_what_needs_a_person_comes_first(flood):
    first = flood.part('class="rank"', "</table>")
    rows = re.findall(r'<a href="#s-\d+">([^<]+)</a>', first)
    assert rows[0] == "Missing in Varn"
    assert '<section class="s" id="s-1"' in flood.html


def test_an_estimate_never_stands_among_what_was_reported(flood):
    for table in re.findall(r'<table class="claims">.*?</table>', flood.html, re.DOTALL):
        assert "model" not in table
        assert 'class="d by' not in table
        assert len(re.findall(r"<tr id=r-\d+>", table)) >= 2
    for table in re.findall(r'<table class="est">.*?</table>', flood.html, re.DOTALL):
        assert table.count('class="d by') == table.count('<th scope="row">') > 0
    newest = flood.part('class="rank"', "</table>")
    assert "~30" not in newest
    assert "<b>60</b>" in newest


def test_what_no_one_printed_is_called_modelled(make):
    spread = make(
        article("a", "The quake killed 10 people in Osk, the police said.", "A", "2031-01-01"),
        article("b", "The quake killed 30 people in Osk, the army said.", "B", "2031-01-01"),
    )
    result = spread.result
    estimates = tuple(
        replace(one, low=12.0, best=20.0, high=28.0, modelled=("low", "best", "high")) for one in result.estimates
    )
    page = "".join(report(replace(result, estimates=estimates), spread.figures, result.series))
    assert "20 modelled (12–28)" in page
    assert " modelled (" not in spread.html


def test_a_forecast_is_told_as_one(flood):
    assert "<b>≤80</b></a><br><span class=st>forecast</span>" in flood.html


def test_charts_have_points_that_lead_to_their_sentences(flood):
    chart = flood.part('<svg xmlns="http://www.w3.org/2000/svg"', "</svg>")
    links = re.findall(r'<a href="#(c-\d+)" aria-label="([^"]+)"', chart)
    assert len(links) == 4
    assert any("About 30 people are missing in Varn" in html.unescape(label) for _, label in links)


def test_the_same_input_gives_the_same_bytes(flood, make):
    assert make(*FLOOD).html == flood.html


HOSTILE = "</title><script>alert(1)</script><svg onload=alert(2)> “12 men” {{ 1 }} \u202e"


def test_hostile_documents_leave_no_tag_of_theirs(make):
    made = make(
        *(
            article(
                f"{HOSTILE}{index}",
                f"{HOSTILE} At least {number} people died in Varn, the {HOSTILE} said.\n\nMore.",
                HOSTILE,
                "2031-05-02",
                title=HOSTILE,
                url="javascript:alert(1)",
            )
            for index, number in enumerate((12, 19, 31))
        )
    )
    assert made.html.count("<script>") == made.html.count("</script>") == 1
    assert "onload=alert" not in re.sub(r"&lt;[^<]*", "", made.html)
    assert 'href="javascript' not in made.html
    assert not re.search("[\x00-\x08\u202a-\u202e\u2066-\u2069]", made.html)
    assert made.html.count("<title>The numbers of 3 articles</title>") == 1


@pytest.mark.parametrize("documents", [(), FLOOD[2:3]])
def test_there_is_a_page_of_little(make, documents):
    made = make(*documents)
    assert "No quantity is told by two sentences." in made.html
    assert made.html.endswith("</html>\n")
