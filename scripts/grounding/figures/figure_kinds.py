"""What a figure says of its quantity: a level, a difference or a mean, just so or about, over or under it."""

from itertools import pairwise
from typing import Final

from scripts.grounding.figures.figure_differences import is_comparative, is_difference, names_difference
from scripts.grounding.figures.hedges_behind import hedge_behind
from scripts.grounding.text import DIGITS, Text, Triggers, word_set
from scripts.grounding.tolerances import ABOUT_DEGREES, DECADE_PARTS
from scripts.grounding.words import figure_words as w
from scripts.grounding.words.amiss import is_amiss
from scripts.grounding.words.cardinals import Number, is_numeral, small_value
from scripts.grounding.words.figure import Figure, Hedge
from scripts.grounding.words.figure_words import TEMPERATURES

_OF_WARMTH = word_set("higher lower warmer cooler colder hotter")
_MEAN_OF = word_set(
    "high highs low lows temperature temperatures temp temps maximum maxima minimum minima max min daily "
    "daytime nightly wind humidity chance for over across :"
)
_RANGING = (
    ("spread", "over"),
    ("spreads", "over"),
    ("ranging", "over"),
    ("range", "over"),
    ("ranges", "over"),
)
_TO = (("to",), ("–",), ("-",), ("—",), ("through",))
_OPENING_MEAN = frozenset(("averaged", "averaging"))
"""What a sentence about a mean opens with, its clause behind a comma: "Averaged over the week, it is 21"."""

_MEAN_NEAR = 7
_MEAN_REACH = 14
_NEW_CLAUSE = 9
"""Tokens before a figure within which "average" or "mean" tells of it: near by, or with no clause between."""

_TIMES_OF_DAY = word_set("night day next following morning evening rest whole entire afternoon")
_FROM_ZERO = word_set("below under beneath above of")
_DAYS = w.WEEKDAYS | {"today", "tomorrow"}
_BACK = (("where", "it"), ("where", "they"), ("where", "she"), ("where", "he"), ("where", "the"))
"""What follows a difference to how it was: "a degree below where it began"."""

_FROST_OF = (("frost", "is", "of"), ("a", "frost", "of"), ("the", "frost", "of"))
_OF_NIGHT = w.NIGHTLY | {"overnight", "low", "lows"}
_SCALES = {"celsius": "C", "centigrade": "C", "fahrenheit": "F"}
_AVERAGED = word_set(
    "days day's days' nights nights' highs lows cities towns places afternoons mornings maxima minima of is "
    "was "
    "comes together chances readings figures and"
)
"""What a count before an average is of: "the average over the three days is 21"."""

_WARMER = frozenset(("warmer", "hotter", "milder", "higher"))
_COLDER = frozenset(("colder", "cooler", "chillier", "lower"))
_AVERAGING = Triggers(w.MEAN | w.SHARED | {"sum", "divide"})
_RECKONED = {("of", "the", "sum"), ("and", "divide", ",")}
_ABOUT_OR_UNDER = w.ABOUT | w.UNDER
_OVER_OR_UNDER = w.OVER | w.UNDER
_HEDGING = w.ABOUT.union(w.NEARLY, _OVER_OR_UNDER, (phrase[-1] for phrase in w.ABOUT_PHRASES)) | {
    "of",
    "quite",
    "on",
    "than",
    "least",
    "more",
    "most",
}
"""What may stand right before a number that is hedged by the words before it."""

_REACHING = word_set(
    "reach reaches make makes hit hits touch touches see sees manage manages get gets break breaks attain "
    "attains"
)
_NO_DAY = w.NEVER | {"nobody"}
_COUNTED_DAYS = frozenset(("day", "days", "nights"))
_FAILING = word_set("fail fails failing")
_MINUS = word_set("minus negative subzero")
_REVERSED: dict[Hedge, Hedge] = {
    "over": "under",
    "under": "over",
    "at_least": "at_most",
    "at_most": "at_least",
}
_MORE_THAN = (("more", "than"), ("less", "than"), ("fewer", "than"))
_MEASURES = word_set("above below over under beneath warmer cooler colder")
"""Words after a bare number that make it a difference for certain, where it is one at all."""


