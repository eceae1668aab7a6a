"""The words by which news English attributes: reporting verbs, speakers' nouns, titles. Lower-case, frozen."""

from __future__ import annotations

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SAYING = _words(
    """expected mentioned
    said says say saying told tells tell telling added adds add adding stated stating announced announces announce
    announcing warned warns warning argued argues argue arguing insisted insists insist insisting explained explains
    explaining acknowledged acknowledges asserted asserts assert cautioned cautions contended contends concluded
    concludes disclosed discloses emphasized emphasised emphasizes hinted hints implied implies maintained maintains
    noted notes noting observed recalled recalls remarked remarks repeated replied replies responded responds
    revealed reveals revealing reiterated reiterates stressed stresses suggested suggests suggesting testified
    testifies tweeted tweets wrote writes write writing verified verifies conceded concedes complained complains
    declared declares predicted predicts predicting admitted admits boasted boasts joked jokes highlighted
    highlights detailed details assessed assesses indicated indicates underscored underscores claimed claims
    claiming estimated estimates estimating estimate forecast forecasts believed believes believe reported reports
    reporting confirmed confirms confirming confirm calculated calculates determined projected projects reckoned
    reckons commented pledged pledges promised promises vowed vows continued quipped lamented reminded reminds
    posted expects hopes fears thinks thought guessed announcing recounted recounts tallied tallies rated pegged
    pegs counted counts listed lists quoted asked asks answered answers proposed proposes counselled countered
    counters speculated speculates posited hypothesized theorized advised advises clarified reasoned opined ruled
    states report expect know knew put puts informed informs briefed denied denies deny denying placed places
    spoke speaks speak spoken
    described describes recorded documented registered logged
    raised raises lowered lowers revised revises updated updates cut cuts"""
)
"""Every form that may head an attribution; the sets below say where one form needs more evidence."""

PLAIN = _words(
    """said says say told tells added adds wrote writes tweeted argued argues insisted insists warned warns explained
    explains stated announced announces asserted contended contends cautioned stressed remarked replied quipped
    lamented joked testified reiterated conceded emphasized emphasised acknowledged recalled"""
)
"""Forms that hardly ever are anything but the telling of a finite clause: any noun may be their subject."""

GERUNDS = _words(
    "saying adding arguing warning noting insisting estimating claiming stating suggesting telling confirming"
)

FINDING = _words(
    "showing found finds showed shows show shown suggested suggests put puts gives gave reads indicate indicates"
)
"""What a study, a poll or a document does to tell; of a person these say nothing."""

OBJECT_FIRST = _words(
    """described describes put puts placed places counted counts rated pegged pegs listed lists tallied tallies quoted
    projected projects recorded documented registered logged expected mentioned"""
)

REVISING = _words("raised raises lowered lowers revised revises updated updates cut cuts placed places")

NOUN_OR_VERB = _words(
    """reports report claims estimates estimate notes states counts lists projects forecasts forecast asks answers
    details hopes fears counters puts promises rates shows remarks warning reporting telling writing
    places"""
)
"""Forms that are a noun as often: they need a subject before them and content right behind."""

PASSIVE = _words("given set valued")
"""Participles that tell only with an agent: "was given as five by X"."""

BE = _words("is are was were be been being 's")
HAVE = _words("has have had having")
AUXILIARY = BE | HAVE | _words("will would could should may might must can shall do does did")
NEGATION = _words("not never n't no")
ADVERBS = _words(
    """yet also later earlier previously recently already then now still again first repeatedly publicly privately
    separately initially originally officially reportedly allegedly further simply just today yesterday tonight once
    only even late early meanwhile flatly angrily jokingly bluntly subsequently however though consistently long
    since has had have himself herself itself themselves both all"""
)

SUBORDINATORS = _words(
    """that because while as although though when where after before if since until so than whether whereas unless but
    which who whom whose what how why or"""
)
NP_PREPOSITIONS = _words(
    "of for in at by from with on to within among inside near across under over behind about via around"
)
TIME_WORDS = _words(
    """monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow morning afternoon
    evening night week month year earlier later late early ago recently"""
)
PRONOUNS = _words("he she it they i we who which this that these those")
SINGULAR_PRONOUNS = _words("he she")

