"""Names that something is only measured against: "two up on Helsinki", "twice Auckland's 25"."""

from collections.abc import Sequence
from typing import Final

from scripts.grounding.names.named_places import PlaceCue
from scripts.grounding.text import Text, word_set
from scripts.grounding.words.cardinals import is_numeral
from scripts.grounding.words.day_cue import DayCue
from scripts.grounding.words.sky_words import WORDS as SKY_WORDS

_MEASURED: Final = frozenset((
    ("up", "on"), ("down", "on"), ("gain", "on"), ("improvement", "on"), ("advance", "on"),
    ("advantage", "over"),
    ("ahead", "of"), ("short", "of"), ("shy", "of"), ("clear", "of"), ("lead", "over"), ("better", "of"),
    ("edge", "over"), ("compared", "with"), ("compared", "to"), ("next", "to"), ("set", "against"),
    ("place", "of"), ("instead", "of"), ("warmer", "than"), ("drop", "from"), ("contrast", "to"),
    ("contrast", "with"), ("march", "on"), ("relative", "to"), ("difference", "from"),
    ("match", "for"), ("comes", "to"), ("close", "to"), ("near", "to"), ("nearest", "to"), ("come", "to"),
))  # fmt: skip
_TIMES: Final = word_set("twice double half thrice triple quadruple")
_SIDES: Final = word_set("under over above below beneath than against versus unlike")
_BESIDE: Final = word_set("where than versus against unlike whereas beats beat tops outdoes betters bests")
_MOVING: Final = word_set(
    "climbs climb rises rise drops drop falls fall sinks sink dips dip jumps slides slips cools warms up "
    "down gain "
    "gains loses lose change changes"
)
_MOVING_REACH: Final = 6
_NO_DAYS: Final = word_set("otherwise whole overall")
_BACK: Final = (("where",), ("when",), ("whose",))
_HEADS: Final = word_set("and but while whilst whereas though so then as . : ; , — )")
"""What stands before a possessive that heads a clause of its own."""

_AFTER: Final = frozenset(("after", "following", "past"))
_OVER: Final = word_set("over done past gone behind finished ended spent")
_ARTICLES: Final = word_set("the a poor old dear fair good")
_ALL: Final = word_set("each all both none neither either any every most half")
_THEM: Final = word_set("them these those")
_CLOSED: Final = 9
"""The least weight of a boundary that ends a comparison: "and", a comma."""


def is_left_behind(text: Text, cue: DayCue | PlaceCue, wall: int) -> bool:
    """Whether a name is measured against in a phrase parted from a claim by boundaries of the weight "
    "`wall`."""
    if wall < _CLOSED or text.words[cue.last + 2 : cue.last + 3] in _BACK:
        return False
    return is_measured_against(text, cue)


def is_object(text: Text, cue: DayCue | PlaceCue, first: int, others: Sequence[DayCue | PlaceCue]) -> bool:
    """Whether a possessive before a claim only belongs to what another place is held against.

    "Bergen beats Oslo's 7, and it rains", "Friday trades Monday's 17 mph for 9": `others` are the names of
    the sentence.
    """
    words = text.words
    if not words[cue.last].endswith("'s") or words[cue.first - 1] in _HEADS or cue.last >= first:
        return False
    if isinstance(cue, DayCue):
        is_told = cue.last + 2 < first and _is_number(words[cue.last + 1]) and words[first - 1] == "for"
        return is_told and any(o.first < cue.first for o in others)
    if text.wall(cue.last, first) < _CLOSED:
        return False
    return any(isinstance(o, PlaceCue) and o.first < cue.first and o.spots != cue.spots for o in others)


def _is_number(word: str) -> bool:
    return word[0].isdecimal() or is_numeral(word)


def is_measured_against(text: Text, cue: DayCue | PlaceCue) -> bool:
    """Whether what stands before a name only compares with it."""
    words = text.words
    at = cue.first - 1 - (words[cue.first - 1] in _ARTICLES)
    if at < 0:
        return False
    if words[at] in _TIMES or (words[at] == "times" and at > 0):
        return words[cue.last].endswith("'s")
    if words[at] in _SIDES and words[cue.last].endswith("'s"):
        return True
    return words[max(0, at - 1) : at + 1] in _MEASURED


def is_held_beside(text: Text, cue: DayCue | PlaceCue) -> bool:
    """Whether the only name of a sentence is of what something else is set beside: "where Oslo had cloud"."""
    before = text.words[cue.first - 1] if cue.first else ""
    return before in _BESIDE or is_measured_against(text, cue)


def is_beside_the_point(text: Text, cue: DayCue) -> bool:
    """Whether a day is only held beside the one that a reply is about, or no day at all: "otherwise"."""
    if cue.days is None and cue.bound is None and text.words[cue.first] in _NO_DAYS:
        return True
    before = text.words[max(0, cue.first - _MOVING_REACH) : cue.first]
    if before[-1:] == ("from",) and not _MOVING.isdisjoint(before):
        return text.words[cue.last + 1 : cue.last + 2] not in (("on",), ("to",), ("through",), ("until",))
    return cue.first > 0 and is_held_beside(text, cue)


def is_owner_after(words: Sequence[str], cue: DayCue) -> bool:
    """Whether a day owns what something comes after: "after Tuesday's rain it clears"."""
    return words[cue.first - 1] in _AFTER and words[cue.last].endswith("'s")


def is_over_with(words: Sequence[str], cue: DayCue | PlaceCue, first: int) -> bool:
    """Whether a day only owns what is over by the time spoken of: "the snow of Monday is done, and …"."""
    if cue.last >= first:
        return False
    at = cue.first - 1 - 2 * (words[cue.first - 1] == "and")
    if at < 1 or words[at] != "of" or words[at - 1] not in SKY_WORDS:
        return False
    reach = 6 if words[cue.last + 1 : cue.last + 2] == ("and",) else 4
    return not _OVER.isdisjoint(words[cue.last + 1 : cue.last + reach])


def takes_all(between: Sequence[str]) -> bool:
    """Whether words behind a name turn to all that have been named: "so each of them has been …"."""
    return "of" in between and any(
        between[k] == "of" and between[k - 1] in _ALL and between[k + 1] in _THEM
        for k in range(1, len(between) - 1)
    )