_ZERO: Final = frozenset(("zero", "freezing", "frost"))
_SOMEBODY: Final = frozenset(("i", "you", "he", "they", "we"))


def upward(text: Text, figure: Figure) -> Figure:
    """Leave out the low where the temperature is said to climb to the figure: "it should reach 13"."""
    if not {"high", "low"} <= figure.fields:
        return figure
    begin, _ = text.sentence(figure.first)
    words = text.words
    near = range(max(begin, figure.first - 4), figure.first)
    is_up_to = words[figure.first - 2 : figure.first] == ("up", "to")
    if words[figure.first - 1] == "from" or (
        not is_up_to and w.UPWARD.isdisjoint(words[near.start : near.stop])
    ):
        return figure
    climbs = is_up_to or any(words[k] in w.UPWARD and text.wall(k, figure.first) < 9 for k in near)
    reach = figure.first - begin if is_up_to else 8
    is_by_day = _OF_NIGHT.isdisjoint(words[max(begin, figure.first - reach) : figure.last + 4])
    return figure._replace(fields=figure.fields - {"low"}) if climbs and is_by_day else figure


def as_decade(text: Text, figure: Figure, number: Number) -> Figure:
    """Widen a decade to what it or the part named of it means: "the low sixties" are 60 to 63."""
    if number.form != "decade":
        return figure
    words = text.words
    parts: list[str] = []
    first = figure.first
    for k in range(figure.first - 1, max(-1, figure.first - 6), -1):
        if words[k] in w.DECADE_WORDS:
            parts.append(w.DECADE_WORDS[words[k]])
            first = k
        elif words[k] not in ("to", "and", "or", "–", "-"):
            break
    ranges: list[tuple[float, float]] = [DECADE_PARTS[part] for part in parts] or [(0, 9.99)]
    low, high = min(r[0] for r in ranges), max(r[1] for r in ranges)
    base = number.value
    if base < 0:
        return figure._replace(first=first, least=base - high, most=base - low)
    return figure._replace(first=first, least=base + low, most=base + high)


def with_kind(text: Text, figure: Figure) -> Figure:
    """Read "five below", "degrees of frost", differences and means for what they are."""
    words = text.words
    after = words[figure.last + 1 : figure.last + 4]
    from_zero = _from_zero(text, figure, after) if after and after[0] in _FROM_ZERO else None
    if from_zero is not None:
        return from_zero._replace(kind="mean") if _is_mean(text, figure) else from_zero
    if _is_averaged(words, figure) and not is_comparative((*after, ".")[0]):
        return figure._replace(kind="mean")
    is_more = figure.last > figure.first and words[figure.last] in ("points", "point")
    is_more = is_more or (
        figure.last > figure.first and words[figure.last - 1] in ("more", "extra", "fewer", "further")
    )
    if is_more or is_difference(text, figure):
        is_named = (
            figure.must
            or names_difference(text, figure)
            or not _MEASURES.isdisjoint(after[:1])
            or after[:2] in (("more", "by"), ("up", "on"), ("down", "on"))
            or (after[:2] in _MORE_THAN and text.is_capital(figure.last + 3))
            or is_amiss(text, figure)
        )
        fields = TEMPERATURES if figure.fields & TEMPERATURES else figure.fields
        return figure._replace(kind="difference", fields=fields, must=is_named)
    if words[max(0, figure.first - 3) : figure.first] in _FROST_OF:
        return figure._replace(least=-figure.most, most=-figure.least, must=True)
    if _is_mean(text, figure):
        return figure._replace(kind="mean", must=figure.must or _is_named_mean(text, figure))
    return figure


