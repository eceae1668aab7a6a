from __future__ import annotations

from collections.abc import Callable

import pytest

from recon.model import Finding

Find = Callable[..., list[Finding]]

AGREEING = [
    "The reservoir covers 31 square kilometers (12 square miles) of the valley.",
    "Sow it in strips of 30 to 50 centimetres (12 to 20 inches).",
    "The cave is 12 km / 7.5 miles from Olm.",
    "The cave is 12 km\n(7.5 miles) from Olm.",
    "The pass, 5 km, or 3 miles, from Olm, is closed.",
    "A wall 30 feet high (9.1 m) fell.",
    "It was 17 °C (63 °F) in Olm.",
    "The sea has warmed by 2 °C (3.6 °F) since 1950.",
    "It was -5 °C (23 °F) at dawn.",
    "The farm has 18,500 acres (7,487 ha).",
    "He was fined for driving at 95 km/h (59 mph).",
    "The lorry carried 10 tons (9 tonnes) of gravel.",
    "The lorry carried 10 tons (10 tonnes) of gravel.",
    "Nearly 6,400 kilometers (3,977 miles) of pipe were laid.",
    "The tower, 0.5 km (1,640 ft) tall, was sold.",
    "Prices rose to $3 a gallon ($0.79 a liter).",
    "The storm was 40 miles (70 kilometers) off Olm.",
    "He jumped 60ft (20m) into the sea.",
    "Olm lies 210 miles (345 kilometers) to the north.",
    "The python measured 23.1 feet (7.06 m).",
    "Fires burned 702,130 acres (284,141 hectares).",
    "It lies 520 kilometers -- nearly 350 miles -- down.",
    "It flew at 72,300 feet (over 21 kilometers).",
    "The storm moved at 11 mph (19 kph).",
    "He is 6 feet, 2 inches (1.88 meters) tall.",
    "The estate has 1,000 hectares (2,471 acres or 10 sq km).",
    "The fire burned 588,000 hectares (1,500,000 acres).",
    "The pier is 100 metres (300 feet) long.",
    "The storm moved at 8 mph (13 kph).",
    "He stepped on a nail 3/4 inch (2 cm) long.",
    "The road is 1/3 mile (500 m) long.",
    "It fell 4 inches of rain (10 cm) in a day.",
    "They put up a 30-foot wall (9 m) in a week.",
    "The reef is 5 km, 3 miles or 2.7 nautical miles, away.",
    "The current runs at 3 knots (5.6 km/h; 3.5 mph).",
    "The tank takes 20 l (4.4 imp gal; 5.3 US gal).",
    "He ran 16 km or 10 miles a day.",
    "The trail is 16 km, that is, 10 miles, long.",
    "She weighs 11st 4lb (72kg).",
    "She is 5ft 7in (1.7m) tall.",
    "The ship displaced 12,000 long tons (12,193 t).",
    "The seizure was 5.5 tons (6 short tons).",
    "The car does 60 miles per gallon (26 kilometers per liter).",
    "The pressure fell to 1,000 hPa (29.53 inches of mercury).",
    "It was 5 °C (9 °F) above normal in Olm.",
    "Temperatures rose 3.6 degrees Fahrenheit (2 degrees Celsius) in a decade.",
    "It fell to -40 °C (-40 °F) in Olm.",
    "Set it to 425 degrees F (220 degrees C).",
    "The planet is 4.2 million kilometers (about 6 solar radii) from its star.",
    "Lay it 30 to 20 cm (12 to 8 in) deep.",
    "Bake at 325 °F (170 °C) for an hour.",
    "It will be about 20C (70F) in Olm.",
]

APART = [
    ("The trench is 40 km (64 miles) long.", "the factor was turned upside down"),
    ("The mast is 20 feet (32 km) high.", "the factor for miles was used on feet"),
    ("The pipeline runs 1,240 km (77 miles).", "off by a factor of 10"),
    ("The park covers 500 square miles (805 square kilometers).", "the factor for a length was used on an area"),
    ("The sea has warmed by 2 °C (36 °F) since 1950.", "a change was converted as if it were a reading"),
    ("It was 20 °C (36 °F) in Olm.", "a reading was converted as if it were a change"),
    ("Olm is 100 nautical miles (161 km) away.", "the factor for miles was used on nautical miles"),
    ("They walked 318 km (189 miles) in all.", "two digits changed places"),
    ("The plot measures 0.002 square miles (0 square kilometers).", "rounded away to nothing"),
    ("Sow it in strips of 30 to 50 centimetres (12 to 30 inches).", ""),
    ("The cave is 12 km / 12 miles from Olm.", "the number was not converted"),
    ("The pass, 5 km, or 5 miles, from Olm, is closed.", "the number was not converted"),
    ("The reef is 5 km, 30 miles or 2.7 nautical miles, away.", "off by a factor of 10"),
    ("The current runs at 3 knots (5.6 km/h; 35 mph).", "off by a factor of 10"),
    ("He ran 16 km or 16 miles a day.", "the number was not converted"),
    ("The trail is 16 km, that is, 26 miles, long.", "the factor was turned upside down"),
    ("The tank holds 100 US gallons (455 liters).", "the factor for imperial gallons was used on gallons"),
    ("The seizure was 5.5 short tons (5.5 tonnes).", "the number was not converted"),
    ("The car does 60 miles per gallon (260 kilometers per liter).", "off by a factor of 10"),
    ("The planet is 4.2 million kilometers (about 60 solar radii) from its star.", "off by a factor of 10"),
    ("It fell to -40 °C (-72 °F) in Olm.", "a reading was converted as if it were a change"),
    (
        "Temperatures rose 3.6 degrees Fahrenheit (-16 degrees Celsius).",
        "a change was converted as if it were a reading",
    ),
    ("The trip of 147 miles (241 kilometers) took a day.", "the number was rounded to 150 before it was converted"),
    ("The wall, 15 feet (5.0 meters) high, fell.", ""),
    ("She is 5ft 7in (17m) tall.", "off by a factor of 10"),
    ("Lay it 30 to 20 cm (12 to 80 in) deep.", "off by a factor of 10"),
]

