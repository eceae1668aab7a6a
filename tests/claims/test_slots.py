"""Status, measure, subject, place and scope."""

import pytest

STATUS = [
    ("Some 14 ships have sailed.", "observed"),
    ("Some 14 ships are expected to sail.", "forecast"),
    ("The number of ships could rise to 14.", "forecast"),
    ("The fleet will have 14 ships.", "forecast"),
    ("Experts forecast 14 storms.", "forecast"),
    ("The ministry plans to buy 14 ships.", "planned"),
    ("The navy pledged 14 ships.", "planned"),
    ("The navy denied that 14 ships had sunk.", "denied"),
    ("The navy denied that it had sent 14 ships.", "denied"),
    ("The navy denied the report and said 14 ships had sunk.", "observed"),
    ("The navy lost 14 ships, more than expected.", "observed"),
    ("Marek won 14 seats and will take office in June.", "observed"),
    ("The storm may exceed the one that sank 14 ships.", "observed"),
    ("The man who killed 14 people, planned to flee.", "observed"),
    ("The fire that killed 14 people is likely to be the worst.", "observed"),
]


@pytest.mark.parametrize(("text", "expected"), STATUS)
def test_status(read, text, expected):
    assert read(text, "14", noun="").status == expected


MEASURE = [
    ("Another 14 people died.", "people", "", "increment"),
    ("Police found 14 more bodies.", "more bodies", "", "increment"),
    ("An additional 14 were hurt.", "", "", "increment"),
    ("Sales rose by 14 units.", "units", "", "increment"),
    ("Some 14 people arrive each day.", "people", "", "flow"),
    ("The men earn 14 a month.", "", "USD / month", "flow"),
    ("More than 14 people died.", "people", "", "total"),
    ("The toll rose to 61 from 14 a day earlier.", "", "", "total"),
    ("Some 14 people died.", "people", "", "total"),
]


@pytest.mark.parametrize(("text", "noun", "unit", "expected"), MEASURE)
def test_measure(read, text, noun, unit, expected):
    assert read(text, "14", noun=noun, unit=unit).measure == expected


SUBJECT = [
    ("At least 14 people were killed.", "people", "dead"),
    ("At least 14 people were hurt and 3 died.", "people", "injured"),
    ("Fourteen died and 14 others were wounded.", "others", "injured"),
    ("Another 14 are missing.", "", "missing"),
    ("The death toll has risen to 14.", "", "dead"),
    ("There are 14 suspected cases of cholera.", "suspected cases", "suspected infected"),
    ("Norway sent 14 Norwegian soldiers.", "Norwegian soldiers", "norway troops"),
    ("Norwegian military personnel arrived, 14 troops in all.", "troops", "norway troops"),
    ("Norway’s troop deployment could reach 14.", "troop deployment", "norway troops"),
    ("The Norwegian soldiers came. They will soon have 14 there.", "", "norway troops"),
    ("The storm damaged 14 wooden houses.", "wooden houses", "house"),
    ("The road is 14 kilometres long.", "road", "road"),
    ("Some 14 companies took part.", "companies", "company"),
    ("The plan gives every 30 pupils 14 teachers.", "teachers", "group of teacher"),
    ("The plan asks for 14 teachers for every 30 pupils.", "teachers", "group of teacher"),
]


@pytest.mark.parametrize(("text", "noun", "expected"), SUBJECT)
def test_subject(read, text, noun, expected):
    assert read(text, "14", noun=noun).subject == expected


PLACE = [
    ("Some 14 people died in Bergen.", "Bergen"),
    ("Some 14 soldiers are on Norwegian territory.", "Norway"),
    ("Some 14 people died in Norway’s Hordaland region.", "Hordaland, Norway"),
    ("Some 14 people are in the front-line region of Maule.", "Maule"),
    ("Some 14 people died in Fargo, N.D., police said.", "Fargo, North Dakota"),
    ("In Bergen, 14 people died; in Oslo, none did.", "Bergen"),
    ("Officials in Oslo said 14 people had died in Bergen.", "Bergen"),
    ("Some 14 people had died in Bergen, officials said in Oslo.", "Bergen"),
    ("Chilean health officials counted 14 dead.", "Chile"),
    ("Flood in Bergen\n\nThe water rose.\n\nSome 14 people died.", "Bergen"),
    ("Ships reached Bergen on Monday. Some 14 had arrived by noon.", "Bergen"),
    ("He was there in March, and 14 people died.", ""),
    ("Some 14 people died, according to Ana Silva.", ""),
]


