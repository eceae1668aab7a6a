"""What plugins and projects may change in the lexicon."""

from __future__ import annotations

import copy
import dataclasses
import pickle
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from recon import UnitDefinition, UsageError, units

OWN_KINDS = {unit.expression: unit.kind for unit in (*units.lexicon().words.values(), *units.lexicon().signs.values())}
ROOT = Path(__file__).parents[2]
OWN = units.lexicon()
WHEAT = UnitDefinition(
    name="bushel_of_wheat",
    words=("bushel of wheat/bushels of wheat",),
    signs=("bu.w",),
    kind="mass",
    factor=60,
    unit="pound",
)
BOX = UnitDefinition(name="box", words=("freight box/freight boxes",), signs=("TEU",), kind="other")
BIG_BOX = UnitDefinition(name="big_box", signs=("FEU",), kind="other", factor=2, unit="box")


def defined(**fields: Any) -> UnitDefinition:
    return UnitDefinition(**{"name": "tub", "words": ("tub",), "kind": "mass", "factor": 28, "unit": "pound", **fields})


def test_a_defined_unit_is_read_in_singular_plural_and_by_its_sign():
    known = OWN.extended(define=[WHEAT])
    assert known.words["bushel of wheat"] == known.words["bushels of wheat"] == known.signs["bu.w"]
    assert known.words["bushel of wheat"] == units.Unit("bushel_of_wheat", "mass")
    assert known.words["bushels"].expression == "bushel"
    assert "bushel of wheat" not in OWN.words


def test_a_defined_length_has_areas_and_volumes():
    known = OWN.extended(
        define=[defined(name="chain", words=("chain",), signs=("ch",), kind="length", factor=66, unit="foot")]
    )
    assert known.words["square chains"] == units.Unit("chain ** 2", "area")
    assert known.signs["ch²"] == units.Unit("chain ** 2", "area")
    with units.using(known):
        assert units.convert(10, "chain ** 2", "acre") == pytest.approx(1)


def test_a_defined_unit_converts_where_its_lexicon_is_in_use_and_nowhere_else():
    known = OWN.extended(define=[WHEAT, BOX, BIG_BOX])
    with units.using(known):
        assert units.convert(100, "bushel_of_wheat", "kilogram") == pytest.approx(2721.55422)
        assert units.convert(3, "USD / bushel_of_wheat", "USD / pound") == pytest.approx(0.05)
        assert units.factor("big_box", "box") == 2
        assert not units.compatible("box", "")
        assert units.compatible("kilobushel_of_wheat", "metric_ton")
        with units.using(OWN):
            assert not units.compatible("bushel_of_wheat", "pound")
    assert not units.compatible("bushel_of_wheat", "pound")
    with pytest.raises(ValueError, match="'bushel_of_wheat' is no unit that recon knows"):
        units.convert(1, "bushel_of_wheat", "pound")


def test_pints_registry_of_a_lexicon_has_its_units():
    registry = units.registry(OWN.extended(define=[WHEAT, BOX, BIG_BOX]))
    assert registry.Quantity(100, "bushel_of_wheat").to("kilogram").magnitude == pytest.approx(2721.55422)
    assert registry.Quantity(1, "big_box").to("box").magnitude == 2
    assert units.registry() is units.registry(OWN)


def test_further_words_for_a_known_unit():
    known = OWN.extended(define=[UnitDefinition(name="metric_ton", words=("tonneau/tonneaux",), signs=("t",))])
    assert known.signs["t"] == known.words["tonneaux"] == OWN.words["tonnes"]
    ton = OWN.extended(define=[UnitDefinition(name="ton", signs=("s.t.",))])
    assert ton.signs["s.t."].alternatives == ("metric_ton", "long_ton")
    ppt = OWN.extended(deny=["ppt"], define=[UnitDefinition(name="part_per_billion", signs=("ppt",))])
    assert ppt.signs["ppt"].expression == "part_per_billion"


def test_a_currency_is_named_by_its_code():
    known = OWN.extended(define=[UnitDefinition(name="ZMW", words=("kwacha/kwacha",), signs=("ZK",), kind="money")])
    assert known.words["kwacha"] == known.signs["ZMW"] == known.currency_signs["ZK"] == units.Unit("ZMW", "money")
    assert "ZMW" in units.currency_codes(known)
    assert "ZMW" not in units.currency_codes(OWN)
    with units.using(known):
        assert units.compatible("ZMW / day", "ZMW / year")
        assert not units.compatible("ZMW", "USD")


# Deny, allow, prefer


