"""The lexicon of a run: plugins, then configuration; and that it goes where units are used."""

import pickle
from types import ModuleType

import pytest

from recon import engine
from recon.builtin import BUILTIN
from recon.errors import UsageError
from recon.hooks import hookimpl
from recon.host import Host, Owned, Owner
from recon.model import Document, Estimate, UnitDefinition
from recon.series import in_one_unit, relate
from recon.testing import claim, series
from recon.units import Extension, convert, lexicon, using
from recon.vocabulary import lexicon_of

TUB = UnitDefinition(
    name="tub", words=("tub of butter/tubs of butter",), signs=("tb",), kind="mass", factor=50, unit="pound"
)


def plugin(*units):
    @hookimpl
    def recon_units():
        return units

    module = ModuleType("dairy")
    module.recon_units = recon_units
    return module


HOST = Host([*BUILTIN, plugin(TUB)])


def test_recons_own_lexicon_where_nothing_is_changed():
    assert lexicon_of(Host(BUILTIN), Extension()) is lexicon()


def test_the_configuration_changes_what_plugins_have_added():
    own = Extension(deny=("tub",), define=(UnitDefinition(name="tablet", signs=("tb",), kind="other"),))
    known = lexicon_of(HOST, own, "recon.toml")
    assert known.signs["tb"].expression == "tablet"
    assert "tub of butter" not in known.words
    assert [one.name for one in known.definitions] == ["tub", "tablet"]


@pytest.mark.parametrize(
    ("own", "words"),
    [
        (Extension(deny=("tubb",)), "recon.toml: units.deny: there is no unit, kind, word or sign 'tubb'; did you me"),
        (
            Extension(define=(UnitDefinition(name="tablet", signs=("tb",), kind="other"),)),
            "recon.toml: units.define.tablet: the sign 'tb' means tub of dairy already; leave it out,",
        ),
        (
            Extension(define=(UnitDefinition(name="tablet", words=("stone",), kind="other"),)),
            "recon.toml: units.define.tablet: the word 'stone' means stone of recon-figures",
        ),
        (
            Extension(define=tuple(UnitDefinition(name=name, signs=("tt",), kind="other") for name in ("one", "two"))),
            "recon.toml: units.define.two: the sign 'tt' means one of this file already",
        ),
        (Extension(define=(UnitDefinition(name="tablet", kind="other"),)), "recon.toml: units.define.tablet has ne"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_the_file_and_both_owners(own, words):
    with pytest.raises(UsageError) as caught:
        lexicon_of(HOST, own, "recon.toml")
    assert str(caught.value).startswith(words)


class Weigher:
    """A check that converts what it is given, as a plugin's may."""

    code, name, severity = "ZZ101", "weigher", "warning"
    ok, not_ok = "Two.", "Three."

    def check(self, document, figures):
        convert(1, "tub", "kilogram")
        return ()


def plan(**fields):
    known = lexicon_of(HOST)
    extractor = engine.chosen_extractor(HOST, "", known)
    return engine.Plan(**{"extractor": extractor, "lexicon": known, **fields})


def test_the_extractor_is_built_with_the_lexicon_and_both_travel():
    made = pickle.loads(pickle.dumps(plan()))
    assert made.lexicon is made.extractor.object.lexicon is lexicon_of(HOST)
    assert engine.chosen_extractor(HOST, "quantulum3", lexicon_of(HOST)) == engine.chosen_extractor(HOST, "quantulum3")


def test_checks_convert_the_units_of_the_plan():
    declared = ModuleType("weighing")
    declared.recon_checks = hookimpl(lambda: [Weigher()])
    declared.recon_checks.__name__ = "recon_checks"
    host = Host([*BUILTIN, plugin(TUB), declared])
    checks = engine.chosen_checks(host, ["ZZ101"])
    document = Document(id="a", text="None.")
    assert engine.work_on(plan(checks=checks), (document,)).findings == ()
    [failure] = engine.work_on(plan(checks=checks, lexicon=lexicon()), (document,)).findings
    assert "'tub' is no unit that recon knows" in failure.message


def test_series_see_one_unit():
    told = [
        claim(10.0, doc="a", kind="mass", unit="tub", text="10 tubs"),
        claim(500.0, doc="b", kind="mass", unit="pound", text="500 pounds"),
    ]
    one = series(told, unit="pound")
    with using(lexicon_of(HOST)):
        assert [each.value for each in in_one_unit(one).claims] == [500.0, 500.0]
        assert [each.kind for each in relate([one])] == ["restated"]
    assert [each.value for each in in_one_unit(one).claims] == [10.0, 500.0]
    assert relate([one]) == ()


class Butter:
    """A reconciler that converts, as a plugin's may."""

    name = "butter"

    def reconcile(self, one):
        low = convert(1, "tub", "pound")
        yield Estimate(series=one.key, at=None, low=low, best=low, high=low, support=(), why="weighed")


def test_reconcilers_convert_the_units_of_the_run():
    owned = Owned(owner=Owner(distribution="dairy"), kind="reconciler", key="butter", object=Butter())
    documents = [Document(id="a.txt", text="")]
    made = engine.reconcile(documents, [claim(3.0)], [owned], known=lexicon_of(HOST))
    assert [one.best for one in made.estimates] == [50.0]
    assert [one.code for one in engine.reconcile(documents, [claim(3.0)], [owned]).findings] == ["RX904"]