STUDIES = _words(
    """poll polls polling survey surveys study studies report reports analysis investigation audit inquiry data figures
    numbers records documents document filings filing results estimates estimate projections projection research
    review statement statements release letter memo email emails paper article index census tally count toll
    statistics list ranking transcript indictment complaint affidavit forecast model bulletin dispatch update count
    assessment intelligence intercepts website average footage images imagery photographs video
    videos tests evidence accounts"""
)
ANONYMOUS = _words(
    """source sources insider insiders people person official officials officer officers diplomat diplomats aide aides
    adviser advisers operative operatives man woman witness witnesses resident residents lawmaker lawmakers
    executive executives analyst analysts expert experts strategist employee employees friend relative neighbor
    neighbour individual"""
)
COLLECTIVE = _words(
    """officials authorities police investigators prosecutors firefighters rescuers doctors lawmakers organizers
    organisers medics troops rebels militants activists scientists researchers economists analysts experts critics
    supporters residents witnesses survivors deputies agents detectives governments ministers hospitals groups
    agencies lawyers doctors advocates relatives families campaigners observers leaders executives companies aides
    colleagues republicans democrats forces media respondents voters attendees scholars engineers historians
    paramedics"""
)
BODIES = _words(
    """government ministry department agency service bureau office administration commission committee council
    authority police sheriff army navy military command guard force forces court parliament congress senate house
    union association federation organization organisation institute institution university college school hospital
    company corporation firm group bank fund foundation center centre board district county city state campaign
    party coalition alliance embassy consulate mission kremlin pentagon white house cabinet staff team network
    newspaper paper magazine channel station broadcaster outlet website site charity church airline operator
    manufacturer maker utility laboratory lab society academy league club ngo watchdog regulator tribunal panel task
    exchange crescent cross secretariat brigade municipality directorate division registry regulator monitor town
    village city republic ombudsman electorate carmaker bureau"""
)
ROLES = _words(
    """president minister secretary chief head director deputy spokesman spokeswoman spokesperson mayor governor
    senator representative congressman congresswoman lawmaker general admiral colonel major captain lieutenant
    sergeant commander sheriff chairman chairwoman chair ceo executive officer official leader ambassador envoy
    commissioner coordinator manager judge justice attorney prosecutor lawyer professor doctor analyst expert
    economist scientist researcher author reporter editor journalist activist resident neighbor neighbour witness
    survivor owner founder co-founder member adviser advisor aide strategist premier chancellor king queen prince
    pope bishop archbishop priest pastor rabbi imam coroner superintendent inspector detective constable principal
    teacher student nurse physician surgeon epidemiologist engineer seismologist meteorologist pilot driver worker
    employee volunteer farmer fellow candidate nominee frontrunner rep sen gov lt gen col sgt maj capt cmdr adm dr
    prof mr mrs ms miss sir lord dame rev pm undersecretary treasurer vice first former acting senior interim
    assistant prime foreign defense defence interior health finance state national security press tourism education
    trade labor labour agriculture energy environment transport justice home-secretary lt. gen. col. sgt. maj. capt.
    cmdr. adm. dr. prof. mr. mrs. ms. rev. gov. sen. rep. opposition billionaire tycoon businessman pollster
    moderator host anchor correspondent columnist historian speaker veteran actor singer director-general
    secretary-general police fire county city chairperson administrator elder clerk assessor
    geographer organiser organizer modeler modeller demographer statistician virologist
    geologist negotiator mediator prefect councillor councilman councilwoman marshal warden ranger harbormaster"""
)
TITLES = ROLES - _words(
    """national security press tourism education trade labor labour agriculture energy environment transport foreign
    defense defence interior health finance state police fire county city first vice former acting senior interim
    assistant prime opposition veteran justice home-secretary"""
)
"""The roles that stand right before a name; the rest only before another role."""
SPOKES = re.compile(
    r"\b(?:spokes(?:man|woman|person|people)|press (?:secretary|officer|attach[ée])|"
    r"(?:first |assistant |acting )?deputy (?:director|chief|head|secretary|commissioner|administrator|spokes\w+)|"
    r"vice[- ](?:chief|director)|communications? (?:director|officer|chief|manager)|public information officer)\b",
    re.IGNORECASE,
)
"""Those who speak for a body and not for themselves."""
OFFICERS = re.compile(
    r"\b(?:director(?:[- ]general)?|secretary[- ]general|head|chief|commissioner|coordinator|manager|"
    r"representative|official|"
    r"officer|chairman|chairwoman|president|administrator|executive|leader|envoy|scientist|economist|seismologist)\b",
    re.IGNORECASE,
)
"""Those whose number is the body's although they are quoted by name: "Ramadan, head of the Red Cross mission"."""

MEDIA = re.compile(
    r"\b(?:News(?:week|day|paper)?|Times|Post|Herald|Journal|Press|Reuters|AFP|Agence|BBC|CNN|NBC|CBS|ABC|MSNBC|"
    r"Fox|Kyodo|Yonhap|"
    r"Xinhua|Tass|TASS|Interfax|Radio|TV|Television|Tribune|Guardian|Bloomberg|Gazette|Daily|Magazine|Broadcast\w*|"
    r"Jazeera|"
    r"Arabiya|Politico|POLITICO|Axios|Forbes|Telegraph|Observer|Economist|Globe|Chronicle|Sentinel|Courier|"
    r"Examiner|Inquirer|"
    r"Star-\w+|USA Today|USA TODAY|NPR|PBS|AP|UPI|ANSA|DPA|Wire|Network|Sky|Nikkei|Mail|Independent|Mirror|"
    r"Le Monde|Spiegel|"
    r"Breitbart|HuffPost|BuzzFeed|Vox|Slate|Atlantic|Ha'?aretz|[KW][A-Z]{3}|Star|Sun|Ledger|Bulletin|"
    r"Dispatch|Argus|Echo|(?:Evening|Morning) [A-Z]\w+|Channel (?:[A-Z]\w+|\d{1,2}))\b|(?:state )?media\b|newspapers?\b"
)
MEDIA_NOUNS = _words(
    "television radio newspaper paper magazine broadcaster outlet channel station network daily weekly tabloid"
)
REPORT_NOUNS = _words("report reports media article story dispatch")

ESTIMATES = _words("estimate estimates estimation forecast forecasts projection projections assessment reckoning")
VIEWS = ESTIMATES | _words("view words opinion judgment judgement telling account findings")
"""What "in the ... of X" and "in X's ..." may rest a number on."""
COUNTS = _words(
    "count counts tally tallies figures calculation calculations data findings statistics numbers records notes update"
)
"""What "by X's ..." may rest a number on besides; and what belongs to the one who speaks by it."""
STANDING = _words("is was are were stands stood remains remained")
POSSESSIVES = {"its": "it", "his": "he", "her": "she", "their": "they"}
