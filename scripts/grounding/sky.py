"""Claims about the sky and what falls from it, against the conditions given."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from scripts.grounding import passing_words as p
from scripts.grounding import sky_words as w
from scripts.grounding.cardinals import is_numeral
from scripts.grounding.context import MOST_CLAIMS, Context, Judgement
from scripts.grounding.day_cues import DayCue
from scripts.grounding.facts import Reading
from scripts.grounding.figure_words import PERCENTS
from scripts.grounding.frost import frosts, is_mere_talk, thaws
from scripts.grounding.scope import EVERYTHING, Scope
from scripts.grounding.sky_claims import Claim, claim_at
from scripts.grounding.sky_words import Term
from scripts.grounding.tolerances import MAYBE_WET, NO_CHANCE_MOST, SMALL_CHANCE, WET_LEAST_CHANCE
from scripts.grounding.units_said import convert
from scripts.weather.conditions import CONDITIONS

_WHOLLY: Final = frozenset(("whole", "throughout", "entire", "entirely", "wholly", "completely", "perfectly"))
_MAY_SNOW_BELOW_C: Final = 5.0
_MAY_COME_PERCENT: Final = 20.0


def judge_sky(context: Context) -> Iterator[Judgement]:
    """Yield a judgement for each claim about the sky that is asserted or denied."""
    text = context.text
    spoken = [i for i in text.where(w.ALL_WORDS) if i not in context.stances.names][:MOST_CLAIMS]
    claims = [claim for i in spoken if (claim := claim_at(text, i)) is not None]
    for k, claim in enumerate(claims):
        if not context.stances.is_asserted(claim.first) or context.stances.is_maxim(claim.first):
            continue
        if not context.given and context.user.asks_of_units and not context.stances.is_stated(claim.first):
            continue
        denied = context.stances.is_denied(claim.first, claim.last)
        if denied is False:
            denied = _is_away(context, claim)
        begin, end = context.stances.segment(claim.first)
        if denied is None or not w.HOW_OFTEN.isdisjoint(text.words[max(0, claim.first - 2) : claim.last + 7]):
            continue
        if denied and (_is_timed(context, claim) or _is_counted(context, claim)):
            continue
        is_alone = not any(begin <= other.first < end for other in claims if other is not claim)
        is_alone = is_alone and not _goes_over(context, claim)
        judgement = _judge(context, _mixed(context, claims, k), denied, is_alone)
        if not denied and _is_past(context, claim) and text.words[claim.last] not in context.user.words:
            said = text.around(claim.first, claim.last)
            judgement = Judgement(
                claim.first, claim.last, fault=f"you wrote '{said}'; no result is about the past"
            )
        yield judgement
    yield from _judge_likewise(context, claims)
    yield from _judge_ended(context)


def _judge_ended(context: Context) -> Iterator[Judgement]:
    """Yield a judgement for each "it has stopped", of what the user asked about: "Is it still snowing?"."""
    words = context.text.words
    for k in context.text.where(p.STOPPED):
        if words[k - 1] not in p.HAS_IT or words[max(0, k - 2)] not in ("it", *p.HAS_IT, ".", ","):
            continue
        after = words[k + 1] if k + 1 < len(words) else "."
        if after.endswith("ing") or not context.stances.is_asserted(k):
            continue
        asked = context.user.texts[-1].words
        term = next((w.TERMS[word] for word in asked if word in w.TERMS and w.TERMS[word].falls), None)
        if term is not None:
            yield _judge(context, Claim(k, k, term, term.agrees, term.refutes), True, False)


def _goes_over(context: Context, claim: Claim) -> bool:
    """Whether a claim goes over into another of the same thing: "light rain, then heavy"."""
    behind = context.text.words[claim.last + 1 : claim.last + 3]
    return behind[:1] == ("then",) or behind in ((",", "then"), ("and", "then"), ("turning", "to"))


def _is_timed(context: Context, claim: Claim) -> bool:
    """Whether the end of something only tells a time: "when the snow has passed", "past by then"."""
    begin, end = context.stances.segment(claim.first)
    words = context.text.words
    if words[begin] in p.TIMING and claim.first - begin < 4:
        return True
    after = words[claim.last : end]
    return after[-2:] == ("by", "then") and not p.OVER.isdisjoint(after)


def _judge_likewise(context: Context, claims: list[Claim]) -> Iterator[Judgement]:
    """Yield a judgement for each "and so is Vienna", "nor does Friday": what was said last, of another."""
    words = context.text.words
    for k in context.text.where(w.LIKEWISE):
        if (
            words[k + 1 : k + 2] == ()
            or words[k + 1] not in w.AUXILIARIES
            or k + 2 not in context.stances.names
        ):
            continue
        begin, _ = context.stances.sentence(k)
        said = [claim for claim in claims if begin <= claim.first < k]
        if said and context.stances.is_asserted(k):
            claim = said[-1]._replace(first=k + 2, last=k + 2)
            denied = context.stances.is_denied(said[-1].first, said[-1].last)
            if denied is not None:
                yield _judge(context, claim, denied, False)


def _is_past(context: Context, claim: Claim) -> bool:
    """Whether what fell is said to have fallen before: "it rained all week", "after a week of rain"."""
    words = context.text.words
    if words[claim.last] in p.PAST_FALLS and words[claim.last - 1] not in p.HAPPENING:
        is_suffered = words[claim.last + 1 : claim.last + 2] in (("on",), ("upon",))
        return not (is_suffered and (words[claim.last - 1].endswith("ly") or words[claim.last + 1] == "upon"))
    first, last = context.stances.segment(claim.first)
    clause = words[first:last]
    return not (p.PAST_TIMES.isdisjoint(clause) or p.HAVING_BEEN.isdisjoint(pairwise(clause)))


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


def _is_away(context: Context, claim: Claim) -> bool | None:
    """Whether it is the sun that is said to be hidden or gone; None where it comes and goes or only rises."""
    if claim.term not in (w.SUN, w.SUNNY):
        return False
    first, last = context.stances.segment(claim.first)
    words = context.text.words
    _, end = context.stances.sentence(claim.first)
    if words[claim.last] != "sun":
        return False if p.SUNSHINE_AWAY.isdisjoint(words[first:last]) else None
    after = words[claim.last + 1 : min(last, claim.last + 6)]
    if after[:1] and (after[0] in p.SHINING or after[0] == "out" or after[:2] in p.SUN_OUT):
        return False
    if not p.SUN_HIDDEN.isdisjoint(after) or (after[:3] in p.GONE_IN or after[:2] in p.GONE_IN):
        return True
    window = words[first : min(end, last + 6)]
    return False if p.SUN_AWAY.isdisjoint(window) else None


def _is_elsewhen(context: Context, claim: Claim) -> bool:
    """Whether it is named as what goes, or what something follows: "the fog gives way", "since the storm"."""
    first, last = context.stances.segment(claim.first)
    words = context.text.words
    before = words[max(first, claim.first - 6) : claim.first]
    is_beside = words[claim.last + 1 : claim.last + 4] in p.ON_EITHER_SIDE
    if is_beside or not p.ELSEWHEN.isdisjoint(before) or ("place", "of") in pairwise(before):
        return True
    if before[-1:] in (("the",), ("that",), ("this",)):
        after = words[claim.last + 1 : claim.last + 2]
        is_of_event = len(before) > 1 and before[-2] in p.BEFORE_EVENT
        if is_of_event or not p.PAST_VERBS.isdisjoint(after):
            return True
    if 0 in claim.agrees and claim.term is not w.FROST:
        return False
    for word in words[claim.last + 1 : min(last, claim.last + 6)]:
        if word in ("and", "but", "while", "whilst", "then"):
            return False
        if word in p.LEAVING:
            return word[:2] != "go" or not _goes_on(words, claim)
    return False


def _is_exchanged(context: Context, claim: Claim) -> bool:
    """Whether one sky is had for another: "trades the rain for fog", "fog in place of drizzle"."""
    first, last = context.stances.segment(claim.first)
    words = context.text.words
    before = words[max(first, claim.first - 4) : claim.first]
    if not p.SWAPPED.isdisjoint(pairwise(before)):
        return True
    is_swap = not p.SWAPPING.isdisjoint(words[max(first, claim.first - 7) : claim.first])
    return is_swap and "for" in (words[claim.first - 1], *words[claim.last + 1 : min(last, claim.last + 2)])


def _goes_on(words: Sequence[str], claim: Claim) -> bool:
    """Whether it goes on, and not away: "the rain goes on all day", but not "the clouds go on Sunday"."""
    at = next((k for k in range(claim.last + 1, min(len(words) - 1, claim.last + 5)) if words[k] == "on"), 0)
    return bool(at) and words[at + 1] not in w.SPANS


def _clause(context: Context, claim: Claim) -> tuple[str, ...]:
    """Return the words between the commas or dashes around a claim."""
    return context.text.words[slice(*context.stances.segment(claim.first))]


def _judge(context: Context, claim: Claim, denied: bool, is_alone: bool) -> Judgement:
    if claim.term is w.FROST and not denied and is_mere_talk(_clause(context, claim)):
        return Judgement(claim.first, claim.last)
    scope = context.scopes.at(claim.first, claim.last)
    if not denied and _is_elsewhen(context, claim):
        if context.stances.is_timeless(claim.first):
            return Judgement(claim.first, claim.last)
        gone = _gone_by(context, claim, scope, p.QUITTING)
        denied = gone is not scope and bool(context.about(gone))
        scope = gone if denied else scope._replace(days=None, bound=None, is_list=False)
    if not denied and _is_exchanged(context, claim):
        scope = EVERYTHING
    if denied:
        scope = _gone_by(context, claim, scope)
    elif claim.term is w.FROST and scope.nights and scope.days:
        scope = scope._replace(days=scope.days | scope.nights)
    readings = context.about(scope)
    text = context.text
    if not readings:
        return _unfounded(context, claim, scope)
    is_chance = _is_chance(context, claim)
    if is_chance and not denied and claim.term.falls and not any(_has_chance(r) for r in readings):
        words = text.words[slice(*context.stances.segment(claim.first))]
        if any(word in w.SOFT_MODALS for word in words):
            return Judgement(claim.first, claim.last)
    pool = _pool(context, scope, readings, denied, claim.first)
    if denied and claim.term is w.FROST and scope.days is None and scope.bound is None:
        pool = [reading for reading in pool if reading.is_current] or pool
    holds = [reading for reading in pool if _holds(reading, claim, denied, is_chance)]
    if claim.term is w.DRY and not denied and _is_wholly(context, claim):
        holds = [each for each in holds if each.values.get("chance", 0.0) < MAYBE_WET or not _is_wet(each)]
    wants_all = denied or context.means_all(claim.first) or (scope.is_list and not is_chance and is_alone)
    wants_all = wants_all or (claim.term is w.DRY and is_alone and _is_of_stretch(context, claim, scope))
    wants_all = wants_all or (is_alone and _is_kept_up(context, claim, scope))
    if scope.is_each and is_alone and {r.place for r in holds} != {r.place for r in pool}:
        holds = []
    if denied and scope.bound is not None and scope.bound.side == "until":
        turned = _turned(context, scope, readings)
        if _is_again(context, scope, claim):
            holds = pool = pool[-1:] if _holds(pool[-1], claim, denied, is_chance) else pool
        if turned and claim.term.falls and not any(_may_come(r, claim) for r in turned):
            holds = []
    if not denied and claim.term is w.WETNESS and scope.bound is not None and 2 * len(holds) >= len(pool):
        wants_all = False
    if holds and (not wants_all or len(holds) == len(pool)):
        other = None if denied else _another(context, claim, scope, holds)
        if other is None:
            return Judgement(claim.first, claim.last, tuple(holds))
        said = text.around(claim.first, claim.last)
        return Judgement(
            claim.first, claim.last, fault=f"you wrote '{said}'; the results {_given(other)} too"
        )
    worst = next((reading for reading in pool if reading not in holds), pool[0])
    return _contradicted(context, claim, denied, scope, worst)


def _is_wholly(context: Context, claim: Claim) -> bool:
    """Whether it is said to be dry all along: "dry the whole day through", "bone dry from end to end"."""
    first, last = context.stances.segment(claim.first)
    words = context.text.words
    return words[claim.first - 1] == "bone" or not _WHOLLY.isdisjoint(
        words[max(first, claim.first - 3) : last]
    )


def _is_wet(reading: Reading) -> bool:
    return bool((reading.codes or frozenset()) & w.WET)


def _unfounded(context: Context, claim: Claim, scope: Scope) -> Judgement:
    """Judge a claim about what no result is of."""
    is_unstated = not context.given and not context.stances.is_stated(claim.first)
    if is_unstated or _is_prepared_for(context, claim) or context.stances.is_open(claim.first):
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


def _gone_by(context: Context, claim: Claim, scope: Scope, over: frozenset[str] = p.OVER) -> Scope:
    """Return the day that something is over by: Friday of "Thursday's thunder will be gone by Friday"."""
    _, end = context.stances.segment(claim.last)
    words = context.text.words
    if over.isdisjoint(words[claim.last : end]):
        return scope
    for cue in context.scopes.days:
        if claim.last < cue.first < end and words[cue.first - 1] in ("by", "before", "come"):
            return scope._replace(days=cue.days or (cue.bound.days if cue.bound else None), bound=None)
    return scope


def _is_prepared_for(context: Context, claim: Claim) -> bool:
    """Whether it is only something to be ready for: "plan for both rain and sun"."""
    first, _ = context.stances.segment(claim.first)
    before = context.text.words[first : claim.first]
    return not w.PREPARING.isdisjoint(before) and not {"for", "against"}.isdisjoint(before)


def _turned(context: Context, scope: Scope, readings: list[Reading]) -> list[Reading]:
    """Return the readings of the day that "until" it promises something for; "before" it promises nothing."""
    cue = next((cue for cue in scope.named if isinstance(cue, DayCue)), None)
    if cue is None or scope.bound is None or context.text.words[cue.first - 1] == "before":
        return []
    return [reading for reading in readings if reading.atoms & scope.bound.days]


def _is_again(context: Context, scope: Scope, claim: Claim) -> bool:
    """Whether it is said not to come "again until" a day: the days right before that one are meant."""
    cue = next((cue for cue in scope.named if isinstance(cue, DayCue)), None)
    return cue is not None and "again" in context.text.words[claim.last : cue.first]


def _may_come(reading: Reading, claim: Claim) -> bool:
    """Whether what is denied until a day may fall on that day."""
    return _holds(reading, claim, False, False) or reading.values.get("chance", 0.0) >= _MAY_COME_PERCENT


def _is_of_stretch(context: Context, claim: Claim, scope: Scope) -> bool:
    """Whether dry is said of a whole stretch: "dry from Monday on", "a dry week"."""
    begin, end = context.stances.sentence(claim.first)
    words = context.text.words
    if not w.EXCEPTING.isdisjoint(words[begin:end]):
        return False
    is_week = claim.last + 1 < end and words[claim.last + 1] in ("week", "weekend", "fortnight", "stretch")
    return is_week or (scope.bound is not None and scope.bound.side == "from")


def _is_kept_up(context: Context, claim: Claim, scope: Scope) -> bool:
    """Whether it is said to stay as it is, and of no day: "Seattle stays dry"."""
    if context.text.words[claim.first - 1 : claim.first] not in w.STAYING or scope.days or scope.bound:
        return False
    begin, end = context.stances.sentence(claim.first)
    is_till_now = context.text.words[claim.last + 1 : claim.last + 3] in (
        ("so", "far"),
        ("for", "now"),
        ("just", "now"),
    )
    return not is_till_now and w.EXCEPTING.isdisjoint(context.text.words[begin:end])


def _pool(context: Context, scope: Scope, readings: list[Reading], denied: bool, first: int) -> list[Reading]:
    """Return the readings a claim is held against: of one about all days, those the user asked about."""
    pool = readings
    if denied or context.means_all(first):
        pool = context.meant_by_all(scope, first) or readings
    if scope.bound is not None and scope.bound.side == "until":
        return [reading for reading in pool if not reading.atoms & scope.bound.days] or pool
    return pool


def _is_counted(context: Context, claim: Claim) -> bool:
    """Whether it is what so many days are without, which their number is held to: "two days without rain"."""
    words = context.text.words
    at = next((k for k in range(claim.first - 1, max(1, claim.first - 4), -1) if words[k] == "without"), 0)
    return at > 1 and words[at - 1] in ("days", "nights") and is_numeral(words[at - 2])


def _another(context: Context, claim: Claim, scope: Scope, holds: list[Reading]) -> Reading | None:
    """Return another day of the forecast that a claim holds of, where one day "only" is said to have it."""
    words = context.text.words
    days = [cue for cue in scope.named if cue.last < claim.first and isinstance(cue, DayCue) and cue.days]
    if not any(_is_only(words, cue, claim.first) for cue in days):
        return None
    calls = {reading.call for reading in holds}
    days_held = {reading.offset for reading in holds}
    others = [r for r in context.given if r.call in calls and r.offset not in days_held]
    if "both" in words[claim.last + 1 : claim.last + 4]:
        others = [
            r for r in others if all(_holds(o, claim, False, False) for o in others if o.offset == r.offset)
        ]
    return next((other for other in others if _holds(other, claim, False, False)), None)


def _is_only(words: tuple[str, ...], cue: DayCue, first: int) -> bool:
    """Whether a claim is said of one day only: "only Thursday is dry", "Thursday alone has rain"."""
    behind = words[cue.last + 1 : first]
    if first - cue.last <= 9 and any(behind[n : n + 2] in w.ONLY_ONE for n in range(len(behind) - 1)):
        return True
    if first - cue.last > 4:
        return False
    before = words[max(0, cue.first - 2) : cue.first]
    return before[-1:] == ("only",) or before == ("only", "on") or words[cue.last + 1] == "alone"


def _is_chance(context: Context, claim: Claim) -> bool:
    first, last = context.stances.segment(claim.first)
    words = context.text.words[first:last]
    if not w.SURE_WORDS.isdisjoint(words):
        return False
    if context.text.words[claim.last] in w.FALLING_VERBS:
        return not w.MAYBE_WORDS.isdisjoint(words)
    if not w.CHANCE_WORDS.isdisjoint(words):
        return True
    return any(
        figure.fields <= PERCENTS
        and "chance" in figure.fields
        and (first <= figure.first < last or 0 < figure.first - claim.last <= 5)
        for figure in context.figures
    )


def _has_chance(reading: Reading) -> bool:
    return "chance" in reading.values or not reading.is_current


def _holds(reading: Reading, claim: Claim, denied: bool, is_chance: bool) -> bool:
    if claim.term is w.FROST:
        return frosts(reading, denied, is_chance)
    if claim.term is w.THAW:
        return thaws(reading, denied)
    chance = reading.values.get("chance")
    codes = reading.codes
    if codes is None and (chance is None or (not claim.term.falls and claim.term is not w.DRY)):
        return False
    if codes is not None and not codes:
        return True
    codes = codes or frozenset()
    if denied:
        is_refuted = bool(codes & claim.refutes) if codes else False
        if claim.is_apart and codes <= w.DRIZZLY:
            is_refuted = False
        if is_refuted and claim.term.falls and chance is not None and chance <= SMALL_CHANCE:
            is_refuted = False
        if claim.is_no_chance and claim.term.falls and (chance or 0) > NO_CHANCE_MOST:
            return False
        if (
            claim.term in (w.RAIN, w.WETNESS, w.SHOWERS)
            and not codes & w.WET
            and (chance or 0) >= WET_LEAST_CHANCE
        ):
            return False
        return not is_refuted
    if claim.term is w.DRY:
        if codes & w.WET:
            return chance is not None and chance <= SMALL_CHANCE
        return (chance or 0) < WET_LEAST_CHANCE
    if codes & claim.agrees:
        return True
    return _may_fall(reading, claim, codes, chance, is_chance)


def _may_fall(
    reading: Reading, claim: Claim, codes: frozenset[int], chance: float | None, is_chance: bool
) -> bool:
    """Whether the chance of precipitation bears out a word for what falls where the condition doesn't."""
    if not claim.term.falls or chance is None or claim.agrees != claim.term.agrees or codes & w.WET:
        return False
    if claim.term.falls == "snow":
        warmest = max(
            (reading.values[f] for f in ("high", "temperature") if f in reading.values), default=99.0
        )
        return is_chance and convert(warmest, reading.temperature_unit, "C") <= _MAY_SNOW_BELOW_C
    if claim.term.falls not in ("rain", "any"):
        return False
    is_wetness = claim.term is w.WETNESS and not claim.is_of_chance
    least = WET_LEAST_CHANCE if is_wetness or not is_chance else 0.0
    return chance >= least


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
