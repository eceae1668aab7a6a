"""Who says a number: patterns of attribution, pronouns, quotations, chains and origins."""

import pytest

SAID_BY = [
    # subject before verb
    ("Police said 14 people were hurt.", "14", "Police"),
    ("The port authority said on Monday that 14 ships were stuck.", "14", "port authority"),
    ("Governor Ana Silva told reporters that 14 people were hurt.", "14", "Ana Silva"),
    ("Ana Silva, the governor of the province, said 14 people were hurt.", "14", "Ana Silva"),
    ("In a statement Harborview Hospital said 14 people were hurt.", "14", "Harborview Hospital"),
    ("Fourteen shops burned and 14 people were hurt, the fire brigade said.", "14", "fire brigade"),
    ("The ministry has confirmed 14 deaths.", "14", "ministry"),
    ("Ana Silva and Per Dahl said 14 people were hurt.", "14", "Ana Silva and Per Dahl"),
    ("The harbour office put the number of stranded ships at 14.", "14", "harbour office"),
    ("A poll by Norden Institute found that 14 percent agreed.", "14", "Norden Institute"),
    ("The survey, released last week, showed 14 percent in favour.", "14", "survey"),
    # verb before subject
    ("“We have 14 people in hospital,” said Ana Silva, head of the clinic.", "14", "Ana Silva"),
    ("“We have 14 people in hospital,” Silva said.", "14", "Silva"),
    ("At least 14 people were hurt, according to the fire brigade.", "14", "fire brigade"),
    ("According to Ana Silva, 14 people were hurt.", "14", "Ana Silva"),
    ("As The Evening Star reported, 14 people were hurt.", "14", "The Evening Star"),
    ("14 people were counted by the Red Cross.", "14", "Red Cross"),
    ("14 people hurt in tram crash: police", "14", "police"),
    ("Police: 14 people hurt in tram crash", "14", "Police"),
    ("The figure was 14. That’s according to the fire brigade.", "14", "fire brigade"),
    # one telling beside another
    ("Police said 9 people were hurt, while the hospital said 14 were.", "14", "hospital"),
    ("Police said 14 people were hurt, while the hospital said 9 were.", "14", "Police"),
    ("Police said 9 people were hurt and put the damage at 14 million.", "14", "Police"),
    ("Zoe Marsh warned of floods, adding that 14 bridges were closed.", "14", "Zoe Marsh"),
    # nobody
    ("In all, 14 people were hurt.", "14", "The Bergen Post"),
    ("About 14 people are believed to have been hurt.", "14", "The Bergen Post"),
    ("The deal, announced Friday, would last 14 years.", "14", "The Bergen Post"),
    ("Police declined to say whether 14 people were hurt.", "14", "The Bergen Post"),
    ("Some 14 officials said nothing.", "14", "The Bergen Post"),
    ("The rest, said Ana Silva, who has 14 cats, is history.", "14", "The Bergen Post"),
    ("Sales rose, according to Norden Bank, a big lender with 14 branches.", "14", "The Bergen Post"),
]


@pytest.mark.parametrize(("text", "number", "expected"), SAID_BY)
def test_said_by(read, text, number, expected):
    assert read(text, number).said_by == expected


RESOLVED = [
    ("Mayor Ana Silva spoke on Monday. She said 14 people were hurt.", "Ana Silva"),
    ("Ana Silva, the mayor, spoke to us. Silva said 14 people were hurt.", "Ana Silva"),
    ("The Harbour Safety Agency (HSA) met. The HSA said 14 ships sank.", "Harbour Safety Agency"),
    ("The Harbour Safety Agency said it was late. The agency added that 14 ships sank.", "Harbour Safety Agency"),
    ("The Harbour Safety Agency said it was late. It estimated that 14 ships sank.", "Harbour Safety Agency"),
    ("The Evening Star reported a fire. The newspaper said 14 people died.", "The Evening Star"),
    ("The London Evening News wrote of a fire. The News said 14 died.", "The London Evening News"),
    ("Two died in Maule County, police said. The county said 14 were missing.", "Maule County"),
    ("The U.S. warned of storms and said 14 states were at risk.", "United States"),
    ("“It was a bad night,” Ana Silva said. “We lost 14 people.”", "Ana Silva"),
    ("“It was a bad night. We lost 14 people,” Ana Silva said.", "Ana Silva"),
    ("Ana Silva wrote:\n“It was a bad night and 14 people died.”", "Ana Silva"),
    ("“It was a bad night,” Ana Silva said.\n“We lost 14 people.”", "Ana Silva"),
]


@pytest.mark.parametrize(("text", "expected"), RESOLVED)
def test_short_forms_pronouns_and_quotations(read, text, expected):
    assert read(text, "14").said_by == expected


