"""Values said to be the lowest or highest of all: "the lowest is 3 °C", "the top wind is 31 km/h"."""

from collections.abc import Iterator, Sequence
from typing import Final

from scripts.grounding.context import Context, Judgement, told_by
from scripts.grounding.facts import Field, Reading
from scripts.grounding.figures.agreement import fits
from scripts.grounding.names.within import within
from scripts.grounding.text import Triggers, word_list, word_set
from scripts.grounding.words.figure import Figure

_SIGNS: Final = {
    **dict.fromkeys(
        word_list(
            "lowest coldest coolest chilliest slightest smallest slimmest lightest calmest weakest gentlest"
        ),
        -1,
    ),
    **dict.fromkeys(
        word_list("highest hottest warmest greatest biggest strongest top crown windiest wettest"), 1
    ),
}
_TRIGGERS: Final = Triggers(_SIGNS)
_LINKS: Final = word_set(
    "is was will be comes come to at of on falls fall reaches reach gets stands sits runs being just only a "
    "an the "
    "about around near nearly some temperature temperatures high highs low lows reading point mark figure "
    "value "
    "maximum minimum chance wind winds rain probability night day afternoon it that we all us go goes drops "
    "drop "
    "down up this week forecast any expected expect there here should"
)
_AFTER_THE: Final = word_set("the its their our your a week's forecast's that whose")
_PARTIAL: Final = word_set(
    "rest others otherwise either remaining besides apart except other after before dry wet second next two "
    "both "
    "until till weekdays weekend than among so far yet record ever since compared second-lowest"
)
_GETS: Final = word_set("gets goes falls sinks drops will rises climbs shall comes can get go see have")
_NAMED: Final = 5
_REACH: Final = 9


@told_by(_TRIGGERS)
def judge_extremes(context: Context) -> Iterator[Judgement]:
    """Yield a fault for each value told as the lowest or highest that is not the lowest or highest given."""
    for i in context.text.where(_TRIGGERS):
        figure = _told(context, i)
        if figure is None or not context.stances.is_asserted(i):
            continue
        sign = _SIGNS[context.text.words[i]]
        pools = list(_pools(context, i, figure))
        if not pools or any(_is_extreme(figure, pool, sign) for pool in pools):
            continue
        said = context.text.around(i, figure.last)
        yield Judgement(i, figure.last, fault=f"you wrote '{said}'; by the results another value is")


def _told(context: Context, i: int) -> Figure | None:
    """Return the plain figure that a superlative is said to be, None where it is no such claim."""
    words = context.text.words
    begin, end = context.stances.sentence(i)
    if (
        not i
        or words[i - 1] not in _AFTER_THE
        or words[i - 1 : i + 1] == ("a", "top")
        or not _PARTIAL.isdisjoint(words[begin:end])
    ):
        return None
    if (
        words[max(0, i - 2) : i] in (("at", "its"), ("at", "their"))
        or context.stances.is_denied(i, i) is not False
    ):
        return None
    if words[i - 2] == "at" and any(f.last == i - 3 for f in context.figures):
        return None
    if is_of_one_day(context, i):
        return None
    figure = next((f for f in context.figures if i < f.first <= i + _REACH), None)
    if figure is None or figure.first >= end or figure.kind != "level" or not figure.is_exact:
        return None
    between = [
        words[k]
        for k in range(i + 1, figure.first)
        if k not in context.taken and k not in context.stances.names
    ]
    is_plain = figure.hedge in ("exact", "about", "nearly") and _LINKS.issuperset(between)
    return figure if is_plain and context.stances.is_asserted(figure.first) else None


def is_of_one_day(context: Context, i: int) -> bool:
    """Whether a superlative is of one day's own course: "the coldest Tuesday gets"."""
    words = context.text.words
    named = next((cue for cue in context.scopes.days if i < cue.first <= i + _NAMED), None)
    if named is None or not named.days or named.is_list:
        return False
    if named.first == i + 1:
        if words[named.first] == "that":
            return True
        return words[named.last + 1 : named.last + 2] != () and words[named.last + 1] in _GETS
    return words[i + 1] in ("it", "you", "we", "you'll", "it'll") and words[i + 2] in _GETS


def _pools(context: Context, i: int, figure: Figure) -> Iterator[Sequence[Reading]]:
    """Yield what a value may be the lowest of: the forecast, the days asked about or named, the places."""
    scope = context.scopes.at(figure.first, figure.last)
    given = within(context.given, scope._replace(days=None, bound=None))
    asked = frozenset(atom for cue in context.user.days for atom in cue.days or ())
    for call in {reading.call for reading in given if not reading.is_current}:
        days = [reading for reading in given if reading.call == call]
        yield days
        yield [reading for reading in days if reading.atoms & asked]
    if scope.bound is not None or len(scope.days or ()) > 1:
        yield context.about(scope)
    now = [reading for reading in context.given if reading.is_current]
    if now:
        yield now
    if len({reading.place for reading in context.given}) > 1:
        yield [r for r in context.given if not scope.days or r.atoms & scope.days]


def _is_extreme(figure: Figure, pool: Sequence[Reading], sign: int) -> bool:
    """Whether a figure is the most or least of some quantity that it may be of."""
    return any(_leads(figure, pool, field, sign) for field in figure.fields) if len(pool) > 1 else False


def _leads(figure: Figure, pool: Sequence[Reading], field: Field, sign: int) -> bool:
    having = [reading for reading in pool if field in reading.values]
    most = max((sign * reading.values[field] for reading in having), default=None)
    return any(sign * r.values[field] == most and fits(figure, r, field) for r in having)