@pytest.mark.parametrize(
    ("entry", "gone", "stays"),
    [
        ("stone", ["stone"], ["pound"]),
        ("m", ["m"], ["meter", "metres", "m²", "km"]),
        ("Fathoms", ["fathom", "fathoms"], ["foot"]),
        ("light year", ["light year", "light-years", "light year"], ["ly", "year"]),
        ("metric_ton", ["tonne", "tonnes", "metric ton"], ["tons"]),
        ("tonne", ["tonne", "tonnes"], ["metric tons"]),
        ("foot", ["foot", "feet", "ft"], ["square feet"]),
        ("foot ** 2", ["square foot", "sq ft", "ft²"], ["feet"]),
        ("mile / hour", ["mph", "MPH"], ["mile"]),
        ("temperature", ["°C", "K", "degrees", "celsius"], ["km"]),
        ("money", ["dollars", "$", "USD", "cents", "p"], ["%"]),
        ("EUR", ["euros", "€", "EUR"], ["dollars", "$"]),
        ("calorie", ["calories", "cal"], ["kcal", "kilocalories"]),
    ],
)  # fmt: skip
def test_what_is_denied_is_not_read(entry, gone, stays):
    known = OWN.extended(deny=[entry])
    read = {**known.words, **known.signs, **known.currency_signs}
    assert [form for form in gone if form in read] == []
    assert [form for form in stays if form not in read] == []
    assert units.compatible("stone", "pound")


def test_a_denied_unit_is_no_other_reading_either():
    known = OWN.extended(deny=["GBP"])
    assert known.words["pounds"] == dataclasses.replace(OWN.words["pounds"], alternatives=())
    assert OWN.words["pounds"].alternatives == ("GBP",)


def test_what_is_allowed_alone_is_read():
    known = OWN.extended(allow=["length", "USD", "%"])
    assert {unit.kind for unit in known.words.values()} == {"length", "money"}
    assert {unit.expression for unit in known.currency_signs.values()} == {"USD"}
    assert known.currency_signs["$"].alternatives == ()
    assert known.signs["%"].expression == "percent"
    assert "percent" not in known.words
    assert known.units() == {unit for unit in OWN.units() if OWN_KINDS[unit] == "length"} | {"USD", "percent"}
    assert units.currency_codes(known) == {"USD"}


def test_deny_takes_out_of_what_is_allowed_and_what_is_defined_is_always_read():
    known = OWN.extended(allow=["mass"], deny=["stone"], define=[BOX])
    assert "stone" not in known.words
    assert {"kilos", "freight boxes"} <= set(known.words)
    assert "miles" not in known.words


def test_a_form_that_is_denied_is_free_for_another_unit():
    known = OWN.extended(deny=["stone"], define=[defined(name="mill_stone", words=("stone/stones",))])
    assert known.words["stones"].expression == "mill_stone"


def test_the_preferred_reading_comes_first():
    known = OWN.extended(prefer=["AUD", "metric_ton", "GBP", "imperial_gallon"])
    assert known.currency_signs["$"] == units.Unit("AUD", "money", ("USD", "CAD", "NZD", "SGD", "HKD", "MXN"))
    assert known.words["dollars"].expression == "AUD"
    assert known.words["tons"] == units.Unit("metric_ton", "mass", ("ton", "long_ton"))
    assert known.words["pounds"] == units.Unit("GBP", "money", ("pound",))
    assert known.signs["lb"].expression == "pound"
    assert known.signs["gal"].expression == "imperial_gallon"
    assert known.words["cents"].expression == "USD"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"deny": ["stnoe"]}, "deny: there is no unit, kind, word or sign 'stnoe'; did you mean 'stone'?"),
        ({"allow": ["lenght"]}, "allow: there is no unit, kind, word or sign 'lenght'; did you mean 'length'?"),
        ({"deny": ["§§§"]}, "deny: there is no unit, kind, word or sign '§§§'"),
        ({"prefer": ["metric_tun"]}, "prefer: 'metric_tun' is no other reading of any word or sign; did you mean 'me"),
        ({"prefer": ["mile"]}, "prefer: 'mile' is no other reading of any word or sign"),
    ],
)  # fmt: skip
def test_a_name_there_is_not_is_refused_with_the_nearest(changes, words):
    with pytest.raises(UsageError) as caught:
        OWN.extended(**changes)
    assert str(caught.value).startswith(words)


