"""Claims about the sky and what falls from it, against the conditions given."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from scripts.grounding import sky_words as w
from scripts.grounding.context import MOST_CLAIMS, Context, Judgement
from scripts.grounding.facts import Reading
from scripts.grounding.figure_words import PERCENTS
from scripts.grounding.scope import Scope
from scripts.grounding.sky_words import Term
from scripts.grounding.text import Text, word_set
from scripts.grounding.tolerances import SMALL_CHANCE, WET_LEAST_CHANCE
from scripts.grounding.units_said import convert
from scripts.weather.conditions import CONDITIONS

_PEOPLE: Final = word_set(
    "you you'd we'd you've you'll we we'll your yourself yourselves them they i feet everyone keep keeps"
)
_BEFORE_FAIR: Final = word_set("but is and be it's a sky turns stays")
_COVERING: Final = word_set("covered shrouded blanketed veiled obscured")
_VERBS: Final = word_set("is will falls has was may can arrives comes moves continues stays")
_BATHING: Final = (("take", "a"), ("have", "a"), ("need", "a"), ("like", "a"), ("want", "a"), ("after", "a"))
_LIKENING: Final = word_set("like as than")
_LOOKING: Final = word_set("look looks looking feel feels smells sounds looked")
_MAY_SNOW_BELOW_C: Final = 5.0


class Claim(NamedTuple):
    """A word for the sky with what goes before it: "light rain", "partly cloudy", "a few clouds"."""

    first: int
    last: int
    term: Term
    agrees: frozenset[int]
    refutes: frozenset[int]


def judge_sky(context: Context) -> Iterator[Judgement]:
    """Yield a judgement for each claim about the sky that is asserted or denied."""
    text = context.text
    spoken = [i for i in text.where(w.WORDS) if i not in context.stances.names][:MOST_CLAIMS]
    claims = [claim for i in spoken if (claim := _claim_at(text, i)) is not None]
    for k, claim in enumerate(claims):
        mixed = _mixed(context, claims, k)
        if not context.stances.is_asserted(claim.first):
            continue
        if not context.given and context.user.asks_of_units and not context.stances.is_stated(claim.first):
            continue
        denied = context.stances.is_denied(claim.first, claim.last)
        if denied is None or (not denied and _is_away(context, claim)):
            continue
        begin, end = context.stances.segment(claim.first)
        is_alone = not any(begin <= other.first < end for other in claims if other is not claim)
        judgement = _judge(context, mixed, denied, is_alone)
        if judgement.fault and not denied and _is_leaving(context, claim):
            continue
        if not denied and _is_past(context, claim) and text.words[claim.last] not in context.user.words:
            said = text.around(claim.first, claim.last)
            judgement = Judgement(
                claim.first, claim.last, fault=f"you wrote '{said}'; no result is about the past"
            )
        yield judgement


def _is_past(context: Context, claim: Claim) -> bool:
    """Whether what fell is said to have fallen before: "it rained all week", "after a week of rain"."""
    words = context.text.words
    if words[claim.last] in w.PAST_FALLS:
        return True
    first, last = context.stances.segment(claim.first)
    clause = words[first:last]
    has_been = any(clause[k : k + 2] in w.HAVING_BEEN for k in range(len(clause)))
    return has_been and any(word in w.PAST_TIMES for word in clause)


def _claim_at(text: Text, i: int) -> Claim | None:
    words = text.words
    term = w.TERMS.get(words[i])
    if term is None or _is_no_weather(text, i, term):
        return None
    before = words[i - 1] if i else ""
    after = words[i + 1] if i + 1 < len(words) else ""
    term, first = _modified(words, i, term, before, after)
    agrees, refutes = term.agrees, term.refutes
    if term.falls or term is w.SHOWERS:
        first, strengths = _intensity(words, first, i)
        if strengths:
            agrees = (agrees & strengths) | (strengths & w.THUNDERY & agrees)
            refutes = agrees
    return Claim(first, i, term, agrees, refutes)


def _modified(words: tuple[str, ...], i: int, term: Term, before: str, after: str) -> tuple[Term, int]:
    """Return the term that a word and its neighbours make together, and its first token."""
    is_partly = before in w.PARTLY_WORDS and words[max(0, i - 2) : i] != ("most", "part")
    if (term in (w.CLOUDY, w.SUNNY, w.CLOUD, w.CLEAR) or words[i] in _COVERING) and is_partly:
        return w.PARTLY, i - 1
    if term in (w.CLEAR, w.SUNNY) and (
        before in w.MOSTLY_WORDS or words[max(0, i - 2) : i] == ("most", "part")
    ):
        return w.MOSTLY_CLEAR, i - 1
    if term is w.CLOUD and any(word in w.FEW_WORDS for word in words[max(0, i - 3) : i]):
        return w.FEW_CLOUDS, i - 1
    if term is w.CLOUD and i > 2 and any(word in w.GAPS for word in words[i - 3 : i]):
        return w.GAP, i - 1
    if term in (w.SUNNY, w.CLEAR, w.SUN) and after in w.SPELL_WORDS:
        return w.MIXED, i
    if term is w.SUN and before == "of" and i > 1 and words[i - 2] in w.SPELL_WORDS:
        return w.MIXED, i - 2
    if term in (w.RAIN, w.DRIZZLE) and before == "freezing":
        return w.FREEZING_RAIN, i - 1
    if term is w.SNOW and after in ("shower", "showers"):
        return w.SNOW_SHOWERS, i
    if term is w.SHOWERS and before in ("snow", "wintry"):
        return w.SNOW_SHOWERS, i - 1
    return term, i


def _intensity(words: tuple[str, ...], first: int, last: int) -> tuple[int, frozenset[int]]:
    """Return the codes of the strengths named beside a word for what falls, and the first token of them."""
    codes: frozenset[int] = frozenset()
    k = first - 1
    while k >= 0 and k >= first - 4:
        if words[k] in w.INTENSITY:
            codes |= w.INTENSITY[words[k]]
            first = k
        elif words[k] not in ("to", "or", "and", ",", "rain", "snow", "freezing", "steady") or k < first - 2:
            break
        k -= 1
    after = words[last + 1] if last + 1 < len(words) else ""
    if after in ("hard", "heavily", "lightly", "softly", "gently", "moderately"):
        codes |= w.INTENSITY[after]
    return first, codes


def _is_no_weather(text: Text, i: int, term: Term) -> bool:
    """Whether the word is used of something else: a rain jacket, a clear head, to keep dry."""
    words = text.words
    word = words[i]
    before = words[i - 1] if i else ""
    after = words[i + 1] if i + 1 < len(words) else ""
    if after in w.NOUNS_AFTER or _is_likened(words, i, before) or _is_phrase(words, i):
        return True
    if term is w.FAIR:
        is_of_sky = after in ("sky", "skies", "weather")
        return not is_of_sky and (after not in w.CLEAR_NEEDS or before not in _BEFORE_FAIR)
    if term is w.CLEAR:
        return word == "clear" and _is_other_clear(words, i, before, after)
    if words[i] in ("drop", "drops"):
        return before != "a" or words[max(0, i - 2)] not in (
            "not",
            "isn't",
            "without",
            "never",
            "wasn't",
            "nary",
        )
    if term is w.DRY:
        is_of_thing = (
            before in ("a", "the", "thy", "your", "that") and after not in w.CLEAR_NEEDS and after != "one"
        )
        return (
            _is_of_people(words, i)
            or (is_of_thing and after.isalpha())
            or after in ("off", "out", "up", "under")
        )
    if term is w.WETNESS:
        return _is_of_people(words, i) or before in ("get", "getting", "gets", "got")
    if term.falls and before in ("that", "such", "your", "last", "yesterday's") and after not in _VERBS:
        return True
    if term is w.BLUE or word in _COVERING:
        return not any(near in w.SKY_NEAR for near in words[max(0, i - 4) : i + 4])
    if word in ("grey", "gray"):
        return after not in w.CLEAR_NEEDS or (before in ("a", "the") and after == "and")
    return word in ("pours", "hailing", "showers") and after in ("a", "you", "from", "out", "in")


def _is_likened(words: tuple[str, ...], i: int, before: str) -> bool:
    """Whether something else is likened to it: "like rain on a roof", but not "looks like rain"."""
    earlier = words[i - 2] if i > 1 else ""
    is_bound = earlier in ("worse", "heavier", "stronger", "just", "equally")
    return before in _LIKENING and not is_bound and not (before == "like" and earlier in _LOOKING)


def _is_phrase(words: tuple[str, ...], i: int) -> bool:
    """Whether it stands in a phrase of its own: "rain or shine", "under the sun", "take a shower"."""
    before = words[max(0, i - 2) : i]
    if words[i] == "shower" and before and (before[-1] in ("take", "hot", "cold") or before in _BATHING):
        return True
    if words[i : i + 3] in (("rain", "or", "shine"), ("sun", "or", "no")):
        return True
    return words[max(0, i - 2) : i + 1] == ("under", "the", "sun")


def _is_of_people(words: tuple[str, ...], i: int) -> bool:
    """Whether it is somebody, and not the weather, that stays dry or gets wet."""
    if words[max(0, i - 1)] in ("keep", "stay") and (
        i < 2 or words[i - 2] in (".", ",", "to", "and", "\n", ";")
    ):
        return True
    for word in reversed(words[max(0, i - 4) : i]):
        if word in ("it", "it's", "it'll", "day", "days", "skies", "weather"):
            return False
        if word in _PEOPLE:
            return True
    return False


def _is_other_clear(words: tuple[str, ...], i: int, before: str, after: str) -> bool:
    if before in w.CLEAR_AVOIDS or (
        before in ("it", "that", "are", "be", "quite") and after in ("that", "on", "about", "what")
    ):
        return True
    if after and after not in w.CLEAR_NEEDS:
        return True
    return (
        before in ("the", "in")
        and (after in (".", ",", "") or "in" in words[max(0, i - 2) : i])
        and after not in ("sky", "skies")
    )


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


def _is_away(context: Context, claim: Claim) -> bool:
    """Whether it is the sun that is spoken of, as of somebody who stays away or comes and goes."""
    if claim.term not in (w.SUN, w.SUNNY):
        return False
    first, last = context.stances.segment(claim.first)
    words = context.text.words
    begin, end = context.stances.sentence(claim.first)
    if words[claim.last] != "sun":
        return any(word in w.SUNSHINE_AWAY for word in words[first:last])
    after = words[claim.last + 1 : claim.last + 4]
    if after[:2] in (("is", "out"), ("comes", "out")) and after[2:] != ("of",):
        return False
    window = words[max(begin, first - 2) : min(end, last + 6)]
    return any(word in w.SUN_AWAY for word in window)


def _is_leaving(context: Context, claim: Claim) -> bool:
    """Whether what falls is said to give up or go: "the rain thinks better of it"."""
    _, last = context.stances.segment(claim.first)
    words = context.text.words
    if words[max(0, claim.first - 2) : claim.first] in (("after", "the"), ("before", "the")):
        return True
    if claim.agrees & {0, 1}:
        return False
    return any(word in w.LEAVING for word in context.text.words[claim.last + 1 : min(last, claim.last + 6)])


def _judge(context: Context, claim: Claim, denied: bool, is_alone: bool) -> Judgement:
    scope = context.scopes.at(claim.first, claim.last)
    readings = context.about(scope)
    text = context.text
    if not readings:
        if not context.given and not context.stances.is_stated(claim.first):
            return Judgement(claim.first, claim.last)
        return Judgement(
            claim.first, claim.last, fault=_nothing_given(context, claim.first, claim.last, scope)
        )
    is_chance = _is_chance(context, claim)
    if is_chance and not denied and claim.term.falls and not any(_has_chance(r) for r in readings):
        words = text.words[slice(*context.stances.segment(claim.first))]
        if any(word in w.SOFT_MODALS for word in words):
            return Judgement(claim.first, claim.last)
    pool = _pool(context, scope, readings, denied, claim.first)
    holds = [reading for reading in pool if _holds(reading, claim, denied, is_chance)]
    wants_all = denied or context.means_all(claim.first) or (scope.is_list and not is_chance and is_alone)
    if holds and (not wants_all or len(holds) == len(pool)):
        return Judgement(claim.first, claim.last, tuple(holds))
    worst = next((reading for reading in pool if reading not in holds), pool[0])
    fault = (
        f"you wrote '{text.around(claim.first, claim.last)}'; {context.where_looked(scope)} "
        f"{_given(worst)}, which does not agree with "
        f"{'denying ' if denied else ''}'{text.said(claim.first, claim.last)}'"
    )
    return Judgement(claim.first, claim.last, fault=fault)


def _pool(context: Context, scope: Scope, readings: list[Reading], denied: bool, first: int) -> list[Reading]:
    """Return the readings a claim is held against: of one about all days, those the user asked about."""
    if not (denied or context.means_all(first)):
        return readings
    pool = context.meant_by_all(scope, first) or readings
    if scope.bound is not None and scope.bound.side == "until":
        return [reading for reading in pool if not reading.atoms & scope.bound.days] or pool
    return pool


def _is_chance(context: Context, claim: Claim) -> bool:
    first, last = context.stances.segment(claim.first)
    words = context.text.words[first:last]
    if any(word in w.SURE_WORDS for word in words):
        return False
    if any(word in w.CHANCE_WORDS for word in words):
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
    chance = reading.values.get("chance")
    codes = reading.codes
    if codes is None and (chance is None or (not claim.term.falls and claim.term is not w.DRY)):
        return False
    if codes is not None and not codes:
        return True
    codes = codes or frozenset()
    if denied:
        is_refuted = bool(codes & claim.refutes) if codes else False
        if is_refuted and claim.term.falls and chance is not None and chance <= SMALL_CHANCE:
            is_refuted = False
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
    least = WET_LEAST_CHANCE if claim.term is w.WETNESS or not is_chance else 0.0
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