def _is_averaged(words: tuple[str, ...], figure: Figure) -> bool:
    """Whether "average" stands right before a figure: "the nights average 7 degrees over the six"."""
    at = figure.first - 1
    while at > 0 and words[at] in w.HEDGE_FILLERS:
        at -= 1
    return words[at] in w.MEAN and words[at] != "mean"


def _from_zero(text: Text, figure: Figure, after: tuple[str, ...]) -> Figure | None:
    """Return the figure of "five below", "two above zero", "six degrees of frost"; None where it is none."""
    if (
        figure.fields & TEMPERATURES
        and after[:1] in (("below",), ("under",), ("beneath",))
        and (_means_zero(after, figure.last > figure.first) or _is_under_zero(text, after))
    ):
        end = figure.last + 1 + (after[1:2] != () and after[1] in w.ZEROES)
        unit = _SCALES.get(after[2], figure.unit) if len(after) > 2 and after[1] in w.ZEROES else figure.unit
        return figure._replace(least=-figure.most, most=-figure.least, last=end, must=True, unit=unit)
    if after[:2] == ("below", "the") and after[2:] and after[2] in _TIMES_OF_DAY and figure.unit is None:
        return figure._replace(least=-figure.most, most=-figure.least, last=figure.last + 1, must=True)
    if after[:2] == ("below", "that") and after[2:] in (("night",), ("day",)):
        return figure._replace(least=-figure.most, most=-figure.least, last=figure.last + 1, must=True)
    if after[:2] == ("above", "zero"):
        fields = figure.fields & TEMPERATURES
        return figure._replace(last=figure.last + 2, fields=fields, must=bool(fields)) if fields else None
    if figure.unit is None and after[:1] == ("above",) and (len(after) == 1 or after[1] in w.AFTER_BELOW):
        return figure._replace(last=figure.last + 1, must=True, fields=figure.fields & TEMPERATURES)
    if figure.fields & TEMPERATURES and after[:2] == ("of", "frost"):
        zero = 32.0 if figure.unit == "F" else 0.0
        return figure._replace(least=zero - figure.most, most=zero - figure.least, last=figure.last + 2)
    return None


def _means_zero(after: tuple[str, ...], is_counted: bool) -> bool:
    """Whether "five below" is five below zero: zero, or nothing at all, is named that it is below."""
    if any(word in w.ZEROES for word in after[1:3]):
        return True
    if is_counted and after[1:2] and after[1] in _DAYS:
        return False
    is_back = after[1:3] in _BACK
    return after[0] == "below" and not is_back and (len(after) == 1 or after[1] in w.AFTER_BELOW)


def _is_under_zero(text: Text, after: tuple[str, ...]) -> bool:
    """Whether "fourteen under at its worst" counts from a zero that is spoken of beside it."""
    if after[0] != "under" or (len(after) > 1 and after[1] not in w.AFTER_BELOW | _SOMEBODY):
        return False
    return not _ZERO.isdisjoint(text.words)


def _is_mean(text: Text, figure: Figure) -> bool:
    if not text.where(_AVERAGING):
        return False
    words = text.words
    begin, end = text.sentence(figure.first)
    if not w.SHARED.isdisjoint(words[max(begin, figure.first - 8) : figure.first]):
        return True
    if not _RECKONED.isdisjoint(zip(*(words[k + begin : figure.first] for k in range(3)), strict=False)):
        return True
    if w.MEAN.isdisjoint(words[begin:end]) or words[figure.first - 1] in ("a", "an"):
        return False
    if words[figure.first - 1].removesuffix("'s") in _DAYS:
        return False
    for k in (
        *range(max(begin, figure.first - _MEAN_REACH), figure.first),
        *range(figure.last + 1, min(end, figure.last + 4)),
    ):
        if words[k] not in w.MEAN or (words[k] == "mean" and not _is_noun_or_heading(words, k)):
            continue
        is_led = k == begin and words[k] in _OPENING_MEAN
        if is_led or figure.first - k <= _MEAN_NEAR or text.wall(k, figure.first) < _NEW_CLAUSE:
            return not any(
                word[0] in DIGITS or (is_numeral(word) and words[j + 1] not in _AVERAGED)
                for j, word in enumerate(words[k : figure.first], start=k)
            )
    return False


