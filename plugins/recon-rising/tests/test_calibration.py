"""Tolls with a known truth: people are found day by day, and papers report late, rounded, or from a second office."""

import datetime as dt
import math
import random

import pytest
from recon_rising import Rising

from recon.testing import claim, series

FIRST = dt.date(2031, 5, 1)
DAYS = 30


def toll(rng):
    """The true count by day, and what is claimed of it."""
    people, rate = round(math.exp(rng.uniform(3.5, 8))), rng.uniform(0.06, 0.35)
    counts, found = [], 0
    for _ in range(DAYS):
        found += sum(rng.random() < rate for _ in range(people - found))
        counts.append(max(found, 1))
    second = math.exp(rng.gauss(0, 0.2))
    claims = []
    for number in range(rng.randint(4, 16)):
        day = min(int(rng.expovariate(0.12)), DAYS - 1)
        count, origin, bound, step = counts[max(day - rng.choice((0, 0, 1, 2)), 0)], "Rescue Service", "exact", 1.0
        if rng.random() < 0.15:
            count, origin = max(round(count * second), 1), "Relief Union"
        elif rng.random() < 0.4:
            step = 10.0 ** max(len(str(count)) - 2, 0)
            bound = rng.choice(("at_least", "about"))
            count = max((math.floor if bound == "at_least" else round)(count / step) * step, 1)
            origin = f"Paper {number % 4}"
        date = FIRST + dt.timedelta(days=day)
        claims.append(claim(float(count), doc=f"d{number}", origin=origin, bound=bound, step=step, published=date))
    return counts, claims


@pytest.fixture(scope="module", params=(20310501, 7, 1906))
def days(request):
    """(truth, low, best, high, the newest number) at the end of each of 120 tolls and half way through."""
    rng, rows = random.Random(request.param), []
    for _ in range(120):
        counts, claims = toll(rng)
        claims.sort(key=lambda one: one.published)
        for known in (claims[: len(claims) // 2 + 1], claims):
            estimate = list(Rising().reconcile(series(known)))[-1]
            truth = counts[(estimate.at - FIRST).days]
            rows.append((truth, estimate.low, estimate.best, estimate.high, known[-1].value))
    return rows


def error(pairs):
    return sum(abs(math.log(made / truth)) for made, truth in pairs) / len(pairs)


def test_low_to_high_holds_the_truth_about_four_times_in_five(days):
    held = sum(low <= truth <= high for truth, low, _, high, _ in days) / len(days)
    assert 0.72 <= held <= 0.9


def test_best_is_nearer_than_the_newest_number(days):
    assert error([(best, truth) for truth, _, best, _, _ in days]) < 0.8 * error(
        [(last, truth) for truth, *_, last in days]
    )
