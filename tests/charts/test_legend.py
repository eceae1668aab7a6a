"""Legends: the origins, and the meaning of just those marks that a chart has."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from recon.charts import legend
from recon.reconcilers import Range
from recon.testing import DAY, claim, series


def labels(*claims, told=()):
    return [entry.label for entry in legend(series(claims), told)]


LATER = DAY + dt.timedelta(days=9)


@pytest.mark.parametrize(
    ("known", "label"),
    [
        ({"bound": "at_least"}, "at least, more than"),
        ({"bound": "less_than"}, "at most, less than"),
        ({"bound": "about"}, "about"),
        ({"bound": "nearly"}, "nearly"),
        ({"bound": "indefinite"}, "no exact number, as in “dozens”"),
        ({"status": "planned"}, "forecast or planned"),
        ({"status": "denied"}, "denied"),
        ({"measure": "increment"}, "added, not the total"),
        ({"as_of_basis": "stated", "as_of_start": dt.date(2024, 1, 1)}, "the days it speaks of"),
    ],
)
def test_a_mark_is_explained_where_it_is_drawn_and_only_there(known, label):
    plain = {"as_of_basis": "stated"}
    one, other = claim(40, **(plain | known)), claim(50, doc="b.txt", published=LATER, **plain)
    assert label in labels(one, other)
    assert labels(claim(40, **plain), other) == ["The Courier"]


def test_the_days_of_publication_are_explained_where_they_are_drawn():
    label = "published then, day not told"
    assert label in labels(claim(40), claim(50, doc="b.txt", published=LATER))
    assert label not in labels(claim(40), claim(50, doc="b.txt")), (
        "claims of one day are a row, and no dots lead to them"
    )
    crowd = [claim(place, doc=f"{place}.txt", published=DAY + dt.timedelta(days=place)) for place in range(80)]
    assert label not in labels(*crowd)


def test_origins_come_first_in_the_order_of_their_colours():
    claims = [claim(place, doc=f"{place}.txt", publisher=f"Outlet {place % 3}") for place in range(1, 6)]
    entries = legend(series(claims))
    assert [(entry.label, entry.colour, entry.shape) for entry in entries] == [
        ("Outlet 1", "--origin-0", "circle"),
        ("Outlet 2", "--origin-1", "square"),
        ("Outlet 0", "--origin-2", "diamond"),
    ]


def test_origins_that_share_a_colour_are_one_line():
    claims = [claim(place, doc=f"{place}.txt", publisher=f"Outlet {place}") for place in range(1, 20)]
    names = labels(*claims)
    assert names[-1] == "others"
    assert len(names) == 8


def test_an_icon_is_a_drawing_without_style_or_script():
    claims = [claim(40, bound="at_least", publisher='"><script>'), claim(50, doc="b.txt", published=LATER)]
    some = series(claims)
    told = [replace(one, by="range") for one in Range().reconcile(some)]
    for entry in legend(some, told):
        root = ElementTree.fromstring(entry.icon)
        assert root.get("aria-hidden") == "true"
        assert {child.tag for child in root} == {"path"}
        assert not {"style", "id"} & {name for one in root.iter() for name in one.attrib}
    assert "estimate, of printed numbers" in labels(*claims, told=told)
