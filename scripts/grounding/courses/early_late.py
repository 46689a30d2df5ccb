"""What is said to come early in a forecast, or late: "wet at first, then dry", "the worst comes last"."""

from collections.abc import Iterator
from typing import Final

from scripts.grounding.constructions.trend_spans import certain, courses_of, goes_over_halves, is_later_on
from scripts.grounding.context import Context, Judgement, told_by
from scripts.grounding.text import Triggers, word_set
from scripts.grounding.words.trend_words import COMPARED, QUALITIES, SPANS, Way

_SIGN: Final = {
    **dict.fromkeys(("first", "early", "earlier", "beginning", "start", "opening", "front", "outset"), -1),
    **dict.fromkeys(("begins", "starts", "opens", "begin"), -1),
    **dict.fromkeys(
        ("last", "late", "later", "latter", "second", "end", "back", "finish", "close", "after"), 1
    ),
    **dict.fromkeys(("after", "ends", "finishes", "closes", "winds"), 1),
}
_TURNING: Final = word_set("turns turn turning goes grows gets")
_TRIGGERS: Final = Triggers((*_SIGN, *_TURNING, "from", "come"))
_VERBS: Final = word_set("begins starts opens begin ends finishes closes winds")
_HALVES: Final = word_set("half part end days day week stretch portion leg third one ones section")
_HALVED: Final = word_set("first last early earlier later late latter second back front opening beginning")
_NOUNS: Final = word_set("start beginning end opening finish close front back outset")
_AT: Final = word_set("at toward towards by until till in to near of for on")
_BETWEEN: Final = word_set(
    "days day of the week it comes come is are be all at weather one part stuff falls fall arrives lies "
    "in on saved for kept up right mostly mainly then out it's to begin by turns turn will that a bit and "
    "comes likely spell does doesn't will won't not things half ones with off itself most bunched packed put "
    "sits sit arrive"
)
_OPENING: Final = word_set("out up off in with the a on by being as it very quite rather and both")
_STOPS: Final = word_set(". , ; : and then but — – ! ) with while") | {""}
_IT: Final = SPANS | {"it"}
_NOT: Final = frozenset(("not", "doesn't", "won't"))
_STRONGEST: Final = {
    "strongest": 1,
    "hardest": 1,
    "fiercest": 1,
    "lightest": -1,
    "weakest": -1,
    "gentlest": -1,
}
_WIND: Final = word_set("wind winds breeze blow blows gusts")
_OF_SPAN: Final = tuple((of, the) for of in ("of", "to") for the in ("the", "this", "it"))
_ONES: Final = (("one",), ("ones",), ("loaded",))
_REACH: Final = 7


@told_by(_TRIGGERS)
def judge_early_late(context: Context) -> Iterator[Judgement]:
    """Yield a judgement for each such claim, held against how the days of a forecast go."""
    if sum(not reading.is_current for reading in context.given) < 2:
        return
    for k in context.text.where(_TRIGGERS):
        first, last = context.stances.segment(k)
        found = _changed(context.text.words, k, first, last) or _told(context.text.words, k, first, last)
        if found is None or any(
            context.text.words[cue.first] not in _VERBS for cue in certain(context, first, last)
        ):
            continue
        way, at = found
        if context.text.words[k] in _VERBS and _is_alike_at_ends(context, k, way):
            continue
        if not context.stances.is_asserted(at) or context.stances.is_denied(at, at) is not False:
            continue
        courses = courses_of(context, at, first, last)
        if not courses:
            continue
        if not any(goes_over_halves(course, way) for course in courses):
            said = context.text.around(min(k, at), max(k, at))
            yield Judgement(k, k, fault=f"you wrote '{said}'; by the results it is the other way about")
        else:
            yield Judgement(k, k, tuple(reading for course in courses for reading in course))


def _is_alike_at_ends(context: Context, k: int, way: Way) -> bool:
    """Whether a stretch is told to begin as it ends: "opens with rain, closes with showers"."""
    begin, end = context.text.sentence(k)
    words = context.text.words
    told = (
        _way(words, _behind(words, j, end), _SIGN[words[j]]) for j in range(begin, end) if words[j] in _VERBS
    )
    return any(other is not None and other[0] == Way(way.of, -way.sign) for other in told)


