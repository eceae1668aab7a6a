from recon.builtin import BUILTIN
from recon.host import Host, Owned, Owner
from recon.model import Estimate
from recon.ranking import ranked, ranking, simulated, standings
from recon.reports.layout import WIDTH

OWN = "recon-tides"


class Tides:
    name = "the highest tide that was ever told of"

    def reconcile(self, one):
        if len(one.claims) > 9:
            raise ValueError("drowned")
        best = max(claim.value or 1.0 for claim in one.claims)
        yield Estimate(series=one.key, at=None, low=best, best=best, high=1e3 * best, support=(), why="told")


TIDES = Owned(owner=Owner(distribution=OWN, version="1.0"), kind="reconciler", key=Tides.name, object=Tides())


def test_the_authors_own_row_is_marked_and_his_failures_are_told():
    steps = []
    told = ranking((*Host(BUILTIN).reconcilers, TIDES), {OWN}, steps.append)
    lines = told.splitlines()
    assert max(map(len, lines)) <= WIDTH
    assert sum(line.startswith("→ the highest tide") for line in lines) == 1
    assert "→ of recon-tides; in brackets: rules of thumb." in told
    assert "RX904 reconciler the highest tide that was ever told of of recon-tides 1.0 failed on series" in " ".join(
        told.split()
    )
    assert steps[0].startswith("ranking latest, 1 of ")
    assert steps[-1].startswith("ranking (vote), ")


def test_without_an_author_nothing_is_marked():
    assert "→" not in ranking(())


def test_a_single_material_has_no_spread_and_no_place():
    material = simulated(1, 3)
    single = standings("one", ranked((), [material]))
    several = standings("two", ranked((), [material, simulated(2, 3)]))
    assert "place" not in single[0]
    assert several[0].split() == [
        "two", "error", "×med", "±", "place", ">1", "%", "cover", "width", "Winkler", "told", "s/1k",
    ]  # fmt: skip


def test_what_there_is_none_of_is_left_blank():
    silent = Owned(owner=Owner(distribution=OWN), kind="reconciler", key="silent", object=_Silent())
    last = standings("one", ranked([silent], [simulated(1, 2)]))[-1]
    name, answered, _ = last.split()
    assert (name, answered) == ("silent", "0.00")


class _Silent:
    name = "silent"

    def reconcile(self, one):
        return ()
