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
    ("Some 14 tanks crossed, reported Norvik News, which has it from an army source.", ("Norvik News", "army source")),
    ("Norvik News, on the word of army sources, said 14 tanks had crossed.", ("Norvik News", "army sources")),
    ("On the word of army sources, Norvik News said 14 tanks had crossed.", ("Norvik News", "army sources")),
    ("Sources told Norvik News that 14 tanks had crossed.", ("Norvik News", "Sources")),
    ("Police told Norvik News 14 people had died.", ("Norvik News", "Police")),
    (f"In an interview with {STAR}, Ana Silva said 14 ships had left.", (STAR, "Ana Silva")),
    # a report that bears its outlet's name, an office that bears its body's
    ("A separate Evening Star report said 14 ships had left.", ("Evening Star",)),
    (f"{AGENCY}Ana Silva, the HSA’s deputy director, said 14 ships had left.", (HSA,)),
    # the newspaper is the one last named, though others have spoken since
    (
        "State media showed it. The Evening Star told of a raid. The paper, drawing on an officer’s notes, said 14.",
        (STAR, "officer"),
    ),
    (f"{STAR} reported a raid. Some 14 tanks had crossed, an army officer told the newspaper.", (STAR, "army officer")),
    (f"A raid was near, {STAR} reported. “We saw 14 tanks,” an officer told the paper.", (STAR, "officer")),
    (
        f"A raid is near, according to two army officers whom {STAR} cited. The newspaper added that 14 would come.",
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


SERVICE = "The Nordic Weather Service (NWS) met on Monday. "
REPORTERS = [
    (
        SERVICE + "Officials there spoke of floods. The service put the number of storms at 14.",
        "Nordic Weather Service",
    ),
    (SERVICE + "That makes 14 storms in all, by its reckoning.", "Nordic Weather Service"),
    ("Ana Silva, who runs the clinic, reckons that 14 people died.", "Ana Silva"),
    ("Ana Silva, the clinic’s director, would only say that 14 people had come.", "Ana Silva"),
    ("Local media, citing police, reported 14 deaths.", "police"),
    ("Citing an internal memo, Norvik News reported 14 deaths.", "Norvik News"),
    (
        "Norvik News reported on Sunday, citing three people familiar with the matter, that 14 ships had left.",
        "three people familiar with the matter",
    ),
    (
        "Three people familiar with the matter told Norvik News that 14 ships had left.",
        "Three people familiar with the matter",
    ),
    ("The mayor’s office confirmed 14 deaths on Tuesday.", "mayor’s office"),
    ("Some 14 people died, the mayor’s office confirmed.", "mayor’s office"),
    ("“Fourteen people died, and 14 more are missing,” a police spokesman, Per Dahl, said.", "police"),
    ("A military spokesman said that 14 had been killed.", "military"),
    ("The army’s chief spokesman, Colonel Per Dahl, said 14 soldiers had been killed.", "army"),
    ("Rescue workers pulled 14 bodies from the mud, the Red Cross reported.", "Red Cross"),
    ("The death toll had reached 14 by Tuesday, with 3 missing, officials said.", "officials"),
    ("In a briefing on Monday, the ministry gave the number of dead as 14.", "ministry"),
    ("The ministry raised its estimate to 14 from 9.", "ministry"),
    ("The ministry lowered the toll to 14.", "ministry"),
    ("The ministry revised the toll up to 14 on Monday.", "ministry"),
    ("According to a report in The Evening Star, 14 people died.", "The Evening Star"),
    ("According to a statement issued by the ministry, 14 people died.", "ministry"),
    ("According to preliminary data from the ministry, 14 people died.", "ministry"),
    ("Preliminary figures from the ministry put the dead at 14.", "ministry"),
    ("Witnesses described 14 explosions.", "Witnesses"),
    ("Aid groups say 14 people died; the government speaks of 9.", "Aid groups"),
    ("Aid groups say 9 people died; the government speaks of 14.", "government"),
    ("The government insists that no more than 14 people died.", "government"),
    ("Not so, says Ana Silva: 14 people died.", "Ana Silva"),
    ("Ana Silva sees it differently. “There were 14 dead,” she says.", "Ana Silva"),
    ("His deputy, Per Dahl, told parliament there were 14 dead.", "Per Dahl"),
    ("The ministry said in a tweet: “14 people died.”", "ministry"),
    ("In a tweet, the ministry wrote, “14 people died.”", "ministry"),
    ("On its website the ministry lists 14 dead.", "ministry"),
    ("The Evening Star quoted an unnamed officer as saying 14 soldiers had died.", "unnamed officer"),
    ("An officer quoted by The Evening Star said 14 soldiers had died.", "officer"),
    ("An officer was quoted by The Evening Star as saying 14 soldiers had died.", "officer"),
    ("Analysts at Norden Bank expect 14 closures.", "Analysts at Norden Bank"),
    ("Norden Bank expects 14 closures by June.", "Norden Bank"),
    ("Norden Bank analysts forecast 14 closures.", "Norden Bank analysts"),
    ("Ana Silva, an analyst at Norden Bank, predicts 14 closures.", "Ana Silva"),
    ("Sweden denied on Monday having lost 14 ships.", "Sweden"),
    ("Sweden has denied losing 14 ships.", "Sweden"),
    ("There were 14 dead, police and hospital officials said.", "police and hospital officials"),
    ("Fourteen dead, 14 hurt in Bergen, Red Cross says", "Red Cross"),
    ("Red Cross: at least 14 dead", "Red Cross"),
    ("UN says 14 dead in Bergen", "United Nations"),
    ("So far 14 people have died, as the ministry told The Evening Star.", "ministry"),
    ("Per Dahl, speaking to The Evening Star, put the toll at 14.", "Per Dahl"),
    ("“I saw 14 bodies,” said one resident, who gave only his first name, Per.", "one resident"),
    ("One resident said he had seen 14 bodies.", "One resident"),
    ("None of the 14 bodies was identified, officials said.", "officials"),
    ("Norway’s coast guard said late Sunday it had rescued 14 sailors.", "Norway’s coast guard"),
    ("Some 14 sailors were rescued, Norway’s coast guard said late Sunday.", "Norway’s coast guard"),
    ("The Oslo-based Harbour Institute tallied 14 wrecks.", "Oslo-based Harbour Institute"),
    ("“We think it’s 14,” a senior aide to the premier said.", "senior aide to the premier"),
    ("The premier told a rally in Bergen that 14 ships were on the way.", "premier"),
    ("State television reported 14 dead, without citing a source.", "State television"),
    ("State television, which cited the army, reported 14 dead.", "army"),
    ("Ana Silva, 43, a nurse, said she had treated 14 people.", "Ana Silva"),
    ("Nurse Ana Silva had treated 14 people, she said.", "Ana Silva"),
    ("A survey of 200 firms by Norden Bank found 14 percent were hiring.", "Norden Bank"),
    ("Only 14 percent were hiring, a Norden Bank survey found.", "Norden Bank survey"),
    ("The United Nations estimates that 14 villages are cut off.", "United Nations"),
    ("The U.N. estimated on Friday that 14 villages were cut off.", "United Nations"),
    ("The opposition put the figure far higher, at 14.", "opposition"),
    ("The opposition says the real figure is 14.", "opposition"),
    ("The army acknowledged the loss of 14 men.", "army"),
    ("The army admitted losing 14 men.", "army"),
    ("The company, based in Bergen, said it would cut 14 jobs.", "company"),
    ("Police have arrested 14 people, according to Chief Per Dahl.", "Per Dahl"),
    ("Per Dahl, chief of the Bergen police, told the Evening Star 14 people were held.", "Per Dahl"),
    ("As of Monday there were 14 cases, the Health Ministry’s daily bulletin showed.", "Health Ministry"),
    ("The bulletin, issued by the Health Ministry, showed 14 cases.", "Health Ministry"),
    ("There were 14 cases, a figure the Health Ministry called preliminary.", "The Bergen Post"),
    ("Neither side would say how many of the 14 had died.", "The Bergen Post"),
    ("Ana Silva did not say how many of the 14 had died.", "The Bergen Post"),
    ("It was not clear whether 14 people had died.", "The Bergen Post"),
    ("Hours earlier, Mayor Ana Silva had spoken of 14 victims.", "Ana Silva"),
    ("Mayor Ana Silva had earlier put the number of victims at 14.", "Ana Silva"),
]


@pytest.mark.parametrize(("text", "expected"), REPORTERS)
def test_more_speakers(read, text, expected):
    assert read(text, "14").said_by == expected


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