@pytest.mark.parametrize(("text", "expected"), PLACE)
def test_place(read, text, expected):
    assert read(text, "14").place == expected


SCOPE = [
    ("Some 14 people died, including the gunman.", "including the gunman"),
    ("Some 14 people died, not counting two guards.", "not counting two guards"),
    ("In Bergen alone 14 people died.", "Bergen alone"),
    ("Some 14 people died.", ""),
]


@pytest.mark.parametrize(("text", "expected"), SCOPE)
def test_scope(read, text, expected):
    assert read(text, "14").scope == expected


SHORT_FORMS = [
    ("South Sudan sent its men. The South’s deployment could grow to 14 troops.", "troops", "south sudan troops"),
    ("South Sudan and South Africa sent men. The South’s deployment grew to 14 troops.", "troops", "troops"),
    ("Some 14 Norwegian officers and men are in Bergen.", "Norwegian officers and men", "norway troops"),
    ("Each convoy has one medic for every 14 Norwegian soldiers.", "Norwegian soldiers", "group of norway troops"),
    ("It gives every 14 soldiers a medic.", "soldiers", "group of troops"),
]


@pytest.mark.parametrize(("text", "noun", "expected"), SHORT_FORMS)
def test_subject_by_short_form_rank_and_ratio(read, text, noun, expected):
    assert read(text, "14", noun=noun).subject == expected


SENT = "VARN, Norland (AP) — A storm hit Norland. Roofs flew in Varn. Cars lay in Varn. The mood in Varn was grim.\n\n"
NATIONAL = [
    ("At least 14 people were killed nationwide.", "Norland"),
    ("Some 14 people have died across the country, nine of them in Varn.", "Norland"),
    ("Nine people died in Varn and five in Derby, 14 in all.", "Norland"),
    ("The national death toll rose to 14, with nine killed in Varn.", "Norland"),
    ("Norland’s death toll rose to 14, officials in Varn said.", "Norland"),
    ("In all, 14 people died in Varn.", "Varn"),
    ("Nine people died across the country and 14 were hurt in Derby.", "Derby"),
]


@pytest.mark.parametrize(("text", "expected"), NATIONAL)
def test_a_national_toll_is_the_countrys(read, text, expected):
    assert read(SENT + text, "14").place.split(",")[0] == expected


def test_a_dateline_does_not_say_where_its_sentences_numbers_hold(read):
    behind = "\n\nRoofs flew in Varn. Cars lay in Varn. The mood in Varn was grim."
    assert read(f"VARN, Norland (AP) — A storm killed 14 people on Monday.{behind}", "14").place == ""
    assert read(f"VARN, Norland (AP) — A storm killed 14 people in Derby on Monday.{behind}", "14").place == "Derby"


PLACES_AND_PEOPLE = [
    ("The fever came to Port Salle. Some 14 people died in Port Salle.", "Port Salle"),
    ("Ana Silva came. Ana Silva left. They saw in Ana Silva a leader of 14 people.", ""),
    ("It was the worst, and 14 people died in Cyclone Edna.", ""),
    ("The Santa Rita left at nine. Some 14 people died on the Santa Rita.", ""),
]


@pytest.mark.parametrize(("text", "expected"), PLACES_AND_PEOPLE)
def test_towns_of_two_words_are_no_people_and_storms_and_ships_no_towns(read, text, expected):
    assert read(text, "14").place == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Voters rejected the tax by 14 percent.", "observed"),
        ("Voters rejected the tax by a margin of 14 to nine.", "observed"),
        ("Police denied claims by the opposition that 14 men had been shot.", "denied"),
    ],
)
def test_a_margin_is_not_what_is_rejected(read, text, expected):
    assert read(text, "14").status == expected


def test_a_toll_is_of_the_dead_whoever_is_missing(read):
    assert read("Death toll hits 14 amid search for missing", "14", noun="Death toll").subject == "dead"
