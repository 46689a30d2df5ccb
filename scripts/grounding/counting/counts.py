"""How many days or nights are said to be wet, dry, freezing or past a mark: "two of the five are wet"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from scripts.grounding.constructions.counted import (
    BEHIND_WHOLE,
    COUNTS,
    FREEZING,
    KINDS,
    LONE,
    ONLY,
    SKIES,
    bare_count,
    count_at,
    told_of,
    word_at,
)
from scripts.grounding.constructions.day_kinds import (
    PLAIN_KINDS,
    Kind,
    lengths_of_runs,
    of_frost,
    of_mark,
    of_places,
    of_skies,
    of_sky,
    of_thaw,
)
from scripts.grounding.constructions.enumerated import Count, judge_enumerated
from scripts.grounding.context import Context, Judgement, told_by
from scripts.grounding.counting.asked_kinds import asked_kind
from scripts.grounding.facts import Reading
from scripts.grounding.sky.sky_claims import claim_at
from scripts.grounding.stances.maxims import is_lesson
from scripts.grounding.text import Triggers, word_set
from scripts.grounding.words.cardinals import is_numeral
from scripts.grounding.words.figure import THRESHOLDS
from scripts.grounding.words.sky_words import CLOUDY, OVERCAST, PARTLY, TERMS, Term

_COUNTING: Final = Triggers((*COUNTS, *LONE, "once"))
_CLOUDED: Final = (CLOUDY, OVERCAST, PARTLY)
_ABOVE: Final = frozenset(("above", "over", "past", "beyond", "clears", "clear"))
_NIGHTS: Final = word_set("night nights nights' lows overnight dawns dawn")
_HAVING_IT: Final = word_set("have has get gets see sees bring brings want wants promise promises catch")
_REACH: Final = 9
"""Tokens after a count, or before it, within which what it is of must be said."""

_SO: Final = word_set("do does will are is have has")
_ENDING: Final = frozenset((".", "!", ";", ":", ""))
_SINKING: Final = (("below",), ("to",), ("under",), ("past",))
_REACHING: Final = word_set("reaches touches hits makes tops reach touch hit make top")
_OF_SPAN: Final = word_set("of out these those the next coming following all in within for over first last")
_GOING_ON: Final = word_set(
    "since then another more followed besides first extra further before after until other"
)
_OF_SET: Final = word_set(
    "worst best most least none day days night nights first last only middle one pick choice any"
)
_STOPS: Final = frozenset((";", "—", "–", ":", "but", "while", "whilst", "though"))
_OPENING: Final = word_set("opens starts begins start open begin first starting opening beginning")
_CLOSING: Final = word_set("closes ends finishes close end finish closing ending finishing")
_IN_A_ROW: Final = word_set("row straight running consecutive trot successive succession together unbroken")
_DROPS: Final = frozenset(("drop", "drops"))
_SIDES: Final = frozenset(("below", "under", "above", "to"))


def _is_no_count(context: Context, k: int) -> bool:
    """Whether token k is of odds, "nine times out of ten", or of a multiple, "twice Monday's"."""
    words = context.text.words
    if words[k] in ("twice", "thrice"):
        return words[k + 1 : k + 2] != () and words[k + 1].endswith("'s")
    is_odds = words[k + 1 : k + 2] == ("times",) and words[k + 2 : k + 4] == ("out", "of")
    return is_odds and any(f.is_fraction and f.first <= k <= f.last for f in context.figures)


@told_by(_COUNTING)
def judge_counts(context: Context) -> Iterator[Judgement]:
    """Yield a judgement for each count of the days of a forecast that are of one kind."""
    forecasts = told_of(context)
    if not forecasts:
        return
    words = context.text.words
    longest = max(map(len, forecasts))
    told: tuple[Count, Kind] | None = None
    for k in context.text.where(_COUNTING):
        is_date = k in context.taken and is_numeral(words[k])
        if is_date or not context.stances.is_asserted(k) or _is_no_count(context, k):
            continue
        fault = _too_many(context, k, longest)
        if fault is not None:
            yield fault
            continue
        count = count_at(words, k, longest) or bare_count(context, k) or _count_after(context, told, k)
        if count is None or is_lesson(context.text, context.stances.names, count.first, count.last):
            continue
        is_another = told is not None and count == _count_after(context, told, k)
        kind = told[1] if told and is_another else kind_of(context, count) or _kind_asked(context, count)
        told = (count, kind) if kind is not None else told
        if kind is not None:
            judgement = judged(context, count, kind, forecasts)
            yield judgement
            if judgement.fault:
                continue
        if len(forecasts) == 1 and words[k - 1] not in _OF_SPAN:
            yield from judge_enumerated(context, count, forecasts[0], kind)


def _count_after(context: Context, told: tuple[Count, Kind] | None, k: int) -> Count | None:
    """Return how many days another place has of what was counted: "Lyon has two wet days, Turin three"."""
    words = context.text.words
    is_named = k - 1 in context.stances.names and words[k] in COUNTS and not word_at(words, k + 1).isalpha()
    is_here = told is not None and context.text.sentence(k)[0] <= told[0].first
    return Count(k, k, COUNTS[words[k]], False) if is_named and is_here else None


def _too_many(context: Context, k: int, longest: int) -> Judgement | None:
    """Return a fault for "all eight days" of a forecast of seven."""
    words = context.text.words
    number = COUNTS.get(words[k], 1)
    is_whole = word_at(words, k + 1) in ("days", "nights") and (
        word_at(words, k - 1) in ("all", "the", "these")
        or words[k + 2 : k + 3] in (("running",), ("straight",))
    )
    is_whole = (
        is_whole
        or _is_of_more(words, k)
        or (word_at(words, k + 1) in KINDS and word_at(words, k + 2) in SKIES)
    )
    if not is_whole or number <= longest or word_at(words, k + 2) in ("before", "ago", "after", "since"):
        return None
    said = context.text.around(k, k + 1)
    return Judgement(k, k + 1, fault=f"you wrote '{said}'; the forecast has {longest} days")


def _is_of_more(words: tuple[str, ...], k: int) -> bool:
    """Whether "of the eleven" stands behind a superlative or a count: "the windiest of the eleven"."""
    if words[max(0, k - 2) : k] != ("of", "the") or word_at(words, k + 1) not in BEHIND_WHOLE:
        return False
    near = words[max(0, k - 5) : k - 2]
    return any(word.endswith("est") or word in _OF_SET or word in COUNTS for word in near)


def kind_of(context: Context, count: Count) -> Kind | None:
    """Return what the days counted are said to be, from the words behind the count or before it."""
    text = context.text
    begin, end = text.sentence(count.first)
    words = text.words
    is_run = not _IN_A_ROW.isdisjoint(words[count.first + 1 : count.last + 6])
    going_on = {words[k] for k in range(begin, end) if words[k : k + 2] != ("more", "than")}
    if not (count.is_of_whole or is_run) and _GOING_ON.intersection(going_on):
        return None
    after = range(count.last + 1, min(end, count.last + _REACH))
    kind = _kind_in(context, after, count, stops=("," if count.is_of_whole else ";", "and"))
    if kind is not None or (
        not (count.is_of_whole or count.is_of_times)
        and words[max(0, count.first - 1 - (words[count.first - 1] in ONLY))] not in ("on", "for", "over")
    ):
        return kind
    before = range(count.first - 1, max(begin - 1, count.first - _REACH), -1)
    return _kind_in(context, before, count, stops=(",",)) or _kind_of_it(context, count)


def _kind_asked(context: Context, count: Count) -> Kind | None:
    """Return what was asked to be counted, where a count says no more: "that is two out of five."."""
    asked = context.user.texts[-1].words
    behind = word_at(context.text.words, count.last + 1)
    is_so = behind in _SO and word_at(context.text.words, count.last + 2) in _ENDING
    if not count.is_of_whole or not (is_so or ("how", "many") in pairwise(asked)):
        return None
    return asked_kind(context) if is_so or behind in _ENDING else None


def _kind_of_it(context: Context, count: Count) -> Kind | None:
    """Return what was asked about, where days are said to "have it": "four of the five have it"."""
    behind = context.text.words[count.last + 1 : count.last + 3]
    if len(behind) <= 1 or behind[0] not in _HAVING_IT or behind[1] not in ("it", "some", "any"):
        return None
    asked = (TERMS[word] for word in context.user.texts[-1].words if word in TERMS)
    return next((of_sky(term, False) for term in asked if term.falls or term in PLAIN_KINDS), None)


def _kind_in(context: Context, span: range, count: Count, stops: tuple[str, ...]) -> Kind | None:
    words = context.text.words
    named = _named_aside(context)
    for k in span:
        word = words[k]
        if k in named or (word in _DROPS and word_at(words, k + 1) in _SIDES):
            continue
        if word in stops or word in _STOPS:
            return None
        figure = next((f for f in context.figures if f.first <= k <= f.last and f.hedge in THRESHOLDS), None)
        if figure is not None:
            return of_mark(figure, _is_nightly(context, count, k))
        is_of_days = count.is_of_times or count.is_of_whole
        reached = next((f for f in context.figures if f.first <= k <= f.last and is_of_days), None)
        if reached is not None and reached.must and not _REACHING.isdisjoint(words[k - 2 : k]):
            return of_mark(reached._replace(hedge="at_least"), _is_nightly(context, count, k))
        term = None if words[k + 1 : k + 2] in _SINKING and word in ("drop", "drops") else TERMS.get(word)
        if term in (CLOUDY, OVERCAST) and context.stances.is_denied(k, k) is False:
            claim = claim_at(context.text, k)
            return of_sky(claim.term, False) if claim is not None and claim.term in _CLOUDED else None
        if term is not None and (term.falls or term in PLAIN_KINDS):
            if {"chance", "chances", "risk", "odds"} & set(words[min(span[0], k) : max(span[0], k)]):
                return None
            return _of_term(context, count, k, term)
        is_asked = word == "mark" and not {"freezing", "frost"}.isdisjoint(context.user.words)
        is_zero = word == "zero" and words[k - 1] in _SIDES
        if is_asked or is_zero or (word in FREEZING and words[k - 1] != "of"):
            return _of_freezing(context, count, k)
    return None


def _of_term(context: Context, count: Count, k: int, term: Term) -> Kind | None:
    """Return the kind of day that a word for the sky at token k tells of, with the one joined to it."""
    denied = context.stances.is_denied(k, k) if count.number else False
    if denied is None:
        return None
    beside = _joined_to(context.text.words, k)
    return of_skies((term, beside), denied) if beside else of_sky(term, denied)


def _of_freezing(context: Context, count: Count, k: int) -> Kind | None:
    """Return the kind of day that is on the side of freezing said before or behind token k."""
    words = context.text.words
    is_above = not _ABOVE.isdisjoint(words[max(0, min(count.first, k - 2)) : max(count.first, k)])
    is_none = words[count.first - 1] in ("not", "never", "hardly", "scarcely")
    if is_above and (is_none or context.stances.is_denied(k, k) is not False):
        return None
    return (of_thaw if is_above else of_frost)(_is_nightly(context, count, k))


def _named_aside(context: Context) -> set[int]:
    """Return the tokens of days named between commas: "one of the five days, Friday, brings snow"."""
    words = context.text.words
    spans = [(cue.first - 1, cue.last + 1) for cue in context.scopes.days]
    return {
        k
        for first, last in spans
        if first >= 0 and words[first] == "," and word_at(words, last) == ","
        for k in range(first, last + 1)
    }


def _joined_to(words: tuple[str, ...], k: int) -> Term | None:
    """Return the other word for the sky of "snowy or wet"."""
    behind = words[k + 2 : k + 3] if words[k + 1 : k + 2] in (("or",), ("/",)) else ()
    return TERMS.get(behind[0]) if behind else None


def _is_nightly(context: Context, count: Count, k: int) -> bool:
    near = set(context.text.words[min(count.first, k) : max(count.last, k) + 1])
    return bool(_NIGHTS & (near | context.user.words))


def _possible(context: Context, count: Count, kind: Kind, found: Sequence[list[Reading]]) -> set[int]:
    """Return how many days it may be: of a kind in all, or of those in a row, at the one end or the other."""
    words = context.text.words
    if _IN_A_ROW.isdisjoint(words[count.first + 1 : count.last + 6]):
        return set[int]().union(*map(kind, found))
    before = words[max(0, count.first - 3) : count.first]
    end = 0 if not _OPENING.isdisjoint(before) else -1 if not _CLOSING.isdisjoint(before) else None
    return set[int]().union(*(lengths_of_runs(kind, days, end) for days in found))


def judged(context: Context, count: Count, kind: Kind, forecasts: Sequence[list[Reading]]) -> Judgement:
    """Judge a number of days of a kind by those of each forecast that it may be of."""
    scope = context.scopes.at(count.first, count.last)
    found = [days for days in forecasts if scope.spots is None or days[0].place in scope.spots] or forecasts
    possible = _possible(context, count, kind, found)
    if count.is_of_whole:
        possible |= of_places(found, scope, kind)
    if count.number in possible:
        return Judgement(count.first, count.last, tuple(day for days in found for day in days))
    told = " or ".join(str(each) for each in sorted(possible))
    said = context.text.around(count.first, count.last)
    return Judgement(
        count.first,
        count.last,
        fault=f"you wrote '{said}', which are {count.number} days; the results have {told}",
    )