NOT_JUDGED = [
    "A prize of $100 (£200) was offered.",
    "She ran the 10 km and then 20 miles.",
    "A 2 km walk (3 hours) ends there.",
    "A pool 20 m long (5 feet of it shallow) was built.",
    "Choose the 10 km or 10 mile race.",
    "He was jailed for two years (18 months with good conduct).",
    "The tank holds 60 litres (900 km).",
    "The laptop has 14 inches (512 GB) and a pen.",
    "A hole 30 feet long (4 m wide) opened.",
    "A tile of 4.5 cm x 4.5 cm fell.",
    "You can choose either 10 km or 10 miles.",
    "The 10 km or 10 mile race starts at noon.",
    "It was 15 °C (5 °F) below zero.",
    "Fuel use is 6.7 L/100 km (35 mpg).",
    "The gauge is 4 ft 8 1/2 in (1,435 mm).",
    "The screen is 13 inches (1,920 x 1,080 pixels).",
    "He swam 100 m, 200 yards and a mile.",
    "It is 20 feet (6 metres) by 30 feet (9 metres).",
    "The lake is 20 km long, 3 miles wide and deep.",
]


@pytest.mark.parametrize("text", AGREEING)
def test_right_conversions_pass(text: str, find: Find) -> None:
    assert find(text, "RC101") == []


@pytest.mark.parametrize("text", NOT_JUDGED)
def test_what_is_no_conversion_is_left_alone(text: str, find: Find) -> None:
    assert find(text, "RC10") == []


@pytest.mark.parametrize(("text", "cause"), APART)
def test_wrong_conversions_are_found_with_their_likely_cause(text: str, cause: str, find: Find) -> None:
    (found,) = find(text, "RC101")
    assert found.severity == "error"
    assert f"perhaps {cause}" in found.message if cause else "perhaps" not in found.message
    assert found.suggestion


def test_the_working_shows_the_interval_and_both_sides_corrected(find: Find) -> None:
    (found,) = find("A 20-foot (32-kilometer) mast fell.", "RC101")
    assert found.working == '"20-foot" means 19.5–21.0 ft = 5.94–6.40 m; the text says 32-kilometer'
    assert found.suggestion == "20-foot (6.1 m), or 20 mi (32-kilometer)"


def test_a_line_end_before_the_bracket_hides_nothing(find: Find) -> None:
    assert find("The cave is 12 km\n(19 miles) from Olm.", "RC101")


def test_a_finding_covers_both_figures(find: Find) -> None:
    text = "The trench is 40 km (64 miles) long."
    (found,) = find(text, "RC101")
    assert text[found.start : found.end] == "40 km (64 miles"
    assert found.figures == ("a.txt#body:14-19", "a.txt#body:21-29")


def test_a_precise_number_that_is_nearly_right_is_a_warning(find: Find) -> None:
    (found,) = find("Olm is 200 miles (326 kilometers) away.", "RC101")
    assert found.severity == "warning"
    assert "neither number is what the other rounds or cuts to" in found.working


@pytest.mark.parametrize(
    "text",
    [
        "The trail runs for 16 km (11 miles).",
        "The trail is 16 km, about 11 miles, long.",
        "The pass is 5 km, or 4 miles, away.",
        "The slab weighs 1.4 kg (2 pounds).",
    ],
)
def test_numbers_that_meet_only_in_a_third_that_is_neither_are_a_warning(text: str, find: Find) -> None:
    (found,) = find(text, "RC101")
    assert found.severity == "warning"
    assert "neither number is what the other rounds or cuts to" in found.working


def test_a_finer_number_than_is_printed_is_named(find: Find) -> None:
    (found,) = find("Olm is 400 miles (649 kilometers) away.", "RC101")
    assert found.message.endswith("perhaps a finer number, 403, was converted than is printed")


def test_a_third_unit_is_judged_once(find: Find) -> None:
    assert len(find("The reef is 5 km, 3 miles or 27 nautical miles, away.", "RC101")) == 1


def test_fives_too_far_apart_are_found(find: Find) -> None:
    (found,) = find("Olm is 40 miles (80 kilometers) away.", "RC101")
    assert found.severity == "error"


def test_a_hedge_excuses_what_is_nearly_right(find: Find) -> None:
    assert find("Olm is about 200 miles (326 kilometers) away.", "RC101") == []


def test_rates_by_other_things_are_no_conversion(find: Find) -> None:
    (found,) = find("It was tested at 50 miles per hour (21 kilometers per liter).", "RC101")
    assert "measure different things" in found.message


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("It is 62 km (38 miles) away.", True),
        ("It is 62 km (39 miles) away.", False),
        ("The park covers 1,250 square kilometers (482 square miles).", True),
        ("It is 16 km (10 miles) away.", False),
        ("It is 100 km (60 miles) away.", False),
        ("The park covers 8,000 sq km (3,090 sq miles).", False),
    ],
)
def test_a_cut_conversion_is_for_information(text: str, cut: bool, find: Find) -> None:
    assert [found.severity for found in find(text, "RC102")] == (["info"] if cut else [])
