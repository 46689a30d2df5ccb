"""Turns of phrase before a number, read as plain words: "on the cusp of ninety" as "just under ninety"."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from typing import Final, NamedTuple

from scripts.grounding.figures.numbers import SPELLED
from scripts.grounding.phrases import spelled_out
from scripts.grounding.text import NUMERALS, Text, Triggers, parse
from scripts.grounding.words.cardinals import is_numeral
from scripts.grounding.words.figure_words import DECADES

_A_LITTLE: Final = (
    "just/barely/whisker/hair/shade/touch/tad/sliver/breath/trifle/fraction/smidgen/smidge/notch/bit/little/"
    "slightly/marginally/narrowly/fractionally"
)
_BEFORE_NUMBER: Final = {
    "about": "round|roundly|say|give or take|round about|let us/me say|let's say|plus or minus|"
    "a/one degree or two/so off/from|not/never/hardly/scarcely far off/from|close by|close enough to|"
    "on/in/of the order of|in the general/near/immediate vicinity/region/neighborhood/neighbourhood "
    "of|in the ballpark of|in/from the neighborhood/neighbourhood/vicinity/region/area of|something "
    "like/near/around/about|within a/one/two degree/degrees of|within a degree or two/so of|within a "
    "couple of degrees of|within a/an whisker/hair/ace/hairsbreadth/breath/inch/shout/step/touch of|"
    "within hailing distance of|flirting/flirts with|a matter of|thereabouts|rounding/rounds/rounded "
    "to|rounding up/down to|in round numbers/figures|a stone's throw from|a step/breath/whisker/hair "
    "away/off from|a step/breath/whisker/hair from|as near as makes no difference/matter/odds|"
    "hovering/hovers/hover around/about/near|in or about",
    "nearly": "all but|as good as|bordering/borders/verging/verges on|getting/gets/going/gone on "
    "for|going on|getting on toward/towards|hard/close/near/nigh on/upon|nigh unto|closing/closes in "
    "on|closing/closes on|knocking/knocks on|knocking/knocks on/at the door of|on the "
    "doorstep/threshold of|on/upon/at the cusp/brink/verge/edge/point of|on the very "
    "cusp/brink/verge/edge of|the best/better part of|touching/verging on|little short of|not far "
    "short/shy of|hardly/scarcely/little/barely less than|not much under/below/less than|not much "
    "under/below|just this side of|just the near/low/cool side of|a whisker/hair/shade/touch/breath "
    "this side of",
    "just under": f"{_A_LITTLE} short/shy/south of|a breath under/below",
    "just over": f"{_A_LITTLE} north/clear/ahead of|just the far/high/warm/other side of|not much "
    "over/above/past/beyond|not "
    "much more/better/higher than|hardly/scarcely/little/barely more/better/higher than|a breath "
    "over/above/past",
    "over": "north of|to the north of|in excess of|on the far/warm/high/upper/other side of|the "
    "far/other side of|clear of|a/some few/couple degrees over/above/past/beyond|several degrees "
    "over/above/past/beyond|a few degrees north/clear of|several degrees north/clear of|a few/couple "
    "of degrees over/above/past|nowhere near as low as|crossed/crosses/cross the|broken/breaks/break "
    "the|cracked/cracks/crack the|cleared/clears the|passed/passes/pass the|"
    "pushed/pushes/gone/goes/went/broken/burst/shot/come/came through",
    "under": "south of|to the south of|on the near/cool/cold/low/lower side of|a few degrees "
    "short/shy/south of|several degrees short/shy/south of|a/some few degrees under/below/beneath|"
    "several degrees under/below/beneath|well/far/still/some/miles short/shy/south of|a "
    "long/fair/good/fine way short/shy/south of|a long/fair/good/fine way off/from/under/below|some "
    "way/distance off/from/short/under/below|some way/distance short/shy of|still some way from/off|"
    "nowhere near|not within sight/reach/hail of|a stranger to|a good deal short/shy of|lacks/wants "
    "several degrees of|yet to reach/touch/see/break/hit/make/crack|not up to|isn't/aren't up to|not "
    "even|isn't/aren't even|not as much/high/warm/hot as|fails/failing/fail to "
    "reach/break/make/touch/top/crack/see/clear/hit/attain/manage/get/pass",
}
_BEFORE_FREEZING: Final = {
    "above": "on the right/safe/good/warm/happy/plus/kind/mild side of|the "
    "right/safe/good/warm/happy/plus/kind/mild side of|warmer than|no/not colder/cooler/lower than|"
    "north of|clear of|out of reach of",
    "just above": "just on the right/safe/good/warm/happy/plus/kind/mild/this side of|just the "
    "right/safe/good/warm/happy/plus/mild side of|just this side of|just/barely/whisker/hair/shade/touch/"
    "degree north/clear of|whisker/hair/shade/touch/degree/nose the right/safe/warm side of",
    "well above": "well/comfortably/safely/easily/far clear/north of|comfortably/well/safely on "
    "the right/safe/good/warm side of|a safe/comfortable/good/fair distance from/above|nowhere near|"
    "a long/good/fair way above/over/from|not within hailing distance of|"
    "comfortably/safely/well out of reach of|many degrees above/over|several degrees above/over",
    "below": "on the wrong/cold/bad/frosty/minus side of|the wrong/cold/bad/frosty/minus side of|"
    "colder/cooler/lower than|south of|several/some/many degrees below/under/beneath",
}
_BEFORE_DECADE: Final = {
    "in the low": "bottom/foot of the|low/lower/bottom end of the|"
    "barely/just/scarcely/hardly in/into the|lower reaches of the",
    "in the high": "top of the|top/high/upper end of the|upper reaches of the",
    "over the": "leaves/leave/escapes/escape/left/escaped the|breaks/breaking out of the|out/clear of the|"
    "comfortably/well/safely/easily out/clear of the",
    "just over the": "just/barely/only/scarcely/hardly out/clear of the",
}
_WHOLE: Final = {
    "a coin toss": "the/a toss/flip/throw of a/the coin",
    "over 50 %": "slightly/somewhat better than even/evens|better/greater/higher/more than even/evens|"
    "better/more than a coin toss/flip|better than fifty fifty",
    "at most 50 %": "no better than even/evens|no better than a coin toss/flip",
    "under 50 %": "worse/less than even/evens|worse/less than a coin toss/flip",
    "below 10": "in/into single figures/digits|down in/to single figures/digits|short/shy of double "
    "figures/digits|not yet in double figures/digits|not in double figures/digits",
    "over 9": "in/into double/two figures/digits|out of single figures/digits|no longer in single "
    "figures/digits|not in single figures/digits",
    "under 5": "in the low single figures/digits",
    "about 8": "in the high single figures/digits",
    "the 100": "the hundred/century mark",
    "over 99": "in/into triple/three figures/digits",
    "below 100": "short/shy of triple/three figures/digits|not in triple/three figures/digits",
    "below zero": "in/into the minuses/negatives|in/into minus/negative figures/territory/numbers|sub zero",
    "above zero": "out of the minuses/negatives|in/into positive figures/territory/numbers",
}
_ENDS: Final = Triggers(
    (
        "freezing",
        "frost",
        "zero",
        "nought",
        "naught",
        "figures",
        "digits",
        "minuses",
        "negatives",
        "territory",
        "mark",
        "tails",
    )
)
"""What a turn of phrase may stand before, or end on, beside numbers."""

_SKIPPED: Final = frozenset(("a", "an", "the", "your", "thy", "minus", "plus"))
_ZERO: Final = frozenset(("zero", "nought", "naught"))
_FROST: Final = _ZERO | {"freezing", "frost"}
_DEGREES: Final = frozenset(("degree", "degrees", "°", "c", "f"))
_FEW: Final = frozenset(("one", "two", "three", "four"))
"""How many "all but" leaves out: "all but one of them"."""

_FROM_THE: Final = (("from", "the"), ("out", "the"), ("in", "the"), ("from", "due"))
"""What stands before where a wind comes from: "from the south of thirteen kilometers"."""

_FILLER: Final = "a"
"""Stands for what a turn of phrase has more of words; nothing is said by it before a hedge."""


class _Turn(NamedTuple):
    """A turn of phrase as its words, and as plain ones."""

    words: tuple[str, ...]
    plain: tuple[str, ...]


_Turns = Mapping[tuple[str, ...], list[_Turn]]
"""Turns of phrase by their last two words, the longest first."""


class _Tables(NamedTuple):
    """The turns of phrase of each kind, and the words that may stand right before what they lead to."""

    before_numbers: _Turns
    before_freezing: _Turns
    before_decades: _Turns
    whole: _Turns
    leading: frozenset[str]


def read(message: str) -> Text:
    """Read a message, its turns of phrase before numbers put into as many plain words."""
    text = parse(message)
    words, tables = text.words, _tables()
    leading = tables.leading
    places = (*text.where(NUMERALS), *text.where(SPELLED), *text.where(_ENDS))
    turns = [_turn_at(words, k, tables) for k in places if k and words[k - 1] in leading]
    found = [turn for turn in turns if turn is not None]
    if not found:
        return text
    put = list(words)
    for first, turn in found:
        count = len(turn.words)
        put[first : first + count] = [*[_FILLER] * (count - len(turn.plain)), *turn.plain]
    return Text(text.raw, text.written, tuple(put))


def _turn_at(words: tuple[str, ...], k: int, tables: _Tables) -> tuple[int, _Turn] | None:
    """Return the turn of phrase that leads to the number at token k, or ends there, with its first token."""
    word = words[k]
    found = _ending_at(words, k, tables.whole)
    if found is not None or (word in _ENDS and word not in _FROST):
        return found
    if word not in _ENDS and not (
        word[-1].isdecimal() or is_numeral(word) or word in DECADES or word == "hundred"
    ):
        return None
    last = k - 1
    if word in _FEW and words[max(0, k - 2) : k] == ("all", "but"):
        return None
    if (word in DECADES or word[-1] == "s") and words[last] == "the":
        found = _ending_at(words, last, tables.before_decades)
        if found is not None:
            return found
    while last > 0 and words[last] in _SKIPPED:
        last -= 1
    found = _ending_at(words, last, tables.before_freezing) if word in _FROST else None
    if found is not None and found[0] and _is_count(words[found[0] - 1]):
        return None
    if found is not None or (word in _FROST and word not in _ZERO):
        return found
    found = _ending_at(words, last, tables.before_numbers)
    is_wind = found is not None and words[max(0, found[0] - 2) : found[0]] in _FROM_THE
    return None if is_wind else found


def _ending_at(words: tuple[str, ...], last: int, turns: _Turns) -> tuple[int, _Turn] | None:
    """Return the longest of the turns of phrase that ends at a token, with its first token."""
    for key in (words[max(0, last - 1) : last + 1], words[last : last + 1]):
        for turn in turns.get(key, ()):
            first = last + 1 - len(turn.words)
            if first >= 0 and words[first : last + 1] == turn.words:
                return first, turn
    return None


def _is_count(word: str) -> bool:
    """Whether a word may count degrees, from which freezing is so many away."""
    return word in _DEGREES or is_numeral(word)


def _turns_of(listings: Mapping[str, str]) -> _Turns:
    turns: defaultdict[tuple[str, ...], list[_Turn]] = defaultdict(list)
    for words, plain in spelled_out(listings):
        turns[words[-2:]].append(_Turn(words, tuple(plain.split())))
    for found in turns.values():
        found.sort(key=lambda turn: -len(turn.words))
    return turns


@cache
def _tables() -> _Tables:
    numbers, freezing = _turns_of(_BEFORE_NUMBER), _turns_of(_BEFORE_FREEZING)
    decades, whole = _turns_of(_BEFORE_DECADE), _turns_of(_WHOLE)
    leading = {ending[-1] for turns in (numbers, freezing, decades) for ending in turns}
    return _Tables(numbers, freezing, decades, whole, frozenset(leading | {e[0] for e in whole} | _SKIPPED))
