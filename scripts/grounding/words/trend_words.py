"""Words for how the weather goes over days: what moves, which way, and what says that it is over days."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from scripts.grounding.facts import Reading
from scripts.grounding.text import word_list, word_set
from scripts.grounding.words.measures import COLD, GLOOM, MILD, WARM, Measure, fall, of, wetness


class Way(NamedTuple):
    """Which way something is said to go: of what, as in `MEASURES`, and 1 for more of it, -1 for less."""

    of: str
    sign: int


def _less(measure: Measure) -> Measure:
    def measured(reading: Reading) -> float | None:
        value = measure(reading)
        return None if value is None else -value

    return measured


_WIND: Final = of("wind")
MEASURES: Final[Mapping[str, Sequence[Measure]]] = {
    "warm": (*WARM, of("low")),
    "high": (of("high"),),
    "cold": COLD,
    "low": (of("low"),),
    "wet": (wetness, fall),
    "chance": (wetness,),
    "grey": (*GLOOM, wetness),
    "wind": (_WIND,),
    "bad": (wetness, fall, *GLOOM, _WIND, *map(_less, MILD), *map(_less, WARM)),
}
"""By what it is measured how much there is of each."""

_UP_OR_DOWN: Final = {"up": 1, "upward": 1, "upwards": 1, "down": -1, "downward": -1, "downwards": -1}


def _ways(listing: Mapping[Way, str]) -> dict[str, Way]:
    return {word: way for way, words in listing.items() for word in word_list(words)}


COMPARED: Final = _ways(
    {
        Way("warm", 1): "warmer hotter milder balmier toastier",
        Way("warm", -1): "colder cooler chillier frostier icier nippier rawer",
        Way("wet", 1): "wetter rainier soggier damper showerier",
        Way("wet", -1): "drier dryer",
        Way("grey", 1): "cloudier greyer grayer duller gloomier darker",
        Way("grey", -1): "sunnier clearer brighter bluer",
        Way("wind", 1): "windier breezier blowier gustier",
        Way("wind", -1): "calmer stiller",
        Way("bad", 1): "worse nastier rougher fouler uglier grimmer harsher crueller poorer",
        Way("bad", -1): "better nicer kinder finer fairer pleasanter gentler friendlier quieter tamer",
    }
)
"""Comparatives: "it gets wetter as the week goes on", "the later days are the calmer"."""

QUALITIES: Final = COMPARED | _ways(
    {
        Way("warm", 1): "warm warmest mild mildest hot hottest balmy warmth heat",
        Way("warm", -1): "cold coldest cool coolest chilly chilliest frosty chill",
        Way("wet", 1): "wet wettest rainy rainiest soggy damp showery drenched drowned rain showers",
        Way("wet", -1): "dry driest",
        Way("grey", 1): "grey gray greyest cloudy cloudiest dull gloomy overcast cloud clouds",
        Way("grey", -1): "sunny sunniest bright brightest clear clearest sun sunshine",
        Way("wind", 1): "windy windiest breezy breeziest blustery gusty blowy wind",
        Way("wind", -1): "calm calmest still stillest",
        Way("bad", 1): "bad worst foul rough roughest nasty nastiest ugly badly poor poorly poorest grim",
        Way("bad", -1): "good best fine finest fair fairest nice nicest pleasant well kind kindest pretty",
    }
)
"""Words for how it is, that may be said of the beginning or the end of a week."""

OWN: Final = _ways(
    {
        Way("warm", 1): "warms warm warming thaws thawing",
        Way("warm", -1): "cools cool cooling chills",
        Way("wet", -1): "dries dry drying",
        Way("grey", 1): "darkens darken darkening clouds",
        Way("grey", -1): "brightens brighten brightening clears clear clearing",
        Way("wind", 1): "strengthen strengthens strengthening freshen freshens freshening stiffens",
        Way("wind", -1): "weaken weakens weakening slacken slackens slackening calms calming",
        Way("bad", 1): "worsens worsen worsening deteriorates deteriorate deteriorating sours downhill",
        Way("bad", -1): "improves improve improving improvement mends uphill",
    }
)
"""Verbs that say of what, beside which way: "it warms as the week goes on"."""

_RISES: Final = (
    "rise rises rising climb climbs climbing increase increases increasing build builds building grow grows "
    "growing gain gains gaining mount mounts mounting ascend ascends ascending intensifies deepens higher "
    "gathers gather spreads thickens thicken swells tightens"
)
_FALLS: Final = (
    "fall falls falling drop drops dropping decline declines declining slide slides sliding slip slips "
    "slipping sink sinks sinking decrease decreases decreasing dwindle dwindles dwindling shrink shrinks "
    "shrinking diminish diminishes diminishing lessen lessens lessening descend descends tumble tumbles ebb "
    "ebbs lose loses losing shed sheds shedding ease eases easing subside subsides subsiding fade fades "
    "fading taper tapers tapering wane wanes waning sag sags abate abates abating moderates recede recedes "
    "lightens thins lower dies die peters drains retreats vanishes disappears loosens softens wears tires"
)
MOVES: Final = {
    **dict.fromkeys(word_list(_RISES), 1),
    **dict.fromkeys(word_list(_FALLS), -1),
    **_UP_OR_DOWN,
}
"""Verbs that say which way only: "the wind eases through the week"; the noun before says of what."""

COMING: Final = {
    **dict.fromkeys(word_list("arrives arrive comes come sets returns moves creeps settles holds"), 1),
    **dict.fromkeys(word_list("leaves lets gives clears quits stops breaks break departs passes goes"), -1),
}
"""The same of what is not there at all at first, or at last: "the chill sets in later in the week"."""

SUBJECTS: Final = _ways(
    {
        Way("high", 1): "temps temp temperature temperatures highs high maxima maximum mercury thermometer "
        "afternoons days",
        Way("warm", 1): "heat warmth mildness glass",
        Way("warm", -1): "cold chill frost coolness",
        Way("low", 1): "lows low nights minima minimum",
        Way("wind", 1): "wind winds wind's gusts gust breeze breezes gale blow",
        Way("wind", -1): "calm",
        Way("chance", 1): "chance chances odds probability probabilities likelihood risk risks",
        Way("wet", 1): "rain rains rain's showers wet damp drizzle precipitation rainfall",
        Way("grey", 1): "cloud clouds gloom murk",
        Way("grey", -1): "sun sunshine sunlight",
        Way("bad", -1): "weather outlook conditions things matters prospects",
    }
)
"""What is said to rise or fall, or to come and go."""

SPANS: Final = word_set("week weeks days forecast stretch fortnight period spell span week's outlook trend")
