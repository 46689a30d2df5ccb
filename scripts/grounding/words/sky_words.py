"""The words for sky, rain, snow, storm and fog, and the weather codes that each agrees with."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from scripts.grounding.text import Triggers, word_list, word_set

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


CLEAR: Final = Term("clear", _codes(0, 1), _codes(0, 1))
MOSTLY_CLEAR: Final = Term("mostly clear", _codes(0, 1), _codes(1))
SUNNY: Final = Term("sunny", _codes(0, 1), _codes(0, 1))
SUN: Final = Term("sun", _codes(0, 1, 2), _codes(0, 1))
BLUE: Final = Term("blue sky", _codes(0, 1, 2), _codes(0, 1, 2))
BRIGHT: Final = Term("a bright sky", _codes(0, 1, 2), frozenset())
BARE: Final = Term("a bare sky", _codes(0, 1), _codes(0))
STARS: Final = Term("stars", _codes(0, 1, 2), _codes(0))
CLEARING: Final = Term("clearing", _codes(0, 1, 2), frozenset())
FINE: Final = Term("fine", _codes(0, 1, 2, 3), frozenset())
SEEN: Final = Term("seen far", frozenset(range(100)) - FOGGY, frozenset())
QUIET: Final = Term("a quiet sky", _codes(0, 1, 2, 3), frozenset())
SHUT: Final = Term("a shut sky", GREY, _codes(3))
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
FLURRIES: Final = Term("flurries", _codes(71, 73, 77, 85), FROZEN, "snow")
SNOW_SHOWERS: Final = Term("snow showers", _codes(85, 86, 71, 73), _codes(85, 86), "snow")
SLEET: Final = Term("sleet", ICY | {77, 85, 86}, ICY, "ice")
HAIL: Final = Term("hail", _codes(96, 99), _codes(96, 99), "hail")
THUNDER: Final = Term("thunder", THUNDERY, THUNDERY, "thunder")
STORM: Final = Term("storm", THUNDERY | {65, 75, 82, 86, 67}, THUNDERY, "thunder")
DOWNPOUR: Final = Term("downpour", _codes(63, 65, 81, 82, 95, 96, 99), _codes(65, 82), "rain")
TORRENT: Final = Term("torrents", _codes(55, 65, 67, 81, 82, 95, 96, 99), _codes(65, 82), "rain")
BLIZZARD: Final = Term("blizzard", _codes(75, 86), _codes(75, 86), "snow")
FEW_CLOUDS: Final = Term("a few clouds", _codes(1, 2), _codes(1, 2))
FAIR: Final = Term("fair", _codes(0, 1, 2), frozenset())
GAP: Final = Term("a gap in the cloud", _codes(1, 2), _codes(0, 1, 2))
WETNESS: Final = Term("wet", WET, WET, "any")
FROST: Final = Term("frost", frozenset(range(100)), frozenset())
THAW: Final = Term("thaw", frozenset(range(100)), frozenset())
DRY: Final = Term("dry", frozenset(range(100)) - WET, frozenset())
NO_RAIN: Final = Term("no rain", frozenset(range(100)) - LIQUID, frozenset())
SHELTERED: Final = Term(
    "no umbrella", frozenset(range(100)) - ((MODERATE | HEAVY) & LIQUID - {53}), frozenset()
)
"""What lets an umbrella be left: also light rain, and snow."""

PASSING: Final = (RAIN, DRIZZLE, SHOWERS, SNOW, FLURRIES, FOG, MIST, THUNDER, STORM, SLEET, DOWNPOUR)
TERMS: Final[Mapping[str, Term]] = {
    **dict.fromkeys(word_list("clear cloudless unclouded"), CLEAR),
    **dict.fromkeys(word_list("sunny sunlit sun-drenched sun-soaked sunshiny sunbaked sun-baked"), SUNNY),
    **dict.fromkeys(word_list("sun basking basks sunshine sunlight sun's sunbeams sunbeam"), SUN),
    "blue": BLUE,
    "fair": FAIR,
    **dict.fromkeys(word_list("covered shrouded blanketed veiled obscured"), OVERCAST),
    **dict.fromkeys(word_list("cloudy"), CLOUDY),
    **dict.fromkeys(word_list("cloud clouds cloud's clouded cloudiness"), CLOUD),
    **dict.fromkeys(word_list("overcast sunless leaden dreary gloomy gloom greyness grayness"), OVERCAST),
    **dict.fromkeys(word_list("grey gray"), OVERCAST),
    **dict.fromkeys(word_list("fog foggy fogbound fogged fog's fogs pea-souper peasouper"), FOG),
    **dict.fromkeys(word_list("mist misty mists haze hazy murk murky brume"), MIST),
    **dict.fromkeys(word_list("rime"), RIME),
    **dict.fromkeys(word_list("fogless mistless hazeless"), SEEN),
    **dict.fromkeys(word_list("drizzle drizzling drizzly drizzles drizzled mizzle mizzling"), DRIZZLE),
    **dict.fromkeys(
        word_list(
            "rain rains rainy raining rained rainfall raindrops raindrop rain's rains drop drops raindrop "
            "rainstorm rainstorms rainwater"
        ),
        RAIN,
    ),
    **dict.fromkeys(word_list("shower showers showery showering"), SHOWERS),
    **dict.fromkeys(
        word_list("snow snowy snowing snowfall snows snowed snowflakes snowflake flakes flake snow's "),
        SNOW,
    ),
    **dict.fromkeys(word_list("flurries flurry"), FLURRIES),
    **dict.fromkeys(word_list("sleet sleety sleeting"), SLEET),
    **dict.fromkeys(word_list("hail hailed hailing hails hailstones hailstone hailstorm"), HAIL),
    **dict.fromkeys(
        word_list(
            "thunder thunderstorm thunderstorms lightning thunderheads thundery thunders thunderclap "
            "thunderclaps "
            "thunderbolt thunderbolts thundering thunderhead"
        ),
        THUNDER,
    ),
    **dict.fromkeys(word_list("storm storms stormy storming"), STORM),
    **dict.fromkeys(
        word_list("downpour downpours poured pouring pours pelting cloudburst cloudbursts soaker"),
        DOWNPOUR,
    ),
    **dict.fromkeys(word_list("deluge torrent torrents torrential teeming bucketing"), TORRENT),
    **dict.fromkeys(word_list("blizzard blizzards snowstorm snowstorms whiteout"), BLIZZARD),
    **dict.fromkeys(word_list("wet rainiest soggy drenching sodden wettest"), WETNESS),
    **dict.fromkeys(word_list("dry rainless"), DRY),
}
LOOSE_TERMS: Final[Mapping[str, Term]] = {
    "bright": BRIGHT,
    **dict.fromkeys(word_list("frost frosts frosty freeze freezes"), FROST),
    "fine": FINE,
    **dict.fromkeys(word_list("stars starlight"), STARS),
    **dict.fromkeys(word_list("clears clearing cleared"), CLEARING),
    **dict.fromkeys(
        word_list(
            "spotless immaculate stainless unblemished bare empty naked swept scrubbed polished starry "
            "starlit "
            "azure cerulean sapphire flawless pristine spangled unspotted unmarked unbroken clean"
        ),
        BARE,
    ),
    **dict.fromkeys(word_list("sparkling glittering radiant brilliant shining smiling benign"), BRIGHT),
    **dict.fromkeys(word_list("quiet peaceful placid untroubled serene tranquil innocent harmless"), QUIET),
    **dict.fromkeys(
        word_list(
            "slate slaty slate-gray slate-grey pewter ashen sullen sulky dull somber sombre dismal lowering "
            "glowering drab dingy lidded brooding dishwater steely lead zinc"
        ),
        SHUT,
    ),
    **dict.fromkeys(word_list("thaw thaws thawing"), THAW),
    "nothing": DRY,
    "without": BARE,
    **dict.fromkeys(word_list("visibility see transparent limpid miles"), SEEN),
}
"""Words that claim something only with the sky, or a day, beside them: "a spotless sky", "Friday is fine"."""

WORDS: Final = Triggers(TERMS)

SKY_NOUNS: Final = word_set("sky skies heaven heavens firmament")
WEEKDAYS: Final = word_set(
    "monday tuesday wednesday thursday friday saturday sunday monday's tuesday's wednesday's thursday's "
    "friday's saturday's sunday's mondays tuesdays wednesdays thursdays fridays saturdays sundays"
)
SPANS: Final = WEEKDAYS | word_set(
    "it it's it'll which that that's this these those there all both everything today today's tonight "
    "tonight's tomorrow tomorrow's day days week weekend morning mornings afternoon afternoons evening "
    "evenings night nights weather outlook forecast spell remainder rest others sky skies heavens heaven "
    "conditions month fortnight air hour hours start beginning end ending middle half"
)
"""Subjects that are fair, fine, dry or wet as the weather is: a day or the weather itself."""
FINE_SPANS: Final = SPANS - word_set(
    "it it's it'll which that that's this these those all both everything air"
)
CLEARED: Final = (
    SKY_NOUNS
    | WEEKDAYS
    | word_set(
        "it it's weather tomorrow today tonight morning afternoon evening weekend day night everything"
    )
)
UNCLOUDED: Final = _codes(0, 1)
CLOUDLESS: Final = _codes(0)
UTTERLY: Final = word_set(
    "quite entirely perfectly completely wholly altogether fully exactly all utterly totally absolutely "
    "strictly "
    "always uniformly"
)
"""Words that make of "not clear" no more than "not without a cloud"."""

ALL_ALONG: Final = (
    ("all", "day"), ("all", "morning"), ("all", "afternoon"), ("all", "week"), ("all", "over"),
    ("whole", "day"), ("whole", "sky"), ("end", "to"), ("edge", "to"), ("horizon", "to"), ("from", "edge"),
    ("from", "end"), ("from", "one"), ("from", "horizon"), ("from", "dawn"), ("from", "morning"),
    ("from", "rim"), ("from", "side"), ("from", "wall"),
)  # fmt: skip
NOT_ANY: Final = word_set("no one single nary any none")
NOT_A: Final = word_set("not isn't without never wasn't nary aren't won't hasn't haven't hardly scarcely")
THINGS: Final = word_set(
    "well wells powder wit wits pump throat throats tongue river rivers bread eye eyes ink boots boot shoes "
    "shoe socks coat coats clothes wash washing laundry linen hay wood firewood paint paper papers hat hats "
    "hands hand feet foot skin lips lip bed beds pocket pockets purse cow cows cellar cellars basement cask "
    "barrel barrels cup cups glass humor humour sermon sermons umbrella umbrellas tent canvas matches tinder "
    "roof floor towel towels stream creek martini wine kindling timber mortar plaster dust hair horse"
)
GROUND: Final = word_set(
    "road roads street streets pavement pavements sidewalk sidewalks ground grass lawn lawns field "
    "fields path "
    "paths trail trails course pitch city town village country county coast harbor harbour"
)
COPULAS: Final = word_set(
    "is are was were be been being art doth hath 'tis stay stays staying keep keeps remain remains look "
    "looks run runs get gets turn turns seem seems prove proves hold holds"
)
FALLING_VERBS: Final = word_set(
    "rains raining pours pouring snows snowing drizzles drizzling hails hailing storms storming thunders"
)
DOMES: Final = word_set("vault dome ceiling canopy bowl arch firmament")
TOTALLY: Final = word_set(
    "solid unbroken total complete full thick heavy dense lid blanket ceiling roof shroud pall wall-to-wall "
    "sheet deck mantle whole entire entirely uninterrupted wholly completely totally utterly"
)
COVERS: Final = word_set(
    "lid blanket ceiling roof cover canopy sheet pall shroud veil curtain mantle lids ceilings deck "
    "vault dome wool flannel wash mass slab layer layers expanse murk mass sort kind stuff"
)
DRIZZLES: Final = frozenset(word for word, term in TERMS.items() if term is DRIZZLE)
DRIZZLY: Final = _codes(51, 53, 55)
ONLY_ONE: Final = (("only", "day"), ("only", "one"), ("only", "night"), ("sole", "day"), ("lone", "day"))
AUXILIARIES: Final = word_set("is are was has have does do will")
FIGURATIVE: Final = word_set(
    "my his her their our your thy thine its own people complaints questions requests callers ignorance "
    "doubt "
    "doubts arrows applause words letters protest protests opinion opinions excuses apologies debt debts "
    "sorrow sorrows despair confusion tobacco smoke dust gnats mosquitoes midges flies starlings birds paper "
    "papers petals errors numbers figures regret admiration abuse advice"
)
NOTHING_FALLS: Final = (
    ("is", "falling"), ("falling",), ("falls",), ("coming", "down"), ("is", "coming", "down"),
    ("comes", "down"), ("wet",), ("at", "all", "falling"), ("will", "fall"), ("more", "falls"),
)  # fmt: skip
SLIGHT: Final = LIGHT | MODERATE - _codes(95)
SCARCELY: Final = word_set("barely hardly scarcely")
A_LITTLE: Final = (
    ("a", "little"),
    ("bit", "of"),
    ("touch", "of"),
    ("spot", "of"),
    ("spots", "of"),
    ("trace", "of"),
    ("dusting", "of"),
    ("sprinkling", "of"),
    ("powdering", "of"),
    ("sprinkle", "of"),
    ("patter", "of"),
)
MORE_LIKELY: Final = word_set("likeliest likelier most least more apter aptest")
SEEN_FOR: Final = (("see", "for"), ("visible", "for"), ("view", "for"), ("seen", "for"), ("sees", "for"))
SEEN_WELL: Final = word_set("good excellent perfect unlimited fine great clear splendid superb")
STAYING: Final = tuple(
    (word,) for word in word_list("stays stay remains remain keeps keep holds hold staying")
)
EXCEPTING: Final = word_set(
    "except but apart aside save besides barring other mostly largely mainly though if"
)
HOW_OFTEN: Final = word_set("often seldom rarely oftener")
TURNING_OUT: Final = word_set("ends closes finishes starts opens begins turns dawns comes stays remains")
MERELY: Final = word_set("merely only just simply")
UNDER_DRY_SKY: Final = frozenset(range(100)) - WET - FOGGY
ON_DAYS: Final = (("through",), ("until",), ("till",), ("on",), ("all",), ("for",))
UNCLAD: Final = (
    ("a", "stitch"),
    ("a", "rag"),
    ("a", "blemish"),
    ("a", "wrinkle"),
    ("a", "mark"),
    ("a", "spot"),
)


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
    **dict.fromkeys(word_list("soaking driving pelting lashing pounding beating"), HEAVY | MODERATE),
}
CHANCE_WORDS: Final = word_set(
    "chance chances hazard may might could possible possibly perhaps maybe risk threat potential "
    "odds probability likelihood "
    "prospect likely probably percent % probable gamble hint suspicion apt outside"
)
MAYBE_WORDS: Final = CHANCE_WORDS - {"percent", "%"}
SOFT_MODALS: Final = word_set("may might could possible possibly perhaps maybe")
NOUNS_AFTER: Final = word_set(
    "height heights base bases level levels height's "
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
    "towel rack stone kindling wood tinder run walk seat bones tent's ground rod rods kite bug dance check"
)
CLEAR_NEEDS: Final = word_set(
    "sky skies weather day days night nights morning mornings evening evenings afternoon air conditions "
    "spell spells heavens dawn stretch start window weekend heaven sunshine blue vault overhead horizon "
    "outlook forecast and . , ; — ! ( ) with at on for all through throughout as but tonight today "
    "tomorrow now or until to right outside above over this in monday tuesday wednesday thursday friday "
    "saturday sunday - from then there here again still too also later between beyond across along "
    "without under while though although because since where when if so yet save except both each alike "
    "everywhere elsewhere underfoot overhead already indeed nonetheless afterwards thereafter "
    "hereabouts besides instead whereas than nor"
) | {"\n"}
CLEAR_AVOIDS: Final = word_set("steer make makes made crystal-clear coast loud quite-clear let sense")
CLEAR_OF_AVOIDS: Final = word_set("keep keeps stand standing stay stays staying get gets")
GAPS: Final = word_set("gap gaps break breaks hole holes rift rifts crack cracks")
SKY_NEAR: Final = word_set(
    "sky skies overhead heaven heavens patch patches above horizon gray grey cloud clouds scrap bits vault "
    "dome ceiling canopy firmament"
)
SURE_WORDS: Final = word_set("likely probably probable apt")
