"""What the clause around a figure says that it is of: what is felt, below zero, all days at once."""

from collections.abc import Iterable, Sequence
from typing import Final

from scripts.grounding.context import Context
from scripts.grounding.facts import Field, Reading
from scripts.grounding.figures.agreement import fits
from scripts.grounding.names.scope import SAME_FIGURE
from scripts.grounding.words.day_cue import DayCue
from scripts.grounding.words.figure import Figure
from scripts.grounding.words.figure_words import FIELDS, TEMPERATURES
from scripts.grounding.words.units_said import UNKNOWN_SCALE

_EXCEPT = frozenset(("apart", "except", "excepting", "besides", "barring", "save", "but"))
_FELT = FIELDS["feels"]
_OPENING = 4
"""Tokens that may stand before a number that opens a reply, or between it and what it is left by."""

_EACH = frozenset(("all", "both", "each", "every"))
_BELOW = frozenset(("below", "beneath", "under"))
_ZEROES = frozenset(
    ("zero", "nought", "naught", "freezing", "frost", ",", ".", ";", "—", "–", ":", "and", "by")
)
_LEAVING = frozenset(("leaving", "leaves", "left", "making", "makes"))
_RANGES: Final = frozenset(("to", "–", "-", "through"))
FEEL = ("feel", "felt", "skin", "chill", "bones", "cheek", "collar", "flesh", "brow", "neck", "body",
    "dress", "swear", "sworn")  # fmt: skip
_FEELING: Final = frozenset(("feel", "feels"))
_OTHER_CLAUSE: Final = 20
"""The weight of boundaries from which on a word for the feel is of another clause."""


def is_worth(context: Context, figure: Figure) -> bool:
    """Whether a figure is what something is worth, perhaps in the other scale: "the sun is worth 77 °F"."""
    return context.text.words[figure.first - 1] == "worth" and figure.unit in ("C", "F")


def is_of_all(context: Context, figure: Figure, readings: Sequence[Reading]) -> bool:
    """Whether one figure is given to every day or place at once: "the same high on all days"."""
    begin, end = context.stances.sentence(figure.first)
    before = context.text.words[begin : figure.first]
    if not _EXCEPT.isdisjoint(context.text.words[begin:end]):
        return False
    if is_of_each_listed(context, figure):
        return True
    is_same = not _EACH.isdisjoint(before) and any(
        word == "same" and before[k + 1 : k + 2] not in SAME_FIGURE for k, word in enumerate(before)
    )
    first, last = context.stances.segment(figure.first)
    words = context.text.words[first:last]
    is_of_each = not _EACH.isdisjoint(words) and context.means_all(figure.first)
    if not figure.must or not (is_same or is_of_each):
        return False
    if any(figure in group for group in context.groups):
        return False
    return "both" not in words or len(readings) == 2


def fields_here(
    context: Context, figure: Figure, readings: Sequence[Reading], figures: Sequence[Figure]
) -> Iterable[Field]:
    """Return the figure's fields; a feels-like may stand without its name only beside the temperature."""
    if "feels_like" not in figure.fields or len(figure.fields) == 1:
        return figure.fields
    if _is_told_apart(context, figure, figures):
        return figure.fields - {"feels_like"}
    if speaks_of_feel(context, figure) or _is_left_by(context, figure, figures):
        return figure.fields
    here = context.text.sentence_of[figure.first]
    others = (
        other
        for other in figures
        if other is not figure
        and other.fields & TEMPERATURES
        and 0 <= here - context.text.sentence_of[other.first] <= 1
    )
    if any(fits(other, reading, "temperature") for other in others for reading in readings):
        return figure.fields
    return figure.fields - {"feels_like"}


def _is_left_by(context: Context, figure: Figure, figures: Sequence[Figure]) -> bool:
    """Whether a figure is what the degrees told before it leave: "takes seven degrees, leaving 16 below"."""
    begin, _ = context.stances.sentence(figure.first)
    if _LEAVING.isdisjoint(context.text.words[max(begin, figure.first - _OPENING) : figure.first]):
        return False
    return any(f.kind == "difference" and begin <= f.first < figure.first for f in figures)


def _is_told_apart(context: Context, figure: Figure, figures: Sequence[Figure]) -> bool:
    """Whether what is felt is told by a later figure of the sentence, and this one stands apart."""
    _, end = context.stances.sentence(figure.first)
    felt = next((f for f in figures if f.fields == _FELT and figure.first < f.first < end), None)
    if felt is None:
        return False
    behind = context.text.words[figure.last + 1 : felt.first]
    if behind[-1:] == ("like",) and behind[-2] in _FEELING and len(behind) <= _OPENING:
        return True
    first, last = context.stances.segment(figure.first)
    return not any(word.startswith(FEEL) for word in context.text.words[first:last])


def speaks_below_zero(context: Context, figure: Figure) -> bool:
    """Whether the reply has told that it counts below zero: "three under freezing, and by feel eight"."""
    if not figure.fields & TEMPERATURES or figure.unit not in (None, UNKNOWN_SCALE):
        return False
    words = context.text.words
    if "above" in words[figure.first : figure.last + 1]:
        return False
    sentence = context.text.sentence_of[figure.first]
    begin = context.text.sentences[max(0, sentence - 1)][0]
    near = words[begin : min(context.text.sentences[sentence][1], figure.last + 7)]
    if "below" in near:
        return True
    return "frost" in words[begin : figure.first] or any(
        word in _BELOW and (k + 1 == len(near) or _ZEROES.intersection(near[k + 1 : k + 3]))
        for k, word in enumerate(near[:-2])
    )


def is_of_each_listed(context: Context, figure: Figure) -> bool:
    """Whether one plain figure is given to several days named right behind: "0 % on Saturday and Sunday"."""
    named = {cue.last + 1 for cue in context.scopes.days}
    shared = [group for group in context.groups if figure in group]
    is_single = not shared or any(each.first in named for each in shared[0] if each is not figure)
    return is_single and listed_behind(context, figure) is not None


def listed_behind(context: Context, figure: Figure) -> DayCue | None:
    """Return the days named one by one right behind a plain figure."""
    at = figure.last + 2
    if figure.hedge != "exact" or figure.kind != "level" or not figure.must:
        return None
    if context.text.words[at - 1 : at] not in (("on",), ("for",), ("both",)):
        return None
    cue = next((cue for cue in context.scopes.days if cue.first == at and cue.is_list), None)
    if cue is None or not _RANGES.isdisjoint(context.text.words[cue.first : cue.last + 1]):
        return None
    return cue if len(cue.days or ()) > 1 else None


def speaks_of_feel(context: Context, figure: Figure) -> bool:
    """Whether the figure's sentence is about how warm it feels, with no clause of its own between."""
    begin, end = context.stances.sentence(figure.first)
    text, i = context.text, figure.first
    return context.user.asks_feel or any(
        text.words[k].startswith(FEEL) and text.wall(min(k, i), max(k, i)) < _OTHER_CLAUSE
        for k in range(begin, end)
    )