def _is_named_mean(text: Text, figure: Figure) -> bool:
    """Whether the phrase before a figure says that it is a mean: "their mean lies hard by 62"."""
    near = range(max(0, figure.first - _MEAN_NEAR), figure.first)
    if text.words[figure.last + 1 : figure.last + 2] and text.words[figure.last + 1] in _AVERAGED:
        return False
    return any(text.words[k] in w.MEAN and text.wall(k, figure.first) == 0 for k in near)


def _is_noun_or_heading(words: tuple[str, ...], k: int) -> bool:
    """Whether "mean" is no verb: "the mean", "Mean high: 63"."""
    return words[k - 1] in ("a", "the", "their", "its") or not _MEAN_OF.isdisjoint(words[k + 1 : k + 2])


def hedged(text: Text, figure: Figure) -> Figure:
    """Return the figure with the hedge that the words around it make: "about", "just over", "or so"."""
    words = text.words
    i = figure.first
    after = words[figure.last + 1 : figure.last + 4]
    behind = hedge_behind(text, figure.last)
    if behind is not None:
        return figure._replace(hedge=behind)
    if words[i] in ("coin", "toss") and figure.hedge == "exact":
        return figure._replace(hedge="about")
    if words[i - 1 : i] == ("within",) and figure.unit == "%" and after[:1] != ("of",):
        return figure._replace(hedge="at_most")
    if figure.kind == "difference" and words[i - 1 : i] == ("not",):
        return figure._replace(hedge="under")
    is_some = words[i - 1] == "some" and figure.kind == "level"
    while i and words[i - 1] in ("a", "an", "the", "that", "some", "at", "your", "my", "thy"):
        i -= 1
    if words[i : i + 1] == ("at",) and i and words[i - 1] in _OVER_OR_UNDER:
        return figure
    before = words[max(0, i - 4) : i]
    is_under_high = before[-1:] == ("over",) and 0 < figure.least < small_value((*before[-2:], "")[0])
    is_range = (before[-2:] in _RANGING and after[:1] in _TO) or is_under_high
    hedge = None if is_range else _hedge_of(before)
    hedge = hedge or _of_reaching(words[max(0, i - 7) : i]) or ("about" if is_some else None)
    if hedge == "nearly" and figure.least == 0:
        hedge = "about"
    if hedge and figure.most < 0 and figure.kind == "level" and figure.is_exact:
        return _of_side(_hedged_below(words, figure, hedge), before)
    if hedge and before[-1:] == ("than",) and before[-2:-1] and before[-2] in _OF_WARMTH:
        figure = figure._replace(must=True)
    return _of_side(figure._replace(hedge=hedge), before) if hedge else figure


def _counts_days(before: tuple[str, ...]) -> bool:
    """Whether it is of so many days that something is said: "two days out of four reach 16"."""
    return any(
        word in _COUNTED_DAYS and (is_numeral(number) or number.isdecimal())
        for number, word in pairwise(before)
    )


def _of_reaching(before: tuple[str, ...]) -> Hedge | None:
    """Return the hedge of "none makes twenty" and of "no day fails to reach 11"; None where it is neither."""
    if before and before[-1] in _REACHING and _counts_days(before):
        return "at_least"
    if not before or before[-1] not in _REACHING or _NO_DAY.isdisjoint(before[:-1]):
        return None
    return "at_least" if not _FAILING.isdisjoint(before) else "at_most"


_FALLING_SHORT: Final = word_set("fall falls falling fell come comes stop stops run runs end ends")
_CLIMBING: Final = word_set("get gets got climb climbs rise rises warm warms make makes")
"""What gets past "nine below" upward, though the most that is past it is colder."""

_PAST: Final = frozenset(("past", "passed", "beyond", "passes"))


