"""Words that tell what a number is of: labels, hedges, and the signs that it is no weather."""

from typing import Final

from scripts.grounding.facts import Field
from scripts.grounding.text import word_list, word_set
from scripts.grounding.words.units_said import UNKNOWN_SCALE

TEMPERATURES: Final[frozenset[Field]] = frozenset(("temperature", "feels_like", "high", "low"))
PERCENTS: Final[frozenset[Field]] = frozenset(("humidity", "chance"))
WIND: Final[frozenset[Field]] = frozenset(("wind",))
ANYTHING: Final = TEMPERATURES | PERCENTS | WIND

LABELS: Final[dict[str, str]] = {
    **dict.fromkeys(word_list("high highs maximum maxima max highest"), "high"),
    **dict.fromkeys(word_list("low lows minimum minima min lowest overnight"), "low"),
    **dict.fromkeys(
        word_list("temperature temperatures temp temps thermometer mercury glass air reading"), "temp"
    ),
    **dict.fromkeys(
        word_list("sensation seem seeming feels feel feeling felt chill windchill index apparent realfeel"),
        "feels",
    ),
    **dict.fromkeys(
        word_list(
            "easterly westerly northerly southerly northeasterly northwesterly southeasterly southwesterly "
            "northwester southwester northeaster southeaster souther norther nor'wester sou'wester "
            "nor'easter "
            "wind winds breeze breezes gust gusts gusting blow blows blowing blown breezy windy winds' "
            "breath zephyr gale"
        ),
        "wind",
    ),
    **dict.fromkeys(
        word_list("skin cheek cheeks bone shin bones face nose fingers ears knuckles flesh body"), "skin"
    ),
    **dict.fromkeys(word_list("night nights night's"), "night"),
    **dict.fromkeys(word_list("wet wetter moist soaking damp damper dampness clammy"), "moist"),
    **dict.fromkeys(word_list("humidity humid moisture muggy mugginess"), "humidity"),
    **dict.fromkeys(
        word_list(
            "chance chances odds probability likelihood likely risk rain showers shower "
            "precipitation precip snow "
            "rainfall drizzle storm storms thunderstorms thunder probabilities threat prospect "
            "prospects gamble "
            "drier driest wettest sleet hail flurries"
        ),
        "chance",
    ),
}
FALLING: Final = word_set(
    "rain showers shower snow drizzle storm storms thunderstorms thunder sleet hail flurries"
)
"""Labels of a chance beside which a bare number may as well be a temperature: "showers at 31"."""

FIELDS: Final[dict[str, frozenset[Field]]] = {
    "high": frozenset(("high",)),
    "low": frozenset(("low",)),
    "temp": frozenset(("temperature", "high", "low")),
    "feels": frozenset(("feels_like",)),
    "wind": WIND,
    "humidity": frozenset(("humidity",)),
    "chance": frozenset(("chance",)),
    "skin": TEMPERATURES,
    "night": frozenset(("low", "temperature", "feels_like")),
    "moist": PERCENTS,
}
FAMILY: Final = {
    "high": "T",
    "low": "T",
    "temp": "T",
    "feels": "T",
    "wind": "W",
    "humidity": "P",
    "chance": "P",
    "skin": "T",
    "night": "T",
    "moist": "P",
}
NOT_OF_TEMPERATURE: Final = word_set(
    "wind winds humidity chance chances cloud clouds odds risk tide tides pressure gear clouded "
    "ground water time spirits point points ebb spot"
)
"""What "high" and "low" may be of when they are of no temperature."""

_MOVING: Final = (
    "wander wanders wandering amble ambles ambling travel travels travelling traveling stray strays "
    "straying drift drifts drifting move moves moving vary varies varying span spans spanning float "
    "floats floating bounce bounces bouncing swing swings shuttle shuttles oscillate oscillates "
    "fluctuate fluctuates progress progresses march marches marching stroll strolls creep creeps "
    "creeping crept edge edges edging inch inches crawl crawls crawling struggle struggles hang hangs "
    "hanging loiter loiters loaf loafs tiptoe tiptoes stagger staggers saunter saunters step steps land "
    "lands landing hop hops hopping jog jogs trot trots meander meanders seesaw seesaws totter totters "
    "teeter teeters waver wavers wobble wobbles bob bobs sway sways graze grazes brush brushes nudge "
    "nudges scrape scrapes skim skims halt halts stop stops finish finishes open opens start starts "
    "begin begins "
)
"""Verbs that a range or a value is told with: "highs wander from 8 up to 11", "it creeps to 34"."""

