"""Figures against the facts: given, derived, or the user's own said back."""

from collections.abc import Iterator, Sequence

from scripts.grounding.constructions.bounds import as_bound_of_all, at_extreme, within_bound
from scripts.grounding.constructions.figure_clauses import (
    fields_here,
    is_of_all,
    is_worth,
    listed_behind,
    speaks_below_zero,
)
from scripts.grounding.constructions.loosely_named import loosely_named
from scripts.grounding.constructions.own_marks import held_against
from scripts.grounding.constructions.rates import as_daily
from scripts.grounding.constructions.runs import as_course_until, as_run
from scripts.grounding.constructions.said_back import is_misquoted
from scripts.grounding.constructions.unreached import by_reach
from scripts.grounding.context import Context, Judgement
from scripts.grounding.courses.told_spans import as_span
from scripts.grounding.facts import PRESENT, TODAY, Field, Reading
from scripts.grounding.figures.agreement import fits, unit_of
from scripts.grounding.figures_judged.by_place import as_alike, as_both, as_led, as_listing
from scripts.grounding.figures_judged.differences import by_difference
from scripts.grounding.figures_judged.drawn import (
    as_covered,
    as_drawn,
    as_other_scale,
    as_second_gap,
    as_short_of,
    misses_mark,
)
from scripts.grounding.figures_judged.freezing_gaps import as_from_freezing
from scripts.grounding.figures_judged.high_or_low import is_low_for_high, is_of_night, is_under_by_day
from scripts.grounding.figures_judged.means import answers_mean, asks_for_mean, by_mean
from scripts.grounding.figures_judged.pairings import (
    as_answer,
    as_base,
    as_gapped,
    as_pair,
    as_side,
    as_sum,
)
from scripts.grounding.figures_judged.remainders import as_remainder
from scripts.grounding.figures_judged.restated import as_restated
from scripts.grounding.figures_judged.unsaid_gaps import as_unsaid_gap
from scripts.grounding.names.scope import Scope
from scripts.grounding.text import word_list
from scripts.grounding.words.day_cue import DayCue
from scripts.grounding.words.figure import THRESHOLDS, Figure
from scripts.grounding.words.figure_words import TEMPERATURES, WIND
from scripts.grounding.words.units_said import UNKNOWN_SCALE

_STAYING = frozenset(word_list("stay stays staying remain remains remaining keep keeps keeping hold holds"))
_STAYING_REACH = 4
_OF_DAY: frozenset[Field] = frozenset(("high", "low", "chance"))
_PAIR = 2
_NEW_CLAUSE = 30
"""The weight of the boundaries, at least, that part a clause from another one."""

_SEVERAL = frozenset(("highs", "lows", "maxima", "minima", "temperatures", "winds", "nights", "days"))
_AT_EXTREME = (("the", "lowest"), ("the", "highest"), ("its", "lowest"), ("its", "highest"))


def judge_figures(context: Context) -> Iterator[Judgement]:
    """Yield a judgement for each figure that is asserted."""
    figures = context.figures
    gaps: set[float] = set()
    spans = {f.first: (group[0].first, group[-1].last) for group in context.groups for f in group}
    for figure in figures:
        is_said = context.stances.is_asserted(figure.first) or _is_presupposed(context, figure)
        if not is_said or figure.kind == "felt" or _is_explained(context, figure):
            continue
        scope = _scope_of(context, figure, spans.get(figure.first, (figure.first, figure.last)))
        readings = _readings_of(context, figure, scope)
        is_misquote = is_misquoted(context, figure)
        run = as_run(context, figure)
        supports = [] if is_misquote else run
        if supports is None:
            supports = _borne_out(context, figure, scope, readings)
        if supports and figure.kind == "difference":
            gaps.add(figure.least)
        elif figure.least in gaps and figure.unit == UNKNOWN_SCALE and not is_misquote:
            continue
        if supports:
            yield Judgement(figure.first, figure.last, tuple(supports))
        elif figure.must:
            held = [] if is_misquote or run == [] else held_against(context, figure, readings)
            if held:
                yield Judgement(figure.first, figure.last, tuple(held))
            elif held is not None:
                yield Judgement(figure.first, figure.last, fault=_fault(context, figure, scope, readings))


