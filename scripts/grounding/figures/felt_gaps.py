"""How far the feel of it is from the thermometer: "takes back seven of them", "makes it five degrees kinder".

The number may be of something that was named before ("of them", "off that"), be bare, and stand on either
side of what takes it or gives it.
"""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from scripts.grounding.facts import TODAY
from scripts.grounding.figures.unlabelled import names_count
from scripts.grounding.text import Text, Triggers, word_list, word_set
from scripts.grounding.words.cardinals import Number
from scripts.grounding.words.day_cue import DayCue
from scripts.grounding.words.figure import Figure, Hedge
from scripts.grounding.words.figure_words import FIELDS, HEDGE_FILLERS, TEMPERATURES
from scripts.grounding.words.takings import TAKERS, TURNING
from scripts.grounding.words.units_said import UNKNOWN_SCALE

_GIVERS: Final = word_set(
    "add adds added adding lend lends lent lending gain gains gained pile piles piled heap heaps heaped tack "
    "tacks tacked throw throws threw contribute contributes bestow bestows"
)
_KEEPERS: Final = word_set(
    "take takes took taken taking eat eats ate claim claims claimed charge charges charged tax taxes cost "
    "costs collect collects collected demand demands borrow borrows borrowed lift lifts lifted cut cuts keep "
    "keeps kept keeping strip strips stripped pick picks picked lose loses lost losing shed sheds drop drops "
    "remove removes removed subtract spare spares want wants hold holds withhold withholds skims has"
)
_ELEMENTS: Final = word_set(
    "wind winds wind's breeze breezes gust gusts gale draft draught chill cold damp dampness humidity "
    "moisture air sun frost blast zephyr northerly southerly easterly westerly norther nor'wester "
    "nor'easter dryness calm stillness mugginess feel skin cheek bones body comfort"
)
FELT_WORDS: Final = Triggers(_ELEMENTS | word_set("feels felt feeling cheeks flesh neck nose fingers face"))
_FEEL: Final = ("feel", "felt", "skin", "bones", "cheek", "flesh", "body", "chill")
_BETWEEN: Final = word_set(
    "off away back out some a an another good full fully you thee us him them me it that this thy your my "
    "pocket pockets purse toll tax duty fee cheek cheeks skin face neck nose bones body comfort of to itself "
    "himself down by as much about nearly near roughly fresh further still clean quietly neatly "
    "no less than every one anybody who for up on from its poor man's walker's all but just only fully"
)
_BEFORE_FIGURE: Final = _BETWEEN | HEDGE_FILLERS
_MOVERS: Final = _KEEPERS | TAKERS | _GIVERS
_NO_LEVEL: Final = frozenset(("to", "at", "like", "into", "as", "under", "over", "below", "above", "up"))
_OF_THEM: Final = word_set("them those these that it which")
_BEHIND: Final = word_set(
    "off from back more away out before . , ; : ! ) — – and but for on by with then to \n"
)
_LOST: Final = {
    **dict.fromkeys(
        word_list(
            "lost forgiven stolen taken eaten gone go goes went knocked shaved trimmed surrendered forfeit "
            "forfeited owed pocketed wasted stripped lopped skimmed docked deducted sacrificed swallowed "
            "robbed kept lopped remitted forgone"
        ),
        -1,
    ),
    **dict.fromkeys(word_list("added lent gained piled heaped contributed"), 1),
}
_AUXILIARY: Final = word_set("are is were was get gets have has been being do does")
_CHANGED: Final = {
    **dict.fromkeys(word_list("warmer hotter richer higher more better-off"), 1),
    **dict.fromkeys(word_list("colder cooler chillier nippier icier poorer lower less fewer"), -1),
}
_AWAY: Final = {
    **dict.fromkeys(word_list("harsher fiercer crueler crueller sharper meaner unkinder worse"), 1),
    **dict.fromkeys(word_list("kinder milder gentler softer easier"), -1),
    "better": 0,
}
_SIDES: Final = {
    **dict.fromkeys(word_list("above over"), 1),
    **dict.fromkeys(word_list("below under beneath short shy"), -1),
}
_READ: Final = word_set(
    "that it the this what its their glass thermometer mercury reading temperature figure actual advertised "
    "real"
)
"""What the feel is measured from where it is said to lie above or below."""