LABEL_REACH: Final = 12
"""Words of distance within which a label ("high", "humidity") tells what a number is of."""

FAMILY_OF_UNIT: Final = {"C": "T", "F": "T", UNKNOWN_SCALE: "T", "%": "P"}
FUNCTION: Final = word_set(
    "a an the and or but nor so yet for of in on at by to from with without as than then that this "
    "these those it its "
    "it's is are was were be been being am do does did has have had will would shall should can "
    "could may might must "
    "not no if when while where who which what how he she they we you i me him her them us my your "
    "his our their "
    "today tonight tomorrow now outside out outdoors already here there right just only still even "
    "too also again "
    "under over above below before after until till through during between against about around near "
    "up down off "
    "though although because since unless whereas versus vs plus minus per into onto across along "
    "by-and both each every daily "
    "either neither , . ; : ! ? ) ( — – - / \" ' … \n & | + = ~ "
    "feels feeling reads makes means sits holds keeps stands looks sounds seems makes suits comes "
    "goes gets "
    "real actual felt apparent true overnight everywhere apiece respectively currently presently "
    "or-so monday tuesday wednesday thursday friday "
    "saturday sunday all whatever rather instead exactly flat even-steven indeed please sir friend ma'am "
    "betwixt 'twixt whilst ere hath doth amongst unto thereof thereby therein yonder 'tis 'twill "
    "whence wherein "
    "albeit howbeit save lest "
    "throughout besides upon within among amid beyond toward towards altogether together daily nightly "
    "anyway "
    "while whilst once twice nor yet either likewise "
    "isn't won't doesn't aren't wasn't it'll that's you'll there's you're i'd i'm "
    "like unlike maybe perhaps possibly probably mostly ago overhead hereabouts thereabouts depending "
    "according thanks lies tops outdoes exceeds surpasses undercuts trails"
)
TIME_AFTER: Final = word_set("am pm a.m. p.m. a.m p.m o'clock oclock noon midnight")
TIME_BEFORE: Final = word_set(
    "at by until till before after around about from since past near towards toward to between"
)
MONEY: Final = word_set(
    "$ £ € ¥ # no number route highway gate platform room chapter page pier terminal bus flight verse "
    "interstate exit mile aged age turned apartment unit channel tee track league psalm volume step "
    "class grade size version mark act scene code codes latitude longitude pub article"
)
VERBS: Final = word_set(
    _MOVING + "hit hits hitting reach reaches reaching climb climbs climbing rise rises rising drop "
    "drops dropping dip dips dipping sit sits sitting hover hovers hovering read reads reading top tops "
    "topping peak peaks peaking fall falls falling hold holds holding stand stands standing touch "
    "touches touching bottom bottoms sink sinks sinking stay stays staying run runs running range ranges "
    "ranging average averages averaging register registers linger lingers warm warms warming cool cools "
    "cooling slip slips slipping slide slides crest crests settle settles show shows gets get goes go "
    "keep keeps showing saying says reading marking marks holding lie lies swing swings come comes sunk "
    "risen fallen climbed dropped reached warmed cooled settled quits quit passes passed clears cleared "
    "cracks cracked crack crosses crossed cross exceeds exceed surpasses surpassed breaks break broken "
    "broke beats beat topped vaulted make makes made manage manages sees got attain attains"
)
COPULAS: Final = word_set("is are was be it's that's at being stays remains i's is's")
WARM_ADJECTIVES: Final = word_set(
    "breezy mild chilly cool cold warm hot balmy crisp brisk pleasant comfortable raw bitter biting "
    "bracing sunny frosty "
    "toasty gentle modest moderate temperate steady solid respectable decent soft damp muggy humid "
    "gray grey clear dry "
    "lovely mere cozy cosy scorching blistering frigid icy wintry summery springlike windy fair "
    "honest sober tidy "
    "perfect agreeable civil shivery nippy bright handsome sweltering sultry tolerable bare full "
    "paltry measly thin"
)
UPWARD: Final = word_set(
    "peak peaks peaking top tops topping reach reaches reaching climb climbs climbing warm warms "
    "warming crest crests daytime afternoon hit hits attain attains achieve achieves heats heat"
)
NIGHTLY: Final = word_set("night nights nighttime dawn daybreak sunrise nightfall")
ABOUT: Final = word_set(
    "about around roughly approximately practically virtually effectively near "
    "circa ~ ≈ nigh approx neighborhood neighbourhood vicinity region"
)
NEARLY: Final = word_set("nearly almost approaching pushing nudging misses missing")
JUST: Final = word_set(
    "just barely slightly shade hair touch whisker little tad bit scarcely smidge fraction smidgen notch "
    "sliver breath trifle inch nose step hairsbreadth breadth smattering hardly marginally narrowly "
    "fractionally"
)
OVER: Final = word_set(
    "over above passed passes past beyond clears exceeding exceeds topping tops top exceed north "
    "surpasses cracks passing crosses crossing surpassing betters cleared crack cracked cross crossed "
    "surpass surpassed break breaks broke broken beat beats better bettered topped exceeded overtops "
    "overtopped vaults vaulted overshoots overshot"
)
UNDER: Final = word_set("under below beneath south short shy")
PLAIN_LINKS: Final = (ABOUT | NEARLY | JUST | OVER | UNDER).union(
    word_set(
        _MOVING + "at of is are was from the somewhere about near around : running out blowing a an up to "
        "steady still only just reading s "
        "- – — sits sitting standing north south east west ( with on by holds holding stays registers "
        "nothing but be its it's "
        "stands hovers clocks measures close nearly almost roughly down between speed speeds gusting or so "
        "now "
        "come comes coming further meanwhile themselves alone also will would should may might must can do "
        "then likewise "
        "climb climbs rise rises climbing rising falling steadily slowly gradually too daily again later "
        "merely hold hover keep keeps run runs range ranges ranging stay stays stand sit lie lies dip dips "
        "drop "
        "drops fall "
        "falls sink sinks reach reaches go goes slip slips get gets cool cools above below over under beneath"
    )
)
"""What may stand between a label and a number without a unit so that the number is surely of the label."""

