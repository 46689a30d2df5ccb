"""The user's own mark said to be passed, kept or missed: "never reaches your 20", "neither is over ten"."""

from collections.abc import Iterator, Sequence
from typing import Final

from scripts.grounding.constructions.said_back import is_said_back
from scripts.grounding.constructions.unreached import by_reach
from scripts.grounding.context import Context, Judgement, told_by
from scripts.grounding.facts import Field, Reading
from scripts.grounding.figures.agreement import is_rounded, unit_of
from scripts.grounding.names.named_places import PlaceCue
from scripts.grounding.text import Triggers, word_set
from scripts.grounding.words.day_cue import DayCue
from scripts.grounding.words.figure import Figure
from scripts.grounding.words.figure_words import TEMPERATURES
from scripts.grounding.words.units_said import UNKNOWN_SCALE, convert

SIDES: Final = {"over": 1, "at_least": 1, "under": -1, "at_most": -1}
_OF_ALL: Final = word_set(
    "both all each every neither none no nothing never nobody throughout always stay stays staying remain "
    "remains keep keeps hold holds not nor"
)
_NIGHTS: Final = word_set("night nights overnight low lows minimum minima dawn lowest coldest")
_EXCEPTING: Final = word_set(
    "but except save until till before unless besides apart other others if rest barring till ere while"
)
_ASKING: Final = word_set("you asked wanted hoped hoping want feared if whether said were would could might")
_ONLY: Final = Triggers(("only", "alone", "sole", "lone"))
_ONES: Final = word_set("day night one city town place of the two three to in on and past over above below")
_OWNING: Final = word_set("to the your thy that a")
_REACHING: Final = word_set(
    "reach reaches reached hit hits touch touches touched make makes made manage manages managed attain "
    "attains attained see sees gets got"
)
_NEAR: Final = 3
_SLACK: Final = 0.51
"""Units by which a rounded value may lie on the other side of a mark."""


def held_against(context: Context, figure: Figure, readings: Sequence[Reading]) -> list[Reading] | None:
    """Return the readings that the user's mark is said of rightly, none where it is not or is no such mark;
    None where it is only said back."""
    if not is_said_back(context, figure) or (readings and by_reach(context, figure, readings) == []):
        return []
    if not any(is_rounded(figure.least, own) for own in context.user.numbers):
        return None
    return _by_own_mark(context, figure, readings)


def _by_own_mark(context: Context, figure: Figure, readings: Sequence[Reading]) -> list[Reading] | None:
    """Return the readings that the user's mark is said of, none where they lie on the other side of it.

    None where it is not said to be passed, kept or missed.
    """
    side = _side(context, figure)
    if not side or figure.kind != "level" or not figure.is_exact or not readings:
        return None
    denied = context.stances.is_denied(figure.first, figure.last)
    is_plain = figure.hedge in ("over", "under", "exact")
    first, last = context.stances.segment(figure.first)
    clause = context.text.words[first:last]
    is_asked = not _EXCEPTING.isdisjoint(clause) or not _ASKING.isdisjoint(clause)
    if is_asked or (denied is None and is_plain) or (denied and figure.hedge == "exact"):
        return None
    side = -side if denied and is_plain else side
    passed = {id(reading): _is_past(context, reading, figure, side) for reading in readings}
    told = [reading for reading in readings if passed[id(reading)] is not None]
    kept = [reading for reading in told if passed[id(reading)]]
    is_of_all = (
        denied is not False
        or figure.hedge in ("at_most", "at_least")
        or not _OF_ALL.isdisjoint(clause)
        or context.means_all(figure.first)
    )
    if not told:
        return None
    return [] if is_of_all and len(kept) < len(told) else kept


def _side(context: Context, figure: Figure) -> int:
    """Return 1 where a mark is passed or reached, -1 where it is kept below, 0 where neither is said."""
    if figure.hedge != "exact":
        return SIDES.get(figure.hedge, 0)
    at = figure.first - 1
    while at > 0 and context.text.words[at] in _OWNING:
        at -= 1
    return 1 if context.text.words[at] in _REACHING else 0


@told_by(_ONLY)
def judge_only_past(context: Context) -> Iterator[Judgement]:
    """Yield a fault where another day or place passes the mark that only one is said to pass."""
    for k in context.text.where(_ONLY):
        first, last = context.stances.segment(k)
        mark = next((f for f in context.figures if first <= f.first < last and _side(context, f)), None)
        if mark is None or not mark.is_exact or mark.kind != "level" or not mark.must:
            continue
        if context.stances.is_denied(mark.first, mark.last) is not False:
            continue
        named = [
            cue for cue in context.scopes.at(mark.first, mark.last).named if _is_singled_out(context, cue, k)
        ]
        if (
            len(named) != 1
            or not _is_one(named[0])
            or not _EXCEPTING.isdisjoint(context.text.words[first:last])
        ):
            continue
        mark = mark._replace(fields=mark.fields & TEMPERATURES or mark.fields)
        mine = context.about(context.scopes.at(mark.first, mark.last))
        others = [r for r in context.given if mine and r not in mine and _is_beside(r, mine)]
        is_past = any(_is_past(context, each, mark, _side(context, mark)) for each in mine)
        if is_past and any(_is_past(context, each, mark, _side(context, mark), -_SLACK) for each in others):
            said = context.text.around(mark.first, mark.last)
            yield Judgement(
                mark.first, mark.last, fault=f"you wrote '{said}'; by the results it is not the only one"
            )


def _is_singled_out(context: Context, cue: DayCue | PlaceCue, k: int) -> bool:
    """Whether the word at token k says of a name that it is the only one."""
    between = context.text.words[cue.last + 1 : k] if cue.last < k else context.text.words[k + 1 : cue.first]
    if context.text.words[k] == "alone":
        return cue.last + 1 == k
    following = (*context.text.words[k + 1 : k + 2], ".")[0]
    is_near = len(between) < _NEAR and (cue.first > k or not following.isalpha())
    return is_near or following in _ONES


def _is_beside(reading: Reading, mine: Sequence[Reading]) -> bool:
    """Whether a reading is of another day of the same place, or of the same day of another one."""
    if reading.is_current != mine[0].is_current:
        return False
    if len({each.place for each in mine}) == 1 and reading.place == mine[0].place:
        return all(reading.offset != each.offset for each in mine)
    return any(reading.offset == each.offset for each in mine)


def _is_past(
    context: Context, reading: Reading, mark: Figure, side: int, slack: float = _SLACK
) -> bool | None:
    """Whether a reading lies on that side of the mark; None where it gives nothing of the kind."""
    fields = mark.fields - {"feels_like"} if len(mark.fields) > 1 else mark.fields
    sentence = context.text.words[slice(*context.stances.sentence(mark.first))]
    left_out: Field = "low" if _NIGHTS.isdisjoint(sentence) else "high"
    if {"high", "low"} <= fields:
        fields = fields - {left_out}
    unit = mark.unit if mark.unit not in (None, UNKNOWN_SCALE, "%") else None
    values = [
        convert(reading.values[field], unit_of(reading, field), unit)
        for field in fields
        if field in reading.values
    ]
    return any(side * (value - mark.least) > -slack for value in values) if values else None


def _is_one(cue: DayCue | PlaceCue) -> bool:
    """Whether a name is of one day or one place."""
    return len((cue.days if isinstance(cue, DayCue) else cue.spots) or ()) == 1
