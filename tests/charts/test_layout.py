"""Where points stand."""

from __future__ import annotations

import datetime as dt
from itertools import combinations

import pytest

from recon.charts.layout import HEIGHT, WIDTH, laid_out
from recon.testing import DAY, claim, series


def crowd(count, days):
    return series(
        [
            claim(
                100.0 + 7 * (place % 11),
                doc=f"{place:03}.txt",
                publisher=f"Outlet {place % 12}",
                published=DAY + dt.timedelta(days=place * 7 % days),
            )
            for place in range(count)
        ]
    )


def pixels(picture):
    return [(spot.across, HEIGHT * (1 - picture.y.at(spot.mark.at)), spot.radius) for spot in picture.points]


@pytest.mark.parametrize(("count", "days"), [(3, 10), (40, 30), (60, 10)])
def test_no_point_hides_another_where_there_is_room(count, days):
    points = pixels(laid_out(crowd(count, days), [], "linear"))
    hidden = [
        (one, two) for one, two in combinations(points, 2)
        if (one[0] - two[0]) ** 2 + (one[1] - two[1]) ** 2 < (one[2] + two[2]) ** 2 * 0.98
    ]  # fmt: skip
    assert not hidden


@pytest.mark.parametrize("scale", ["linear", "log"])
def test_three_hundred_points_stand_within_the_plot_and_most_of_them_apart(scale):
    points = pixels(laid_out(crowd(300, 60), [], scale))
    assert len(points) > 200
    assert all(0 <= across <= WIDTH and 0 <= height <= HEIGHT for across, height, _ in points)
    hidden = sum(abs(a[0] - b[0]) < a[2] and abs(a[1] - b[1]) < a[2] for a, b in combinations(points, 2))
    assert hidden < len(points) / 20


def test_a_point_is_not_moved_into_another_day_where_days_are_wide():
    picture = laid_out(crowd(8, 2), [], "linear")
    for spot in picture.points:
        day = WIDTH * picture.time.axis.at(spot.mark.day)
        assert abs(spot.across - day) <= 28


def test_what_is_printed_often_is_larger_but_not_without_end():
    def radius(count):
        claims = [claim(40, doc=f"{place}.txt", chain=("A", "Army")) for place in range(count)]
        return (
            laid_out(series([*claims, claim(50, doc="x.txt", published=dt.date(2024, 3, 1))]), [], "linear")
            .points[0]
            .radius
        )

    assert radius(1) < radius(2) < radius(9) <= radius(400) == 2 * radius(1)


def test_claims_of_one_day_are_a_row_the_least_first():
    picture = laid_out(series([claim(value, doc=f"{value}.txt") for value in (41, 30, 35)]), [], "linear")
    assert picture.time.one_day
    assert [spot.mark.at for spot in picture.points] == [30, 35, 41]
    assert list(picture.time.axis.labels) == [("15 Jan", "2024")]
    gaps = [two.across - one.across for one, two in zip(picture.points, picture.points[1:], strict=False)]
    assert all(gap == pytest.approx(60) for gap in gaps)


def test_claims_without_a_date_have_a_strip_of_their_own():
    picture = laid_out(series([claim(30), claim(40, doc="b.txt", published=None)]), [], "linear")
    dated = next(spot for spot in picture.points if spot.mark.day is not None)
    undated = next(spot for spot in picture.points if spot.mark.day is None)
    strip = WIDTH * picture.time.axis.at(picture.time.strip)
    assert undated.across < strip < dated.across


def test_where_no_claim_has_a_date_they_are_a_row():
    picture = laid_out(series([claim(value, doc=f"{value}.txt", published=None) for value in (30, 40)]), [], "linear")
    assert picture.time.strip is None
    assert picture.time.axis.ticks == ()
    assert [spot.mark.at for spot in picture.points] == [30, 40]


@pytest.mark.parametrize(
    ("values", "scale", "note"),
    [
        ([0, 40], "log", "linear axis: a logarithmic one cannot show zero or less"),
        ([4, 40], "log", "logarithmic axis"),
        ([11_900, 12_000], "linear", "the axis does not begin at zero"),
    ],
)
def test_an_axis_that_is_not_the_plain_one_says_so(values, scale, note):
    claims = [claim(value, doc=f"{value}.txt") for value in values]
    assert note in laid_out(series(claims), [], scale).notes


def test_a_claim_without_a_number_is_told_of():
    some = series([claim(40), claim(None, doc="b.txt", bound="indefinite", low=None, high=None)])
    assert "not drawn: 1 claim without a number" in laid_out(some, [], "linear").notes


@pytest.mark.parametrize(("count", "days", "signs"), [(6, 5, 6), (80, 70, 0), (6, 1, 0)])
def test_a_day_of_publication_is_never_drawn_as_the_day_that_is_told(count, days, signs):
    picture = laid_out(crowd(count, days), [], "linear")
    assert len(picture.leaders) == signs
    assert ("a number that tells no day stands at the day of publication" in picture.notes) == (not signs)


def test_where_every_number_tells_its_day_no_publication_is_spoken_of():
    told = [claim(value, doc=f"{value}.txt", as_of_basis="text") for value in (30, 40)]
    assert laid_out(series(told), [], "linear").notes == ("the axis does not begin at zero",)


def test_a_series_of_nothing_but_words_has_a_picture_too():
    some = series([claim(None, bound="indefinite", low=None, high=None)])
    assert laid_out(some, [], "auto").points == ()
