"""Claims about the sky and what falls from it, against the conditions given."""

from collections.abc import Iterator
from typing import Final

from scripts.grounding.air.frost import is_mere_talk
from scripts.grounding.constructions.counted import is_of_counted
from scripts.grounding.constructions.loosely_named import loosely_named
from scripts.grounding.context import MOST_CLAIMS, Context, Judgement
from scripts.grounding.facts import Reading
from scripts.grounding.names.scope import EVERYTHING, Scope
from scripts.grounding.sky.ellipses import taken_over
from scripts.grounding.sky.likelihood import weighed_topics
from scripts.grounding.sky.skies_in_order import as_skies, judge_skies
from scripts.grounding.sky.sky_claims import SAYING, Claim, claim_at
from scripts.grounding.sky.sky_extent import (
    another_day,
    is_again,
    is_kept_up,
    is_of_stretch,
    pool_of,
    turned_at,
)
from scripts.grounding.sky.sky_held import (
    grants_chance,
    has_chance,
    is_wet,
    may_come,
    may_words,
    reading_holds,
    says_chance,
)
from scripts.grounding.sky.sky_passing import (
    goes_over,
    gone_by,
    is_away,
    is_days_own,
    is_days_own_over,
    is_elsewhen,
    is_exchanged,
    is_past,
    is_timed,
    is_told_of_day,
    is_whenever,
)
from scripts.grounding.text import word_set
from scripts.grounding.words import passing_words as p
from scripts.grounding.words import sky_words as w
from scripts.grounding.words.sky_words import Term
from scripts.weather.conditions import CONDITIONS

_CURT: Final = 2
"""Tokens of a sentence that only sums up what the next ones tell, day by day: "Wet."."""

_BESIDE: Final = 2
_SMALL: Final = word_set("only just slight small slim mere faint outside")
_SOON: Final = 9
"""Words behind "no rain until Sunday" within which it may be granted that there is little of it even then."""

_STILL: Final = word_set("under still quite very all mostly partly light heavy beneath mainly")


def judge_sky(context: Context) -> Iterator[Judgement]:
    """Yield a judgement for each claim about the sky that is asserted or denied."""
    text = context.text
    spoken = [i for i in text.where(SAYING) if i not in context.stances.names][:MOST_CLAIMS]
    claims = _uncovered([claim for i in spoken if (claim := claim_at(text, i)) is not None])
    weighed = weighed_topics(context) if claims else frozenset()
    for k, claim in enumerate(claims):
        if claim.last not in weighed and (judgement := _judge_claim(context, claims, k)) is not None:
            yield judgement
    if claims:
        yield from judge_skies(context, claims)
        for claim, denied in taken_over(context, claims):
            yield _judge(context, claim, denied, False)
        yield from _judge_gone_by(context, claims)


def _judge_claim(context: Context, claims: list[Claim], k: int) -> Judgement | None:
    """Judge one of the claims of a reply; None where it is not made here."""
    claim, text = claims[k], context.text
    if not context.is_claimed(claim.first, claim.last) or context.stances.is_maxim(claim.first):
        return _judge(context, claim, False, False) if is_days_own(context, claim) else None
    if not context.given and context.user.asks_of_units and not context.stances.is_stated(claim.first):
        return None
    denied = _denied(context, claim)
    if denied is None or not w.HOW_OFTEN.isdisjoint(text.words[max(0, claim.first - 2) : claim.last + 7]):
        return None
    if denied and (is_timed(context, claim) or is_of_counted(context, claim.first)):
        return None
    if is_whenever(context, claim):
        return None
    begin, end = context.stances.segment(claim.first)
    is_alone = not any(begin <= other.first < end for other in claims if other is not claim)
    is_alone = is_alone and not goes_over(context, claim)
    read = _mixed(context, claims, k) if denied else _either(context, claims, k)
    judgement = _judge(context, read, denied, is_alone)
    if judgement.fault and not denied and (days := as_skies(context, claim, claims)):
        judgement = Judgement(claim.first, claim.last, tuple(days))
    if not denied and is_past(context, claim) and text.words[claim.last] not in context.user.words:
        said = text.around(claim.first, claim.last)
        return Judgement(claim.first, claim.last, fault=f"you wrote '{said}'; no result is about the past")
    return judgement


