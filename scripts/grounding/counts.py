"""How many days or nights are said to be wet, dry, freezing or past a mark: "two of the five are wet"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from scripts.grounding.context import Context, Judgement
from scripts.grounding.day_kinds import (
    PLAIN_KINDS,
    Kind,
    lengths_of_runs,
    of_both,
    of_frost,
    of_mark,
    of_places,
    of_skies,
    of_sky,
    of_thaw,
)
from scripts.grounding.facts import Field, Reading
from scripts.grounding.figure import Figure
from scripts.grounding.figure_words import PERCENTS, TEMPERATURES
from scripts.grounding.maxims import is_lesson
from scripts.grounding.sky_claims import claim_at
from scripts.grounding.sky_words import CLOUDY, DRY, OVERCAST, PARTLY, TERMS, Term
from scripts.grounding.text import Text, Triggers, word_set

_SMALL: Final = (
    "none", "one 1", "two 2 pair couple twice", "three 3 thrice", "four 4", "five 5", "six 6", "seven 7",
    "eight 8", "nine 9", "ten 10", "eleven 11", "twelve 12", "thirteen 13", "fourteen 14 fortnight",
    "fifteen 15", "sixteen 16", "seventeen 17", "eighteen 18", "nineteen 19", "twenty 20",
)  # fmt: skip
_AS_MUCH: Final = word_set("as the what that its")
"""What follows a "twice" that compares and counts no days."""

_COUNTS: Final = {name: number for number, names in enumerate(_SMALL) for name in names.split()}
_COUNTING: Final = Triggers(_COUNTS)
_DAYS: Final = word_set("days nights mornings afternoons evenings day night days' nights'")
_CLOUDED: Final = (CLOUDY, OVERCAST, PARTLY)
_SKIES: Final = _DAYS | {"skies"}
_ABOVE: Final = frozenset(("above", "over", "past", "beyond", "clears", "clear"))
_NIGHTS: Final = word_set("night nights nights' lows overnight dawns dawn")
_HAVING_IT: Final = word_set("have has get gets see sees bring brings want wants promise promises catch")
_REACH: Final = 9
"""Tokens after a count, or before it, within which what it is of must be said."""

_HEDGED: Final = word_set(
    "about around roughly perhaps maybe some least most another more next last first than other than these "
    "those the both every all within up to under over nearly almost"
)
_OF_WHOLE: Final = word_set("the these those your our its this next coming following all in a")
_OF: Final = frozenset(("of", "in"))
_GOING_ON: Final = word_set("then another more followed besides first extra further before after until other")
_BEHIND_WHOLE: Final = word_set(
    ". , ; : ! ) — days nights and but is are with in for at day gets stays falls"
) | {""}
_OF_SET: Final = word_set(
    "worst best most least none day days night nights first last only middle one pick choice any"
)
_STOPS: Final = frozenset((";", "—", "–", ":", "but", "while", "whilst", "though"))
_LED: Final = word_set(
    "upon on expect reckon look for only just but exactly precisely why well sir friend a full fully "
    "no fewer than i count"
)
_ASKING: Final = frozenset(("many", "any"))
_IN_A_ROW: Final = word_set("row straight running consecutive trot successive succession together unbroken")
_WEEK: Final = 7
_ALL_DAY: Final = word_set("all stay stays staying throughout round never whole entire entirely")
_BELOW: Final = frozenset(("below", "under", "beneath"))
_NOT_LISTED: Final = word_set(
    "while whilst but though with then not except and-not whereas against at reaching when"
)
_AFTER_ANSWER: Final = frozenset(
    (".", ",", ":", ";", "—", "–", "-", "!", "of", "out", "in", "only", "days", "nights", "do", "it", "")
)
_FROST: Final = word_set("freezing frost freeze freezes frosts frosty frozen")
_FREEZING: Final = word_set("freezing frost frosts frosty freeze freezes")
_KINDS: Final = TERMS.keys() | _FREEZING
_THRESHOLDS: Final = frozenset(("over", "under", "at_least", "at_most"))


@dataclass(frozen=True, slots=True)
class _Count:
    """A number of days: the tokens it spans, and whether it is said to be of the whole forecast."""

    first: int
    last: int
    number: int
    is_of_whole: bool
    is_of_times: bool = False


def judge_counts(context: Context) -> Iterator[Judgement]:
    """Yield a judgement for each count of the days of a forecast that are of one kind."""
    forecasts = _forecasts(context)
    if not forecasts:
        return
    words = context.text.words
    longest = max(map(len, forecasts))
    for k in context.text.where(_COUNTING):
        if not context.stances.is_asserted(k):
            continue
        fault = _too_many(context, k, longest)
        if fault is not None:
            yield fault
            continue
        count = _count_at(words, k, longest)
        if count is None or is_lesson(context.text, context.stances.names, count.first, count.last):
            continue
        kinds = _kinds(context, count)
        if kinds is not None:
            judgement = _judged(context, count, kinds, forecasts)
            yield judgement
            colon = _colon_behind(words, count.last) or (
                count.is_of_times and _comma_behind(words, count.last)
            )
            if colon and not judgement.fault and len(forecasts) == 1:
                yield from _listed(context, colon - 1, kinds, forecasts[0])
    yield from _answered(context, forecasts)


def _forecasts(context: Context) -> list[list[Reading]]:
    """Return the days of each forecast of this turn, or of the latest given."""
    days = [reading for reading in context.latest if not reading.is_current]
    days = days or [reading for reading in context.given if not reading.is_current]
    calls = sorted({reading.call for reading in days})
    return [[reading for reading in days if reading.call == call] for call in calls]


def _at(words: tuple[str, ...], k: int) -> str:
    return words[k] if 0 <= k < len(words) else ""


def _comma_behind(words: tuple[str, ...], last: int) -> int:
    """Return the comma right behind "twice", which the days then follow."""
    return last + 1 if words[last + 1 : last + 3] in ((",", "on"), (",", "once"), ("(", "on")) else 0


def _colon_behind(words: tuple[str, ...], last: int) -> int:
    """Return the colon that a list of the days counted follows, 0 where there is none."""
    return next((k for k in range(last + 1, min(len(words), last + _REACH)) if words[k] == ":"), 0)


def _too_many(context: Context, k: int, longest: int) -> Judgement | None:
    """Return a fault for "all eight days" of a forecast of seven."""
    words = context.text.words
    number = _COUNTS[words[k]]
    is_whole = _at(words, k + 1) in ("days", "nights") and (
        _at(words, k - 1) in ("all", "the", "these") or words[k + 2 : k + 3] in (("running",), ("straight",))
    )
    is_whole = (
        is_whole or _is_of_more(words, k) or (_at(words, k + 1) in _KINDS and _at(words, k + 2) in _SKIES)
    )
    if not is_whole or number <= longest or _at(words, k + 2) in ("before", "ago", "after", "since"):
        return None
    said = context.text.around(k, k + 1)
    return Judgement(k, k + 1, fault=f"you wrote '{said}'; the forecast has {longest} days")


def _is_of_more(words: tuple[str, ...], k: int) -> bool:
    """Whether "of the eleven" stands behind a superlative or a count: "the windiest of the eleven"."""
    if words[max(0, k - 2) : k] != ("of", "the") or _at(words, k + 1) not in _BEHIND_WHOLE:
        return False
    near = words[max(0, k - 5) : k - 2]
    return any(word.endswith("est") or word in _OF_SET or word in _COUNTS for word in near)


def _count_at(words: tuple[str, ...], k: int, longest: int) -> _Count | None:
    """Read "two of the five days", "three out of seven", "four rainy days", "two days" at token k."""
    if _HEDGED.intersection(words[max(0, k - 2) : k]) - {"in"} or words[k] in ("fortnight", "couple", "pair"):
        return None
    number = _COUNTS[words[k]]
    if number == 1 and k and words[k - 1] in ("not", "never", "nary", "no"):
        return None
    if longest in (_COUNTS.get(_at(words, k - back), -1) for back in (1, 2, 3)) and _opens_whole(words, k):
        return _Count(k, k, number, True)
    at = k + 1
    if _at(words, at) in _DAYS:
        at += 1
    if words[at : at + 2] == ("out", "of"):
        at += 1
    if _at(words, at) in _OF and _at(words, at + 1) in (_OF_WHOLE | _COUNTS.keys() | {"seven-day"}):
        of = at + 1
        while _at(words, of) in _OF_WHOLE:
            of += 1
        whole = _COUNTS.get(_at(words, of))
        last = of + (_at(words, of + 1) in _DAYS)
        if words[at] == "in" and of == last == at + 1:
            return None
        return _Count(k, last, number, True) if whole is not None and whole == longest else None
    if _at(words, k + 1) in _DAYS and _at(words, k + 1) not in ("day", "night"):
        return _Count(k, k + 1, number, False)
    if _at(words, k + 1) in _KINDS and _at(words, k + 2) in _SKIES:
        return _Count(k, k, number, False)
    if (words[k] in ("twice", "thrice") and _at(words, k + 1) not in _AS_MUCH) or (
        _at(words, k + 1) == "times" and number > 1
    ):
        return _Count(k, k + (_at(words, k + 1) == "times"), number, False, True)
    return None


def _opens_whole(words: tuple[str, ...], k: int) -> bool:
    """Whether "of the five days" stands before the count at token k."""
    rest = [word for word in words[max(0, k - 6) : k] if word not in _DAYS and word != ","]
    return rest[-3:-1] == ["of", "the"] or rest[-2:-1] == ["of"]


def _kinds(context: Context, count: _Count) -> Kind | None:
    """Return what the days counted are said to be, from the words behind the count or before it."""
    text = context.text
    begin, end = text.sentence(count.first)
    words = text.words
    if not count.is_of_whole and _GOING_ON.intersection(words[begin:end]):
        return None
    after = range(count.last + 1, min(end, count.last + _REACH))
    kind = _kind_in(context, after, count, stops=("," if count.is_of_whole else ";", "and"))
    if kind is not None or (
        not (count.is_of_whole or count.is_of_times)
        and _at(words, count.first - 1) not in ("on", "for", "over")
    ):
        return kind
    before = range(count.first - 1, max(begin - 1, count.first - _REACH), -1)
    return _kind_in(context, before, count, stops=(",",)) or _kind_of_it(context, count)


def _kind_of_it(context: Context, count: _Count) -> Kind | None:
    """Return what was asked about, where days are said to "have it": "four of the five have it"."""
    behind = context.text.words[count.last + 1 : count.last + 3]
    if len(behind) <= 1 or behind[0] not in _HAVING_IT or behind[1] not in ("it", "some", "any"):
        return None
    asked = (TERMS[word] for word in context.user.texts[-1].words if word in TERMS)
    return next((of_sky(term, False) for term in asked if term.falls or term in PLAIN_KINDS), None)


def _kind_in(context: Context, span: range, count: _Count, stops: tuple[str, ...]) -> Kind | None:
    words = context.text.words
    for k in span:
        word = words[k]
        if word in stops or word in _STOPS:
            return None
        figure = next((f for f in context.figures if f.first <= k <= f.last and f.hedge in _THRESHOLDS), None)
        if figure is not None:
            return of_mark(figure, _is_nightly(context, count, k))
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


def _is_nightly(context: Context, count: _Count, k: int) -> bool:
    near = set(context.text.words[min(count.first, k) : max(count.last, k) + 1])
    return bool(_NIGHTS & (near | context.user.words))


def _judged(context: Context, count: _Count, kind: Kind, forecasts: Sequence[list[Reading]]) -> Judgement:
    scope = context.scopes.at(count.first, count.last)
    found = [days for days in forecasts if scope.spots is None or days[0].place in scope.spots] or forecasts
    possible = set[int]().union(*map(kind, found))
    if count.is_of_whole:
        possible |= of_places(found, scope, kind)
    if min(possible) <= count.number <= max(possible):
        return Judgement(count.first, count.last, tuple(day for days in found for day in days))
    told = " or ".join(str(each) for each in sorted(possible))
    said = context.text.around(count.first, count.last)
    return Judgement(
        count.first,
        count.last,
        fault=f"you wrote '{said}', which are {count.number} days; the results have {told}",
    )


def _answered(context: Context, forecasts: Sequence[list[Reading]]) -> Iterator[Judgement]:
    """Yield a judgement for a reply that opens with a number, to somebody who asked how many days."""
    asked = context.user.texts[-1]
    if not _ASKING.intersection(asked.words) and "on" not in context.text.words[:3]:
        return
    kind = _asked_kind(asked, context)
    begin, end = context.text.sentences[0] if context.text.sentences else (0, 0)
    words = context.text.words
    at = next((k for k in range(begin, min(end, begin + 6)) if words[k] not in _LED and words[k] != ","), end)
    number = 0 if words[at : at + 2] == ("not", "one") else _COUNTS.get(_at(words, at))
    follows = _at(words, at + 1 + (words[at : at + 2] == ("not", "one")))
    if kind is None or number is None or follows not in _AFTER_ANSWER:
        return
    if "many" not in asked.words and not _is_of_days(words, at):
        return
    if _IN_A_ROW.intersection(words[at + 1 : at + 5]):
        runs = set[int]().union(*(lengths_of_runs(kind, days) for days in forecasts))
        if number in runs:
            yield Judgement(at, at, tuple(day for days in forecasts for day in days))
            return
    count = _Count(at, at, number, True)
    longest = max(map(len, forecasts))
    if _count_at(words, at, longest) is None or _kinds(context, count) is None:
        judgement = _judged(context, count, kind, forecasts)
        yield judgement
        if not judgement.fault and len(forecasts) == 1 and longest <= _WEEK:
            colon = _colon_behind(words, at)
            if follows in (":", ",", "—", "–", "-") or colon:
                yield from _listed(context, max(at, colon - 1), kind, forecasts[0])


def _is_of_days(words: tuple[str, ...], at: int) -> bool:
    """Whether the number that a reply opens with plainly counts days: "Two days of the five"."""
    behind = words[at + 1 : at + 4]
    return not _DAYS.isdisjoint(behind) or behind[:2] in (("of", "the"), ("of", "them"), ("out", "of"))


def _listed(context: Context, at: int, kind: Kind, days: Sequence[Reading]) -> Iterator[Judgement]:
    """Yield a fault for each day listed behind a count that is of another kind: "Three: Wednesday and …"."""
    _, end = context.stances.sentence(at)
    words = context.text.words
    stop = next((k for k in range(at + 2, end) if words[k] in _STOPS or words[k] in _NOT_LISTED), end)
    for cue in context.scopes.named_between(at, stop - 1):
        named = [day for day in days if day.atoms & (cue.days or frozenset())]
        if any(kind([day]) == {0} for day in named):
            said = context.text.said(cue.first, cue.last)
            yield Judgement(
                cue.first,
                cue.last,
                fault=f"you wrote '{said}'; by the results it is not of the kind asked for",
            )


def _asked_kind(asked: Text, context: Context) -> Kind | None:
    """Return what "how many days …?" asks: of rain, above 30, below freezing."""
    words = asked.words
    many = next((k for k, word in enumerate(words) if word in _ASKING), 0)
    is_how_many = words[many - 1 : many] == ("how",) and not _DAYS.isdisjoint(words[many : many + 8])
    if words[many : many + 1] == ("many",) and not is_how_many:
        return None
    is_nightly = not _NIGHTS.isdisjoint(words)
    marks = [figure for figure in context.user.figures_now if figure.must]
    if len(marks) == 1:
        mark = marks[0]
        if mark.hedge == "exact" and mark.is_exact:
            mark = mark._replace(hedge="at_least")
        term = next((TERMS[word] for word in words[many : many + _REACH] if word in TERMS), None)
        kind = of_mark(mark, is_nightly)
        is_too = term is not None and mark.fields <= PERCENTS and (term.falls or term in PLAIN_KINDS)
        return of_both(kind, of_sky(term, False)) if term is not None and is_too and term is DRY else kind
    if marks:
        return None
    if "zero" in words and not _BELOW.isdisjoint(words):
        is_whole_day = not _ALL_DAY.isdisjoint(words[many:])
        fields: frozenset[Field] = frozenset(("high",)) if is_whole_day else TEMPERATURES
        return of_mark(Figure(0, 0, 0, 0, fields, None, hedge="under"), is_nightly)
    for word in words[many:]:
        term = TERMS.get(word)
        if term is not None and (term.falls or term in PLAIN_KINDS):
            return of_sky(term, False)
        if word in _FROST and "above" not in words:
            return of_frost(is_nightly)
    return None