_FREEZING: Final = word_set("freezing zero frost mark low high night")
_MAKING: Final = word_set("makes make made making leaves renders feel feels")
_RECKONED: Final = {
    **dict.fromkeys(word_list("less minus discounted docked reduced subtract subtracting deduct"), -1),
    **dict.fromkeys(word_list("plus increased add adding"), 1),
}
_CHILL: Final = frozenset(("chill", "windchill"))
_HELPING: Final = frozenset(("help", "helps", "helped"))
_LIFTING: Final = frozenset(("lift", "lifts", "lifted"))
_OUT: Final = frozenset(("out", "off", "from"))
_LOSING: Final = frozenset(("lose", "loses", "lost", "losing"))
_NEARER: Final = frozenset(("nearer", "closer"))
_TURNERS: Final = Triggers(TURNING | _NEARER)
_LINKS: Final = 2
_UNITS: Final = (None, UNKNOWN_SCALE, "C", "F")
_BEFORE: Final = 10
_AFTER: Final = 6
_MOST: Final = 40
"""Degrees that the feel of it may be from the thermometer."""


class Gap(NamedTuple):
    """Which way the feel is from the thermometer: `sign` is 1 above it, -1 below, 0 on either side.

    `is_away` is said from or to what is mild: "harsher" is colder in winter and hotter in summer. "More" of
    what is below zero is colder: `is_more`.
    """

    sign: int
    is_away: bool = False
    is_more: bool = False


def with_felt_gaps(
    text: Text, numbers: Sequence[Number], figures: Sequence[Figure], named: frozenset[int]
) -> list[Figure]:
    """Return the figures, those that say how far the feel is from the thermometer read as such.

    `named` are the tokens of days and dates: a comparison with one of those is none of feel.
    """
    if not text.where(FELT_WORDS):
        return list(figures)
    known = {figure.first: figure for figure in figures}
    found = dict(known)
    for number in numbers:
        figure = known.get(number.first)
        if number.form != "plain" or number.value > _MOST or number.first in named or number.value <= 0:
            continue
        if figure is not None and (figure.unit not in _UNITS or figure.hedge in ("nearly", "just_over")):
            continue
        last = figure.last if figure is not None and figure.unit is not None else number.last
        if gap_told(text, number.first, last, named) is None and not _goes_on(text, number, found):
            continue
        unit = figure.unit if figure is not None else None
        hedge: Hedge = "about" if figure is not None and figure.hedge == "about" else "exact"
        found[number.first] = Figure(
            number.first, last, number.value, number.value, TEMPERATURES, unit, hedge=hedge, kind="felt"
        )
        _free_base(text, last, found)
    told = [found[first] for first in sorted(found)]
    return _turned(text, told) if text.where(_TURNERS) else told


def _turned(text: Text, figures: list[Figure]) -> list[Figure]:
    """Read "drags the 17 degrees down to 14" and "nearer 54 than 59" as the felt and the true one."""
    for k, figure in enumerate(figures[1:], start=1):
        before = figures[k - 1]
        between = text.words[before.last + 1 : figure.first]
        if not before.fields & figure.fields & TEMPERATURES or len(between) > _LINKS:
            continue
        led = text.words[max(text.sentence(before.first)[0], before.first - _BEFORE) : before.first]
        if between == ("than",) and not _NEARER.isdisjoint(led[-3:]):
            figures[k] = figure._replace(fields=FIELDS["temp"], label=None, hedge="exact")
        is_turned = between[-1:] in (("to",), ("into",)) and not TURNING.isdisjoint(led[-3:])
        if is_turned and not _ELEMENTS.isdisjoint(led):
            figures[k - 1] = before._replace(fields=FIELDS["temp"], label=None)
            figures[k] = figure._replace(fields=FIELDS["feels"], label=None)
    return figures


