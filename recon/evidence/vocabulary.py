"""Words as the evidence stage weighs them: those that say nothing of what is counted, those that say the same, and
those that must not be taken for each other."""

from __future__ import annotations

NEUTRAL = frozenset(
    """a an the this that these those its his her their our my your and or but nor so yet of in on at by for from with
    without to into onto over under about around some nearly almost roughly approximately as than then when while
    where who whom whose which what how if because since until till after before during between among amid against
    across through throughout within per each every both either neither not no more less fewer most least up down
    out off just only also even still already again too very much many few several other another others any all
    further additional extra new is are was were be been being am do does did has have had having will would shall
    should can could may might must it he she they we i you them him us there here far near away back now once early
    late later earlier ago current currently today yesterday tomorrow monday tuesday wednesday thursday friday
    saturday sunday january february march april june july august september october november december day days week
    weeks month months year years quarter night morning evening afternoon weekend hour hours minute minutes time
    last next previous past say says said saying tell tells told according add adds added state states stated
    announce announces announced report reports reported reporting note notes noted confirm confirms confirmed show
    shows showed shown find finds found estimate estimates estimated estimating put puts putting think thinks
    believe believes believed claim claims claimed statement spokesman spokeswoman spokesperson official officials
    figure figures number numbers total totals count data percent percentage point points cent level record rate
    rates million billion trillion thousand hundred dozen dozens hundreds thousands millions billions rise rises
    rose risen rising increase increases increased increasing grow grows grew grown growing climb climbs climbed
    climbing jump jumps jumped gain gains gained fall falls fell fallen falling drop drops dropped dropping decline
    declines declined declining decrease decreases decreased decreasing shrink shrinks shrank shrunk sink sinks sank
    slip slips slipped slide slid reach reaches reached reaching hit stand stands stood come comes came amount
    amounts amounted expect expects expected expecting forecast forecasts forecasting predict predicts predicted
    project projects projected plan plans planned planning likely set due want wants make makes made making get gets
    got take takes took taken go goes went gone give gives gave given use used using way one two three four five six
    seven eight nine ten eleven twelve first second third fourth fifth half whole part resident residents people
    person persons man human humans individual individuals thing things mr mrs ms dr high low higher lower big large
    small great long old worth value people's nationwide including include includes included however although though
    despite counts counted counting provide provides provided providing same period end beginning start see sees saw
    seen order orders ordered authorities compare compared comparing versus outside inside beyond left leave leaves
    leaving deny denies denied denying""".split()
)
"""Words that do not tell one quantity from another: function words, time, reporting, motion of a number."""