def _denied(context: Context, claim: Claim) -> bool | None:
    """Whether a claim is denied; None where it is neither made nor denied."""
    denied = context.stances.is_denied(claim.first, claim.last)
    if denied is False:
        denied = is_away(context, claim)
    return False if denied and is_days_own_over(context, claim) else denied


def _uncovered(claims: list[Claim]) -> list[Claim]:
    """Return the claims but for those within a turn of phrase: "fine" of "fine weather for ducks"."""
    phrases = [claim for claim in claims if claim.is_phrase]
    if not phrases:
        return claims
    return [
        claim
        for claim in claims
        if not any(
            each.first <= claim.first and claim.last <= each.last and claim is not each for each in phrases
        )
    ]


def _judge_gone_by(context: Context, claims: list[Claim]) -> Iterator[Judgement]:
    """Yield a fault for each "and is gone by Friday", of what was named before and is there then."""
    words = context.text.words
    for k in context.text.where(p.BY_THEN):
        begin, _ = context.text.sentence(k)
        cue = next((c for c in context.scopes.days if c.first in (k + 2, k + 3)), None)
        said = [claim for claim in claims if begin <= claim.last < k and claim.term in w.PASSING]
        is_said = words[k + 1 : k + 2] == ("by",) and words[k - 1] in ("is", "be", "are")
        days = cue.days or (cue.bound.days if cue.bound else None) if cue else None
        if not (is_said and said and days) or not context.stances.is_asserted(k):
            continue
        if context.stances.is_denied(said[-1].first, said[-1].last) or words[k - 2] in ("not", "never"):
            continue
        readings = context.about(Scope(days))
        if readings and not any(reading_holds(r, said[-1], True, False) for r in readings):
            yield _contradicted(context, said[-1]._replace(last=k), True, Scope(days), readings[0])


def _mixed(context: Context, claims: list[Claim], k: int) -> Claim:
    """Return the claim, with "sun and clouds" read together where sun and cloud share a clause."""
    claim = claims[k]
    sunny = (w.SUN, w.SUNNY, w.CLEAR, w.BLUE)
    partners: tuple[Term, ...] = (
        sunny if claim.term in (w.CLOUD, w.CLOUDY) else (w.CLOUD,) if claim.term in sunny else ()
    )
    if claim.term in (w.BLUE, w.OVERCAST):
        partners = (w.OVERCAST, w.CLOUD) if claim.term is w.BLUE else (w.BLUE,)
    for other in (*claims[max(0, k - 1) : k], *claims[k + 1 : k + 2]):
        first, last = min(claim.last, other.last), max(claim.first, other.first)
        is_near = last - first <= 7 and context.text.wall(first, last) <= 10
        if other.term in partners and is_near and not context.scopes.named_between(first, last):
            return Claim(claim.first, claim.last, claim.term, claim.agrees | {1, 2}, claim.refutes)
    return claim


def _either(context: Context, claims: list[Claim], k: int) -> Claim:
    """Return a claim as `_mixed` does, and "rain or drizzle" as either of the two."""
    claim = claims[k]
    for other in (*claims[max(0, k - 1) : k], *claims[k + 1 : k + 2]):
        first, last = min(claim.last, other.last), max(claim.first, other.first)
        if last - first == _BESIDE and context.text.words[first + 1] == "or" and other.term.falls:
            refutes = (claim.refutes & other.refutes) - claim.agrees - other.agrees
            return claim._replace(agrees=claim.agrees | other.agrees, refutes=refutes)
    return _mixed(context, claims, k)


