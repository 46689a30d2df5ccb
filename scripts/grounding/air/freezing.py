"""What is said to be below, above or near freezing, against the temperatures given."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from scripts.grounding import tolerances as t
from scripts.grounding.context import Context, Judgement, told_by
from scripts.grounding.facts import Field, Reading
from scripts.grounding.text import Triggers, word_set
from scripts.grounding.words import figure_words as w
from scripts.grounding.words.cardinals import is_numeral
from scripts.grounding.words.units_said import convert

SIDES_OF_FREEZING: Final = {
    "below": (-99.0, 0.0),
    "under": (-99.0, 0.0),
    "beneath": (-99.0, 0.0),
    "above": (0.0, 99.0),
    "past": (0.0, 99.0),
    "beyond": (0.0, 99.0),
    "over": (0.0, 99.0),
    "near": (-t.ABOUT_DEGREES, t.ABOUT_DEGREES),
    "around": (-t.ABOUT_DEGREES, t.ABOUT_DEGREES),
    "about": (-t.ABOUT_DEGREES, t.ABOUT_DEGREES),
}
"""°C, both ends included."""

_FREEZING: Final = Triggers(("freezing", "zero", "nought", "naught"))
_BARE_SIDES: Final = Triggers(("above", "below", "beneath"))
_UNDER: Final = frozenset(("under",))
_LYING: Final = word_set(
    "stay stays staying remain remains remaining is are be was all both well just falls fall sinks sink "
    "drops drop dips dip feel feels rises rise climbs climb get gets keep keeps far comfortably safely "
    "barely hold holds end ends"
)
_OTHER_DAYS: Final = word_set("before after until till")
_ASKED: Final = word_set("freezing freeze freezes frost zero frosts")
_IT: Final = (("it",), ("that",))
_STOPS: Final = ((".",), (",",), (";",), ("!",), ("at",), ("though",), ("throughout",), ("—",))
_MARKS: Final = word_set("mark point line level")
_JUST: Final = w.JUST
_WELL: Final = word_set("well comfortably safely easily far way distance")
_SOME: Final = word_set("few couple several")
_STAYING: Final = word_set("stay stays staying remain remains never keeps all")
_KEEPING: Final = word_set("stay stays remain remains keep keeps hold holds")
_PART: Final = word_set("two three four before after most some many first last weekend")
_FALLING: Final = word_set(
    "drop drops dropping fall falls falling dip dips dipping sink sinks sinking slip slips plunge plunges"
)
_GOING_REACH: Final = 4
_DAYS: Final = word_set("days highs afternoons")
_NIGHTS: Final = word_set("night nights low lows overnight mornings dawn")
_NONE: Final = word_set("no none never neither nor nothing nowhere")
_NOT_ONE: Final = (
    ("not", "one"),
    ("not", "a"),
    ("no", "day"),
    ("no", "night"),
    ("no", "one"),
    ("not", "any"),
)
_EXCEPTING: Final = word_set("but except save until apart besides barring till other others rest")
_UNFELT: Final[tuple[Field, ...]] = ("temperature", "high", "low")
_THAW_ASKED: Final = word_set("thaw thaws thawing melt melts melting")
_ABOVE: Final = frozenset((("above", "freezing"), ("past", "freezing"), ("over", "freezing")))
_NIGHTLY: Final = word_set("night tonight overnight nights evening morning dawn")
_YES: Final = word_set(
    "yes aye yep yea indeed briefly barely slightly somewhat marginally surely certainly plainly assuredly"
)
_GRANTING: Final = (
    ("a", "little"), ("a", "bit"), ("a", "touch"), ("a", "small"), ("for", "a"), ("only", "briefly"),
    ("only", "on"), ("only", "just"), ("it", "will"), ("it", "does"), ("just", "barely"), ("one", "day"),
)  # fmt: skip
_CLOSING: Final = ((",",), (".",), (":",), (";",), ("—",), ("–",), ("!",), ("on",))
_OPENING: Final = word_set("is will does any shall do are can")
_OTHERWISE: Final = word_set("not isn't won't stay stays remain or below under when which how")
_NOT: Final = word_set("not no never none isn't doesn't won't nor hardly scarcely")
_WARMEST: Final = 0.51
"""°C that a day's highest may lie below freezing and yet be said to thaw."""