def _changed(words: tuple[str, ...], k: int, first: int, last: int) -> tuple[Way, int] | None:
    """Return which way "from wet to dry" goes, or "the week turns wet", "the worst is yet to come"."""
    if words[k] == "from" and k + 3 < last and words[k + 2] == "to":
        one, other = QUALITIES.get(words[k + 1]), QUALITIES.get(words[k + 3])
        return (other, k + 3) if one is not None and other is not None else None
    if words[k] in _TURNING and k + 1 < last and words[k + 1] in QUALITIES and words[k + 1] not in COMPARED:
        is_of_week = not SPANS.isdisjoint(words[max(first, k - 3) : k]) or is_later_on(words[k:last])
        return (QUALITIES[words[k + 1]], k + 1) if is_of_week else None
    if words[k] == "come" and words[k - 2 : k] == ("yet", "to"):
        return _way(words, _before(words, k - 2, first), 1)
    if words[k] == "last" and words[k - 1] in _NOT:
        return _way(words, _before(words, k - 1, first), -1)
    return None


def _told(words: tuple[str, ...], k: int, first: int, last: int) -> tuple[Way, int] | None:
    """Return which way it goes by what is said to come early or late, and where that is told."""
    word = words[k]
    sign = _SIGN.get(word)
    if sign is None:
        return None
    if word in _VERBS and words[k - 1] != "to":
        is_of_week = not _IT.isdisjoint((*words[max(first, k - 3) : k], *words[first : first + 2]))
        return _way(words, _behind(words, k, last), sign) if is_of_week else None
    if word in _HALVED and words[k + 1 : k + 2] and words[k + 1] in _HALVES and words[k - 1] == "the":
        at = _after_half(words, k + 1, last)
        if at is not None:
            return _way(words, at, sign)
    if word in _NOUNS and words[k + 1 : k + 3] in _OF_SPAN:
        at = _after_half(words, k, last)
        if at is not None:
            return _way(words, at, sign)
    if word in _NOUNS and words[k - 1] in QUALITIES and words[k - 2] in ("a", "the"):
        return _way(words, k - 1, sign)
    return _way(words, _before(words, k, first), sign) if _closes(words, k, last) else None


def _way(words: tuple[str, ...], at: int | None, sign: int) -> tuple[Way, int] | None:
    if at is None:
        return None
    if words[at] in _STRONGEST:
        return Way("wind", sign * _STRONGEST[words[at]]), at
    way = QUALITIES[words[at]]
    is_less = words[at - 1] in ("less", "least")
    return Way(way.of, -sign * way.sign if is_less else sign * way.sign), at


def _is_quality(words: tuple[str, ...], at: int) -> bool:
    return words[at] in QUALITIES or (
        words[at] in _STRONGEST and not _WIND.isdisjoint(words[max(0, at - 4) : at])
    )


def _behind(words: tuple[str, ...], k: int, last: int) -> int | None:
    """Return where it is told what a stretch begins or ends with."""
    for at in range(k + 1, min(last, k + 5)):
        if _is_quality(words, at):
            return at
        if words[at] not in _OPENING and words[at] not in SPANS:
            return None
    return None


def _after_half(words: tuple[str, ...], k: int, last: int) -> int | None:
    """Return where it is told how a part of the week is: "the latter half of the week is drier"."""
    for at in range(k + 1, min(last, k + _REACH + 4)):
        if words[at] in ("and", "then", "than", "but"):
            return None
        if _is_quality(words, at):
            is_compared = words[at] in COMPARED and "than" in words[at + 1 : at + 4]
            return None if is_compared and _SIGN.keys().isdisjoint(words[at + 2 : at + 6]) else at
    return None


def _before(words: tuple[str, ...], k: int, first: int) -> int | None:
    """Return where it is told what comes first or last: "the wettest days come last"."""
    for at in range(k - 1, max(first - 1, k - _REACH - 2), -1):
        if _is_quality(words, at):
            return at
        if words[at] not in _BETWEEN:
            return None
    return None


def _closes(words: tuple[str, ...], k: int, last: int) -> bool:
    """Whether "first", "at the end" or "late in the week" stands behind what it is said of."""
    behind = words[k + 1 : k + 2]
    if behind == (":",):
        return False  # "Warmth first: ..."
    if words[k - 1 : k + 2] == ("to", "begin", "with"):
        return True
    if behind in _ONES:
        return words[k - 1] == "the" if behind != ("loaded",) else True
    if words[k] in _NOUNS:
        is_placed = words[k - 1] in ("the", "its") and words[k - 2] in _AT
        return is_placed and (words[k + 1 : k + 3] in _OF_SPAN or behind == () or behind[0] in _STOPS)
    if words[k] in ("early", "late", "later") and behind == ("in",):
        return not SPANS.isdisjoint(words[k + 2 : k + 5])
    is_on = behind == ("on",) and words[k] in ("early", "later", "late")
    behind = words[k + 2 : k + 3] if is_on else behind
    return behind == () or behind[0] in _STOPS
