"""Which way a figure is said to lie from one told before: "Wednesday higher at 80 %", "climbing to 21"."""

from collections.abc import Iterator
from typing import Final

from scripts.grounding.constructions.moves import FALLING, RISING
from scripts.grounding.context import Context, Judgement, told_by
from scripts.grounding.facts import Field, Reading
from scripts.grounding.figures.agreement import fits
from scripts.grounding.text import Triggers, word_list, word_set
from scripts.grounding.words.figure import Figure
from scripts.grounding.words.figure_words import PERCENTS, TEMPERATURES, WIND
from scripts.grounding.words.units_said import UNKNOWN_SCALE

_SIDES: Final = {
    **dict.fromkeys(word_list("higher greater stronger likelier stiffer brisker better further"), 1),
    **dict.fromkeys(
        word_list("lower smaller slighter slimmer lighter gentler weaker softer fainter worse"), -1
    ),
}
_OF_TEMPERATURE: Final = word_set("higher lower better worse further")
_GOING: Final = word_set("goes does gets climbs runs comes reaches stands sits is , and")
"""What stands before a comparative that is of how warm it is: "Sunday goes lower, at 21"."""

_MOVES: Final = {**dict.fromkeys(RISING, 1), **dict.fromkeys(FALLING, -1)}
_STEADY: Final = word_set("back again up down off out right all the way gently slowly slightly then")
_MERELY: Final = word_set("only just but merely still")
"""What has a figure fall short of another rather than go on from it: "Monday only falls to -3"."""

_AGAINST: Final = {
    **dict.fromkeys((("above",), ("over",), ("ahead", "of"), ("beyond",), ("better", "than")), 1),
    **dict.fromkeys((("below",), ("under",), ("behind",), ("short", "of"), ("shy", "of")), -1),
}
"""What stands between two figures of which it says how they lie: "23, above Turin's 20"."""

_TRIGGERS: Final = Triggers((*_SIDES, *_MOVES, *(said[0] for said in _AGAINST)))
_REACH: Final = 5


@told_by(_TRIGGERS)
def judge_beside(context: Context) -> Iterator[Judgement]:
    """Yield a fault for each figure that is told as lying on the other side of the one before."""
    for i in context.text.where(_TRIGGERS):
        figure = next((f for f in context.figures if i < f.first), None)
        if figure is None or figure.first - i > _REACH or figure.kind != "level" or figure.hedge != "exact":
            continue
        if not context.stances.is_asserted(i) or context.stances.is_denied(i, i) is not False:
            continue
        if (
            _of_pair(context, i, figure)
            or _of_comparative(context, i, figure)
            or _of_move(context, i, figure)
        ):
            said = context.text.around(i, figure.last)
            yield Judgement(i, figure.last, fault=f"you wrote '{said}'; the figure before says otherwise")


def _of_comparative(context: Context, i: int, figure: Figure) -> bool:
    """Whether "Sunday goes lower, at 21" is told behind a smaller figure."""
    words = context.text.words
    side = _SIDES.get(words[i])
    if side is None or words[i + 1 : figure.first] not in (("at",), (",", "at"), ("with",), (",", "with")):
        return False
    before = _before(context, figure, i)
    if before is None or side * (figure.least - before.least) >= 0:
        return False
    is_of_warmth = words[i] in _OF_TEMPERATURE and words[i - 1] in _GOING
    return not figure.fields & before.fields & TEMPERATURES or (
        is_of_warmth and _are_alike(context, figure, before)
    )


def _of_move(context: Context, i: int, figure: Figure) -> bool:
    """Whether "then it cools to 18 on Friday" is told behind a smaller figure, and after a cooler day."""
    words = context.text.words
    between = words[i + 1 : figure.first]
    side = -1 if "down" in between else 1 if "up" in between else _MOVES.get(words[i])
    if (
        side is None
        or words[i - 1] in _MERELY
        or between[-1:] != ("to",)
        or not _STEADY.issuperset(between[:-1])
    ):
        return False
    before = _before(context, figure, i)
    if before is None or side * (figure.least - before.least) >= 0 or not _are_alike(context, figure, before):
        return False
    return not any(side * step > 0 for step in _steps(context, figure))


def _of_pair(context: Context, i: int, figure: Figure) -> bool:
    """Whether "23, above Turin's 20" has its two figures the other way about."""
    words = context.text.words
    said = next((s for s in _AGAINST if words[i : i + len(s)] == s), None)
    before = next((f for f in reversed(context.figures) if f.last < i), None)
    if said is None or before is None or before.kind != "level" or before.hedge != "exact":
        return False
    named = {cue.first for cue in context.scopes.days} | {cue.first for cue in context.scopes.places}
    is_owned = words[figure.first - 1].endswith("'s") and figure.first - 1 - i - len(said) in (0, 1)
    is_beside = words[before.last + 1 : i] in (
        (),
        (",",),
        ("degrees",),
        ("degrees", ","),
        ("and",),
        (",", "and"),
    )
    if not (is_owned and is_beside and i + len(said) in named) or not before.fields & figure.fields:
        return False
    return _are_of_one_unit(figure, before) and _AGAINST[said] * (before.least - figure.least) < 0


def _are_of_one_unit(figure: Figure, before: Figure) -> bool:
    return len({figure.unit, before.unit} - {None, UNKNOWN_SCALE}) < 2


def _before(context: Context, figure: Figure, i: int) -> Figure | None:
    """Return the plain figure of the same quantity that is told last, in the sentence or the one before."""
    number = context.text.sentence_number(i)
    begin = context.text.sentences[max(0, number - 1)][0]
    told = [f for f in context.figures if begin <= f.first < i and f.kind == "level" and f.hedge == "exact"]
    quantities = PERCENTS | WIND | TEMPERATURES
    if not told or not told[-1].fields & figure.fields & quantities:
        return None
    if not _are_of_one_unit(figure, told[-1]):
        return None
    here, there = (context.scopes.at(f.first, f.last) for f in (figure, told[-1]))
    return told[-1] if (here.days, here.spots) != (there.days, there.spots) else None


def _meant(context: Context, figure: Figure) -> dict[Field, list[Reading]]:
    """Return the readings that a figure is of, by the field."""
    readings = context.about(context.scopes.at(figure.first, figure.last))
    return {
        name: found for name in figure.fields if (found := [r for r in readings if fits(figure, r, name)])
    }


def _are_alike(context: Context, figure: Figure, before: Figure) -> bool:
    """Whether two figures are of one quantity by the results: both of highs, or both of lows."""
    return bool(_meant(context, figure).keys() & _meant(context, before).keys())


def _steps(context: Context, figure: Figure) -> Iterator[float]:
    """Yield by how much what a figure is of changes from the day before."""
    for field, readings in _meant(context, figure).items():
        for one in readings:
            for other in context.given:
                is_next = other.place == one.place and other.offset == one.offset - 1
                if is_next and not other.is_current and not one.is_current and field in other.values:
                    yield one.values[field] - other.values[field]