@told_by(_FREEZING, _BARE_SIDES)
def judge_freezing(context: Context) -> Iterator[Judgement]:
    """Yield a judgement for each "below freezing", "just above the freezing mark" and the like.

    To somebody who asked about freezing, "stays above it" and "are all below" are such claims too.
    """
    words = context.text.words
    for i in context.text.where(_BARE_SIDES):
        if _is_elided(context, i) and context.stances.is_asserted(i):
            least, most = _limits(words[i], words[i - 1])
            yield from _judge(context, i, i, least, most)
    is_zero_frost = any(reading.temperature_unit == "C" for reading in context.given)
    for i in context.text.where(_FREEZING):
        if words[i] != "freezing" and not is_zero_frost:
            continue
        is_mark = words[i - 1] == "the" and words[i + 1 : i + 2] != () and words[i + 1] in _MARKS
        side = i - 1 - is_mark
        if side < 0 or words[side] not in SIDES_OF_FREEZING or not context.stances.is_asserted(i):
            continue
        earlier = words[side - 1] if side else ""
        if earlier in ("degrees", "degree") and words[side - 2] in _SOME:
            earlier = ""
        is_number = bool(earlier) and (earlier.isdecimal() or is_numeral(earlier))
        if is_number or earlier in ("degrees", "degree", "°", "c", "f"):
            continue
        yield from _judge(context, side, i, *_limits(words[side], earlier))


def _limits(side: str, earlier: str) -> tuple[float, float]:
    """Return the least and most °C of a side of freezing, "just" or "well" standing before it or not."""
    least, most = SIDES_OF_FREEZING[side]
    if least == 0.0 and earlier in _JUST:
        most = t.JUST_ABOVE_FREEZING_C[1]
    elif least == 0.0 and earlier in _WELL:
        least = t.JUST_ABOVE_FREEZING_C[1]
    elif side in _BARE_SIDES | _UNDER and most <= 0.0 and earlier in _JUST:
        least = -t.JUST_ABOVE_FREEZING_C[1]
    return least, most


def _is_elided(context: Context, i: int) -> bool:
    """Whether a bare "above" or "below" is of freezing, which the user asked about: "stays above it"."""
    words = context.text.words
    asked = context.user.texts[-1].words
    if i == 0 or words[i - 1] not in _LYING or _ASKED.isdisjoint(asked) or context.user.figures_now:
        return False
    begin, _ = context.text.sentence(i)
    if not _OTHER_DAYS.isdisjoint(words[begin:i]):
        return False
    behind = words[i + 1 : i + 3]
    is_of_mark = behind[:1] in _IT or (behind[:1] == ("the",) and not _MARKS.isdisjoint(behind[1:]))
    return is_of_mark or behind[:1] in _STOPS


def _judge(context: Context, side: int, i: int, least: float, most: float) -> Iterator[Judgement]:
    scope = context.scopes.at(side, i)
    words = context.text.words
    is_of_all = context.means_all(i)
    readings = context.meant_by_all(scope, i) if is_of_all else context.about(scope)
    is_just = words[side - 1 : side] != () and words[side - 1] in _JUST
    denied = False if is_just else context.stances.is_denied(side, i)
    begin, _ = context.stances.segment(i)
    is_said_of_none = words[begin : begin + 2] in _NOT_ONE or words[begin] in _NONE
    if is_said_of_none and not _EXCEPTING.isdisjoint(words[begin:side]):
        yield Judgement(side, i, tuple(readings))
        return
    is_of_none = is_said_of_none or not _NONE.isdisjoint(words[max(begin, side - 6) : side])
    denied = True if is_said_of_none and denied is False else denied
    is_kept = not _KEEPING.isdisjoint(words[max(begin, i - 6) : i]) and (_EXCEPTING | _PART).isdisjoint(
        words[begin:i]
    )
    is_of_all = is_of_all or (is_kept and not is_of_none and least >= 0)
    check = all if any(word in _STAYING for word in words[max(0, i - 5) : i]) and not is_of_none else any
    fits = [r for r in readings if check(least <= value <= most for value in _degrees(context, i, r))]
    if denied is None:
        denied = True if is_of_none else None
    is_wrong = (denied is True and bool(fits) and (is_of_none or len(fits) == len(readings))) or (
        denied is False and (not fits or (is_of_all and len(fits) < len(readings)))
    )
    if not readings and denied is False and context.stances.is_stated(side):
        said = context.text.around(side, i)
        yield Judgement(side, i, fault=f"you wrote '{said}'; no result gives any weather for that")
    elif readings and is_wrong:
        said = context.text.around(side, i)
        told = ", ".join(f"{value:.0f} °C" for r in readings[:4] for value in celsius(r))
        yield Judgement(side, i, fault=f"you wrote '{said}'; {context.where_looked(scope)} give {told}")
    elif denied is not None or is_said_of_none:
        yield Judgement(side, i, tuple(fits or readings))