def _is_presupposed(context: Context, figure: Figure) -> bool:
    """Whether a figure is a day's own, though a wish is told of it: "if you fear Monday's 42 km/h"."""
    words = context.text.words
    at = figure.first - 3 if words[figure.first - 1] == "of" else figure.first - 1
    return figure.unit is not None and at >= 0 and words[at].endswith("'s") and at in context.stances.names


def _readings_of(context: Context, figure: Figure, scope: Scope) -> list[Reading]:
    """Return the readings a figure may be of; of a night's those that its low may be booked under as well."""
    if listed_behind(context, figure) is not None:
        return context.about(scope)
    if scope.days == PRESENT and figure.fields <= _OF_DAY:  # "18 now, with a high of 24"
        scope = scope._replace(days=TODAY)
    readings = _readings_of_list(context, figure, context.about(scope))
    if scope.nights and figure.fields & {"low", "temperature"}:
        after = context.about(scope._replace(days=scope.nights))
        readings += [reading for reading in after if reading not in readings]
    return readings


def _borne_out(context: Context, figure: Figure, scope: Scope, readings: list[Reading]) -> list[Reading]:
    """Return the readings that bear a figure out, in the first of all ways that any do."""
    figures = context.figures
    supports = _supports(context, figure, readings, figures)
    if answers_mean(context, figure):
        return by_mean(context, figure, readings, scope)
    if supports and is_low_for_high(context, figure, supports, scope):
        supports = []
    if supports and _is_of_each(context, figure, scope) and not _is_kept(context, figure, readings):
        supports = []
    supports = supports or as_answer(context, figure, figures) or as_side(context, figure)
    supports = supports or as_pair(context, figure, scope)
    supports = supports or as_base(context, figure, readings, figures)
    supports = supports or _as_spread(context, figure, scope) or as_gapped(context, figure, figures)
    supports = supports or as_sum(context, figure, figures) or as_listing(context, figure)
    supports = supports or as_alike(context, figure)
    supports = supports or as_unsaid_gap(context, figure, figures) or as_course_until(context, figure, scope)
    supports = supports or as_drawn(context, figure, figures) or as_short_of(context, figure, readings)
    supports = supports or as_second_gap(context, figure, figures)
    supports = supports or as_covered(context, figure, readings) or as_other_scale(context, figure, readings)
    supports = supports or as_daily(context, figure) or as_restated(context, figure)
    supports = supports or as_remainder(context, figure) or as_led(context, figure)
    supports = supports or as_from_freezing(context, figure, readings)
    supports = supports or as_both(context, figure) or as_span(context, figure, scope)
    supports = supports or as_bound_of_all(context, figure, scope)
    supports = supports or _of_another_name(context, figure, scope)
    if not supports and figure.kind == "level" and asks_for_mean(context.user.texts[-1].words):
        supports = by_mean(context, figure, readings, scope)
    return [] if misses_mark(context, figure, figures) else supports


def _of_another_name(context: Context, figure: Figure, scope: Scope) -> list[Reading]:
    """Return the readings that bear out a figure near none of its names, of another in its sentence."""
    if figure.hedge in THRESHOLDS:
        return []
    scopes = loosely_named(context, figure.first, figure.last, scope)
    found = (_supports(context, figure, context.about(each), context.figures) for each in scopes)
    return next((supports for supports in found if supports), [])


def _is_of_each(context: Context, figure: Figure, scope: Scope) -> bool:
    """Whether a figure is said of several days at once: of a list of them, or of all that stay within it."""
    if scope.is_list or figure.hedge not in THRESHOLDS:
        return scope.is_list
    is_vague = any(isinstance(cue, DayCue) and cue.days is None and cue.bound is None for cue in scope.named)
    near = context.text.words[max(0, figure.first - _STAYING_REACH) : figure.first]
    return not is_vague and not _STAYING.isdisjoint(near)


def _is_kept(context: Context, figure: Figure, readings: Sequence[Reading]) -> bool:
    """Whether a figure said of several days is no bound, or one that they keep to."""
    if figure.kind != "level" or within_bound(context, figure, readings) is not None:
        return True
    return _keeps_to(figure, readings)


