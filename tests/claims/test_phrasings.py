"""The phrasings of newsrooms: whom a number is from, through whom it came, as of when and in what status."""

import pytest

OUTLET = "The Bergen Post"
STAR = "The Evening Star"
HSA = "Harbour Safety Agency"
AGENCY = "The Harbour Safety Agency met on Monday, it said. "

CHAINS = [
    # an outlet and those its story rests on
    (f"{STAR}, drawing on a senior army officer’s notes, said 14 tanks had crossed.", (STAR, "senior army officer")),
    (f"{STAR}, relying on two port officials, reported that 14 ships had left.", (STAR, "two port officials")),
    (f"Drawing on two port officials, {STAR} said 14 ships had left.", (STAR, "two port officials")),
    (f"{STAR}, quoting the Harbour Office, said 14 ships had left.", (STAR, "Harbour Office")),
    (f"The Harbour Office, quoted by {STAR}, said 14 ships had left.", (STAR, "Harbour Office")),
    (f"Some 14 ships had left, according to two port officials cited by {STAR}.", (STAR, "two port officials")),
    (
        f"Some 14 ships had left, according to two port officials whom {STAR} cited on Monday.",
        (STAR, "two port officials"),
    ),
    ("Some 14 tanks had crossed, reported Norvik News, which has it from an army source.", ("Norvik News", "army source")),
    ("Norvik News, on the word of army sources, said 14 tanks had crossed.", ("Norvik News", "army sources")),
    ("On the word of army sources, Norvik News said 14 tanks had crossed.", ("Norvik News", "army sources")),
    ("Sources told Norvik News that 14 tanks had crossed.", ("Norvik News", "Sources")),
    ("Police told Norvik News 14 people had died.", ("Norvik News", "Police")),
    (f"In an interview with {STAR}, Ana Silva said 14 ships had left.", (STAR, "Ana Silva")),
    # the newspaper is the one last named, though others have spoken since
    (
        f"State media showed a parade. A report by {STAR} told of a raid. Per Dahl said it was late. "
        "The newspaper, drawing on an officer’s notes, said 14 tanks had crossed.",
        (STAR, "officer"),
    ),
    (f"{STAR} reported a raid. Some 14 tanks had crossed, an army officer told the newspaper.", (STAR, "army officer")),
    (f"A raid was near, {STAR} reported. “We saw 14 tanks,” an officer told the paper.", (STAR, "officer")),
    (
        f"A raid is near, according to two army officers whom {STAR} cited. The newspaper added that 14 tanks would come.",
        (STAR, "two army officers"),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "behind"), CHAINS)
def test_chains(read, text, behind):
    assert read(text, "14", noun="ships").chain == (OUTLET, *behind)


ORIGINS = [
    (f"{STAR}, drawing on an officer’s notes, said 14 tanks had crossed.", STAR, "named"),
    (f"{STAR}, quoting the Harbour Office, said 14 ships had left.", "Harbour Office", "named"),
    ("Sources told Norvik News that 14 tanks had crossed.", "Norvik News", "named"),
    (f"{STAR} reported a raid. Some 14 tanks had crossed, an army officer told the newspaper.", STAR, "named"),
    ("A port official, speaking on condition of anonymity, said 14 ships had left.", OUTLET, "outlet"),
    ("A Red Cross spokeswoman said 14 people had died.", "Red Cross", "named"),
]


@pytest.mark.parametrize(("text", "origin", "basis"), ORIGINS)
def test_origins(read, text, origin, basis):
    claim = read(text, "14", noun="ships")
    assert (claim.origin, claim.origin_basis) == (origin, basis)


