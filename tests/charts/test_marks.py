"""Claims as points."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from recon.charts import glyphs
from recon.charts.marks import OTHERS, marks, styles, undrawn
from recon.testing import DAY, claim, series


def one(*claims):
    (mark,) = marks(series(claims))
    return mark


def test_what_one_origin_says_again_for_the_same_day_is_one_point():
    said = [claim(40, doc=f"{place}.txt", chain=("The Courier", "Army")) for place in range(3)]
    other = claim(40, doc="9.txt", chain=("The Courier", "Police"))
    again = marks(series([*said, other]))
    assert [len(mark.claims) for mark in again] == [3, 1]


@pytest.mark.parametrize(
    "changed",
    [
        {"bound": "at_least"},
        {"status": "forecast"},
        {"measure": "increment"},
        {"published": DAY + dt.timedelta(days=1)},
        {"as_of_basis": "stated"},
    ],
)
def test_what_differs_in_more_than_the_outlet_is_another_point(changed):
    assert len(marks(series([claim(40, doc="a.txt"), claim(40, doc="b.txt", **changed)]))) == 2


def test_a_range_stands_on_its_ends_and_on_nothing_between():
    mark = one(claim(None, bound="range", low=20.0, high=30.0, text="20 to 30"))
    assert (mark.at, mark.to) == (20, 30)


def test_a_hedge_leaves_open_what_the_grain_of_its_number_does():
    assert (one(claim(6500, bound="about")).low, one(claim(6500, bound="about")).high) == (6450, 6600)
    assert (one(claim(6500, bound="nearly")).low, one(claim(6500, bound="nearly")).high) == (6450, 6500)
    assert one(claim(6500)).low is None


def test_a_claim_without_a_number_is_not_drawn_but_counted():
    some = series([claim(40), claim(None, doc="b.txt", bound="indefinite", low=None, high=None)])
    assert len(marks(some)) == 1
    assert undrawn(some) == 1


@pytest.mark.parametrize(
    ("known", "day"),
    [
        ({}, DAY),
        ({"as_of_start": DAY, "as_of_end": DAY + dt.timedelta(days=6)}, DAY + dt.timedelta(days=6)),
        ({"as_of_start": DAY + dt.timedelta(days=3), "as_of_end": None}, DAY + dt.timedelta(days=3)),
        ({"published": None}, None),
    ],
)
def test_a_point_stands_on_the_last_day_it_holds_for(known, day):
    epoch = dt.date(1970, 1, 1)
    assert one(claim(40, **known)).day == (None if day is None else (day - epoch).days * 86_400_000)


def test_eight_origins_have_styles_of_their_own_and_of_nine_the_last_two_share():
    def of(count):
        claims = [claim(place + 1, doc=f"{place}.txt", publisher=f"Outlet {place}") for place in range(count)]
        claims.append(claim(99, doc="x.txt", publisher=f"Outlet {count - 1}"))
        return styles(series(claims))

    eight, nine = of(8), of(9)
    assert len({(style.colour, style.shape) for style in eight.values()}) == 8
    assert len({style.shape for style in eight.values()}) == 8
    assert [name for name, style in nine.items() if style.origin == OTHERS] == ["Outlet 6", "Outlet 7"]
    assert nine["Outlet 8"].colour == "--origin-0", "who says most comes first"


@pytest.mark.parametrize("status", ["forecast", "planned", "denied"])
def test_what_is_not_observed_is_hollow(status):
    assert one(claim(40, status=status)).hollow
    assert not one(claim(40)).hollow


def vertical(path):
    return [float(y) for y in re.findall(r"[ML]-?[\d.]+,(-?[\d.]+)", path)]


@pytest.mark.parametrize("bound", ["at_least", "more_than"])
def test_an_open_side_above_has_an_arrow_up(bound):
    assert min(vertical(glyphs.hung(claim(40, bound=bound), 4))) < -10
    assert max(vertical(glyphs.hung(claim(40, bound=bound), 4))) <= 0


@pytest.mark.parametrize("bound", ["at_most", "less_than"])
def test_an_open_side_below_has_an_arrow_down(bound):
    assert max(vertical(glyphs.hung(claim(40, bound=bound), 4))) > 10
    assert min(vertical(glyphs.hung(claim(40, bound=bound), 4))) >= 0


def test_an_exact_number_has_nothing_hung_on_it():
    assert glyphs.hung(claim(40), 4) == ""
    assert glyphs.hung(claim(40, status="denied"), 4) != ""
    assert glyphs.hung(claim(40, measure="increment"), 4) != ""


@pytest.mark.parametrize("shape", glyphs.SHAPES)
def test_a_shape_is_as_large_as_its_radius_says(shape):
    numbers = [float(number) for number in re.findall(r"-?[\d.]+", glyphs.point(shape, 10))]
    assert max(map(abs, numbers)) <= 20
    assert glyphs.point(shape, 10) != glyphs.point(shape, 5)