def _scope_of(context: Context, figure: Figure, span: tuple[int, int]) -> Scope:
    """Return what a figure is about; a listing of several is not of the one day named behind it."""
    scope = context.scopes.at(*span)
    if _is_of_extreme(context, figure):
        return scope._replace(days=None, bound=None)
    behind = listed_behind(context, figure)
    if behind is not None:
        return scope._replace(days=behind.days, bound=None, named=[behind], is_list=True)
    if span[0] == figure.first == figure.last == span[1] or len(scope.days or ()) != 1 or scope.is_list:
        return scope
    listed = [f for f in context.figures if span[0] <= f.first <= span[1]]
    is_behind = all(cue.first > span[1] for cue in scope.named if isinstance(cue, DayCue))
    if len(listed) > _PAIR and _is_of_every_day(context, scope, listed):
        return scope._replace(days=None)
    if len(listed) > _PAIR and is_behind and context.text.words[span[1] + 1 : span[1] + 2] == (",",):
        return context.scopes.at(span[0], span[0])
    return scope


def _is_of_every_day(context: Context, scope: Scope, listed: Sequence[Figure]) -> bool:
    """Whether figures listed in a sentence that names no day are as many as a forecast has days."""
    begin, end = context.text.sentence(listed[0].first)
    if context.scopes.named_between(begin, end - 1):
        return False
    here = context.about(scope._replace(days=None, bound=None))
    return len({reading.day for reading in here if not reading.is_current}) == len(listed)


def _is_of_extreme(context: Context, figure: Figure) -> bool:
    """Whether a sentence of its own tells the most or least of all days: "Expect -12 °C at the lowest"."""
    if figure.label is None or context.text.words[figure.label - 1 : figure.label + 1] not in _AT_EXTREME:
        return False
    begin, end = context.text.sentence(figure.first)
    return not context.scopes.named_between(begin, end - 1)


def _as_spread(context: Context, figure: Figure, scope: Scope) -> list[Reading]:
    """Return the readings of all days where a range gives their least and most: "highs 11 to 12"."""
    if not figure.fields & TEMPERATURES and not figure.fields <= WIND:
        return []
    pairs = [g for g in context.groups if len(g) == _PAIR and figure in g]
    label = pairs[0][0].label if pairs else None
    if label is None or context.text.words[label] not in _SEVERAL:
        return []
    if scope.is_list and scope.named and context.text.wall(scope.named[-1].last, label) < _NEW_CLAUSE:
        return []
    last = max((reading.call for reading in context.given if not reading.is_current), default=-1)
    days = [reading for reading in context.given if reading.call == last]
    for field in figure.fields:
        told = sorted(reading.values[field] for reading in days if field in reading.values)
        ends = [r for r in days if r.values.get(field) in (told[0], told[-1])] if len(told) > 1 else []
        low, high = (any(fits(each, r, field) for r in ends) for each in pairs[0])
        if low and high and pairs[0][0].least != pairs[0][1].least:
            return days
    return []


def repeats_result(figure: Figure, readings: Sequence[Reading]) -> bool:
    """Whether a figure with its unit is one of the results, though it may stand in a tale or a question."""
    return figure.unit is not None and any(
        fits(figure, reading, field) for reading in readings for field in figure.fields
    )


def _keeps_to(figure: Figure, readings: Sequence[Reading]) -> bool:
    """Whether every reading keeps to a bound that several days are given at once."""
    if figure.hedge not in THRESHOLDS:
        return True
    below = figure.hedge in ("under", "at_most")
    bound: Figure = figure._replace(least=-1e9) if below else figure._replace(most=1e9)
    bound = bound._replace(hedge="exact", is_fraction=False)
    fields = figure.fields - {"low"} if below and "high" in figure.fields else figure.fields
    return all(any(fits(bound, reading, field) for field in fields) for reading in readings)


def _is_explained(context: Context, figure: Figure) -> bool:
    """Whether a figure only explains a scale or a chance, where no result is given."""
    return not context.given and context.user.asks_of_units and not context.stances.is_stated(figure.first)


