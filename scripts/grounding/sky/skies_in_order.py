"""Skies listed one for each day of a forecast, in the order of its days: "overcast, then wet, then clear"."""

from collections.abc import Iterator, Sequence
from typing import Final

from scripts.grounding.context import Context, Judgement
from scripts.grounding.courses.told_spans import days_meant
from scripts.grounding.facts import Reading
from scripts.grounding.sky.sky_claims import Claim
from scripts.grounding.sky.sky_held import reading_holds
from scripts.grounding.text import word_set

_BETWEEN: Final = word_set(", ; and then a an the again finally lastly some at last")
_ALONG: Final = _BETWEEN | word_set("to or through into turning becoming wholly fully very")
_PLURALS: Final = word_set("skies days conditions nights afternoons mornings")
_SEVERAL: Final = 2
_BEHIND: Final = 3
"""Tokens behind the last sky in which a day would be its own: "overcast skies on Friday"."""

_LEAST: Final = 3
"""Fewer skies than that are no list of days."""


def judge_skies(context: Context, claims: Sequence[Claim]) -> Iterator[Judgement]:
    """Yield a fault for each list of as many skies as there are days, which is not in their order."""
    days = _days(context)
    if len(days) < _LEAST or len(claims) < len(days):
        return
    for run in _runs(context, claims):
        if len(run) != len(days) or not all(_is_plain(context, claim) for claim in run):
            continue
        wrong = [c for c, day in zip(run, days, strict=True) if not reading_holds(day, c, False, False)]
        if wrong:
            said = context.text.said(run[0].first, run[-1].last)
            fault = f"you wrote '{said}'; the results have the days in another order"
            yield Judgement(run[0].first, run[-1].last, fault=fault)


def _days(context: Context) -> list[Reading]:
    """Return the days of the one forecast that is given, in order; none where there are several."""
    days = [reading for reading in context.given if not reading.is_current]
    return days if len({reading.call for reading in days}) == 1 else []


def _runs(
    context: Context, claims: Sequence[Claim], between: frozenset[str] = _BETWEEN
) -> Iterator[list[Claim]]:
    """Yield the claims that follow on each other with nothing but commas, "then" and the like between."""
    run = [claims[0]]
    for claim in claims[1:]:
        if not between.issuperset(context.text.words[run[-1].last + 1 : claim.first]):
            yield run
            run = []
        run.append(claim)
    yield run


def as_skies(context: Context, claim: Claim, claims: Sequence[Claim]) -> list[Reading]:
    """Return the days of skies told together in a clause that names none: "mainly clear to overcast skies".

    Each has to be that of one of the days named before it, or of all days; none where they are not.
    """
    run = next((run for run in _runs(context, claims, _ALONG) if claim in run), [])
    if len(run) < _SEVERAL:
        return []
    begin, end = context.stances.segment(run[0].first)
    last = run[-1].last
    is_of_several = "to" in context.text.words[run[0].last : run[-1].first]
    is_of_several = is_of_several or not _PLURALS.isdisjoint(context.text.words[begin : max(end, last + 2)])
    if not is_of_several or context.scopes.named_between(begin, last + _BEHIND):
        return []
    for days in days_meant(context, run[0].first, context.scopes.at(claim.first, claim.last)):
        held = [[day for day in days if reading_holds(day, each, False, False)] for each in run]
        if all(held):
            return held[run.index(claim)]
    return []


def _is_plain(context: Context, claim: Claim) -> bool:
    begin, end = context.text.sentence(claim.first)
    is_dayless = not context.scopes.named_between(begin, end - 1)
    stances = context.stances
    return is_dayless and stances.is_asserted(claim.first) and not stances.is_denied(claim.first, claim.last)
