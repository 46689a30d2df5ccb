"""Words for the most and the least so of all, and what they compare."""

from typing import Final

from scripts.grounding.context import Context
from scripts.grounding.text import word_list
from scripts.grounding.words.measures import COLD, GLOOM, MILD, NIGHT, WARM, Measure, of, wetness

SUPERLATIVES: Final[dict[str, tuple[int, tuple[Measure, ...]]]] = {
    **dict.fromkeys(word_list("warmest hottest"), (1, WARM)),
    "mildest": (1, MILD),
    **dict.fromkeys(word_list("coldest coolest chilliest"), (-1, COLD)),
    "driest": (-1, (wetness, of("humidity"))),
    **dict.fromkeys(word_list("wettest rainiest"), (1, (wetness,))),
    **dict.fromkeys(
        word_list("windiest breeziest blowiest gustiest blusteriest fiercest roughest wildest"),
        (1, (of("wind"),)),
    ),
    **dict.fromkeys(word_list("calmest stillest gentlest quietest"), (-1, (of("wind"),))),
    **dict.fromkeys(word_list("balmiest toastiest sultriest"), (1, WARM)),
    **dict.fromkeys(word_list("bitterest iciest frostiest nippiest rawest"), (-1, COLD)),
    **dict.fromkeys(word_list("soggiest dampest drenchingest"), (1, (wetness, of("humidity")))),
    **dict.fromkeys(word_list("sunniest brightest clearest"), (-1, GLOOM)),
    **dict.fromkeys(word_list("cloudiest greyest grayest gloomiest dullest"), (1, GLOOM)),
    **dict.fromkeys(word_list("muggiest stickiest"), (1, (of("humidity"),))),
}
OF_NOUN: Final[dict[str, int]] = {
    **dict.fromkeys(
        word_list("strongest most highest biggest greatest best heaviest largest stiffest hardest worst"), 1
    ),
    **dict.fromkeys(word_list("lightest least lowest smallest slimmest gentlest slightest faintest"), -1),
}
NOUNS: Final[dict[str, tuple[Measure, ...]]] = {
    **dict.fromkeys(word_list("wind winds breeze"), (of("wind"),)),
    **dict.fromkeys(
        word_list("rain snow chance chances odds probability risk likelihood prospect threat"), (wetness,)
    ),
    **dict.fromkeys(word_list("temperature high highs maximum"), (of("high"), of("temperature"))),
    "humidity": (of("humidity"),),
    **dict.fromkeys(word_list("warmth heat"), (of("high"), of("temperature"))),
    **dict.fromkeys(word_list("low lows night nights minimum"), NIGHT),
}
"""What "the strongest wind" or "the lowest chance" compares."""

_ENDS_REACH: Final = 6
"""Tokens around a superlative within which its opposite is told with it."""


def is_of_both_ends(context: Context, i: int) -> bool:
    """Whether the most and the least are told together before what they are: "warmest and coldest"."""
    _, end = context.stances.sentence(i)
    words = context.text.words
    sign = SUPERLATIVES[words[i]][0]
    near = range(max(0, i - _ENDS_REACH), min(end, i + _ENDS_REACH))
    others = [k for k in near if words[k] in SUPERLATIVES and SUPERLATIVES[words[k]][0] == -sign]
    if not others or words[min(i, others[0]) - 1] != "the":
        return False
    first, last = min(i, *others), max(i, *others)
    named = context.scopes.named_between(*context.stances.sentence(i))
    return len(named) > 1 and not any(first < cue.first < last for cue in named) and named[0].first > last