def _supports(
    context: Context, figure: Figure, readings: Sequence[Reading], figures: Sequence[Figure]
) -> list[Reading]:
    if figure.kind == "difference":
        found = by_difference(context, figure, readings, figures)
        return found or (
            _supports(context, figure._replace(kind="level"), readings, figures)
            if is_worth(context, figure)
            else []
        )
    if figure.kind == "mean":
        return by_mean(context, figure, readings, context.scopes.at(figure.first, figure.last))
    extreme = at_extreme(context, figure, readings)
    if extreme is not None:
        return extreme
    bounded = within_bound(context, figure, readings)
    bounded = by_reach(context, figure, readings) if bounded is None else bounded
    if bounded is not None:
        return bounded
    fields = fields_here(context, figure, readings, figures)
    if is_of_night(context, figure):
        fields = [field for field in fields if field != "high"]
    near = context.text.words[max(0, figure.first - 6) : figure.first]
    is_kept = not _STAYING.isdisjoint(near) or is_under_by_day(context, figure)
    if figure.hedge in ("over", "under") and "high" in fields and is_kept:
        fields = [field for field in fields if field != "low"]
    found = [reading for reading in readings if any(fits(figure, reading, field) for field in fields)]
    if not found and figure.least > 0 and figure.hedge == "exact" and speaks_below_zero(context, figure):
        mirrored = figure._replace(least=-figure.most, most=-figure.least)
        found = [reading for reading in readings if any(fits(mirrored, reading, field) for field in fields)]
    if found and len(found) < len(readings) and is_of_all(context, figure, readings):
        return []
    if figure.hedge in ("over", "under") and len(found) < len(readings) and context.means_all(figure.first):
        return []
    return found


def _fault(context: Context, figure: Figure, scope: Scope, readings: Sequence[Reading]) -> str:
    text = context.text
    said = text.around(figure.first, figure.last)
    values = listed(figure, readings or context.given)
    where = context.where_looked(scope)
    if not readings:
        named = context.scopes.said(scope)
        return f"you wrote '{said}'; no result gives any weather{f' for {named}' if named else ''}"
    if not values:
        return f"you wrote '{said}'; {where} give no such figure"
    return f"you wrote '{said}'; {where} say {values}"


def listed(figure: Figure, readings: Sequence[Reading]) -> str:
    """Return the values given that the figure might have meant, in words for a message."""
    names = {"temperature": "", "feels_like": "feels like ", "high": "high ", "low": "low ", "wind": "wind ",
             "humidity": "humidity ", "chance": "chance "}  # fmt: skip
    found: list[str] = []
    for reading in readings:
        for field, value in reading.values.items():
            if field in figure.fields:
                unit = unit_of(reading, field) or ""
                shown = f"°{unit}" if unit in ("C", "F") else unit
                found.append(f"{names[field]}{value:g} {shown}".strip())
    return ", ".join(dict.fromkeys(found[:12]))


def _has_own_day(context: Context, group: Sequence[Figure], cues: Sequence[DayCue]) -> bool:
    """Whether a listing names days itself, or stands behind one of the days that each head one."""
    if context.scopes.named_between(group[0].first, group[-1].last):
        return True
    begin, end = context.stances.sentence(group[0].first)
    lists = [g for g in context.groups if begin <= g[0].first < end]
    heads = [sum(one.last < g[0].first for one in cues) for g in lists]
    return len(lists) == len(cues) and heads == list(range(1, len(cues) + 1))


def _readings_of_list(context: Context, figure: Figure, found: list[Reading]) -> list[Reading]:
    """Return the readings a listed figure may be of: where its sentence names several days, any of those.

    In "clear on Monday and fair on Tuesday, with highs of 21 and 22" each figure is one of the two.
    """
    begin, end = context.stances.sentence(figure.first)
    cues = context.scopes.named_between(begin, end - 1)
    if len(cues) < 2:
        return found
    for group in context.groups:
        if figure in group and not _has_own_day(context, group, cues):
            named = frozenset(atom for cue in cues for atom in cue.days or ())
            return found + [r for r in context.given if r.atoms & named and r not in found]
    return found
