"""How many days or nights are said to be wet, dry, freezing or past a mark: "two of the five are wet"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from scripts.grounding.asked_kinds import asked_kind
from scripts.grounding.cardinals import is_numeral
from scripts.grounding.context import Context, Judgement, told_by
from scripts.grounding.day_kinds import (
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
from scripts.grounding.enumerated import Count, judge_enumerated
from scripts.grounding.facts import Reading
from scripts.grounding.maxims import is_lesson
from scripts.grounding.sky_claims import claim_at
from scripts.grounding.sky_words import CLOUDY, OVERCAST, PARTLY, TERMS, Term
from scripts.grounding.text import Triggers, word_set

_SMALL: Final = (
    "none", "one 1", "two 2 pair couple twice", "three 3 thrice", "four 4", "five 5", "six 6", "seven 7",
    "eight 8", "nine 9", "ten 10", "eleven 11", "twelve 12", "thirteen 13", "fourteen 14 fortnight",
    "fifteen 15", "sixteen 16", "seventeen 17", "eighteen 18", "nineteen 19", "twenty 20",
)  # fmt: skip
_WITHIN: Final = (("degrees", "in"), ("points", "in"), ("degree", "in"))
"""What goes before a count of days that something takes: "fourteen degrees in two days"."""

_AS_MUCH: Final = word_set("as the what that its")
"""What follows a "twice" that compares and counts no days."""

COUNTS: Final = {name: number for number, names in enumerate(_SMALL) for name in names.split()}
_LONE: Final = frozenset(("single", "lone", "solitary", "sole"))
_COUNTING: Final = Triggers((*COUNTS, *_LONE, "once"))
_ONLY: Final = frozenset(("only", "just", "but", "rains", "snows", "freezes"))
_SAVE: Final = (("all", "but"), ("day", "but"), ("all", "except"), ("day", "except"), ("all", "save"),
    ("days", "but"), ("night", "but"), ("day", "save"))  # fmt: skip
"""What stands before those left out of all: "every day but one is dry"."""
_DAYS: Final = word_set("days nights mornings afternoons evenings day night days' nights'")
_CLOUDED: Final = (CLOUDY, OVERCAST, PARTLY)
_NOT_ONE: Final = word_set("not never nary no without")
_SKIES: Final = _DAYS | {"skies", "ones"}
_ABOVE: Final = frozenset(("above", "over", "past", "beyond", "clears", "clear"))
_NIGHTS: Final = word_set("night nights nights' lows overnight dawns dawn")
_HAVING_IT: Final = word_set("have has get gets see sees bring brings want wants promise promises catch")
_REACH: Final = 9
"""Tokens after a count, or before it, within which what it is of must be said."""

_REACHING: Final = word_set("reaches touches hits makes tops reach touch hit make top")
_HEDGED: Final = word_set(
    "about around roughly perhaps maybe some least most another more next last first than other than these "
    "those the both every all within up to under over nearly almost"
)
_OF_WHOLE: Final = word_set("the these those your our its this next coming following all in a")
_WHOLES: Final = _OF_WHOLE | COUNTS.keys() | {"seven-day"}
_OF_SPAN: Final = word_set("of out these those the next coming following all in within for over first last")
_OF: Final = frozenset(("of", "in"))
_GOING_ON: Final = word_set(
    "since then another more followed besides first extra further before after until other"
)
_BEHIND_WHOLE: Final = word_set(
    ". , ; : ! ) — days nights and but is are with in for at day gets stays falls"
) | {""}
_OF_SET: Final = word_set(
    "worst best most least none day days night nights first last only middle one pick choice any"
)
_STOPS: Final = frozenset((";", "—", "–", ":", "but", "while", "whilst", "though"))
_OPENING: Final = word_set("opens starts begins start open begin first starting opening beginning")
_CLOSING: Final = word_set("closes ends finishes close end finish closing ending finishing")
_IN_A_ROW: Final = word_set("row straight running consecutive trot successive succession together unbroken")
_FREEZING: Final = word_set("freezing frost frosts frosty freeze freezes")
_KINDS: Final = TERMS.keys() | _FREEZING
_THRESHOLDS: Final = frozenset(("over", "under", "at_least", "at_most"))


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
    forecasts = forecasts_of(context)
    if not forecasts:
        return
    words = context.text.words
    longest = max(map(len, forecasts))
    for k in context.text.where(_COUNTING):
        is_date = k in context.taken and is_numeral(words[k])
        if is_date or not context.stances.is_asserted(k) or _is_no_count(context, k):
            continue
        fault = _too_many(context, k, longest)
        if fault is not None:
            yield fault
            continue
        count = count_at(words, k, longest)
        if count is None or is_lesson(context.text, context.stances.names, count.first, count.last):
            continue
        kind = kind_of(context, count) or _kind_asked(context, count)
        if kind is not None:
            judgement = judged(context, count, kind, forecasts)
            yield judgement
            if judgement.fault:
                continue
        if len(forecasts) == 1 and words[k - 1] not in _OF_SPAN:
            yield from judge_enumerated(context, count, forecasts[0], kind)


def forecasts_of(context: Context) -> list[list[Reading]]:
    """Return the days of each forecast of this turn, or of the latest given."""
    days = [reading for reading in context.latest if not reading.is_current]
    days = days or [reading for reading in context.given if not reading.is_current]
    calls = sorted({reading.call for reading in days})
    return [[reading for reading in days if reading.call == call] for call in calls]


def word_at(words: tuple[str, ...], k: int) -> str:
    """Return the word at a token, "" beyond the ends."""
    return words[k] if 0 <= k < len(words) else ""


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
        or (word_at(words, k + 1) in _KINDS and word_at(words, k + 2) in _SKIES)
    )
    if not is_whole or number <= longest or word_at(words, k + 2) in ("before", "ago", "after", "since"):
        return None
    said = context.text.around(k, k + 1)
    return Judgement(k, k + 1, fault=f"you wrote '{said}'; the forecast has {longest} days")


def _is_of_more(words: tuple[str, ...], k: int) -> bool:
    """Whether "of the eleven" stands behind a superlative or a count: "the windiest of the eleven"."""
    if words[max(0, k - 2) : k] != ("of", "the") or word_at(words, k + 1) not in _BEHIND_WHOLE:
        return False
    near = words[max(0, k - 5) : k - 2]
    return any(word.endswith("est") or word in _OF_SET or word in COUNTS for word in near)


def count_at(words: tuple[str, ...], k: int, longest: int) -> Count | None:
    """Read "two of the five days", "three out of seven", "four rainy days", "two days" at token k."""
    if words[k] in _LONE or words[k] == "once" or (words[k] == "one" and words[k - 1] in _ONLY):
        found = _one_at(words, k)
        if found is not None or words[k] != "one":
            return found
    if words[max(0, k - 2) : k] in _SAVE and words[k] in COUNTS:
        return Count(k, k, longest - COUNTS[words[k]], True)
    if _HEDGED.intersection(words[max(0, k - 2) : k]) - {"in"} or words[k] in ("fortnight", "couple", "pair"):
        return None
    number = COUNTS.get(words[k])
    if number is None or (number == 1 and k and words[k - 1] in ("not", "never", "nary", "no")):
        return None
    if longest in (COUNTS.get(word_at(words, k - back), -1) for back in (1, 2, 3)) and _opens_whole(words, k):
        return Count(k, k, number, True)
    at = k + 1
    if word_at(words, at) in _DAYS:
        at += 1
    if word_at(words, at) == "of" and words[at + 2 : at + 4] == ("out", "of"):
        at += 2
    if words[at : at + 2] == ("out", "of"):
        at += 1
    if word_at(words, at) in _OF and word_at(words, at + 1) in _WHOLES:
        last = _end_of_whole(words, at, longest)
        return None if last is None else Count(k, last, number, True)
    if words[max(0, k - 2) : k] in _WITHIN:
        return None
    if word_at(words, k + 1) in _DAYS and word_at(words, k + 1) not in ("day", "night"):
        if words[k - 1 : k] == ("in",):
            return None
        return Count(k, k + 1, number, False)
    if word_at(words, k + 1) in _KINDS and word_at(words, k + 2) in _SKIES:
        return Count(k, k, number, False)
    if (words[k] in ("twice", "thrice") and word_at(words, k + 1) not in _AS_MUCH) or (
        word_at(words, k + 1) == "times" and number > 1
    ):
        return Count(k, k + (word_at(words, k + 1) == "times"), number, False, True)
    return None


def _end_of_whole(words: tuple[str, ...], at: int, longest: int) -> int | None:
    """Return the last token of "of the five days" from its "of"; None where it is another number."""
    of = at + 1
    while word_at(words, of) in _OF_WHOLE:
        of += 1
    last = of + (word_at(words, of + 1) in _DAYS)
    is_year = words[at] == "in" and of == last == at + 1
    return last if COUNTS.get(word_at(words, of)) == longest and not is_year else None


def _one_at(words: tuple[str, ...], k: int) -> Count | None:
    """Read "a single dry day", "only one day", "it rains but once"."""
    behind = word_at(words, k + 1)
    if words[k] == "once":
        is_so = words[k - 1] in _ONLY and (behind in _BEHIND_WHOLE)
        return Count(k, k, 1, False, True) if is_so else None
    if words[k] == "one":
        return Count(k, k + 1, 1, False) if behind in ("day", "night") else None
    is_denied = not _NOT_ONE.isdisjoint(words[max(0, k - 2) : k])
    is_day = behind in _KINDS and word_at(words, k + 2) in _SKIES
    return Count(k, k, 1, False) if is_day and not is_denied else None


def _opens_whole(words: tuple[str, ...], k: int) -> bool:
    """Whether "of the five days" stands before the count at token k."""
    rest = [word for word in words[max(0, k - 6) : k] if word not in _DAYS and word != ","]
    return rest[-3:-1] == ["of", "the"] or rest[-2:-1] == ["of"]


def kind_of(context: Context, count: Count) -> Kind | None:
    """Return what the days counted are said to be, from the words behind the count or before it."""
    text = context.text
    begin, end = text.sentence(count.first)
    words = text.words
    is_run = not _IN_A_ROW.isdisjoint(words[count.first + 1 : count.last + 6])
    if not (count.is_of_whole or is_run) and _GOING_ON.intersection(words[begin:end]):
        return None
    after = range(count.last + 1, min(end, count.last + _REACH))
    kind = _kind_in(context, after, count, stops=("," if count.is_of_whole else ";", "and"))
    if kind is not None or (
        not (count.is_of_whole or count.is_of_times)
        and word_at(words, count.first - 1) not in ("on", "for", "over")
    ):
        return kind
    before = range(count.first - 1, max(begin - 1, count.first - _REACH), -1)
    return _kind_in(context, before, count, stops=(",",)) or _kind_of_it(context, count)


def _kind_asked(context: Context, count: Count) -> Kind | None:
    """Return what was asked to be counted, where a count says no more: "that is two out of five."."""
    asked = context.user.texts[-1].words
    if not count.is_of_whole or ("how", "many") not in pairwise(asked):
        return None
    return asked_kind(context) if word_at(context.text.words, count.last + 1) in (".", "!", ";", "") else None


def _kind_of_it(context: Context, count: Count) -> Kind | None:
    """Return what was asked about, where days are said to "have it": "four of the five have it"."""
    behind = context.text.words[count.last + 1 : count.last + 3]
    if len(behind) <= 1 or behind[0] not in _HAVING_IT or behind[1] not in ("it", "some", "any"):
        return None
    asked = (TERMS[word] for word in context.user.texts[-1].words if word in TERMS)
    return next((of_sky(term, False) for term in asked if term.falls or term in PLAIN_KINDS), None)


def _kind_in(context: Context, span: range, count: Count, stops: tuple[str, ...]) -> Kind | None:
    words = context.text.words
    for k in span:
        word = words[k]
        if word in stops or word in _STOPS:
            return None
        figure = next((f for f in context.figures if f.first <= k <= f.last and f.hedge in _THRESHOLDS), None)
        if figure is not None:
            return of_mark(figure, _is_nightly(context, count, k))
        is_of_days = count.is_of_times or count.is_of_whole
        reached = next((f for f in context.figures if f.first <= k <= f.last and is_of_days), None)
        if reached is not None and reached.must and not _REACHING.isdisjoint(words[k - 2 : k]):
            return of_mark(reached._replace(hedge="at_least"), _is_nightly(context, count, k))
        term = TERMS.get(word)
        if term in (CLOUDY, OVERCAST) and context.stances.is_denied(k, k) is False:
            claim = claim_at(context.text, k)
            return of_sky(claim.term, False) if claim is not None and claim.term in _CLOUDED else None
        if term is not None and (term.falls or term in PLAIN_KINDS):
            if {"chance", "chances", "risk", "odds"} & set(words[min(span[0], k) : max(span[0], k)]):
                return None
            denied = context.stances.is_denied(k, k) if count.number else False
            beside = _joined_to(words, k)
            return (
                None
                if denied is None
                else of_skies((term, beside), denied)
                if beside
                else of_sky(term, denied)
            )
        is_asked = word == "mark" and not {"freezing", "frost"}.isdisjoint(context.user.words)
        if is_asked or (word in _FREEZING and words[k - 1] != "of"):
            is_above = not _ABOVE.isdisjoint(words[max(0, min(count.first, k - 2)) : max(count.first, k)])
            is_none = words[count.first - 1] in ("not", "never", "hardly", "scarcely")
            if is_above and (is_none or context.stances.is_denied(k, k) is not False):
                return None
            return (of_thaw if is_above else of_frost)(_is_nightly(context, count, k))
    return None


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