GROUPS = """
dead: dead death deaths die dies died dying kill kills killed killing fatality fatalities fatal slain perish perished
    toll drowned
injured: injured injure injures injuring injury injuries wounded wound wounds wounding hurt hospitalised hospitalized
missing: missing unaccounted
contain: contained containment contain contains
displaced: displaced displace displaces displacing uprooted homeless flee fled fleeing evacuated evacuate evacuation
    evacuees forced
rescued: rescued rescue rescues rescuing saved pulled
trapped: trapped stranded trapping strand stranding stuck marooned
arrested: arrested arrest arrests arresting detained detain detaining custody jailed held
infected: infected infection infections infect sickened
captured: captured capture capturing prisoner prisoners hostages seized
destroyed: destroyed destroy destroys destroying destruction razed gutted levelled leveled flattened
damaged: damaged damage damages damaging
building: building buildings structure structures
hospital: hospital hospitals admit admits admitted admitting
home: home homes house houses dwelling dwellings residence residences
worker: worker workers employee employees staff staffer staffers workforce job jobs employ employs employed employing
    employment post posts position positions
cut: cut cuts cutting layoff layoffs redundancy redundancies axe axed axing dismiss dismissed shed lay laid laying
    lose loses lost losing loss eliminate eliminated slash slashed reduce reduces reduced reducing reduction
hire: hire hires hired hiring recruit recruits recruited recruiting
troop: troop troops soldier soldiers serviceman servicemen personnel forces
send: send sends sent sending deploy deploys deployed deploying deployment dispatch dispatched dispatching
march: march marched marches marching rally rallied rallies protest protests protested protesting protesters
    demonstrate demonstrated demonstration demonstrations demonstrators protester demonstrator marchers
attend: attend attends attended attending attendance crowd audience gathered spectators watch watched watching
population: population inhabitants inhabitant live lives inhabited reside
allocate: allocate allocates allocated allocating earmark earmarked budgeted aside
spend: spend spends spent spending spendings expenditure expenditures outlay
cost: cost costs costing price prices priced
buy: buy buys bought buying purchase purchases purchased purchasing acquire acquires acquired acquiring acquisition
sell: sell sells sold selling sale sales
pay: pay pays paid paying payment payments wage wages salary salaries
fine: fine fines fined fining penalty penalties
profit: profit profits earnings
earn: earn earns earned earning
revenue: revenue revenues takings
loss-money: deficit shortfall
export: export exports exported exporting
import: import imports imported importing
produce: produce produces produced producing production output
build: build builds built construct constructs constructed constructing construction
open: open opens opened opening
close: block blocks blocked blocking close closes closed closing closure closures shut shuts shutting shuttered
carry: carry carries carried carrying board aboard
move: move moves moved moving transfer transfers transferred transferring relocate relocated
run: run runs ran running stretch stretches stretched stretching extend extends extended
weigh: weigh weighs weighed weighing weight
back: back backs backed backing support supports supported supporting favor favors favour favours favoured approve
    approves approved approval
oppose: oppose opposes opposed opposing opposition reject rejects rejected disapprove disapproves
vote: vote votes voted voting voter voters ballot ballots
turnout: turnout
win: win wins won winning victory
join: join joins joined joining
treat: treat treats treated treating treatment
vaccinate: vaccinate vaccinated vaccinating vaccination vaccinations inoculated vaccine vaccines
power: power electricity
water: water
supply: supply supplies supplied supplying
restore: restore restores restored restoring restoration
outage: outage outages
store: store stores shop shops outlet outlets
school: school schools
child: child children kids
student: student students pupil pupils
company: company companies firm firms business businesses
vehicle: vehicle vehicles car cars automobile automobiles
unemployment: unemployment jobless joblessness
inflation: inflation
economy: economy economies economic gdp growth
lawmaker: lawmaker lawmakers legislator legislators mps deputies
doctor: doctor doctors physician physicians
plane: plane planes aircraft jet jets
ship: ship ships vessel vessels boat boats ferry
landslide: landslide landslides mudslide mudslides
flood: flood floods flooding flooded
quake: earthquake earthquakes quake quakes tremor
fire: fire fires blaze blazes wildfire wildfires
landfall: landfall ashore
storm: storm storms hurricane hurricanes cyclone typhoon
attack: attack attacks attacked assault
crash: crash crashes crashed collision collisions collide collides collided colliding
visit: visit visits visited visiting visitor visitors tourist tourists
own: own owns owned owning
donate: donate donates donated donating donation donations
raise: raise raises raised raising fundraising
invest: invest invests invested investing investment investments
borrow: borrow borrows borrowed borrowing
owe: owe owes owed owing debt debts
plant-tree: planted planting
infect-case: case cases
test: test tests tested testing
charge: charge charged charges charging
convict: convicted convict convicting sentenced
release: release released releases releasing freed
pledge: pledge pledges pledged pledging promise promises promised promising vow vows vowed vowing
truck: truck trucks lorry lorries
officer: officer officers
drug: drug drugs medicine medicines
farmer: farmer farmers grower growers
ticket: ticket tickets
passenger: passenger passengers
land: acre acres hectare hectares
burn: burn burned burnt burns burning scorched
percent-share: share
bring: bring brings brought bringing deliver delivers delivered delivering delivery deliveries
begin-work: launch launches launched launching unveil unveils unveiled
choose: elect elects elected electing election elections poll polls
seat: seat seats
house: accommodate accommodates accommodated hold holds holding contain contains
confiscate: confiscate confiscated confiscates confiscating impound impounded
ban: ban bans banned banning prohibit prohibited outlaw outlawed
fund: fund funds funded funding finance finances financed financing grant grants granted
lend: lend lends lent lending loan loans
steal: steal steals stole stolen theft thefts robbed robbery looted
shell: shell shells shelled shelling bombard bombarded bombardment
missile: missile missiles rocket rockets
drone: drone drones
collapse: collapse collapses collapsed collapsing
sign: sign signs signed signing signature signatures
enrol: enrol enrolled enroll enrolling enrolment enrollment
graduate: graduate graduates graduated
migrant: migrant migrants refugee refugees
voluntary: volunteer volunteers volunteered
judge: judge judges court courts
teach: teach teaches taught teaching
learn: study studies
repair: repair repairs repaired repairing renovate renovated renovation refurbish refurbished refurbishment
rent: rent rents rented renting lease leases leased
house-price: mortgage mortgages
harvest: harvest harvests harvested crop crops
cattle: cattle cow cows
emission: emission emissions emit emits emitted
consume: consume consumes consumed consuming consumption
save: save saves saving savings
subscribe: subscriber subscribers subscription subscriptions subscribe
user: user users
customer: customer customers client clients
flight: flight flights
cancel: cancel cancels cancelled canceled cancelling canceling cancellation cancellations
delay: delay delays delayed delaying
bus: bus buses coach coaches
train: train trains
film: film films movie movies
spread: spread spreads spreading
last: lasts lasted lasting
participate: participate participates participated participant participants competitor competitors
interview: interview interviews interviewed respondents respondent surveyed questioned
kidnap: kidnap kidnapped kidnapping abduct abducted abduction
execute: execute executed execution executions
detonate: bomb bombs bombing bombings explosion explosions blast blasts exploded detonated
gunfire: shooting shootings shoot shoots gunfire
hire-car: taxi taxis cab cabs
tall: tall height heights
deep: deep depth depths
area: area areas
debate: debate debates debated
compensate: compensation compensate compensated payout payouts
inject: dose doses jab jabs shots
sicken: ill sick illness
poor: poverty poor
literate: literacy literate
divorce: divorce divorces divorced
marry: marry marriage marriages married wedding weddings
born: born birth births
suicide: suicide suicides
murder: murder murders murdered homicide homicides
"""
"""Groups of words that say the same of a quantity; a word of none stands for itself by its stem."""

