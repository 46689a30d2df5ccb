"""Forecasts said to stay as they are, or to be all ups and downs: "no change to speak of", "a mixed bag"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from scripts.grounding import tolerances as t
from scripts.grounding.constructions.trend_spans import certain, courses_of
from scripts.grounding.context import Context, Judgement, told_by
from scripts.grounding.facts import Reading
from scripts.grounding.text import Triggers, word_list, word_set
from scripts.grounding.words.figure_words import TEMPERATURES, WIND
from scripts.grounding.words.measures import Measure, gloom, of, wetness
from scripts.grounding.words.sky_words import WET
from scripts.grounding.words.sky_words import WORDS as SAYING

_CHANGING: Final = word_set(
    "change changes vary varies difference variety variation differ varying changed shift shifts"
)
_MOVING: Final = word_set("budge budges move moves stir stirs")
_EVEN: Final = word_set(
    "steady flat constant unchanged uniform consistent unvarying level monotonous uneventful even settled"
)
_ALIKE: Final = word_set("alike identical interchangeable twins same muchness put tell piece copies kind")
_ANOTHER: Final = word_set("another like copy twin repeats repeat choose hair")
_UNLIKE: Final = word_set(
    "mixed changeable unsettled variable patchwork erratic fickle swings swing bounce bounces jump zigzag "
    "coaster saw ups up different place shop mind hot"
)
_TRIGGERS: Final = Triggers(_CHANGING | _MOVING | _EVEN | _ALIKE | _ANOTHER | _UNLIKE)
_NOT: Final = word_set(
    "no not never little hardly barely scarcely nothing doesn't don't isn't won't without nor seldom less few"
)
_HIGHS: Final = word_list(
    "temps temp temperature temperatures highs high mercury thermometer maxima afternoons glass warmth"
)
_OF: Final[dict[str, str]] = {
    **dict.fromkeys(_HIGHS, "high"),
    **dict.fromkeys(word_list("lows low nights minima"), "low"),
    **dict.fromkeys(word_list("wind winds breeze"), "wind"),
    **dict.fromkeys(word_list("sky skies"), "sky"),
    **dict.fromkeys(
        word_list("weather it days day forecast week nothing things there outlook conditions"), "all"
    ),
}
_OVER_DAYS: Final = word_set("day days week throughout forecast stretch daily end")
_NOT_IT: Final = word_set("direction quarter clothes plans coat hat mind shirt tune course place as")
_CLOSING: Final = word_set(". , ; : ! — – ) every each all day throughout from through and for week to")
_SAME_BEHIND: Final = _CLOSING | word_set("story again weather thing")
_ONE_DAY: Final = (("one", "day"), ("every", "day"), ("each", "day"))
_DAILY: Final = (("daily",), ("from", "day", "to"), ("every", "day"), ("its", "mind", "every"))
_NO_TWO: Final = ("no", "two")
_STAYING: Final = (("stays",), ("stay",), ("staying",))
_MADE: Final[dict[str, Sequence[tuple[str, ...]]]] = {
    "mixed": (("bag",), ("week",), ("bunch",), ("lot",)),
    "hot": (("and", "cold"),),
    "ups": (("and", "downs"),),
    "up": (("and", "down"),),
}
"""What has to stand behind a word for it to tell of days that differ."""

_LED: Final[dict[str, tuple[str, ...]]] = {
    "place": ("all", "over", "the"),
    "shop": ("all", "over", "the"),
    "mind": ("make", "up", "its"),
    "saw": ("see",),
}
"""The same of what has to stand before it."""

_APART: Final[dict[str, tuple[Measure, float, float]]] = {
    "high": (of("high"), t.STEADY_DEGREES, t.VARIED_DEGREES),
    "low": (of("low"), t.STEADY_DEGREES, t.VARIED_DEGREES),
    "wind": (of("wind"), t.STEADY_KMH, t.VARIED_KMH),
}
_LEAST_DAYS: Final = 3
_TELLING: Final = frozenset((":", ",", "—", "–", "("))
_SOON: Final = 6
"""Tokens behind a claim within which a figure tells what it is of."""


@told_by(_TRIGGERS)
def judge_steadiness(context: Context) -> Iterator[Judgement]:
    """Yield a judgement for each claim that the days of a forecast are alike, or that they are not."""
    if len(context.given) < _LEAST_DAYS:
        return
    words = context.text.words
    for k in context.text.where(_TRIGGERS):
        first, last = context.stances.segment(k)
        is_steady = _is_steady(words[k], words[first:k], words[k + 1 : last])
        if is_steady is None or not context.stances.is_asserted(k):
            continue
        if any(certain(context, first, last)) or any(first <= f.first < last for f in context.figures):
            continue
        courses = [each for each in courses_of(context, k, first, last) if len(each) >= _LEAST_DAYS]
        if len(courses) != 1:
            continue
        subject = next((_OF[word] for word in words[first:last] if word in _OF), "all")
        subject = "high" if subject == "all" and words[k] in _MOVING else subject
        subject = _told_behind(context, k, last) if subject == "all" else subject
        if _is_kept(courses[0], subject, is_steady):
            yield Judgement(k, k, tuple(courses[0]))
        else:
            told = "differ more than that" if is_steady else "hardly differ"
            said = context.text.around(k, k)
            yield Judgement(k, k, fault=f"you wrote '{said}'; by the results the days {told}")


def _told_behind(context: Context, k: int, last: int) -> str:
    """Return what the figures right behind tell that is steady: "Steady all week: highs of 83 to 85"."""
    words, (_, end) = context.text.words, context.text.sentence(k)
    figure = next((f for f in context.figures if last < f.first < min(end, last + _SOON)), None)
    if figure is None or words[last] not in _TELLING or not SAYING.isdisjoint(words[last : figure.first]):
        return "all"
    if figure.fields <= WIND:
        return "wind"
    return "low" if figure.fields == {"low"} else "high" if figure.fields & TEMPERATURES else "all"


def _is_steady(word: str, before: tuple[str, ...], behind: tuple[str, ...]) -> bool | None:
    """Return whether a word says that the days are alike (True) or that they are not (False)."""
    is_denied = not _NOT.isdisjoint(before[-4:])
    is_of_days = not _OVER_DAYS.isdisjoint(behind) or not _OF.keys().isdisjoint(before)
    if word in _CHANGING or word in _MOVING:
        return _is_unchanged(word, before, behind) if is_of_days or behind[:2] == ("to", "speak") else None
    if word in _EVEN:
        is_closed = behind == () or behind[0] in _CLOSING
        return True if is_closed and is_of_days and not is_denied else None
    if word in _ALIKE:
        return _is_alike(word, before, behind)
    if word in _ANOTHER:
        return _is_like_another(word, before, behind)
    return _is_unlike(word, before, behind) if word == "mind" or not is_denied else None


def _is_unchanged(word: str, before: tuple[str, ...], behind: tuple[str, ...]) -> bool | None:
    """Read "hardly changes from day to day", "changes daily"."""
    if before[:2] == ("do", "not") or before[:1] == ("don't",):
        return None
    is_of_mind = behind[:2] == ("its", "mind")
    if not is_of_mind and not _NOT_IT.isdisjoint(behind[:2]):
        return None
    if not _NOT.isdisjoint(before[-4:]):
        return True
    return False if any(behind[: len(said)] == said for said in _DAILY) else None


def _is_alike(word: str, before: tuple[str, ...], behind: tuple[str, ...]) -> bool | None:
    """Read "the days are alike", "the same every day", "no two days alike", "stays put"."""
    if _NO_TWO in pairwise(before):
        return False
    is_denied = not _NOT.isdisjoint(before[-4:])
    if word == "put":
        return True if before[-1:] in _STAYING else None
    if word == "tell":
        return True if is_denied and behind[:3] == ("the", "days", "apart") else None
    if is_denied:
        return False if before[-1:] == ("nothing",) else None
    if word == "same":
        is_led = before[-1:] == ("the",) and (behind == () or behind[0] in _SAME_BEHIND)
        is_of_days = not _OVER_DAYS.isdisjoint((*before, *behind)) or not _OF.keys().isdisjoint(before)
        return True if is_led and (is_of_days or "more" in before) else None
    if word in ("piece", "kind"):
        return True if before[-2:] == ("of", "a") and not _OF.keys().isdisjoint(before) else None
    return True if word == "muchness" or "days" in before or "all" in before else None


def _is_like_another(word: str, before: tuple[str, ...], behind: tuple[str, ...]) -> bool | None:
    """Read "one day is much like another", "nothing to choose between the days"."""
    if word in ("choose", "hair"):
        is_between = behind[:1] == ("between",) and not {"days", "them"}.isdisjoint(behind[1:4])
        return True if is_between and not _NOT.isdisjoint(before) else None
    if not _NOT.isdisjoint(before[-3:]) or not any(pair in _ONE_DAY for pair in pairwise(before)):
        return None
    if word == "another":
        return True if before[-1:] in (("like",), ("as",)) else None
    if word == "like":
        return True if behind[:2] in (("the", "last"), ("the", "next"), ("the", "one")) else None
    is_of = behind[:1] == ("of",) if word in ("copy", "twin") else behind[:1] == ("the",)
    return True if is_of else None


def _is_unlike(word: str, before: tuple[str, ...], behind: tuple[str, ...]) -> bool | None:
    """Read "a mixed bag", "up and down all week", "all over the place", "each day is different"."""
    if word in _LED:
        return False if before[-len(_LED[word]) :] == _LED[word] else None
    if word == "different":
        is_each = not {"each", "every"}.isdisjoint(before) and "day" in before
        return False if is_each or ("days" in before and before[-1:] == ("all",)) else None
    if word in _MADE:
        is_made = any(behind[: len(said)] == said for said in _MADE[word])
        is_of_days = word in ("mixed", "ups") or not _OF.keys().isdisjoint(before)
        return False if is_made and is_of_days else None
    is_of_days = not _OVER_DAYS.isdisjoint((*before, *behind)) or not _OF.keys().isdisjoint(before)
    return False if is_of_days else None


def _is_kept(course: Sequence[Reading], subject: str, is_steady: bool) -> bool:
    """Whether days are as much alike, or as little, as is said of what is spoken of."""
    if subject == "sky":
        return _is_same_sky(course) if is_steady else len({reading.codes for reading in course}) > 1
    if subject == "all":
        parts = [_is_kept(course, each, is_steady) for each in ("high", "wind", "sky")]
        chances = [value for r in course if (value := wetness(r)) is not None]
        is_other = bool(chances) and max(chances) - min(chances) > t.VARIED_CHANCE
        return all(parts) if is_steady else any(parts) or is_other
    measure, most, least = _APART[subject]
    values = [value for reading in course if (value := measure(reading)) is not None]
    if len(values) < len(course):
        return True
    apart = max(values) - min(values)
    return apart <= most if is_steady else apart > least


def _is_same_sky(course: Sequence[Reading]) -> bool:
    """Whether no day is wet where another is bright."""
    is_wet = any(reading.codes and reading.codes <= WET for reading in course)
    return not (is_wet and any((gloom(reading) or 9.0) < 2 or gloom(reading) == 0 for reading in course))