SPEAKERS = [
    # a body's count, estimate, data
    ("According to the Harbour Office’s estimate, 14 ships sank.", "Harbour Office"),
    (AGENCY + "According to the agency’s estimate, 14 ships sank.", HSA),
    (AGENCY + "Some 14 ships sank by the agency’s estimate.", HSA),
    (AGENCY + "In its estimate, 14 ships sank.", HSA),
    (AGENCY + "Its estimate is that 14 ships sank.", HSA),
    ("By the Red Cross’s count, 14 people died.", "Red Cross"),
    ("Some 14 people died, by the count of the Red Cross.", "Red Cross"),
    ("The Red Cross’s figures show 14 people died.", "Red Cross"),
    ("Data from the Harbour Office show that 14 ships sank.", "Harbour Office"),
    ("Figures released by the Harbour Office on Monday showed 14 ships sank.", "Harbour Office"),
    ("Some 14 ships sank, figures from the Harbour Office show.", "Harbour Office"),
    ("In its latest estimate the Harbour Office put the number of ships at 14.", "Harbour Office"),
    ("The Harbour Office’s latest count stands at 14 ships.", "Harbour Office"),
    ("A statement from the Harbour Office said 14 ships sank.", "Harbour Office"),
    ("A tally by the Red Cross put the dead at 14.", "Red Cross"),
    ("In the view of Ana Silva, 14 ships were lost.", "Ana Silva"),
    ("In Ana Silva’s estimate, 14 ships were lost.", "Ana Silva"),
    # fronted, inverted, set between commas
    (AGENCY + "In all, it forecast, around 14 ships will sail.", HSA),
    (AGENCY + "In all, the agency estimated, 14 ships sailed.", HSA),
    ("Some 14 ships, the Harbour Office said, had left.", "Harbour Office"),
    ("Some 14 ships, added Ana Silva, had left.", "Ana Silva"),
    ("Ana Silva saw the port burn. Some 14 ships, she said, had left.", "Ana Silva"),
    ("Said Ana Silva: “We lost 14 ships.”", "Ana Silva"),
    ("As estimated by the Red Cross, 14 people died.", "Red Cross"),
    # colons
    ("Ana Silva was blunt: “We lost 14 ships.”", "Ana Silva"),
    ("The Harbour Office gave its new findings on the losses: around 14 ships.", "Harbour Office"),
    (AGENCY + "He was in Oslo to give the agency’s findings on the losses: around 14 ships.", HSA),
    (AGENCY + "The agency’s findings: 14 ships were lost.", HSA),
    # put, placed, set, given
    ("The number of ships lost was put by the Harbour Office at 14.", "Harbour Office"),
    ("The toll was put at 14 by the Red Cross.", "Red Cross"),
    ("The toll was estimated at 14 by the Red Cross.", "Red Cross"),
    ("The toll was given as 14 by police.", "police"),
    ("The Red Cross put the toll at 14.", "Red Cross"),
    ("Ana Silva placed the number of ships at 14.", "Ana Silva"),
    ("The 14 deaths were confirmed by the ministry.", "ministry"),
    # headlines
    ("Fire kills 14, say police", "police"),
    ("Fire kills 14, mayor says", "mayor"),
    ("Fire kills 14 – Red Cross", "Red Cross"),
    ("Mayor: Fire killed 14", "Mayor"),
    # quotations over several sentences
    ("“It was a bad night,” said Ana Silva, the mayor. “We lost homes. We lost 14 people.”", "Ana Silva"),
    ("“It was bad,” Ana Silva said.\n“We lost homes.\n“We lost 14 people.”", "Ana Silva"),
    ("“It got worse,” Per Dahl said. “Then the bridge went. In all 14 people died.”", "Per Dahl"),
    # short forms
    ("Governor Ana Silva toured the port, she said. Some 14 ships are lost, the governor said.", "Ana Silva"),
    ("The Ministry of Health said it was late. The ministry said 14 had died.", "Ministry of Health"),
    ("Officials in Oslo warned of floods. They said 14 ships had sunk.", "Officials in Oslo"),
    ("Per Dahl, a spokesman for the Red Cross, said it was late. The spokesman said 14 had died.", "Red Cross"),
    # two speakers
    ("Police put the toll at 9, but the Red Cross said 14 had died.", "Red Cross"),
    ("The Red Cross says 9 people died; police say 14.", "police"),
    ("Police said 9 died. The Red Cross put the figure at 14.", "Red Cross"),
    ("While police spoke of 9 dead, the Red Cross counted 14.", "Red Cross"),
    ("Norway claims 14 ships were lost, whereas Sweden admits 9.", "Norway"),
    # those who speak for a body
    ("A spokesman for the Red Cross said 14 had died.", "Red Cross"),
    ("A Red Cross spokeswoman said 14 had died.", "Red Cross"),
    ("Per Dahl, spokesman of the Red Cross, put the toll at 14.", "Red Cross"),
    ("The Harbour Office’s spokesman, Per Dahl, said 14 ships had sunk.", "Harbour Office"),
    ("The Harbour Office said in a statement on Monday that 14 ships had sunk.", "Harbour Office"),
    # without a name
    ("An official, speaking on condition of anonymity, said 14 ships had left.", "official"),
    ("A diplomat who asked not to be named said 14 ships had left.", "diplomat"),
    ("Some 14 ships had left, said an official who spoke on condition of anonymity.", "official"),
    ("Speaking on condition of anonymity, a port official said 14 ships had left.", "port official"),
    # asked, and not answering
    ("Asked about the losses, Ana Silva said 14 ships had sunk.", "Ana Silva"),
    ("When asked how many, the mayor replied 14.", "mayor"),
    ("Asked about the 14 ships, Ana Silva declined to comment.", OUTLET),
    ("The ministry declined to confirm the toll of 14.", OUTLET),
    ("Police could not confirm that 14 people had died.", OUTLET),
    ("The ministry would not say if 14 ships had sunk.", OUTLET),
    # denying
    ("The Harbour Office denied that 14 ships had sunk.", "Harbour Office"),
    ("Ana Silva denies having sold 14 ships.", "Ana Silva"),
]


@pytest.mark.parametrize(("text", "expected"), SPEAKERS)
def test_speakers(read, text, expected):
    assert read(text, "14", noun="").said_by == expected


STATUS = [
    (AGENCY + "In all, it forecast, around 14 ships sail.", "forecast"),
    ("The Red Cross’s forecast is 14 deaths.", "forecast"),
    ("By Friday, around 14 ships are expected to be in port, an officer told the newspaper.", "forecast"),
    ("The Harbour Office denied that 14 ships had sunk.", "denied"),
    ("The toll was put at 14 by the Red Cross.", "observed"),
    ("Some 14 ships are expected by Friday, a news report says.", "forecast"),
    ("Ships assemble as 14 are set to sail", "forecast"),
]


@pytest.mark.parametrize(("text", "expected"), STATUS)
def test_status(read, text, expected):
    assert read(text, "14", noun="ships").status == expected


DAYS = [
    ("The Red Cross on Monday put the toll at 14.", "2031-05-12", "speech"),
    ("As of Tuesday, by the Red Cross’s count, 14 people were missing.", "2031-05-13", "stated"),
    ("Ana Silva told the press during the 2029 Nordic Harbour Council that 14 ships sank.", "2031-05-14", "published"),
    ("At the 2029 World Games, Ana Silva spoke of 14 ships.", "2031-05-14", "published"),
    ("During 2029, the port lost 14 ships.", "2029-01-01", "stated"),
]


@pytest.mark.parametrize(("text", "first", "basis"), DAYS)
def test_days(read, text, first, basis):
    claim = read(text, "14", noun="ships")
    assert (str(claim.as_of_start), claim.as_of_basis) == (first, basis)