CONTRASTS = """
profit revenue sell loss-money spend owe cost donate borrow invest dividend pay tax fine budget
export import
destroyed damaged
dead injured missing rescued infected displaced
buy sell rent
open close
hire cut
back oppose undecided
arrested charge convict release
win lose turnout
men women
boy girl
male female
minimum maximum average median
gross net
urban rural
adult child
primary secondary
northern southern eastern western
passenger crew
teacher student
doctor nurse patient
officer civilian
gold silver copper
oil gas coal
wheat corn rice barley
daily weekly monthly annual
domestic foreign
public private
import produce
build destroyed
send withdraw
inflation unemployment
length width height depth
attend arrested
supply outage restore
cancel delay
"""
"""Words of which one printed in the draft and another in the evidence make two quantities."""

NARROWING = frozenset("youth female male juvenile elderly urban rural core underlying graduate".split())
"""Words that make of a quantity a part of it: youth unemployment, core inflation."""

GENERIC = frozenset(
    """mount mountain lake river bay isla island islands north south east west northern southern eastern western new
    old san santa saint st port fort upper lower great grand city county town village district province region valley
    state national international federal royal united university college school hospital airport station street road
    square park bridge foods food steel motors motor mills bank group company corp inc ltd co agency ministry
    department institute office authority council commission board committee party union association organization
    organisation court police army president minister prime governor mayor chief general director professor
    central capital post times herald gazette fire area""".split()
)
"""Words that many names share: by them alone two names are not one."""

UP = frozenset(
    """rise rises rose risen rising increase increases increased increasing grow grows grew grown growing growth climb
    climbs climbed climbing jump jumps jumped gain gains gained up higher surge surged soar soared swell
    swelled expand expanded raised""".split()
)
DOWN = frozenset(
    """fall falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease decreases
    decreased decreasing shrink shrinks shrank shrunk sink sank slip slipped slide slid down lower plunge plunged tumble
    tumbled reduced reduce reduces reducing cut cuts cutting lowered""".split()
)
SETTLEMENTS = frozenset("town city village hamlet community island municipality suburb borough".split())
"""What is said to be of so many people by its population: "a town of 9,300"."""

PHRASES = (
    (r"(?:leav\w+|left|flee\w*|fled|forced from|from|out of) (?:their|his|her) homes?", "displaced"),
    (r"(?:took|takes?|taken|taking) part", "attend"),
    (r"(?:lost|losing|lose) (?:their|his|her) li(?:fe|ves)", "dead"),
    (r"(?:without|lost|losing|lose|no|lack\w*)(?= (?:running )?(?:power|electricity|water|gas|heat))", "outage"),
    (r"br(?:ing|ings|inging|ought) in", "raise"),
    (r"home to|(?:has|have|had) room for", "has"),
)
"""Words that say one thing together, and the word that says it."""