def _degrees(context: Context, i: int, reading: Reading) -> list[float]:
    """Return the temperatures of a reading that are spoken of around token i: of days, of nights, as felt."""
    begin, end = context.stances.segment(i)
    clause = context.text.words[begin:end]
    if any(word.startswith("feel") for word in clause):
        return list(celsius(reading))
    values = list(unfelt(reading))
    going = context.text.words[max(begin, i - _GOING_REACH) : i]
    if values and not _FALLING.isdisjoint(going):
        return [min(values)]
    sentence = context.text.words[slice(*context.stances.sentence(i))]
    if not _DAYS.isdisjoint(clause):
        return [max(values)] if values else []
    is_nightly = not _NIGHTS.isdisjoint(clause) or bool(context.scopes.at(i, i).nights)
    if is_nightly or (not _NIGHTS.isdisjoint(sentence) and _DAYS.isdisjoint(sentence)):
        return [min(values)] if values else []
    return values


def unfelt(reading: Reading) -> Iterator[float]:
    """Yield the temperatures of a reading but for the felt one, in °C."""
    for field in _UNFELT:
        if field in reading.values:
            yield convert(reading.values[field], reading.temperature_unit or "C", "C")


def celsius(reading: Reading) -> Iterator[float]:
    """Yield the temperatures of a reading, the felt one last, in °C."""
    yield from unfelt(reading)
    if "feels_like" in reading.values:
        yield convert(reading.values["feels_like"], reading.temperature_unit or "C", "C")


def judge_thaws(context: Context) -> Iterator[Judgement]:
    """Yield a fault for a thaw granted on days that all stay below freezing."""
    asked = context.user.texts[-1].words
    words = context.text.words
    is_asked = not _THAW_ASKED.isdisjoint(asked) or (
        "freezing" in asked and not _ABOVE.isdisjoint(pairwise(asked))
    )
    if not is_asked or not context.given or not _NIGHTLY.isdisjoint(asked) or not words:
        return
    is_plain = _OPENING.intersection(asked) and _OTHERWISE.isdisjoint(asked)
    is_granted = bool(is_plain) and (words[:2] in _GRANTING or (words[0] in _YES and words[1:2] in _CLOSING))
    _, end = context.text.sentences[0]
    if not is_granted or not _NOT.isdisjoint(words[:end]):
        return
    pool = _meant(context, end)
    highest = [max(values) for reading in pool if (values := list(unfelt(reading)))]
    if highest and max(highest) < -_WARMEST:
        said = context.text.said(0, end - 1)
        yield Judgement(0, end - 1, fault=f"you answered '{said}'; by the results it stays below freezing")


def _meant(context: Context, end: int) -> list[Reading]:
    """Return the readings that a thaw is granted of: those of the days named, or asked about, or all."""
    named = [cue.days for cue in context.scopes.named_between(0, end) if cue.days]
    named = named or [cue.days for cue in context.user.days if cue.days]
    if not named:
        return list(context.latest)
    return [reading for reading in context.latest if any(reading.atoms & days for days in named)]