CHAINS = [
    (
        "The Evening Star, citing a senior army officer, reported that 14 tanks had crossed.",
        ("The Bergen Post", "The Evening Star", "senior army officer"),
        "The Evening Star",
        "named",
    ),
    (
        "Citing documents from a port official, The Evening Star said 14 ships had left.",
        ("The Bergen Post", "The Evening Star", "port official"),
        "The Evening Star",
        "named",
    ),
    (
        "Ana Silva told The Evening Star that 14 ships had left.",
        ("The Bergen Post", "The Evening Star", "Ana Silva"),
        "Ana Silva",
        "named",
    ),
    (
        "“There are 14 ships,” the Harbour Office was quoted as saying by The Evening Star.",
        ("The Bergen Post", "The Evening Star", "Harbour Office"),
        "Harbour Office",
        "named",
    ),
    (
        "The Evening Star quoted the Harbour Office as saying that 14 ships had left.",
        ("The Bergen Post", "The Evening Star", "Harbour Office"),
        "Harbour Office",
        "named",
    ),
    (
        "The Evening Star reported a raid, citing army staff. A senior official said 14 tanks had crossed.",
        ("The Bergen Post", "The Evening Star", "senior official"),
        "The Evening Star",
        "inferred",
    ),
    (
        "Per Dahl, deputy director of the Harbour Office, said 14 ships had left.",
        ("The Bergen Post", "Harbour Office"),
        "Harbour Office",
        "named",
    ),
    (
        "Navy spokeswoman Ana Silva said 14 ships had left.",
        ("The Bergen Post", "Navy"),
        "Navy",
        "named",
    ),
    ("An official said 14 ships had left.", ("The Bergen Post", "official"), "The Bergen Post", "outlet"),
    ("City officials said 14 ships had left.", ("The Bergen Post", "City officials"), "City officials", "named"),
    ("In all, 14 ships had left.", ("The Bergen Post",), "The Bergen Post", "outlet"),
    ("The Bergen Post said 14 ships had left.", ("The Bergen Post",), "The Bergen Post", "outlet"),
]


@pytest.mark.parametrize(("text", "chain", "origin", "basis"), CHAINS)
def test_chain_and_origin(read, text, chain, origin, basis):
    claim = read(text, "14", noun="ships")
    assert (claim.chain, claim.origin, claim.origin_basis) == (chain, origin, basis)


def test_without_a_publisher_the_chain_begins_with_the_speaker(read):
    claim = read("Police said 14 people were hurt.", "14", publisher="")
    assert (claim.chain, claim.said_by) == (("Police",), "Police")


def test_without_anybody_the_speaker_is_unknown(read):
    claim = read("In all, 14 people were hurt.", "14", publisher="")
    assert (claim.chain, claim.said_by, claim.origin, claim.origin_basis) == ((), "", "", "outlet")


def test_the_report_still_rests_on_whom_it_cited(read):
    text = (
        "The Evening Star reported unrest on Friday, citing two envoys. "
        "By Sunday 14 ships will have left, the report added."
    )
    assert read(text, "14").chain == ("The Bergen Post", "The Evening Star", "two envoys")


STORM = """Storm leaves 1,400 homeless

The night was long in Maule.

The Red Cross said on Monday that 1,400 people were homeless."""


def test_a_headline_is_told_where_the_text_says_it_again(read_all):
    headline, told = read_all(STORM, "1,400", "1,400")
    assert (headline.said_by, headline.origin_basis) == ("Red Cross", "inferred")
    assert (headline.as_of_start, headline.place) == (told.as_of_start, told.place)


def test_another_number_in_the_headline_is_not(read_all):
    headline, _ = read_all(STORM.replace("1,400 homeless", "1,300 homeless"), "1,300", "1,400")
    assert headline.said_by == "The Bergen Post"


NAMES = [
    ("Norwegian Minister Kari Dahl said 14 ships sank.", "Kari Dahl"),
    ("Bank of Bergen governor Marvin King said 14 ships sank.", "Marvin King"),
    ("Bergen sailing coach Ana Silva said 14 ships sank.", "Ana Silva"),
    ("The Office for Harbour Statistics said 14 ships sank.", "Office for Harbour Statistics"),
    ("Norway’s Harbour Office said 14 ships sank.", "Harbour Office"),
    ("Norway’s military intelligence agency said 14 ships sank.", "Norway’s military intelligence agency"),
    ("Salim al-Rashid, secretary general of the Red Star, said 14 ships sank.", "Salim al-Rashid"),
    ("The Foreign Ministry said 14 ships sank.", "Foreign Ministry"),
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_names_are_made_canonical(read, text, expected):
    assert read(text, "14", noun="ships").said_by == expected


ALIASES = [
    ("Kim Yong-bok, a general, came. Kim Yong-bok left. Kim Young Bok said 14 men were lost.", "Kim Yong-bok"),
    ("General Kim Yong-bok came. Kim Yong-bok left. General Kim Young Bok said 14 men were lost.", "Kim Yong-bok"),
    ("Kim Yong-nam came with his brother Kim Young-nam. Kim Young-nam said 14 men were lost.", "Kim Young-nam"),
    ("Kim Jong Il is dead. Kim Jong-un said 14 men were lost.", "Kim Jong-un"),
    ("The Naval Inspection Service met. The NIS said 14 ships sank.", "Naval Inspection Service"),
    ("The NIS said 14 ships sank. A car of the Naval Inspection Service drove by.", "Naval Inspection Service"),
    ("The Naval Inspection Service met the North Islands Senate. The NIS said 14 ships sank.", "NIS"),
    ("Nina Ilse Sund met the press. The NIS said 14 ships sank.", "NIS"),
]


@pytest.mark.parametrize(("text", "expected"), ALIASES)
def test_one_speaker_has_one_name(read, text, expected):
    assert read(text, "14").said_by == expected
