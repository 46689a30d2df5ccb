"""Figures held beside another day or place, or all: "20 km/h, less than Friday's", "tops them all"."""

from collections.abc import Iterator, Sequence
from typing import Final

from scripts.grounding.context import Context, Judgement, told_by
from scripts.grounding.facts import Field, Reading
from scripts.grounding.figures.agreement import fits
from scripts.grounding.names.named_places import PlaceCue
from scripts.grounding.names.scope import Scope
from scripts.grounding.text import Triggers, word_set
from scripts.grounding.words.day_cue import DayCue
from scripts.grounding.words.figure import Figure

_MORE: Final = word_set("more higher above over stronger warmer hotter greater")
_LESS: Final = word_set("less lower below under beneath lighter weaker cooler colder smaller")
_ALONE: Final = word_set("above over below under beneath")
"""What compares without "than"."""

_OUTDOING: Final = {
    **dict.fromkeys(("tops", "beats", "outdoes", "exceeds", "surpasses"), 1),
    **dict.fromkeys(("undercuts", "trails"), -1),
}
_TRIGGERS: Final = Triggers(_MORE | _LESS | _OUTDOING.keys())
_LEADING: Final = word_set(
    ", ( — – and a an little shade touch bit good deal great fair rather somewhat slightly well much far "
    "just still even so hair trifle notch is stands sits lies stays comes ranks which that's it's chance "
    "wind high low of rain snow on in at"
)
_ALL: Final = (
    ("them", "all"), ("all", "of", "them"), ("all", "the", "others"), ("all", "the", "other"),
    ("the", "others"), ("all", "the", "rest"), ("the", "rest"), ("every", "other"), ("all", "others"),
)  # fmt: skip
_STOPS: Final = word_set(". , ; : ! ) — – and but so while for")


@told_by(_TRIGGERS)
def judge_beside_named(context: Context) -> Iterator[Judgement]:
    """Yield a judgement for each figure that is told to be past another's, which its own value has to be."""
    words = context.text.words
    for k in context.text.where(_TRIGGERS):
        figure = next((f for f in reversed(context.figures) if f.last < k), None)
        if figure is None or figure.kind != "level":
            continue
        between = (words[j] for j in range(figure.last + 1, k) if j not in context.stances.names)
        if not _LEADING.issuperset(between):
            continue
        if context.text.sentence_of[figure.first] != context.text.sentence_of[k]:
            continue
        sign = _OUTDOING.get(words[k]) or (1 if words[k] in _MORE else -1)
        sides = _sides(context, figure, k)
        if sides is None or not context.stances.is_asserted(figure.first):
            continue
        mine, others = sides
        if any(_is_past(figure, reading, others, sign) for reading in mine):
            yield Judgement(k, k, (*mine, *others))
        else:
            said = context.text.around(figure.first, k)
            yield Judgement(k, k, fault=f"you wrote '{said}'; by the results it is otherwise")


def _sides(context: Context, figure: Figure, k: int) -> tuple[list[Reading], list[Reading]] | None:
    """Return the readings that a figure is of and those it is held beside; None where nothing names them."""
    words = context.text.words
    scope = context.scopes.at(figure.first, figure.last)
    mine = [r for r in context.about(scope) if any(fits(figure, r, field) for field in figure.fields)]
    if not mine or scope.bound is not None or scope.is_list:
        return None
    at = k + 1 + (words[k + 1 : k + 2] == ("than",))
    if words[k] in _OUTDOING or words[k] in _ALONE or at > k + 1:
        if any(words[at : at + len(phrase)] == phrase for phrase in _ALL):
            return _beside_all(context, scope, mine)
        if words[k] not in _OUTDOING:
            return _beside_one(context, scope, mine, at)
    return None


def _beside_all(
    context: Context, scope: Scope, mine: list[Reading]
) -> tuple[list[Reading], list[Reading]] | None:
    """Return the readings of one day, and of all the other days of its forecast."""
    if len(mine) != 1 or not scope.days:
        return None
    others = [reading for reading in context.given if reading.call == mine[0].call and reading not in mine]
    return (mine, others) if others else None


def _beside_one(
    context: Context, scope: Scope, mine: list[Reading], at: int
) -> tuple[list[Reading], list[Reading]] | None:
    """Return the readings of a figure and those of the day or place named at token `at`."""
    cues: list[DayCue | PlaceCue] = [*context.scopes.days, *context.scopes.places]
    cue = next((cue for cue in cues if cue.first == at), None)
    if cue is None or not (context.text.words[cue.last].endswith("'s") or _closes(context, cue.last + 1)):
        return None
    if isinstance(cue, DayCue):
        meant = scope._replace(days=cue.days, nights=frozenset()) if cue.days and not cue.is_list else None
    else:
        meant = scope._replace(spots=cue.spots) if cue.spots else None
    others = [r for r in context.about(meant) if r not in mine] if meant is not None else []
    return (mine, others) if others else None


def _closes(context: Context, k: int) -> bool:
    return context.text.words[k : k + 1] == () or context.text.words[k] in _STOPS


def _is_past(figure: Figure, reading: Reading, others: Sequence[Reading], sign: int) -> bool:
    """Whether a reading is past all the others in a quantity that the figure may be of, or cannot be told."""
    fields: list[Field] = [field for field in figure.fields if fits(figure, reading, field)]
    told = [field for field in fields if all(field in other.values for other in others)]
    return not told or any(
        all(sign * (reading.values[field] - other.values[field]) > 0 for other in others) for field in told
    )
