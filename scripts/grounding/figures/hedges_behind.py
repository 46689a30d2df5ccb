"""Hedges that stand behind a number: "ninety or so", "20, give or take", "60 % at least"."""

from typing import Final

from scripts.grounding.text import Text, word_list
from scripts.grounding.words import figure_words as w
from scripts.grounding.words.figure import Hedge


def _phrases(hedge: Hedge, listing: str) -> dict[tuple[str, ...], Hedge]:
    return {tuple(phrase.split()): hedge for phrase in listing.split("|")}


_LITTLE: Final = word_list("hair whisker bit touch shade trifle smidgen fraction little breath sliver")
_LOOSELY: Final = _phrases(
    "about",
    "or so|or thereabouts|give or|ish|thereabouts|or near it|or near enough|or something near|or "
    "something like|or close to it|or close enough|or close by|or nearly so|more or less|near enough|"
    "close enough|as near as|or as near as|in round numbers|in round figures|as makes no|plus or minus|"
    "or not far off|or very near|or close on it|or as good as|as near as makes",
)
"""What may follow a comma as well: "twenty, more or less"."""

_BEHIND: Final[dict[tuple[str, ...], Hedge]] = {
    **_LOOSELY,
    **{(join, word): "at_most" for join in ("or", "and") for word in word_list(
        "less lower below under fewer cooler colder lighter beneath underneath calmer"
    )},
    **{(join, word): "at_least" for join in ("or", "and") for word in word_list(
        "more higher above over greater warmer hotter better stronger beyond up upwards upward"
    )},
    **_phrases(
        "at_most",
        "is never reached|is never touched|is not reached|stays out of reach|is out of reach|goes "
        "untouched|is beyond it|is beyond reach|remains out of reach|is never seen|is out of the "
        "question|at most|tops|max|at best|at the outside|at the utmost"
    ),
    **_phrases("at_least", "at least|at minimum|upwards|+|at the least|at the very least"),
    **_phrases("just_over", "and change|and some|and odd|odd"),
    **_phrases("over", "and then some|and counting|and upward|and upwards"),
    **{(join, "a", word): "just_over" for join in ("and", "plus") for word in _LITTLE},
    **{(join, "a", word): "nearly" for join in ("less", "minus") for word in _LITTLE},
}  # fmt: skip
_OPENING: Final = frozenset(phrase[0] for phrase in _BEHIND) | {",", "plus"} | w.LABELS.keys()
_LONGEST: Final = max(map(len, _BEHIND))


def hedge_behind(text: Text, last: int) -> Hedge | None:
    """Return the hedge that what follows a number's token `last` makes, None where it makes none."""
    words = text.words
    k = last + 1
    if k >= len(words) or words[k] not in _OPENING:
        return None
    if words[k] == "plus" and text.raw[text.spans[last][1]] == "-":
        return "over"
    known = _LOOSELY if words[k] == "," else _BEHIND
    starts = (k, k + 1) if words[k] in w.LABELS else (k + (words[k] == ","),)
    for start in starts:
        for length in range(_LONGEST, 0, -1):
            hedge = known.get(words[start : start + length])
            if hedge is not None and not _adds_another(words, start, start + length):
                return hedge
    return None


def _adds_another(words: tuple[str, ...], start: int, end: int) -> bool:
    """Whether "and more" or "and a bit" is of what follows it: "20 and more rain", "and a bit breezy"."""
    following = words[end] if end < len(words) else "."
    return words[start] == "and" and following.isalpha() and following not in w.FUNCTION