DECADE_WORDS: Final = {
    **dict.fromkeys(("low", "lower", "lowest", "early"), "low"),
    **dict.fromkeys(("mid", "middle", "middling"), "mid"),
    **dict.fromkeys(("high", "upper", "higher", "late"), "high"),
}
LINKS: Final = word_set(
    ", and to or then – — - / ° degrees degree percent % f c celsius fahrenheit ( ) & mph through"
)
HEDGE_FILLERS: Final = word_set(
    "a an the just right only still about around roughly nearly almost approximately some close to mere "
    "merely "
    "good full well comfortably safely easily both better upward upwards barely exactly precisely "
    "another round solid fair bare whole off away up down out all over under above way below of past "
    "than more less no not quite as even mark steady call short shy beyond beneath your"
)
JOINING: Final = word_set(", and to or then – - / — against versus vs &")
LISTED: Final = word_set(
    "on for by monday tuesday wednesday thursday friday saturday sunday today tomorrow tonight the "
    "day after against "
    "versus vs about around near nearly then mon tue tues wed thu thur thurs fri sat sun a of"
)
TIME_BEFORE_BARE: Final = word_set("until till before after since by")
DIFFERENCE_OBJECTS: Final = word_set(
    "mark limit line threshold freezing frost frosts ice freeze that what average normal target cutoff feel "
    "thermometer "
    "reading truth actual "
    "zero it yours budget day's night's afternoon's week's minimum maximum rule requirement monday's "
    "tuesday's wednesday's "
    "thursday's friday's saturday's sunday's today's tomorrow's monday tuesday wednesday thursday "
    "friday saturday sunday "
    "today tomorrow air number afternoon afternoons highs lows"
)
"""What a difference is measured from: "eight degrees above the mark"."""

