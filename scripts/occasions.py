"""What the weather is wanted for, and what goes with what.

An occasion fits some askers, some questions (now, one day, several days), a relation to the place, and a climate:
the mean temperature of the month at the place. It names the concern that decides which figures matter
(scripts/concerns.py).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

Scope = Literal["now", "day", "span"]
Relation = Literal["home", "visit", "kin"]


@dataclass(frozen=True, slots=True)
class Occasion:
    """A reason to ask about the weather at one place.

    `text` follows "for" ("hanging out a big wash"), `hint` is the question that never names the weather
    ("whether the washing can go out"). `relation` is the asker's to the place: lives there, goes there, or has
    somebody there. `coldest` and `warmest` bound the month's mean temperature in °C.
    """

    text: str
    hint: str
    concern: str
    scopes: frozenset[Scope]
    groups: frozenset[str]
    relation: Relation
    coldest: float
    warmest: float


_SCOPES: Final[Mapping[str, Scope]] = {"n": "now", "d": "day", "s": "span"}


def _table(relation: Relation, rows: str) -> tuple[Occasion, ...]:
    occasions = []
    for row in rows.strip().splitlines():
        text, hint, concern, scopes, groups, span = (cell.strip() for cell in row.split("|"))
        coldest, warmest = (float(bound) for bound in span.split(".."))
        occasions.append(
            Occasion(
                text,
                hint,
                concern,
                frozenset(_SCOPES[letter] for letter in scopes),
                frozenset(groups.split()),
                relation,
                coldest,
                warmest,
            )
        )
    return tuple(occasions)


HOME: Final = _table(
    "home",
    """
    hanging a big wash out on the line | whether the washing can go out | drying | nds | home parent elder | 2..40
    drying a feather duvet outdoors | whether the duvet can hang outside | drying | nds | home elder | 8..40
    airing the winter blankets before they are packed away | whether the blankets can air on the balcony | drying | nds | home elder | 10..28
    re-felting the shed roof, open until it is done | whether the shed roof can come off | dry | ds | home builder | 3..32
    mending a leaking roof before the ceiling goes | whether anybody can get up on the roof | dry_calm | nds | builder home | 0..36
    painting the front door, which needs to dry undisturbed | whether the front door can be painted | dry | nds | home builder | 8..32
    painting a weathered fence, two coats | whether the fence can be painted | dry | ds | home garden builder | 8..34
    pouring a concrete path that must not freeze while it sets | whether the concrete can be poured | frost | ds | builder home | -4..14
    pouring a garage floor, with the mixer lorry already booked | whether to keep the mixer lorry booked | dry | ds | builder | 6..34
    putting up scaffolding | whether the scaffolding can go up | calm | nds | builder | -5..36
    lifting steel with a tower crane | whether the crane can work | calm | nd | builder | -10..38
    cleaning the upstairs windows from a ladder | whether the ladder can come out | calm | nd | builder home | 2..36
    fitting panels on a steep roof | whether it is a day for being on a steep roof | dry_calm | ds | builder | 2..36
    felling a leaning birch | whether the birch can come down safely | calm | nds | builder garden | -10..30
    mowing a lawn that is already knee-high | whether the lawn can be mown | dry | nds | home garden elder | 8..32
    planting out tomato seedlings raised on the windowsill | whether the tomato seedlings can go out | frost | ds | garden home elder | 7..17
    keeping the lemon tree alive on the terrace | whether the lemon tree must come indoors | frost | nds | garden home elder | 0..14
    protecting early blossom in the orchard | whether the blossom needs protecting overnight | frost | ds | farm garden | 4..13
    watering the allotment or saving the water | whether the allotment needs watering | dry | nds | garden home elder | 14..40
    sowing a new lawn | which way to time the grass seed | dry | s | garden home | 7..26
    pruning the roses without frost at their heels | whether the roses can be pruned | frost | ds | garden home | -2..12
    opening the hives for the spring inspection | whether the hives can be opened | warm | nd | farm garden | 9..24
    cutting hay, which needs several dry days in a row | whether to cut the hay | dry | s | farm | 11..27
    spraying the vines, which needs still air | whether the sprayer can go out | calm | nds | farm | 9..30
    bringing in the barley before it is flattened | whether the combine should roll | dry | ds | farm | 13..32
    picking cherries before they split in the wet | whether the pickers should start | dry | ds | farm | 13..28
    drying coffee on the raised beds | whether the coffee beds stay uncovered | dry | nds | farm | 15..30
    spreading out chillies to dry in the yard | whether the chillies can stay in the yard | drying | nds | farm home | 18..40
    moving the lambs to the top field | whether the lambs can go up to the top field | cold | nds | farm | 1..13
    shearing, with the shearers paid by the day | whether the sheep will be dry for the shearers | dry | ds | farm | 10..26
    getting the cows out of the midday sun | whether the cows need the shade today | heat | n | farm | 22..45
    keeping the greenhouse from cooking | whether the greenhouse vents must be opened | heat | nd | garden farm | 16..40
    walking an old dog with thin fur | whether the dog needs its coat | dress | nd | dog home elder | -12..13
    walking the dog on pavements that burn paws | whether the pavement is too hot for the dog | heat | nd | dog home | 22..45
    taking a toddler to the playground | whether the playground is a good idea | outdoors | nd | parent nurse teacher | 8..32
    dressing a small child for the walk to school | how many layers the child needs | dress | nd | parent teacher | -25..18
    pushing a pram across town without getting soaked | whether the pram needs its rain cover | rain | nd | parent | 4..36
    a birthday party for eight small children in the garden | whether the birthday party can be in the garden | outdoors | ds | parent home | 14..34
    taking a class of twenty-odd children out for sports day | whether sports day can go ahead | outdoors | d | teacher | 11..33
    letting the nursery group splash in the paddling pool | whether the paddling pool can come out | warm | nd | teacher parent | 17..36
    building a snowman with the children | whether there will be a snowman | snow | nd | parent teacher | -16..3
    walking to work in new suede shoes | whether the suede shoes are safe | rain | nd | office home student | 3..36
    cycling to work into a headwind or not | whether to take the bicycle or the bus | ride | nd | office cycle student | 0..34
    riding the motorbike to work | whether to take the motorbike | ride | nd | driver office | 3..36
    a lunchtime run along the usual loop | what to wear for the run | run | n | run office sport | -12..34
    a long training run that has gone wrong in the heat before | whether the long run is wise | heat | nd | run sport | 20..40
    an evening run, with or without gloves | whether the running gloves are needed | dress | n | run sport | -14..9
    an open-air yoga class on the grass | whether the mats can go on the grass | outdoors | nd | sport event | 13..33
    an under-tens football match | whether the match is likely to be played | outdoors | d | sport parent | 2..32
    a club tennis match on clay | whether the clay courts will be playable | dry | nd | sport | 9..34
    badminton in the garden with the grandchildren | whether a shuttlecock would stay on course | calm | nd | elder parent | 13..32
    flying a kite with a grandchild | whether it is kite weather | wind | nd | kite elder parent | 5..30
    trying a new stunt kite | whether the new kite would lift | wind | nd | kite student | 5..32
    flying a drone over a roof for an estate agent | whether the drone can fly | dry_calm | nd | drone photo | -4..38
    letting the model gliders go | whether the gliders will fly | wind | nd | kite pilot teacher | 6..32
    photographing the skyline at its clearest | whether there is anything to photograph | sky | nd | photo | -15..38
    photographing the old town under snow | whether the old town will be white | snow | nd | photo | -18..2
    getting the telescope out for the neighbours | whether the telescope is worth carrying out | sky | nd | stars teacher | -15..36
    watching for meteors from the back step | whether there will be stars to see | sky | nd | stars curious elder | -10..36
    deciding about a coat before leaving the house | whether a coat is needed | dress | nd | anyone | -20..19
    choosing between the light jacket and the thick one | which jacket to take | dress | nd | office student home elder | -4..17
    carrying an umbrella or leaving it in the stand | whether to carry the umbrella | rain | nd | office home elder student | 3..36
    cutting the grandson's hair on the balcony | whether the balcony will do | outdoors | n | elder home | 14..33
    barbecuing for a dozen neighbours | whether the barbecue is on | outdoors | d | home parent event | 12..34
    eating dinner outside for once | whether dinner can be on the terrace | warm | nd | home parent elder | 13..31
    putting the café tables out | whether the tables go out on the pavement | outdoors | nds | shop | 9..36
    deciding how much ice cream to load for the day | how much ice cream to load | warm | nd | shop | 15..38
    setting up a market stall with a thin canvas roof | whether the stall canvas will stand it | dry_calm | nds | shop | 0..38
    keeping cut flowers fresh on an open stall | whether the flowers can stand outside | heat | nd | shop | 18..42
    busking in the square with a cello | whether the cello can come out of its case | dry | nd | music | 9..34
    varnishing a guitar, which hates damp air | whether the air is dry enough for varnish | humid | n | music | 5..36
    keeping a violin from cracking | whether the violin needs its humidifier | humid | n | music | -15..38
    storing bread flour without it clumping | whether the flour bins need the silica bags | humid | n | shop event home | 12..38
    baking macarons, which fail in damp air | whether macarons stand a chance | humid | n | event shop home | 5..36
    leaving the bedroom windows open | whether to leave the windows open | warm | n | home nurse elder | 8..34
    sleeping after a night shift in a flat without blinds | whether the flat is going to heat up | heat | nd | nurse | 19..42
    a round of home visits on foot | what to wear for the rounds | rain | nd | nurse | -4..36
    checking on an elderly neighbour who never turns on the fan | how worried to be about the neighbour | heat | nd | nurse elder home | 24..45
    checking that an elderly neighbour is warm enough | how worried to be about the neighbour | cold | nd | nurse elder home | -30..6
    keeping the outside tap from bursting | whether the outside tap must be drained | frost | nds | home builder elder | -12..7
    clearing the drive before work | whether to set the alarm early for the snow shovel | snow | d | home office snow | -18..2
    gritting the yard before the lorries come | whether the yard needs gritting | frost | d | driver snow builder | -12..5
    swimming in the lake before breakfast | whether the swim is for the brave only | cold | n | water outdoor | 2..18
    taking the dinghy out on the reservoir | whether there is sailing to be had | wind | nd | water | 7..32
    fishing from an open boat | whether the boat can go out | calm | nds | sea water | 3..36
    hauling the crab pots | whether the pots can be hauled | calm | nd | sea | 1..34
    a gliding lesson | whether there will be any gliding | dry_calm | nd | pilot | 5..34
    a first solo flight in a training aircraft | whether the solo flight is likely to happen | dry_calm | d | pilot | 0..36
    riding out a nervous young horse | whether the young horse will be spooked | calm | nd | dog farm outdoor | -6..34
    an outdoor wedding ceremony | whether the chairs go on the lawn or in the hall | outdoors | d | event | 13..34
    a street festival with a stage of plywood and hope | whether the stage stays dry | dry | ds | event | 9..36
    an open-air cinema night | whether the cinema night can stay outside | outdoors | d | event | 13..34
    handing out hot drinks at the shelter | how many blankets to load | cold | nd | nurse event | -30..8
    small talk with the regulars | what to tell the regulars about outside | general | n | shop curious driver | -30..45
    settling an argument at the bar about how hot it really is | who is right about the heat | heat | n | curious | 22..45
    settling an argument about how cold it really is | who is right about the cold | cold | n | curious | -50..5
    filling in the weather line of a diary kept for years | what to put in the diary | general | n | elder curious home | -30..45
    a school weather log that was forgotten this morning | what to write in the log | general | n | teacher student | -30..45
    the first line of a letter to a friend abroad | what to put in the first line of the letter | general | n | elder curious home | -30..45
    """,
)
"""The asker lives there."""

VISIT: Final = _table(
    "visit",
    """
    packing one small bag | whether the thick jumper earns its place in the bag | dress | ds | travel office student | -25..18
    packing for a business trip, with room for one pair of shoes | which shoes to pack | rain | ds | office | -10..36
    packing light for a week of walking | whether the waterproofs are worth their weight | rain | s | outdoor travel | 2..32
    packing for a conference dinner on a roof terrace | whether to bring a wrap for the roof terrace | dress | ds | office | 8..24
    dressing for the walk from the station | what to put on before getting off the train | dress | n | travel office student | -20..20
    stepping off the plane in shorts, or not | whether shorts were a mistake | dress | n | travel student | -10..24
    landing shortly with only a cardigan | whether a cardigan is enough | dress | n | travel elder | -15..20
    a friend's wedding on a lawn | whether heels will sink and hats will fly | outdoors | d | travel event student | 12..34
    being best man in a wool suit | whether the wool suit is survivable | heat | d | event travel office | 20..42
    photographing a wedding with no indoor plan | whether an indoor plan is needed | outdoors | ds | photo event | 10..36
    a marathon trained for all winter | what to wear at the start line | run | d | run | 2..28
    a city half-marathon with a personal best in mind | whether a personal best is likely | run | d | run sport | 4..28
    a hill walk with no shelter on the ridge | whether the ridge is sensible | dry_calm | ds | outdoor | 0..26
    sleeping in a tent that has seen better years | whether the tent will hold | dry_calm | ds | outdoor student | 6..32
    camping with two children and one good torch | whether to camp or take the hostel | outdoors | ds | parent outdoor | 10..30
    a climbing day on bare rock | whether the rock will be dry | dry | ds | outdoor sport | 3..30
    three days of fly fishing | whether the fishing days look any good | outdoors | s | outdoor water | 4..28
    watching migrating cranes at dawn | how cold it gets at dawn | dress | d | outdoor curious photo | -8..14
    photographing autumn colours | whether the light will be any good | sky | ds | photo | 2..16
    photographing temples at their best | whether the light will be any good | sky | ds | photo travel | 12..34
    flying a drone for a hotel brochure | whether the drone can fly | dry_calm | ds | drone photo | 4..36
    a walking tour for eleven guests | whether the guests need umbrellas | rain | nds | event | 4..36
    guiding a group round open ruins in full sun | whether the ruins are bearable at noon | heat | nds | event travel | 20..44
    a football match in the away end, no roof | how wet the away end gets | rain | d | sport student | 0..34
    a picnic promised to an old friend | whether the picnic is a promise to keep | outdoors | d | travel elder student | 13..32
    an open-air concert | whether to bring a poncho | rain | d | music student travel | 12..34
    playing the violin outdoors at a village fair | whether the violin can be risked outdoors | dry | d | music | 10..34
    a long drive with a trailer | whether the trailer is a bad idea | road | nd | driver farm builder | -15..36
    driving a removal van with a mattress on the roof | whether the mattress needs a tarpaulin | rain | nd | driver | 0..36
    driving there overnight with summer tyres still on | whether the summer tyres will do | road | d | driver travel office | -12..6
    delivering chilled food without a spare generator | whether the cooling will cope | heat | nd | driver event | 22..45
    delivering a car with a folding roof | whether the roof can be down | warm | nd | driver | 8..32
    cycling there with panniers | whether to cycle or take the train | ride | ds | cycle student outdoor | 3..32
    a hop there in a light aircraft | whether the hop can be flown | dry_calm | nd | pilot | -8..36
    a short layover with time to leave the airport | whether the airport is worth leaving | outdoors | n | travel pilot office | 4..34
    a crew rest day after a night flight | what the crew could do outside | outdoors | nd | pilot travel | 6..34
    a house viewing with a garden to be admired | whether the garden will show itself well | outdoors | d | office home | 5..34
    surveying a boundary with instruments that hate the wet | whether the instruments can go out | dry | ds | survey | -6..36
    a week of soil sampling | whether the sampling week is workable | dry | s | survey | 2..34
    counting bats at dusk | whether the bats will be flying | outdoors | d | survey curious | 9..30
    setting up antennas on an open field | whether the masts can go up | calm | ds | survey builder drone | -6..36
    a first skiing lesson | how many layers to wear on the slope | cold | nd | snow student parent travel | -20..0
    a ski weekend booked in hope | whether there is snow on the way | snow | ds | snow travel | -18..1
    an exam in a hall without heating | whether to wear thermals to the exam | dress | d | student | -18..10
    a job interview across town, in the one good suit | whether the suit arrives dry | rain | d | student office | 2..34
    moving into student digs without a car | whether moving day will be miserable | rain | d | student | 4..34
    visiting a new grandchild | which coat to bring for the pram walks | dress | ds | elder | -15..16
    scattering a brother's ashes from a hilltop | whether the hilltop will be still enough | calm | d | elder | 4..30
    a reunion of old shipmates on a quay | whether the quay will be bearable | dress | d | elder sea | 0..20
    bringing a yacht into harbour | whether to make harbour or wait | calm | nd | sea water | 4..34
    a port call with two hours ashore | whether to go ashore in a raincoat | rain | nd | sea travel | 4..36
    a dive trip from an open boat | whether the dive boat will go | calm | ds | water travel | 18..34
    a beach day with nothing else planned | whether it is a beach day | warm | nds | travel parent student | 19..34
    a honeymoon with no plans but the garden of the hotel | whether the hotel garden will be usable | outdoors | s | travel | 14..34
    a research stay with fieldwork in the afternoons | whether the afternoons are bearable | heat | s | student survey | 22..42
    setting up a trade-fair stand in an open yard | whether the stand needs its roof panels | dry | ds | office event | 5..36
    filming a street scene that must match yesterday's grey | whether the sky will be grey enough | sky | nd | photo | 0..32
    """,
)
"""The asker goes there."""

KIN: Final = _table(
    "kin",
    """
    ringing a father who never says how he is, only how hot it is | whether Dad is melting | heat | n | anyone | 23..45
    ringing a mother who refuses to light the stove | whether Mum ought to light the stove | cold | nd | anyone | -30..8
    knowing what a daughter on exchange is walking to school in | what the daughter should wear | dress | nd | parent elder | -25..17
    a son on his first ship | what the son's port looks like | general | n | parent elder | -5..38
    a sister giving birth out there, with everybody asking | what the new baby is coming into | general | n | parent home travel | -25..42
    following a brother who runs his marathon there | whether the brother is in for a hard race | run | d | run sport parent | 3..30
    a video call with the grandchildren, who want to hear it first from here | what the grandchildren see out of the window | general | n | elder | -25..40
    a friend who has just moved there and boasts | whether the boasting is earned | warm | nd | anyone | 14..36
    a parcel of chocolate that must not melt on the doorstep | whether the chocolate survives the doorstep | heat | d | home shop elder | 17..40
    sending a winter coat or a raincoat to a nephew | which coat to send | dress | s | elder home | -15..15
    a colleague who works there and has gone quiet | whether it is a day for staying indoors | general | n | office | -20..42
    a granddaughter's outdoor graduation | whether the graduation will be under umbrellas | rain | d | elder parent | 10..34
    an aunt who swears it never rains there | whether the aunt is right today | rain | n | curious home student | 8..40
    a pen friend's village | what to ask the pen friend about | general | n | elder curious teacher | -30..42
    setting a chapter of a novel there | what one would notice stepping outdoors there | general | n | curious | -40..45
    a geography lesson that starts in ten minutes | what to tell the class about the place | general | n | teacher | -40..45
    a quiz question about far-off cities | what the answer card should say | general | n | curious teacher | -40..45
    watching a cricket match on television | whether play could be stopped | rain | n | curious sport home | 13..36
    watching a cycling race on television | whether the riders have the wind to fight | wind_effect | n | cycle sport curious | 3..32
    a football match on television tonight | whether the pitch will be a mess | rain | n | sport curious shop | -4..36
    a plant bought as a native of that place | what the plant is used to | humid | n | garden home | 8..34
    a podcast about places people choose to live in | what the listeners should picture | general | nds | curious teacher | -70..50
    a painting of the place, done from photographs | what light to paint | sky | nd | curious photo elder | -60..45
    an online class whose students all sit there | what the students have outside their windows | general | nds | teacher office | -60..50
    comparing notes with a rival weather amateur who lives there | what the rival is reading off his instruments | general | n | curious | -30..42
    """,
)
"""The asker is elsewhere and has somebody or something there."""

OCCASIONS: Final = (*HOME, *VISIT, *KIN)


@cache
def fitting(scope: Scope, mean_c: int, relation: Relation | None = None) -> tuple[Occasion, ...]:
    """Return the occasions for a question of that scope in a month of that mean temperature in °C."""
    return tuple(
        occasion
        for occasion in OCCASIONS
        if scope in occasion.scopes
        and occasion.coldest <= mean_c <= occasion.warmest
        and relation in (None, occasion.relation)
    )


_HOURS: Final[Mapping[str, tuple[int, int]]] = {
    "before breakfast": (5, 7),
    "on exchange": (6, 8),
    "to school": (6, 8),
    "to work": (5, 8),
    "for work": (5, 8),
    "lunchtime": (11, 13),
    "ice cream": (7, 11),
    "evening": (16, 20),
    "dinner": (15, 18),
    "barbecu": (9, 16),
    "telescope": (20, 23),
    "meteors": (20, 23),
    "tonight": (15, 19),
    "night shift": (7, 10),
    "midday": (10, 14),
    "full sun": (9, 14),
    "burn paws": (10, 18),
    "cut the hay": (6, 12),
    "regulars": (16, 22),
    "bar about": (17, 22),
    "skyline": (8, 18),
    "school weather log": (8, 14),
    "lesson": (7, 15),
    "class": (7, 14),
    "nursery": (7, 15),
}
"""Hours of the local day at which some occasions make people ask of now; else the waking day."""

WAKING: Final = (6, 21)


@cache
def hours_of(occasion: Occasion, scope: Scope) -> tuple[int, int]:
    """Return the earliest and latest local hour at which somebody with this occasion asks."""
    if scope != "now":
        return WAKING
    return next((hours for words, hours in _HOURS.items() if words in occasion.text), WAKING)
