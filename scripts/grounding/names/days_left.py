"""Days told by those named before: "the rest", "in between", "both days"; and the days of a range."""

from collections.abc import Sequence
from typing import Final

from scripts.grounding.facts import TODAY, Atom
from scripts.grounding.text import Text
from scripts.grounding.words.day_cue import Bound, DayCue

_REMAINING: Final = frozenset(("rest", "remaining", "remainder", "other", "others", "else"))
_WHOLE: Final = frozenset(
    ("every", "each", "all", "days", "week", "whole", "throughout", "nights", "neither")
)
_OPENING_CLAUSE: Final = frozenset(("and", "but", "while", "with", "though", "whereas", "for", "as"))
_FIRST: Final[frozenset[Atom]] = frozenset({("nth", 0)})
_FINAL: Final[frozenset[Atom]] = frozenset({("nth", -1)})
_DAYS_OR_NIGHTS: Final = frozenset(("days", "nights", "mornings", "afternoons", "evenings"))
_RECENT: Final = 2
"""Sentences before "the rest" in which the days named are not of it."""


def of_both(text: Text, cue: DayCue, named: Sequence[DayCue]) -> DayCue:
    """Return "both days" as the two named in the sentence before it, where there are two."""
    words = text.words
    if words[cue.first] not in _DAYS_OR_NIGHTS or words[cue.first - 1] != "both" or cue.days:
        return cue
    number = text.sentence_number(cue.first)
    near = {each.days for each in named if number - text.sentence_number(each.first) < _RECENT and each.days}
    return cue._replace(days=frozenset[Atom]().union(*near), is_list=True) if len(near) == 2 else cue


def remaining(text: Text, cue: DayCue, named: Sequence[DayCue]) -> DayCue:
    """Return "the rest", "the other days" as all but the days named shortly before, or after a stretch."""
    if text.words[cue.last] == "between":
        return _those_between(text, cue, named)
    if text.words[cue.first] in _WHOLE and not (cue.days or cue.bound) and named:
        before = named[-1]
        is_left_out = before.bound is not None and before.bound.side == "except"
        is_here = text.sentence_number(before.first) == text.sentence_number(cue.first)
        return cue._replace(bound=before.bound, is_list=True) if is_left_out and is_here else cue
    if cue.days or cue.bound or text.words[cue.first] not in _REMAINING:
        return cue
    if text.words[cue.first - 1] in ("any", "some") or _is_alternate(text, cue):
        return cue
    number = text.sentence_number(cue.first)
    near = [each for each in named if number - text.sentence_number(each.first) <= _RECENT]
    bounds = [each.bound for each in near if each.bound is not None]
    if bounds:
        if bounds[-1].side == "after" and number == text.sentence_number(near[-1].first):
            return cue._replace(bound=bounds[-1])
        is_open = bounds[-1].side in ("up to", "until")
        return cue._replace(bound=Bound("after", bounds[-1].days)) if is_open else cue
    days = frozenset[Atom]().union(*(each.days or frozenset() for each in near))
    if days and text.words[cue.last + 1 : cue.last + 3] == ("of", "the") and "to" in _behind(text, cue):
        return cue._replace(bound=Bound("after", days))
    is_of_days = not days <= TODAY or text.words[cue.first + 1 : cue.first + 2] == ("of",)
    if not days or not is_of_days:
        return cue
    here = [each for each in near if number == text.sentence_number(each.first)]
    latest = [
        each.days or frozenset()
        for each in here or near
        if number - text.sentence_number(each.first) < _RECENT
    ]
    bound = Bound("except", days, frozenset[Atom]().union(*latest))
    return cue._replace(bound=bound, is_list=True)


def _those_between(text: Text, cue: DayCue, named: Sequence[DayCue]) -> DayCue:
    """Return "in between" as the days between the two named last, or all but the first and the last."""
    ends = [each.days for each in named if each.days and not each.is_list][-2:]
    if ends[-1:] == [_FIRST] and "last" in text.words[named[-1].last : cue.first]:
        ends = [_FIRST, _FINAL]
    if len(ends) < 2 or len(ends[0] | ends[1]) != 2:
        return cue
    if ends[1] == _FINAL:
        return cue._replace(bound=Bound("except", ends[0] | ends[1]), is_list=True)
    span = span_of(*ends)
    if span is None and text.words[cue.first - 1] == "nothing":
        return cue._replace(bound=Bound("except", ends[0] | ends[1]), is_list=True)
    is_list = text.words[cue.first - 1] != "in"
    return cue._replace(days=span - ends[0] - ends[1], is_list=is_list) if span and len(span) > 2 else cue


def _is_alternate(text: Text, cue: DayCue) -> bool:
    """Whether "every other day" is each second one: it opens no clause, and is nothing's subject."""
    before = text.words[cue.first - 2] if cue.first > 1 else "."
    return text.words[cue.first - 1] == "every" and before.isalpha() and before not in _OPENING_CLAUSE


def _behind(text: Text, cue: DayCue) -> tuple[str, ...]:
    return text.words[cue.last + 4 : cue.last + 5]


def span_of(first: frozenset[Atom], last: frozenset[Atom]) -> frozenset[Atom] | None:
    """Return the days from one to another, None where they are named in ways that do not go together."""
    (kind, begin), (other, end) = next(iter(first)), next(iter(last))
    if kind == "day" and other == "monthday":
        kind, begin = other, begin + end // 100 * 100
    elif kind == "monthday" and other == "day":
        other, end = kind, end + begin // 100 * 100
    if len(first) != 1 or len(last) != 1 or kind != other:
        return None
    if kind == "weekday":
        return frozenset((kind, (begin + n) % 7) for n in range((end - begin) % 7 + 1))
    if 0 <= end - begin <= 16 or (kind == "monthday" and 0 <= end - begin < 31):
        return frozenset((kind, value) for value in range(begin, end + 1))
    return None
