"""The words of the made-up articles; none is a number, a unit or a name of a real person or town."""

from __future__ import annotations


def _phrases(text: str) -> tuple[str, ...]:
    """Words and phrases between bars."""
    return tuple(phrase.strip() for phrase in text.split("|"))


FIRST_NAMES = tuple(
    """Ada Alan Amira Anna Anton Arlo Beata Benno Bridget Carla Cyrus Dara Dinah Edda Elias Emil Esme Fergus Flora
    Gideon Greta Hamid Hanna Hugo Ines Ingrid Iris Ivo Jasper Jonas Judith Kamal Karin Keira Lars Leila Leo Lotte
    Magnus Maia Marek Mina Nadia Nils Noor Olga Omar Orla Oskar Petra Quentin Rafael Rosa Rufus Saskia Selim Simone
    Stefan Tamar Thea Tobias Ulla Vera Viktor Wanda Wilma Yara Yusuf Zelda""".split()
)
ONSETS = tuple("b br c ch d dr f fl g gr h j k kl l m n p pr r s sk st t th tr v w z".split())
VOWELS = tuple("a e i o u ai ea ee ie oa ou".split())
CODAS = tuple("b ck d g l ll lm m n nd ng nt r rd rk rn s sk st t th v x".split())
ENDINGS = tuple(
    "ara berg bury by dale en er ett field ford gate ham haven holm ick ing ley man mar more ova ow ski".split()
)
BODIES = _phrases(
    """ministry|council|police|coast guard|hospital trust|statistics bureau|port authority|rail operator|airline|union
    |chamber of commerce|football club|film institute|university|supermarket chain|energy regulator|central bank
    |fire service|housing association|software maker|broadcaster|phone company|brewery|steelworks|shipyard
    |consumer watchdog|election commission|relief agency|court of appeal|farmers' league|national theatre
    |prosecutor's office|pension fund|research group|charity|party|museum|insurer|water company|drug maker"""
)
PEOPLE = _phrases(
    """actors|bakers|builders|carers|clerks|commuters|customers|delegates|doctors|drivers|engineers|families|fans|farmers
    |firefighters|fishermen|graduates|guests|households|inmates|investors|journalists|lawyers|members|migrants|miners
    |musicians|nurses|officers|owners|passengers|patients|pensioners|performers|players|police officers|protesters
    |pupils|refugees|residents|sailors|scientists|shareholders|shoppers|soldiers|staff|strikers|students|subscribers
    |supporters|survivors|teachers|tenants|tourists|traders|villagers|visitors|volunteers|voters|workers"""
)
THINGS = _phrases(
    """albums|apartments|ballots|bicycles|boats|books|bridges|buses|cafes|cameras|cars|cases|checkpoints|churches|clinics
    |complaints|computers|contracts|copies|cottages|courses|diggers|engines|factories|farms|fishing boats|flights
    |games consoles|garages|handsets|hotels|houses|laptops|lorries|machines|missiles|mobile phones|museums|offices
    |orders|paintings|parcels|parking spaces|petitions|phones|planes|power stations|pubs|rail cars|robots|schools
    |screens|seats|servers|ships|shops|solar panels|songs|tablets|tanks|tents|text messages|tickets|trains|trees|trucks
    |vaccine doses|vans|vehicles|warehouses|web sites|wells|wind turbines"""
)
NOUNS = tuple(
    """account advance agenda agreement alliance ambition appeal archive argument assembly asset audience award ban
    battle bid boom boost border budget campaign candidate cargo career channel charter choice claim climate
    coalition code collapse comeback comment committee compromise concert conflict consortium contest controversy
    copyright corruption crisis crowd culture deadline deal debate debut decision decline defeat defence delay
    demand deposit design dispute division dominance draft drama drought duty economy edition effort embargo
    emergency evidence exhibition export failure festival fraud future game grant growth guidance handling harvest
    hearing heritage honour identity import incident industry inflation inquiry investment investigation island
    journey judgment lawsuit leadership league legacy legislation licence loan loss majority manifesto market match
    measure medal merger message mission mood motion movement network novel offer opinion opposition outcome outlook
    overhaul partnership payment penalty performance petition plan platform plot policy portrait power premiere
    pressure prize probe profit programme project promise proposal prospect protest publicity quality race rally
    recession recovery reform regime rejection release reputation research reserve retirement review reward rise
    rival role ruling sale scandal scheme script season security selection service settlement shortage slump
    software spending squad stance statement strategy strike struggle studio success summit supply surplus survey
    survival system takeover talks target technology threat title tour trade tradition transfer treaty trial tribute
    turmoil upgrade verdict version victory violence virus vote warning welfare win withdrawal""".split()
)
ADJECTIVES = tuple(
    """abrupt ailing ambitious ancient angry annual anxious bitter bleak bold brief broad busy careful cautious
    central chaotic cheap civil classic clear close coastal commercial complex controversial costly creative crucial
    cultural current damaging dangerous decisive deep delicate desperate digital disputed domestic dramatic early
    eastern elegant emotional enormous entire environmental ethical expensive experimental fair familiar famous
    fierce final financial flawed foreign formal fragile fresh generous gentle global grim growing harsh heavy
    historic hostile huge illegal immediate important impressive independent industrial influential inner internal
    joint keen key large lasting late leading legal likely limited lively local long lucrative major medical mild
    military minor mobile modern modest national native new northern notable obvious official old online original
    outdoor painful parliamentary partial peaceful permanent personal planned political poor popular powerful
    private prominent public rapid rare recent regional relevant reluctant remote rival rough royal rural scientific
    secret senior sensible serious severe sharp short shrewd silent similar slow smooth social solid southern
    special steady stormy strict strong sudden surprise tense tough traditional troubled unclear unexpected unusual
    urban urgent useful valuable vast vital vocal vulnerable weak western wide worrying young""".split()
)
VERBS = tuple(
    """abandoned accepted addressed announced approved attacked backed blamed blocked boosted broke built cancelled
    challenged changed cleared completed condemned confirmed considered criticised damaged debated defended delayed
    delivered demanded described designed dismissed disputed doubted dropped endorsed ended examined expanded
    explained extended faced feared finished followed forced found funded halted handled hailed highlighted ignored
    improved influenced inspired launched led lifted lost made managed marked missed mocked monitored named needed
    noted offered opened opposed ordered organised overturned planned praised predicted prepared presented prevented
    produced promised promoted protected published pursued questioned raised reached recalled recommended reduced
    refused rejected released renewed replaced reported rescued resisted resolved restored revealed reversed
    reviewed revived ruined saved secured seized shaped shared signed stopped supported suspended tested threatened
    tightened transformed undermined unveiled upheld urged viewed wanted warned welcomed won wrecked""".split()
)
ADVERBS = tuple(
    """again already apparently broadly clearly finally formally frankly gladly gradually largely mainly merely
    mostly narrowly officially openly partly plainly privately promptly publicly quickly quietly rapidly recently
    reportedly sharply slowly steadily strongly suddenly widely wisely""".split()
)
DAYS = tuple("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
MONTHS = tuple("January February March April May June July August September October November December".split())