def _goes_on(text: Text, number: Number, found: dict[int, Figure]) -> bool:
    """Whether a bare number is another place's gap: "takes four degrees off in Bergen and six in Oslo"."""
    before = next((f for f in reversed(found.values()) if f.first < number.first), None)
    if (
        before is None
        or before.kind != "felt"
        or text.sentence_of[before.first] != text.sentence_of[number.first]
    ):
        return False
    words = text.words
    between = words[before.last + 1 : number.first]
    is_named = words[number.first - 1] in (",", "and") or text.is_capital(number.first - 1)
    is_placed = text.is_capital(number.first - 1) or (
        words[number.last + 1 : number.last + 2] == ("in",) and text.is_capital(number.last + 2)
    )
    return is_named and is_placed and "and" in between and len(between) <= _AFTER


def _free_base(text: Text, last: int, found: dict[int, Figure]) -> None:
    """Read what a gap is measured from as the thermometer's: "three degrees warmer than the 29 on it"."""
    for first in range(last + 2, last + _AFTER):
        figure = found.get(first)
        if figure is None or figure.kind != "level" or not figure.fields & TEMPERATURES:
            continue
        between = text.words[last + 1 : first]
        if not {"than", "off", "from", "of", "below", "above", "under"}.isdisjoint(between):
            found[first] = figure._replace(fields=FIELDS["temp"], label=None, hedge="exact")
        return


def other_days(days: Iterable[DayCue]) -> frozenset[int]:
    """Return the tokens that name days other than today."""
    others = (cue for cue in days if cue.days and TODAY.isdisjoint(cue.days))
    return frozenset(k for cue in others for k in range(cue.first, cue.last + 1))


def gap_told(text: Text, first: int, last: int, named: frozenset[int]) -> Gap | None:
    """Return which way the degrees from token `first` to `last` part the feel from the thermometer."""
    words = text.words
    begin, end = text.sentence(first)
    after = words[last + 1 : min(end, last + 1 + _AFTER)] + (".",) * 3
    if after[0] in _CHILL or after[:2] == ("wind", "chill") or after[:2] == ("of", "chill"):
        return Gap(-1)
    if after[:3] in (("of", "wind", "chill"), ("of", "windchill", ".")):
        return Gap(-1)
    return (
        _reckoned(words[begin:first], after)
        or _lost(words[begin:first], after, words[last + 1 : end])
        or _taken(text, first, last, after)
        or _compared(text, first, last, named)
    )


def _compared(text: Text, first: int, last: int, named: frozenset[int]) -> Gap | None:
    """Read "five degrees harsher upon the skin", "feels but four poorer"; not what is "than Friday"."""
    words = text.words
    comparative = words[last + 1] if last + 1 < len(words) else "."
    sign = _CHANGED.get(comparative, 0)
    away = _AWAY.get(comparative, 0)
    if comparative not in _CHANGED and comparative not in _AWAY:
        return None if comparative not in _SIDES else _beside(text, first, last, named)
    begin, end = text.sentence(first)
    reach = range(max(begin, first - _BEFORE), min(end, last + 1 + _AFTER))
    if not named.isdisjoint(reach):
        return None
    behind = words[last + 2 : last + 6]
    if behind[:3] == ("than", "it", "feels"):
        return Gap(-sign or -away, bool(away))
    if behind[:1] == ("than",) and (text.is_capital(last + 3) or behind[1:2] == ("in",)):
        return None
    near = [k for k in reach if words[k].startswith(_FEEL) and text.wall(min(k, first), max(k, first)) < 30]
    is_made = not _MAKING.isdisjoint(words[max(begin, first - 4) : first]) and not _ELEMENTS.isdisjoint(
        words[max(begin, first - _BEFORE) : first]
    )
    if not near and not is_made:
        return None
    return Gap(sign or away, bool(away), comparative == "more")


