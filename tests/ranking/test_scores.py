import math
from dataclasses import dataclass, field

import pytest

from recon.budget import Overrun
from recon.engine import discover
from recon.host import Owned, Owner
from recon.model import Estimate
from recon.ranking import Material, Sitting, answered, baselines, ranked, simulated
from recon.ranking.scores import interval_score
from recon.reconcilers import Latest
from recon.testing import DAY, claim, series

OWNER = Owner(distribution="recon-trial", version="1.0")


def owned(reconciler):
    return Owned(owner=OWNER, kind="reconciler", key=reconciler.name, object=reconciler)


def estimate(one, low, best, high, at=None):
    ids = tuple(claim.id for claim in one.claims)
    return Estimate(series=one.key, at=at, low=low, best=best, high=high, support=ids, why="told")


@dataclass(frozen=True)
class Oracle:
    """Knows the truth, and says so within a third; of some series it says nothing."""

    truth: dict
    name: str = "oracle"
    silent: tuple = ()

    def reconcile(self, one):
        for day, truth in self.truth[one.key] if one.key not in self.silent else ():
            yield estimate(one, truth * 0.75, truth, truth / 0.75, day)


@dataclass
class Learner:
    """Gives the number of series that it has learnt from, and counts how often it is asked."""

    name: str = "learner"
    asked: list = field(default_factory=list)
    learnt: int = 0

    def fit(self, known):
        return Learner(asked=self.asked, learnt=len(known))

    def reconcile(self, one):
        self.asked.append(one.key)
        yield estimate(one, None, float(self.learnt), None)


@dataclass
class Plain:
    name: str = "plain"
    asked: list = field(default_factory=list)

    def reconcile(self, one):
        self.asked.append((one.key, len(one.claims)))
        yield estimate(one, 1.0, 2.0, 4.0)


class Broken:
    name = "broken"

    def reconcile(self, one):
        raise ValueError("no such sea")


@dataclass
class Slow:
    """Is stopped by the budget on every series."""

    name: str = "slow"
    asked: list = field(default_factory=list)

    def reconcile(self, one):
        self.asked.append(one.key)
        raise Overrun


def told(key, *numbers):
    return series([claim(float(number), doc=f"{key}{at}") for at, number in enumerate(numbers)], key=key)


@pytest.fixture(scope="module")
def material():
    return simulated(7, 12)


@pytest.fixture
def towns():
    """Two sittings: at the second, one series has a claim more and the other none."""
    first = (told("hill", 2), told("quay", 3), told("undisputed", 7))
    second = (told("hill", 2, 4), told("quay", 3))
    return Material(
        name="towns",
        sittings=(
            Sitting(series=first, truth={"hill": 2.0, "quay": 2.0}),
            Sitting(series=second, truth={"hill": 5.0, "quay": 2.0}),
        ),
    )


def oracle(material, **known):
    truth = {}
    for sitting in material.sittings:
        for key, number in sitting.truth.items():
            truth.setdefault(key, []).append((sitting.day, number))
    return owned(Oracle(truth, **known))


def test_the_least_error_is_first(material):
    made = ranked([owned(Latest()), oracle(material)], [material])
    assert made[0].name == "oracle"
    [score] = made[0].scores
    assert score.error == score.off == score.relative == 0
    assert score.coverage == score.answered == 1
    assert score.width == score.interval_score == pytest.approx(0.575, abs=0.001)
    assert (score.intervals, score.of_series) == (len(material.asked), 12)
    assert [one.mean("relative") for one in made] == sorted(one.mean("relative") for one in made)
    assert {one.name for one in made} == {"latest", "oracle", *(one.key for one in baselines())}
    by_name = {one.name: one for one in made}
    assert by_name["(median)"].mean("relative") == 1
    assert by_name["(median)"].mean("error") > by_name["(isotonic)"].mean("error") > 0
    assert by_name["(median)"].mean("coverage") is None


def test_whoever_leaves_questions_out_is_compared_on_the_others(material):
    half = tuple(f"stream-{number:03}" for number in range(0, 12, 2))
    [score] = next(one for one in ranked([oracle(material, silent=half)], [material]) if one.name == "oracle").scores
    assert score.answered == 0.5
    assert score.off == 0.5
    assert score.relative == 0
    everything = tuple(f"stream-{number:03}" for number in range(12))
    silent = ranked([oracle(material, silent=everything)], [material])[-1]
    assert (silent.name, silent.mean("error"), silent.mean("answered")) == ("oracle", None, 0)


def test_several_materials_give_a_spread_and_places():
    materials = [simulated(seed, 6) for seed in (1, 2, 3)]
    made = {one.name: one for one in ranked([owned(Latest())], materials)}
    ratios = [score.relative for score in made["latest"].scores]
    mean = sum(ratios) / 3
    assert made["latest"].mean("relative") == pytest.approx(mean)
    assert made["latest"].spread == pytest.approx(math.sqrt(sum((ratio - mean) ** 2 for ratio in ratios) / 2))
    for number in range(3):
        order = sorted(made.values(), key=lambda one: one.scores[number].relative)
        assert order[0].places[number] == 1
        assert order[-1].places[number] > 1