# What is refused


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"name": "tub of butter"}, "no identifier"),
        ({"name": "delta_tub"}, "no identifier"),
        ({"name": "tub; import os"}, "no identifier"),
        ({"name": "ﬁrkin"}, "no identifier"),
        ({"words": ()}, "neither words nor signs"),
        ({"words": ["tub"]}, "no tuple"),
        ({"words": (5,)}, "no text"),
        ({"signs": (["tb"],)}, "no text"),
        ({"name": None}, "no text"),
        ({"unit": None}, "no text"),
        ({"kind": ["mass"]}, "no text"),
        ({"factor": [2]}, "a number above 0"),
        ({"words": ("Tub",)}, "small letters"),
        ({"words": ("tub  of",)}, "small letters"),
        ({"words": ("(tub|cask)+",)}, "small letters"),
        ({"words": ("",)}, "small letters"),
        ({"words": ("dozen roses",)}, "begins with a number"),
        ({"signs": ("5t",)}, "letters and symbols"),
        ({"signs": ("t u",)}, "letters and symbols"),
        ({"signs": ("-",)}, "letters and symbols"),
        ({"signs": ("t" * 21,)}, "letters and symbols"),
        ({"signs": ("bn",)}, "means something else"),
        ({"words": tuple(f"tub{'x' * n}" for n in range(60)), "signs": ("tt", "ttt") * 21}, "more than 100"),
        ({"factor": 0}, "a number above 0"),
        ({"factor": float("inf")}, "a number above 0"),
        ({"factor": True}, "a number above 0"),
        ({"factor": "28"}, "a number above 0"),
        ({"kind": "weight"}, "has the kind 'weight'"),
        ({"kind": "temperature"}, "has the kind 'temperature'"),
        ({"kind": ""}, "has no kind"),
        ({"kind": "", "unit": "", "factor": 1}, "recon knows no unit of its name"),
        ({"unit": ""}, "a factor, but no unit"),
        ({"unit": "", "factor": 1}, "say how many kilogram it is"),
        ({"unit": "tub"}, "'tub' is no unit that recon knows"),
        ({"unit": "pound + 1"}, "no expression of units"),
        ({"unit": "__import__('os')"}, "is no unit that recon knows"),
        ({"unit": "liter"}, "is no mass: 'liter' cannot be converted to kilogram"),
        ({"unit": "degree_Celsius", "kind": "other"}, "whose zero is not nothing"),
        ({"kind": "money"}, "name it by its ISO 4217 code"),
    ],
)  # fmt: skip
def test_a_definition_that_is_none_is_refused(fields, words):
    assert words in OWN.problems(defined(**fields))[0]
    with pytest.raises(UsageError, match=r"^unit .*"):
        OWN.extended(define=[defined(**fields)])


@pytest.mark.parametrize(
    ("fields", "clash"),
    [
        ({"name": "stone"}, ("the name 'stone'", "stone")),
        ({"name": "imperial_pint"}, ("the name 'imperial_pint'", "imperial_pint")),
        ({"words": ("stone",)}, ("the word 'stone'", "stone")),
        ({"words": ("metre",)}, ("the word 'metre'", "meter")),
        ({"words": ("tub/tonnes",)}, ("the word 'tonnes'", "metric_ton")),
        ({"words": ("mm",)}, ("the word 'mm'", "millimeter")),
        ({"signs": ("km²",)}, ("the sign 'km²'", "kilometer ** 2")),
        ({"signs": ("Mile",)}, ("the sign 'Mile'", "mile")),
        ({"signs": ("$",)}, ("the sign '$'", "USD")),
    ],
)
def test_what_means_something_else_already_is_a_clash(fields, clash):
    assert OWN.clashes(defined(**fields))[0] == clash
    with pytest.raises(UsageError, match="already; leave it out, or deny that first"):
        OWN.extended(define=[defined(**fields)])


def test_one_form_cannot_be_given_to_two_definitions():
    with pytest.raises(UsageError, match="the sign 'TEU' means box already"):
        OWN.extended(define=[BOX, defined(name="tub", signs=("TEU",))])


# As a value


def test_a_lexicon_is_one_object_for_the_same_extensions_and_travels_as_them():
    known = OWN.extended(define=[WHEAT], deny=["stone"])
    assert OWN.extended(define=[WHEAT], deny=["stone"]) is known
    assert OWN.extended() is OWN
    assert pickle.loads(pickle.dumps(known)) is known
    assert copy.deepcopy(known) is known
    assert len(pickle.dumps(known)) < 1000
    with pytest.raises(dataclasses.FrozenInstanceError):
        known.words = {}


def test_it_is_the_same_in_another_process():
    known = OWN.extended(define=[WHEAT], deny=["stone"], prefer=["AUD"])
    code = (
        "import pickle, sys\nfrom recon import units\nknown = pickle.load(sys.stdin.buffer)\n"
        "with units.using(known):\n"
        "    print(len(known.words), 'stone' in known.words, known.currency_signs['$'].expression,"
        " units.convert(1, 'bushel_of_wheat', 'pound'))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], input=pickle.dumps(known), cwd=ROOT, capture_output=True, check=True
    )
    assert done.stdout.decode().split() == [str(len(known.words)), "False", "AUD", "60.0"]
