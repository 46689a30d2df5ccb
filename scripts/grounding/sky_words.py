"""The words for sky, rain, snow, storm and fog, and the weather codes that each agrees with."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from scripts.grounding.text import word_list, word_set

LIQUID: Final = frozenset((51, 53, 55, 56, 57, 61, 63, 65, 66, 67, 80, 81, 82, 95, 96, 99))
FROZEN: Final = frozenset((71, 73, 75, 77, 85, 86))
ICY: Final = frozenset((56, 57, 66, 67))
WET: Final = LIQUID | FROZEN
FOGGY: Final = frozenset((45, 48))
THUNDERY: Final = frozenset((95, 96, 99))
GREY: Final = WET | FOGGY | {3}
LIGHT: Final = frozenset((51, 56, 61, 66, 71, 77, 80, 85, 96))
MODERATE: Final = frozenset((53, 63, 73, 81, 95))
HEAVY: Final = frozenset((55, 57, 65, 67, 75, 81, 82, 86, 99))


@dataclass(frozen=True, slots=True, eq=False)
class Term:
    """A word for the sky or what falls from it.

    `agrees` are the codes under which it may be said, `refutes` those under which it may not be denied.
    `falls` is "rain" or "snow" where it names what falls, so that a chance of it can be given too.
    """

    name: str
    agrees: frozenset[int]
    refutes: frozenset[int]
    falls: str = ""


def _codes(*codes: int) -> frozenset[int]:
    return frozenset(codes)


CLEAR: Final = Term("clear", _codes(0, 1), _codes(0))
MOSTLY_CLEAR: Final = Term("mostly clear", _codes(0, 1), _codes(1))
SUNNY: Final = Term("sunny", _codes(0, 1), _codes(0, 1))
SUN: Final = Term("sun", _codes(0, 1, 2), _codes(0, 1))
BLUE: Final = Term("blue sky", _codes(0, 1, 2), _codes(0))
MIXED: Final = Term("sun and cloud", _codes(1, 2), _codes(2))
PARTLY: Final = Term("partly cloudy", _codes(2), _codes(2))
CLOUDY: Final = Term("cloudy", GREY | {2}, _codes(3))
CLOUD: Final = Term("cloud", GREY | {1, 2}, _codes(2, 3) | WET)
OVERCAST: Final = Term("overcast", GREY, _codes(3))
FOG: Final = Term("fog", FOGGY, FOGGY)
MIST: Final = Term("mist", FOGGY | {51, 53, 55}, FOGGY)
RIME: Final = Term("rime", _codes(48), _codes(48))
DRIZZLE: Final = Term("drizzle", _codes(51, 53, 55, 56, 57, 61, 80), _codes(51, 53, 55, 56, 57), "rain")
RAIN: Final = Term("rain", LIQUID, LIQUID, "rain")
FREEZING_RAIN: Final = Term("freezing rain", ICY, ICY, "ice")
SHOWERS: Final = Term(
    "showers", _codes(61, 63, 65, 80, 81, 82, 85, 86, 51, 53, 95, 96, 99), _codes(80, 81, 82, 85, 86), "rain"
)
SNOW: Final = Term("snow", FROZEN, FROZEN, "snow")
SNOW_SHOWERS: Final = Term("snow showers", _codes(85, 86, 71, 73), _codes(85, 86), "snow")
SLEET: Final = Term("sleet", ICY | {77, 85, 86}, ICY, "ice")
HAIL: Final = Term("hail", _codes(96, 99), _codes(96, 99), "hail")
THUNDER: Final = Term("thunder", THUNDERY, THUNDERY, "thunder")
STORM: Final = Term("storm", THUNDERY | {65, 75, 82, 86, 67}, THUNDERY, "thunder")
DOWNPOUR: Final = Term("downpour", _codes(63, 65, 81, 82, 95, 96, 99), _codes(65, 82), "rain")
BLIZZARD: Final = Term("blizzard", _codes(75, 86), _codes(75, 86), "snow")
FEW_CLOUDS: Final = Term("a few clouds", _codes(1, 2), _codes(1, 2))
FAIR: Final = Term("fair", _codes(0, 1, 2), frozenset())
GAP: Final = Term("a gap in the cloud", _codes(1, 2), _codes(0, 1, 2))
WETNESS: Final = Term("wet", WET, WET, "any")
DRY: Final = Term("dry", frozenset(range(100)) - WET, frozenset())

TERMS: Final[Mapping[str, Term]] = {
    **dict.fromkeys(word_list("clear cloudless unclouded"), CLEAR),
    **dict.fromkeys(word_list("sunny sunlit sun-drenched"), SUNNY),
    **dict.fromkeys(word_list("sun sunshine sunlight sun's"), SUN),
    "blue": BLUE,
    "fair": FAIR,
    **dict.fromkeys(word_list("covered shrouded blanketed veiled obscured"), OVERCAST),
    **dict.fromkeys(word_list("cloudy"), CLOUDY),
    **dict.fromkeys(word_list("cloud clouds cloud's clouded"), CLOUD),
    **dict.fromkeys(word_list("overcast sunless leaden dreary gloomy"), OVERCAST),
    **dict.fromkeys(word_list("grey gray"), OVERCAST),
    **dict.fromkeys(word_list("fog foggy fogbound fogged"), FOG),
    **dict.fromkeys(word_list("mist misty haze hazy murk murky"), MIST),
    **dict.fromkeys(word_list("rime"), RIME),
    **dict.fromkeys(word_list("drizzle drizzling drizzly drizzles drizzled"), DRIZZLE),
    **dict.fromkeys(
        word_list("rain rains rainy raining rained rainfall raindrops raindrop rain's drop drops"), RAIN
    ),
    **dict.fromkeys(word_list("shower showers showery"), SHOWERS),
    **dict.fromkeys(word_list("snow snowy snowing snowfall snows snowed snowflakes flakes snow's"), SNOW),
    **dict.fromkeys(word_list("flurries flurry"), SNOW),
    **dict.fromkeys(word_list("sleet sleety sleeting"), SLEET),
    **dict.fromkeys(word_list("hail hailed hailing hailstones hailstorm"), HAIL),
    **dict.fromkeys(
        word_list("thunder thunderstorm thunderstorms lightning thunderheads thundery thunders thunderheads"),
        THUNDER,
    ),
    **dict.fromkeys(word_list("storm storms stormy"), STORM),
    **dict.fromkeys(
        word_list(
            "downpour downpours poured pouring pours deluge torrent torrents torrential teeming "
            "bucketing pelting"
        ),
        DOWNPOUR,
    ),
    **dict.fromkeys(word_list("blizzard snowstorm"), BLIZZARD),
    **dict.fromkeys(word_list("wet rainiest soggy drenching sodden wettest"), WETNESS),
    **dict.fromkeys(word_list("dry rainless"), DRY),
}
WORDS: Final = frozenset(TERMS)

PARTLY_WORDS: Final = word_set("partly partially part half intermittently variably")
MOSTLY_WORDS: Final = word_set("mostly mainly largely generally nearly almost predominantly chiefly")
FEW_WORDS: Final = word_set(
    "few some scattered broken patchy passing occasional stray odd fair-weather wispy straggling idle"
)
SPELL_WORDS: Final = word_set(
    "spells spell intervals interval breaks break periods patches glimpses peeks stretches slivers"
)
INTENSITY: Final[Mapping[str, frozenset[int]]] = {
    **dict.fromkeys(word_list("light lightly slight gentle gently soft softly faint thin"), LIGHT),
    "moderate": MODERATE,
    "moderately": MODERATE,
    **dict.fromkeys(
        word_list("heavy heavily dense violent violently intense severe torrential hard strong drenching"),
        HEAVY,
    ),
}
CHANCE_WORDS: Final = word_set(
    "chance chances hazard may might could possible possibly perhaps maybe risk threat potential "
    "odds probability likelihood "
    "prospect likely probably percent % probable gamble hint suspicion apt outside"
)
SOFT_MODALS: Final = word_set("may might could possible possibly perhaps maybe")
SUN_AWAY: Final = word_set(
    "missing hidden hides hiding hide absent gone behind away strike resigned resign quit lost "
    "scarce shy stingy refuses "
    "refused clocked out deny denies begrudge forget forgot instead rather elsewhere wait waiting "
    "miss dream memory rumor "
    "rumour hope hoping abed asleep sleeping bed vacation holiday leave excused excuse retired "
    "retire sulk sulking sulks "
    "before after rises rise rose set sets setting down under up declined declines locked veil "
    "veiled veils smothered "
    "mislaid furlough subpoena hostage debt credit owes owed wrapped shut curtain blocked blotted "
    "taken stolen stole "
    "nobody buried kept keeping keeps peek peeks peeking through where evicted postponed delinquent "
    "tucked covers covered "
    "cover over swallowed swallow hat cream screen"
)
NOUNS_AFTER: Final = word_set(
    "jacket jackets coat coats boots boot hat hats gear shell gauge barrel barrels check screen "
    "glasses cream job tires "
    "tyres plow plough shovel shoes socks clothes cloud-nine nine storage room umbrella umbrellas "
    "trousers pants tarp tent "
    "cover covers layer layers proof cape poncho wit humor humour martini cleaning dock powder goods "
    "feet paint dog noodle "
    "hair beard suit matter area eminence conscience head mind winner choice answer favorite "
    "favourite advantage "
    "margin difference picture view road path path's enough warning share fund lamp light lights "
    "light-bulb drain hands "
    "towel rack stone kindling wood tinder run walk seat bones tent's ground"
)
CLEAR_NEEDS: Final = word_set(
    "sky skies weather day days night nights morning mornings evening evenings afternoon air "
    "conditions spell spells heavens "
    "dawn stretch start window weekend heaven sunshine blue vault overhead horizon outlook forecast "
    "and . , ; — ! ( ) with "
    "at on for all through throughout as but tonight today tomorrow now or until to right outside "
    "above over this in "
    "monday tuesday wednesday thursday friday saturday sunday - from"
) | {"\n"}
CLEAR_AVOIDS: Final = word_set(
    "steer make makes made crystal-clear coast loud quite-clear let keep stand standing stay get sense"
)
LEAVING: Final = word_set(
    "taper tapers tapering better mind interest elsewhere bored forgets declines retires resigns quits "
    "withdraws retreats packs departs leaves "
    "left passes spent exhausted yields relents bowed bows ends ended stops"
)
PAST_FALLS: Final = word_set("rained snowed drizzled hailed poured sleeted")
HAVING_BEEN: Final = (
    ("has", "been"),
    ("have", "been"),
    ("it's", "been"),
    ("there's", "been"),
    ("was", "raining"),
    ("had", "been"),
)
PAST_TIMES: Final = word_set("week yesterday night lately recently days since past month")
SUNSHINE_AWAY: Final = word_set(
    "missing absent scarce hidden instead rather elsewhere wait waiting miss hope hoping memory "
    "rumor rumour dream forget "
    "refuse refused refuses deny denied behind borrowed mislaid buried gone lost shy stingy"
)
GAPS: Final = word_set("gap gaps break breaks hole holes rift rifts crack cracks")
SKY_NEAR: Final = word_set(
    "sky skies overhead heaven heavens patch patches above horizon gray grey cloud clouds scrap bits"
)
SURE_WORDS: Final = word_set("likely probably probable apt")