RELATIONS: Final = word_set("over under above below between beneath beyond up down short shy")
DIFFERENCE_LATER: Final = word_set(
    "lost stolen taken gone apart difference warmer cooler colder hotter knocked shaved subtracted off"
)
DIFFERENCE_AFTER: Final = word_set(
    "warmer cooler colder hotter milder chillier higher lower above below under over more less apart "
    "short shy fewer too part parts divide divides separate separates different "
    "better worse stronger lighter drier wetter windier calmer up down either better-off up-on "
    "beneath difference gap "
    "gained lost shed saved added recovered stolen dropped shorn docked "
    "swing spread drop rise climb fall jump dip slide gain loss change margin shaved extra further "
    "breezier gentler"
)
DIFFERENCE_NOUNS: Final = word_set(
    "difference swing spread gap drop rise climb fall jump dip slide gain loss change margin warmer "
    "cooler colder hotter "
    "higher lower gulf apart increase decrease tumble plunge cushion leeway shave discount tax penalty "
    "relief reprieve"
)
DIFFERENCE_BEFORE: Final = word_set(
    "warmer cooler colder hotter up down higher lower drop drops dropping fall falls falling rise "
    "rises rising climb climbs "
    "climbing beats beat ahead gain gains loses shed sheds differ differs misses miss apart out off "
    "warms cools wins "
    "trails leads short"
)
DIFFERENCE_VERBS: Final = word_set(
    "worth cools warms lose loses losing gain gains gaining shed sheds shedding shaves shave shaving takes "
    "take "
    "taking steals steal knocks "
    "recovers recover regains regain rallies surrenders surrender concedes concede yields "
    "knock costs cost adds add adding lost gained added dropping drops drop rises falls climbs within "
    "another "
    "swing swings swung swinging vary varies varied varying saves save saved saving buys buy bought "
    "spares spared purchase purchases purchased earn earns charge charges charged "
    "fall fell fallen rise rose risen climb climbed dropped sink sinks sank sunk tumble "
    "tumbles "
    "tumbled plunge plunges plunged slide slides slid slip slips slipped jump jumps jumped leap leaps leapt "
    "warmed cooled mount mounts mounted"
)
WEEKDAYS: Final = word_set("monday tuesday wednesday thursday friday saturday sunday")
HAVING: Final = word_set("carries has holds takes owns gets keeps claims bears boasts")
MEAN: Final = word_set("average averages averaging averaged mean")
WAGERS: Final = word_set("toss flip up odds money bet bets wager chance chances")
SCORES: Final = word_set("score hundred thou")
SHARED: Final = word_set("equally evenly divided")
"""Words before a mean: "seventeen, eighteen and twenty, shared out equally, come to eighteen"."""

POSSESSIVES: Final = word_set("your my our his her their yesterday's")
DECADES: Final = word_set(
    "teens twenties thirties forties fifties sixties seventies eighties nineties hundreds"
)
NOT_COMPARATIVE: Final = word_set(
    "under over after weather water summer winter number other another rather either whether "
    "together never however "
    "power shower thunder thermometer centimeter kilometer november october september december "
    "former latter proper "
    "order matter paper river winter's quarter later earlier sooner customer daughter letter neither "
    "fahrenheit eager "
    "sober hunter baker rainier remember consider wonder cover further farther deliver enter offer "
    "suffer linger hover"
)
ZEROES: Final = word_set("zero nought naught nothing")
AFTER_BELOW: Final = word_set(
    "to or from through all . , ; ! ? and but in at on with outside — – today tonight this here "
    "there right now ) by under against as so tomorrow overnight monday tuesday wednesday thursday friday "
    "saturday sunday "
    "while when after until though whilst lies lie is sits stands makes runs has hath gets feels looks holds "
    "upon on into during before since ere for throughout come even still "
    "again already every each both across along around amid amongst among beneath without save "
    "except yet nor because whilst where which who "
    "you you'll you'd you're i i'll i'd we we'll they they'll he she it'll it's thou thee there there's "
    "that's that'll would will may might must shall should can has had have brings leaves means asks takes "
    "whose whenever unless if meanwhile otherwise outdoors out inside only just merely "
    "alone together"
)
DETERMINERS: Final = word_set("the these those next last first other all")
NEVER: Final = word_set(
    "never no not nothing nor neither none won't doesn't don't isn't aren't hasn't haven't can't cannot "
    "didn't"
)
ABOUT_PHRASES: Final = (("call", "it"), ("close", "to"), ("or", "less"), ("somewhere", "in"))
SIZES: Final = word_set("mere modest full paltry measly solid decent steady respectable bare thin fair")
BEFORE_ZERO: Final = word_set("below above under beneath fahrenheit's celsius's the of over")
COUNTED_NOUNS: Final = word_set("nights highs lows showers storms chances winds")
