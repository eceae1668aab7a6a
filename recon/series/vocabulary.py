"""What is counted, in one word for each thing: roles of people in a happening, and nouns that newspapers use alike."""

from __future__ import annotations


def _by_word(table: dict[str, str]) -> dict[str, str]:
    return {word: name for name, words in table.items() for word in words.split()}


ROLES: dict[str, str] = _by_word(
    {
        "dead": "dead death deaths dies die died killed kill kills killing fatality fatalities slain perished perish "
        "toll lives drowned fatally",
        "missing": "missing unaccounted unfound",
        "injured": "injured injuries injury injuring wounded wounding hurt shot",
        "displaced": "displaced displacement uprooted",
        "homeless": "homeless",
        "evacuated": "evacuated evacuees evacuations evacuation evacuate fled",
        "rescued": "rescued plucked",
        "trapped": "trapped stranded",
        "vaccinated": "vaccinated vaccinate vaccine inoculated",
        "arrested": "arrested arrests detained detainees",
        "indicted": "indicted indicts",
        "quarantined": "quarantined",
        "hospitalized": "hospitalized hospitalised transported treated hospital hospitals",
        "infected": "infected infections infection cases case sickened affected",
        "captured": "captured prisoners pows hostages abducted kidnapped",
        "released": "freed released",
        "surviving": "survivors survived",
        "aboard": "aboard board carrying",
        "attending": "attend attending attendance attended crowd joined marched gathered rallied protested "
        "demonstrated drew attracted striking picketing "
        "strikers inside filled packed crammed",
        "capacity": "capacity",
    }
)
"""A word that tells what became of those counted, and the role it gives them; before any other word."""

ROLE_ORDER = (
    "missing", "dead", "injured", "displaced", "homeless", "evacuated", "rescued", "trapped", "arrested", "indicted",
    "quarantined",
    "hospitalized", "infected", "captured", "refugees", "surviving", "aboard", "attending", "capacity", "vaccinated",
    "released",
)  # fmt: skip
"""Which role counts where a phrase names two: the missing that are feared dead are missing."""

BESIDE = frozenset(ROLE_ORDER) - {"dead", "infected"}
"""Roles in which "another 50" is added to the dead before it, not to those of the role: "killed 12 and injured
another 50"."""

PHRASES: dict[str, tuple[str, ...]] = {
    "evacuated": (
        r"(?:ordered|told|forced|urged|asked|had) (?:to (?:leave|flee|go)|out of)",
        r"(?:ordered|told|urged|asked) from their|to (?:leave|flee) their homes?",
    ),
    "displaced": (r"away from (?:their )?homes?|(?:driven |forced )?from their homes?|out of their homes?",),
    "quarantined": (
        r"under (?:medical )?(?:observation|surveillance|watch|quarantine)|in (?:quarantine|isolation)",
        r"being (?:watched|monitored|observed|traced)",
    ),
    "homeless": (r"lost their homes?|without (?:a )?homes?|without shelter",),
    "trapped": (r"(?:under|beneath) the (?:rubble|debris|ruins|wreckage|\w+ still)",),
    "captured": (r"taken (?:hostage|captive|from)",),
    "missing": (r"(?:not|never|yet to) (?:yet )?(?:been |be )?found",),
    "rescued": (
        r"(?:pulled|brought|picked|taken) (?:up |out |ashore|alive|to safety|to the surface)|(?:been|were) saved",
    ),
    "aboard": (
        r"passengers and (?:\d+ )?crew|on (?:board|the (?:ferry|ship|boat|vessel|plane|train|bus))|(?:had|was) carr\w+",
    ),
    "injured": (r"(?:hit|struck|grazed) by (?:gunfire|bullets?|shrapnel|debris)",),
    "infected": (
        r"(?:fallen|fell|falling|fall|taken|become|became) (?:ill|sick)|tested positive",
        r"(?:having|have|had|with|contracted|caught) (?:the |a )?(?:disease|virus|illness|infection)",
    ),
    "hospitalized": (
        r"(?<!has )(?<!have )(?<!had )(?:admitted|brought|taken|rushed|sent|flown) in\b",
        r"(?:admitted|brought|taken|rushed|sent|flown) to (?:the |an? |\w+ )?hospitals?",
    ),
    "attending": (
        r"(?:took|taking|take|taken) part|walked out|on strike|downed tools|(?:on|in)to the streets?|turned (?:out|up)",
    ),
    "without power": (r"(?:without|lost|losing|no) (?:power|electricity|service)|(?:in the dark)",),
    "dead": (r"lost their li(?:fe|ves)|taken? (?:the )?lives",),
    "returned": (r"(?:were|was|been) lifted|allowed (?:back|home|to (?:return|go (?:back|home)))",),
}
"""What became of people, where it takes more than a word."""