def _beside(text: Text, first: int, last: int, named: frozenset[int]) -> Gap | None:
    """Read "feels like 12, five under the reading", "sits four degrees below it"."""
    words = text.words
    begin, end = text.sentence(first)
    measured = words[last + 2 : last + 5]
    if measured[:1] == ("of",):
        measured = measured[1:]
    if measured[:1] == () or measured[0] not in _READ or not _FREEZING.isdisjoint(measured):
        return None
    if "freezing" in words[begin:first]:
        return None
    reach = range(max(begin, first - _BEFORE), min(end, last + 1 + _AFTER))
    is_felt = any(words[k].startswith(_FEEL) for k in range(reach.start, first))
    return Gap(_SIDES[words[last + 1]]) if is_felt and named.isdisjoint(reach) else None


def _reckoned(before: tuple[str, ...], after: tuple[str, ...]) -> Gap | None:
    """Read "less seven for the wind", "discounted by four for the damp"."""
    sign = next((_RECKONED[word] for word in reversed(before[-4:]) if word in _RECKONED), 0)
    is_of_wind = (
        "than" not in before[-1:] and after[0] in ("for", "of", "by") and not _ELEMENTS.isdisjoint(after[1:4])
    )
    return Gap(sign) if sign and is_of_wind else None


def _lost(before: tuple[str, ...], after: tuple[str, ...], rest: tuple[str, ...]) -> Gap | None:
    """Read "three degrees are forgiven in the feel of it", "four of those go to the wind"."""
    k = int(after[0] == "more")
    if after[k] == "of" and after[k + 1] in _OF_THEM:
        k += 2
    while k < len(after) and after[k] in _AUXILIARY:
        k += 1
    sign = _LOST.get(after[k], 0) if k < len(after) else 0
    is_of_feel = not _ELEMENTS.isdisjoint(rest) or not _ELEMENTS.isdisjoint(before[-_AFTER:])
    return Gap(sign) if sign and is_of_feel else None


def _taken(text: Text, first: int, last: int, after: tuple[str, ...]) -> Gap | None:
    """Read "takes back seven of them", "knocks it down by five", "lends it four more"."""
    words = text.words
    begin, _ = text.sentence(first)
    k = first - 1
    while k > begin and words[k] in _BEFORE_FIGURE and words[k] not in _MOVERS:
        k -= 1
    between = words[k + 1 : first]
    verb = words[k]
    sign = 1 if verb in _GIVERS else -1 if verb in _KEEPERS | TAKERS else 0
    if verb in _HELPING and between[:1] == ("itself",):
        sign = -1
    is_led_to = not _NO_LEVEL.isdisjoint(between[-2:]) and "itself" not in between
    if not sign or is_led_to:
        return None
    is_of_wind = not _ELEMENTS.isdisjoint(words[max(begin, k - 2 * _BEFORE) : k])
    is_of_wind = is_of_wind or (verb in TAKERS and after[0] in ("from", "off"))
    is_of_wind = is_of_wind or (verb in _LOSING and not _ELEMENTS.isdisjoint(after))
    if not is_of_wind or (names_count(text, last) and after[0] != "more"):
        return None
    if after[0] == "of":
        is_of_cold = after[1] in ("cold", "chill", "frost")
        is_theirs = after[1] in _OF_THEM or after[1] in ("the", "your", "thy", "its", "their")
        return Gap(-1 if is_of_cold else sign) if is_theirs or is_of_cold else None
    if (after[0] == "to" and after[1] not in _READ) or (verb in _LIFTING and after[0] not in _OUT):
        return None
    is_plain = verb not in ("has", "hold", "holds", "want", "wants", "spare", "spares")
    return Gap(sign) if is_plain and after[0] in _BEHIND else None