def _clause(context: Context, claim: Claim) -> tuple[str, ...]:
    """Return the words between the commas or dashes around a claim."""
    return context.text.words[slice(*context.stances.segment(claim.first))]


def _judge(context: Context, claim: Claim, denied: bool, is_alone: bool) -> Judgement:
    """Judge a claim that is made or denied by the readings of its place and time."""
    if claim.term is w.FROST and not denied and is_mere_talk(_clause(context, claim)):
        return Judgement(claim.first, claim.last)
    scope = context.scopes.at(claim.first, claim.last)
    if not denied and is_elsewhen(context, claim) and not is_days_own(context, claim):
        stances, is_before = context.stances, context.text.words[claim.first - 2] == "before"
        if stances.is_timeless(claim.first) or (is_before and stances.is_timeless_within(claim.first)):
            return Judgement(claim.first, claim.last)
        gone = gone_by(context, claim, scope, p.QUITTING)
        denied = gone is not scope and bool(context.about(gone))
        scope = gone if denied else scope._replace(days=None, bound=None, is_list=False)
    if not denied and is_exchanged(context, claim):
        scope = EVERYTHING
    if denied:
        scope = gone_by(context, claim, scope)
    elif claim.term is w.FROST and scope.nights and scope.days:
        scope = scope._replace(days=scope.days | scope.nights)
    readings = context.about(scope)
    if not readings:
        return _unfounded(context, claim, scope)
    judgement = _weighed(context, claim, denied, is_alone, scope, readings)
    if not judgement.fault:
        return judgement
    for other in loosely_named(context, claim.first, claim.last, scope):
        found = context.about(other)
        if found and not (judged := _weighed(context, claim, denied, is_alone, other, found)).fault:
            return judged
    return judgement


def _weighed(
    context: Context, claim: Claim, denied: bool, is_alone: bool, scope: Scope, readings: list[Reading]
) -> Judgement:
    """Judge a claim by the readings that it may be of: by all of them, or by any."""
    text = context.text
    is_hedged = claim.term is w.DRY and text.words[claim.first - 1] in w.SURE_WORDS  # "probably dry"
    is_chance = is_hedged or says_chance(context, claim)
    is_chance_unknown = is_chance and bool(claim.term.falls) and not any(has_chance(r) for r in readings)
    if is_chance_unknown and not denied and not w.SOFT_MODALS.isdisjoint(may_words(context, claim)):
        return Judgement(claim.first, claim.last)
    pool = pool_of(context, scope, readings, denied, claim.first)
    if denied and claim.term is w.FROST and scope.days is None and scope.bound is None:
        pool = [reading for reading in pool if reading.is_current] or pool
    holds = [reading for reading in pool if reading_holds(reading, claim, denied, is_chance)]
    if is_chance and not denied and claim.term.falls and grants_chance(context, claim):
        holds = [reading for reading in holds if is_wet(reading) or reading.values.get("chance") != 0]
    wants_all = denied or claim.term is w.NO_RAIN or _is_of_all(context, claim, scope, is_chance, is_alone)
    wants_all = _is_of_none(text.words, claim) if denied and claim.term is w.DRY else wants_all
    if scope.is_each and is_alone and {r.place for r in holds} != {r.place for r in pool}:
        holds = []
    if denied and scope.bound is not None and scope.bound.side == "until":
        if is_again(context, scope, claim):
            holds = pool = pool[-1:] if reading_holds(pool[-1], claim, denied, is_chance) else pool
        holds = holds if _comes_then(context, claim, scope, readings) else []
    is_majority = scope.bound is not None and scope.bound.side != "except" and 2 * len(holds) >= len(pool)
    if not denied and claim.term is w.WETNESS and is_majority:
        wants_all = False
    if holds and (not wants_all or len(holds) == len(pool)):
        other = None if denied else another_day(context, claim, scope, holds)
        if other is None:
            return Judgement(claim.first, claim.last, tuple(holds))
        said = text.around(claim.first, claim.last)
        return Judgement(
            claim.first, claim.last, fault=f"you wrote '{said}'; the results {_given(other)} too"
        )
    worst = next((reading for reading in pool if reading not in holds), pool[0])
    return _contradicted(context, claim, denied, scope, worst)