def test_who_learns_does_so_from_all_series_of_each_sitting(towns):
    learner = Learner()
    given = answered(owned(learner), towns)
    assert [best for best, _, _ in given.answers] == [3, 3, 2, 2]
    assert learner.asked == ["hill", "quay", "hill", "quay"]


def test_nobody_is_asked_twice_for_the_same_claims(towns):
    plain = Plain()
    given = answered(owned(plain), towns)
    assert plain.asked == [("hill", 1), ("quay", 1), ("hill", 2)]
    assert (given.runs, given.answers) == (3, ((2.0, 1.0, 4.0),) * 4)


def test_coverage_and_width_are_of_closed_intervals_on_the_scale(towns):
    [score] = next(one for one in ranked([owned(Plain())], [towns]) if one.name == "plain").scores
    assert score.coverage == 0.75
    assert score.width == pytest.approx(math.log(4))
    assert score.error == pytest.approx(math.log(5 / 2) / 4)
    assert score.off == 0.25
    assert score.interval_score == pytest.approx(math.log(4) + 10 * math.log(5 / 4) / 4)


def test_a_single_material_has_a_standard_error_over_its_series(material):
    by_name = {one.name: one for one in ranked([owned(Latest()), oracle(material)], [material])}
    assert by_name["(median)"].spread == by_name["oracle"].spread == 0
    assert 0.02 < by_name["latest"].spread < 0.5
    again = Material(name="twice", sittings=(*material.sittings, *material.sittings))
    twice = next(one for one in ranked([owned(Latest())], [again]) if one.name == "latest")
    assert twice.spread == pytest.approx(by_name["latest"].spread)  # the same series asked again tell nothing new


def test_differences_hold_what_has_no_logarithm():
    frost = Material(
        name="frost", scale="difference", sittings=(Sitting(series=(told("hill", -4, 2),), truth={"hill": -1.0}),)
    )
    made = {one.name: one.scores[0] for one in ranked([], [frost])}
    assert made["(median)"].error == 0
    assert made["(median)"].relative == 1
    assert made["(running maximum)"].error == 3
    assert made["(running maximum)"].relative == math.inf
    assert made["(isotonic)"].error == 3


def test_what_fails_is_told_and_counts_as_no_answer(towns):
    last = ranked([owned(Broken())], [towns])[-1]
    assert last.mean("answered") == 0
    assert (
        "reconciler broken of recon-trial 1.0 failed on series hill: ValueError: no such sea"
        in last.findings[0].message
    )


def test_who_overruns_is_not_asked_further(towns):
    slow = Slow()
    last = ranked([owned(slow)], [towns, towns])[-1]
    assert slow.asked == ["hill"]
    assert [one.code for one in last.findings] == ["RX905"]
    assert (last.name, last.mean("answered"), last.places[0]) == ("slow", 0, 6)


@pytest.mark.parametrize(
    ("low", "high", "truth", "score"), [(1, 3, 2, 2), (1, 3, 3, 2), (1, 3, 4, 12), (1, 3, 0.5, 7), (2, 2, 2, 0)]
)
def test_the_score_of_an_interval_is_winklers(low, high, truth, score):
    assert interval_score(low, high, truth) == pytest.approx(score)


def rule(name, *claims):
    [baseline] = [one for one in baselines() if one.key == f"({name})"]
    return [one.best for one in baseline.object.reconcile(series(claims))]


def test_the_rules_of_thumb():
    said = [
        claim(40.0, doc="a", chain=("Varn Post",)),
        claim(50.0, doc="b", chain=("Evening Star",)),
        claim(90.0, doc="c", chain=("Radio",), bound="at_most"),
        claim(50.0, doc="d", chain=("Courier",)),
        claim(45.0, doc="e", chain=("Evening Star",)),
        claim(70.0, doc="f", status="forecast"),
    ]
    assert rule("latest number", *said) == [45]
    assert rule("running maximum", *said) == [50]
    assert rule("median", *said) == [50]
    assert rule("vote", *said) == [45]  # of 40, 45, 50 and 90 the nearest to 47.5, and the less of two
    assert rule("isotonic", *said) == [pytest.approx((90 * 50 * 45) ** (1 / 3))]


def test_without_dates_nothing_is_the_latest():
    assert rule("latest number", claim(4.0, published=None), claim(5.0, published=None, doc="b.txt")) == []
    assert rule("latest number", claim(4.0), claim(5.0, doc="b.txt")) == [5]


def test_the_installed_reconcilers_are_ranked(towns):
    made = ranked(discover().reconcilers, [towns])
    assert {"latest", "range"} <= {one.name for one in made}
    assert [one.findings for one in made if one.findings] == []


def test_an_answer_is_of_the_day_or_before():
    one = told("hill", 2)
    sitting = Sitting(series=(one,), truth={"hill": 2.0}, day=DAY)
    asked = Material(name="day", sittings=(sitting,))
    later = DAY.replace(day=DAY.day + 1)
    truth = {"hill": [(DAY, 2.0), (later, 9.0)]}
    assert answered(owned(Oracle(truth)), asked).answers[0][0] == 2
