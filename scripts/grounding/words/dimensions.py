"""Words for what days and places are compared by, with the side they are on: "warmth", "cold", "bluster"."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from scripts.grounding.text import word_list
from scripts.grounding.words.measures import COLD, GLOOM, HUMID, NIGHT, WARM, WIND, Measure, fall, wetness

RAIN: Final = (wetness, fall)
_HIGHS: Final = WARM[:2]
_CHANCE: Final = (wetness,)
_DRY: Final = (wetness, *HUMID)


class Dimension(NamedTuple):
    """What is compared, and which way a word for it points: 1 up the measures, -1 down."""

    sign: int
    measures: Sequence[Measure]


QUANTITIES: Final[dict[str, Dimension]] = {
    **dict.fromkeys(
        word_list("warmth heat mercury thermometer glass temperature temperatures temps"), Dimension(1, WARM)
    ),
    **dict.fromkeys(word_list("high highs maximum"), Dimension(1, _HIGHS)),
    **dict.fromkeys(word_list("low lows minimum nights"), Dimension(1, NIGHT)),
    **dict.fromkeys(word_list("cold chill coolness chilliness iciness"), Dimension(-1, COLD)),
    **dict.fromkeys(
        word_list(
            "wind winds wind's breeze breezes gusts bluster blow blows blowing puffs howls huffs outblows "
            "windiness"
        ),
        Dimension(1, WIND),
    ),
    **dict.fromkeys(word_list("calm calmness stillness"), Dimension(-1, WIND)),
    **dict.fromkeys(word_list("rain wet wetness rainfall"), Dimension(1, RAIN)),
    **dict.fromkeys(
        word_list("chance chances odds probability risk likelihood prospect threat"), Dimension(1, _CHANCE)
    ),
    **dict.fromkeys(word_list("dryness"), Dimension(-1, _DRY)),
    **dict.fromkeys(word_list("humidity moisture mugginess"), Dimension(1, HUMID)),
    **dict.fromkeys(word_list("damp dampness"), Dimension(1, (*HUMID, *RAIN))),
    **dict.fromkeys(word_list("sun sunshine brightness"), Dimension(-1, GLOOM)),
    **dict.fromkeys(word_list("cloud gloom cloudiness"), Dimension(1, GLOOM)),
}
"""What there can be most of: "the most heat", "no rival for wind"."""

QUALITIES: Final[dict[str, Dimension]] = {
    **dict.fromkeys(word_list("warm hot mild balmy toasty"), Dimension(1, WARM)),
    **dict.fromkeys(word_list("cold cool chilly nippy raw frosty bitter icy"), Dimension(-1, COLD)),
    **dict.fromkeys(word_list("windy breezy gusty blustery blowy"), Dimension(1, WIND)),
    **dict.fromkeys(word_list("calm still"), Dimension(-1, WIND)),
    **dict.fromkeys(word_list("wet rainy soggy"), Dimension(1, RAIN)),
    "dry": Dimension(-1, _DRY),
    "damp": Dimension(1, (*HUMID, *RAIN)),
    **dict.fromkeys(word_list("humid muggy sticky clammy"), Dimension(1, HUMID)),
    **dict.fromkeys(word_list("sunny clear bright"), Dimension(-1, GLOOM)),
    **dict.fromkeys(word_list("cloudy grey gray overcast gloomy"), Dimension(1, GLOOM)),
}
"""What one day can be more than another: "less windy", "as warm as"."""

_OF_ODDS: Final = frozenset(("chance", "chances", "odds", "probability", "risk", "likelihood", "prospect"))


def spoken_of(words: Sequence[str]) -> Dimension | None:
    """Return the one quantity that words are about, None where they name none or several."""
    named = [word for word in words if word in QUANTITIES or word in QUALITIES]
    if not _OF_ODDS.isdisjoint(named):
        named = [word for word in named if word not in _OF_ODDS] or named
    found = [QUANTITIES.get(word) or QUALITIES[word] for word in named]
    if not found:
        return None
    is_one = all(each.sign == found[0].sign and each.measures[0] is found[0].measures[0] for each in found)
    return found[0] if is_one else None