def _comes_then(context: Context, claim: Claim, scope: Scope, readings: list[Reading]) -> bool:
    """Whether what is denied until a day may come on that, or there is little of it even then."""
    turned = turned_at(context, scope, readings)
    is_small = not _SMALL.isdisjoint(context.text.words[claim.last : claim.last + _SOON])
    if not turned or not claim.term.falls or (is_small and any(r.values.get("chance") for r in turned)):
        return True
    return any(may_come(reading, claim) for reading in turned)


def _is_of_all(context: Context, claim: Claim, scope: Scope, is_chance: bool, is_alone: bool) -> bool:
    """Whether a claim is made of all the days or places it is said of: "both are dry", "stays dry"."""
    begin, end = context.stances.sentence(claim.first)
    if end - begin <= _CURT and end < len(context.text.words):
        return False
    if context.text.words[claim.first - 1] == "without" and not (w.NOT_A | w.NOT_ANY).isdisjoint(
        context.text.words[begin : claim.first - 1]
    ):
        return True
    is_listed = scope.is_list or (len(scope.days or ()) > 1 and is_told_of_day(context, claim))
    if context.means_all(claim.first) or (is_listed and not is_chance and is_alone):
        return True
    if claim.term is w.DRY and is_alone and is_of_stretch(context, claim, scope):
        return True
    return is_alone and is_kept_up(context, claim, scope)


def _is_of_none(words: tuple[str, ...], claim: Claim) -> bool:
    """Whether it is denied of each: "not one dry day", "no dry day"; but "it won't stay dry" of any."""
    before = words[max(0, claim.first - 3) : claim.first]
    return not w.NOT_ANY.isdisjoint(before)


def _unfounded(context: Context, claim: Claim, scope: Scope) -> Judgement:
    """Judge a claim about what no result is of."""
    begin, _ = context.stances.segment(claim.first)
    before = context.text.words[begin : claim.first]
    is_told_of_old = before[-1:] == ("was",) or (before[-2:-1] == ("was",) and before[-1] in _STILL)
    is_unstated = not context.given and not context.stances.is_stated(claim.first) and not is_told_of_old
    is_unstated = is_unstated or (not context.given and context.stances.follows_condition(claim.first))
    if is_unstated or context.stances.is_open(claim.first):
        return Judgement(claim.first, claim.last)
    return Judgement(claim.first, claim.last, fault=_nothing_given(context, claim.first, claim.last, scope))


def _contradicted(context: Context, claim: Claim, denied: bool, scope: Scope, worst: Reading) -> Judgement:
    text = context.text
    fault = (
        f"you wrote '{text.around(claim.first, claim.last)}'; {context.where_looked(scope)} "
        f"{_given(worst)}, which does not agree with "
        f"{'denying ' if denied else ''}'{text.said(claim.first, claim.last)}'"
    )
    return Judgement(claim.first, claim.last, fault=fault)


def _given(reading: Reading) -> str:
    name = reading.condition or ", ".join(CONDITIONS[code].name for code in sorted(reading.codes or ()))
    chance = reading.values.get("chance")
    when = f" on {reading.day:%A} ({reading.day})" if reading.day and not reading.is_current else ""
    share = f" with {chance:g} % chance of precipitation" if chance is not None else ""
    return f"give '{name}'{share}{when}" if name else f"give no condition{share}{when}"


def _nothing_given(context: Context, first: int, last: int, scope: Scope) -> str:
    said = context.scopes.said(scope)
    where = f" for {said}" if said else ""
    return f"you wrote '{context.text.around(first, last)}'; no result gives any weather{where}"