WEAK_ROLES: dict[str, str] = _by_word(
    {
        "attending": "protesters protestors demonstrators marchers turnout",
        "without power": "electricity power outage outages blackout",
        "injured": "gunfire",
        "hospitalized": "patients patient",
        "dead": "victims victim",
    }
)
"""Words that tell the role where no other word near does."""

PEOPLE = frozenset(
    """people person persons human humans man men woman women other others victim victims individual individuals life
    lives soul souls resident residents citizen citizens inhabitant inhabitants somebody one ones
    total number count toll figure figures death deaths fatality fatalities casualty casualties dead injured wounded
    missing killed displaced infected additional more confirmed suspected""".split()
)
"""Nouns that say no more than that people are counted."""

CARRIERS = frozenset(
    """figure figures count counts number numbers tally tallies toll total totals sum estimate estimates name names
    list forecast guess reading amount level peak high low record maximum minimum rate
    spoke speaks said says reported reports gave""".split()
)
"""Nouns that carry a number and do not say what it counts."""

SAME: dict[str, str] = _by_word(
    {
        "troops": "troop troops soldier soldiers serviceman servicemen personnel force forces fighters men",
        "homes": "home homes house houses dwelling dwellings residences",
        "families": "family families",
        "households": "household households",
        "police": "policeman policemen police",
        "children": "child children kids",
        "bodies": "body bodies corpse corpses remains",
        "buildings": "building buildings structure structures",
        "vehicles": "car cars vehicle vehicles automobiles",
        "companies": "company companies firm firms",
        "pupils": "pupil pupils schoolchild schoolchildren student students",
        "workers": "worker workers employee employees staff staffers",
        "animals": "animal animals livestock cattle cows sheep goats",
        "jobs": "job jobs post posts position positions redundancies layoffs",
    }
)
"""Nouns that one paper and the next use of the same things."""

ANIMALS = frozenset("animals cow pig chicken bird poultry dog cat whale dolphin elephant horse fish deer bee".split())
"""What is counted apart from people whatever became of it."""
THINGS = frozenset(
    """homes buildings vehicles school shop business boat ship vessel aircraft plane tree road bridge church mosque
    customer apartment hospital hotel village tent structure dose ticket""".split()
)
"""What is destroyed, damaged or cut off, not dead or injured."""
USES = frozenset(
    "commercial residential public historic industrial agricultural religious nonresidential minor".split()
)
"""What buildings are for, where not all are counted."""
STATES: dict[str, str] = _by_word(
    {
        "destroyed": "destroyed destroying destroys destroy razed levelled leveled flattened gutted lost gone took "
        "burned burnt claimed",
        "damaged": "damaged damaging damage damages",
        "threatened": "threatened threatening threatens threaten",
        "flooded": "flooded flooding inundated submerged swamped",
        "evacuated": "evacuated evacuate evacuation",
        "without power": "power electricity outage outages blackout",
    }
)
"""What became of things."""