def _hedged_below(words: tuple[str, ...], figure: Figure, hedge: Hedge) -> Figure:
    """Return a hedged figure below zero: "not quite twenty below" is a little warmer than that.

    "Nearly minus twenty" may be meant either way.
    "Over twenty below" is colder still, and "over minus twenty" is warmer.
    """
    value, reach = figure.least, ABOUT_DEGREES
    is_counted_down = not (words[figure.first] in _MINUS or words[figure.first][0] in "-–")
    if hedge == "nearly":
        under = value if is_counted_down else value - reach
        return figure._replace(least=under, most=min(0.0, value + reach))
    if hedge == "just_over":
        return figure._replace(least=value - reach, most=value if is_counted_down else value + reach)
    is_plain = words[figure.first - 1] == "than" and words[figure.first - 2] in _OF_WARMTH
    is_reversed = (is_counted_down and not is_plain) or words[figure.first - 1] in _PAST
    is_reversed = is_reversed and words[figure.first - 2] not in _CLIMBING
    return figure._replace(hedge=_REVERSED.get(hedge, hedge) if is_reversed else hedge)


def _of_side(figure: Figure, before: tuple[str, ...]) -> Figure:
    """Leave out the low of what is "no warmer than" a figure, and the high of what is "no colder"."""
    if before[-1:] != ("than",) or figure.hedge not in ("at_most", "at_least"):
        return figure
    left_out = "low" if before[-2:-1] and before[-2] in _WARMER else "high"
    if before[-2] not in _WARMER | _COLDER or not {"low", "high"} <= figure.fields:
        return figure
    return figure._replace(fields=figure.fields - {left_out})


def _hedge_of(before: tuple[str, ...]) -> Hedge | None:
    """Return the hedge that the words right before a number make, None where they make none."""
    word = before[-1] if before else ""
    if word not in _HEDGING:
        return None
    earlier = before[-2] if len(before) > 1 else ""
    if word == "of":
        if before[-3:] == ("this", "side", "of"):
            return "under"
        if earlier in ("little", "upwards", "upward"):
            return "nearly" if earlier == "little" else "at_least"
        if earlier in ("north", "south") and before[-4:-2] in (("from", "the"), ("of", "the"), ("in", "the")):
            return None
        if earlier in _ABOUT_OR_UNDER:
            before, word, earlier = before[:-1], earlier, before[-3] if len(before) > 2 else ""
    elif word in ("north", "south"):
        return None
    if word in w.ABOUT or before[-2:] in w.ABOUT_PHRASES:
        return "about"
    if word in w.NEARLY or before[-2:] in (("not", "quite"), ("close", "on")):
        return "nearly"
    if word == "than":
        return _of_comparison(before, earlier)
    if word in w.OVER:
        is_never = not w.NEVER.isdisjoint(before[:-1])
        return "at_most" if is_never else "just_over" if earlier in w.JUST else "over"
    if word in w.UNDER:
        is_short = word in ("short", "shy")
        is_never = not w.NEVER.isdisjoint(before[:-1]) and (
            not is_short or not _FALLING_SHORT.isdisjoint(before)
        )
        return "at_least" if is_never else "nearly" if earlier in w.JUST else "under"
    if before[-2:] in (("at", "least"), ("or", "more")):
        return "at_least"
    return "at_most" if before[-2:] == ("at", "most") else None


def _of_comparison(before: tuple[str, ...], comparative: str) -> Hedge | None:
    """Return the hedge of "more than", "no less than", "just better than"."""
    is_less = comparative in ("less", "fewer", "lower", "cooler", "colder", "lighter")
    if not w.NEVER.isdisjoint(before[:-1]):
        return "at_least" if is_less else "at_most"
    if is_less:
        return "under"
    if comparative in ("more", "better", "higher", "greater", "warmer", "stronger"):
        return "just_over" if before[-3:-2] and before[-3] in w.JUST else "over"
    return None