TOPICS: dict[str, dict[str, str]] = {
    kind: _by_word(words)
    for kind, words in {
        "money": {
            "profit": "profit profits earned earnings earning earns net",
            "revenue": "revenue revenues sales turnover takings",
            "loss": "loss losses lost",
            "damage": "damage damages damaged",
            "cost": "cost costs costing bill",
            "price": "price prices priced barrel",
            "wage": "wage wages salary salaries",
            "debt": "debt debts owes owed",
            "deficit": "deficit shortfall",
            "fine": "fine fined fines penalty",
            "aid": "aid relief donated donations donation pledged pledges pledge",
            "bid": "bid offer offered takeover",
            "budget": "budget",
            "investment": "invest invested investment",
            "compensation": "compensation settlement",
            "saving": "save savings saving saved",
            "box office": "box grossed",
        },
        "percent": {
            "contained": "contained containment",
            "turnout": "turnout",
            "unemployment": "unemployment jobless",
            "inflation": "inflation",
            "interest": "interest",
            "growth": "growth economy gdp",
            "revenue": "revenue revenues sales turnover",
            "profit": "profit profits earnings",
            "price": "price prices",
            "share": "stake share shares",
            "wage": "wage wages pay salary salaries",
            "vote": "vote votes voters poll support",
            "approval": "approve approval",
        },
        "area": {
            "burned": "burned burnt burn burning scorched charred consumed blackened torched engulfed ravaged "
            "destroyed fire blaze wildfire",
            "flooded": "flooded inundated submerged underwater",
        },
        "length": {"rain": "rain rainfall", "snow": "snow snowfall", "depth": "depth deep", "high": "high height tall"},
        "speed": {"wind": "wind winds gusts gusting sustained"},
    }.items()
}
TOPICS["rate"] = TOPICS["money"] | _by_word({"wage": "earn earns earning earned pay paid pays"})
"""What sums, shares and measures are of, by kind."""
TOPIC_OF: dict[str, str] = {
    "sale": "revenue", "turnover": "revenue", "taking": "revenue", "earning": "profit", "income": "profit",
    "salary": "wage", "pay": "wage", "containment": "contained", "jobless": "unemployment",
    "voter": "vote", "support": "vote",
}  # fmt: skip
"""Heads of noun phrases that mean the same."""

NOT_PERSONS = frozenset("households families homes bodies".split())
"""What is counted instead of the persons, and never is their number."""
SHRINKING = frozenset("missing hospitalized trapped evacuated".split())
"""Roles whose number falls as a happening passes."""
FIXED = frozenset({"aboard", "capacity"})
"""Roles whose number is what it was: another number of another origin is no news."""
TOLD_APART = frozenset(
    """dead injured missing captured arrested trapped displaced homeless evacuated infected hospitalized rescued
    surviving vaccinated""".split()
)
"""Roles in which a part of the people is told apart."""
SUBGROUPS = frozenset(
    """households families homes bodies children women police troops workers officer firefighter journalist tourist
    foreigner student doctor nurse medic peacekeeper militant rebel prisoner soldier civilian""".split()
)
"""Those who are told apart among the dead, the injured or the missing."""

FAMILIES = {
    "hospitalized": "injured",
    "missing": "dead",
    "homeless": "displaced",
    "evacuated": "displaced",
    "trapped": "missing",
}
"""Roles that are easily taken for one another, and are not the same."""

CORPS = frozenset("special elite reserve naval air ground border coalition peacekeeping police".split())
"""Words that make of troops other troops, for all that the subject says."""

LINKING = frozenset(
    """of in on at by for from with to who whom which that were was are is be been being have has had as among
    including and or a an the some about around over under into during after before since near their its his her
    our""".split()
)
"""Words that end the head of a noun phrase or say nothing of what it counts."""

PLACE_WORDS = frozenset(
    """the of county region province state district area island islands republic territory oblast prefecture
    municipality municipal coastal eastern western northern southern central greater front-line frontline""".split()
)
"""Words by which one place is written in two ways."""

SCOPES = {
    "including": "with",
    "counting": "with",
    "plus": "with",
    "excluding": "without",
    "not": "without",
    "apart": "without",
}
"""How a count is said to take something in or leave it out."""
ATTACKERS = frozenset(
    "gunman gunmen shooter shooters attacker attackers assailant suspect bomber himself herself perpetrator".split()
)
"""Words for the one who did it, whom one count takes in and the next leaves out."""
NUMBER_WORDS = frozenset(
    "one two three four five six seven eight nine ten dozen dozens hundreds thousands several many some".split()
)

PARTITIVES = (
    "including",
    "of whom",
    "of which",
    "of them",
    "of those",
    "among them",
    "among whom",
    "among which",
    "among those",
)
"""What stands between a whole and a part of it in one sentence."""
