"""Weather to come, said where only a current result was given."""

from collections.abc import Iterator, Sequence
from typing import Final

from scripts.grounding.context import Context, Judgement
from scripts.grounding.text import word_set

_HOURS_OF: Final = {
    "morning": (0, 12),
    "afternoon": (11, 18),
    "evening": (16, 24),
    "tonight": (17, 30),
    "night": (18, 30),
    "overnight": (20, 30),
}
"""Local hours at which a part of the day may be called the present one."""

_ALWAYS_LATER: Final = word_set("later soon shortly eventually overnight")
_COMING: Final = word_set(
    "will going gonna shall expect expected expecting forecast coming moves moving arrives arriving "
    "clears turns set due "
    "remain remains stay stays continue continues persist persists hold holds keep keeps until "
    "through throughout by "
    "should it'll they'll becoming building rolling heading toward towards promises threatens"
)
_REST: Final = (
    ("rest", "of", "the"),
    ("all", "day"),
    ("all", "week"),
    ("next", "few"),
    ("coming", "hours"),
    ("coming", "days"),
    ("coming", "week"),
    ("next", "week"),
    ("the", "week"),
    ("this", "week"),
    ("the", "weekend"),
)
_CHANGING: Final = word_set("cease stop end ease clear lift rain snow warm cool brighten thicken strengthen")
_WEATHER: Final = word_set(
    "it rain snow sky skies showers clouds fog mist temperature temperatures wind winds storm sun drizzle"
)
_LASTING: Final = word_set(
    "go continue stay last hold persist linger keep remain ease stop clear pass end let"
)
_TURNING: Final = word_set("will shall it'll")
_GOING_ON: Final = _TURNING | {"should"}
_ALIKE: Final = word_set("same similar alike")
_UNTIL: Final = word_set(
    "until till through throughout all tomorrow tonight overnight midnight within by before soon later"
)
_BEING_THERE: Final = word_set("you'll you we'll we i'll i bring take wear pack carry")


def judge_future(context: Context, judgements: Sequence[Judgement]) -> Iterator[Judgement]:
    """Yield a fault for each claim borne out by current results alone that speaks of a later time."""
    yield from _turning(context)
    yield from _the_same(context)
    yield from _going_on(context)
    for judgement in judgements:
        supports = judgement.supports
        if judgement.fault or not supports or not all(reading.is_current for reading in supports):
            continue
        if any(not reading.is_current and reading.place == supports[0].place for reading in context.given):
            continue
        later = _later_words(context, judgement, supports[0].hour)
        if later:
            said = context.text.around(judgement.first, judgement.last)
            yield Judgement(
                judgement.first,
                judgement.last,
                fault=f"you wrote '{said}' of {later}; only a current result is given",
            )


def _turning(context: Context) -> Iterator[Judgement]:
    """Yield a fault for "it shall cease before midnight", where nothing but the present is given."""
    words = context.text.words
    if not context.given or any(not reading.is_current for reading in context.given):
        return
    for k in context.text.where(_TURNING):
        if not _CHANGING.intersection(words[k + 1 : k + 3]):
            continue
        is_weather = words[k] == "it'll" or _WEATHER.intersection(words[max(0, k - 2) : k])
        if is_weather and context.stances.is_asserted(k) and context.stances.is_stated(k + 1):
            said = context.text.around(k, k + 1)
            yield Judgement(k, k, fault=f"you wrote '{said}'; only a current result is given")


def _the_same(context: Context) -> Iterator[Judgement]:
    """Yield a fault for "tomorrow will be much the same" of a day that no result is about."""
    words = context.text.words
    for k in context.text.where(_ALIKE):
        if not context.given or not context.stances.is_asserted(k):
            continue
        begin, _ = context.stances.segment(k)
        scope = context.scopes.at(k, k)
        if (
            {"will", "looks", "should", "promises", "be"} & set(words[begin:k])
            and scope.days
            and not context.about(scope)
        ):
            said = context.text.around(k, k)
            yield Judgement(
                k,
                k,
                fault=f"you wrote '{said}'; no result gives any weather for {context.scopes.said(scope)}",
            )


def _going_on(context: Context) -> Iterator[Judgement]:
    """Yield a fault for "it will go on until midnight", where nothing but the present is given."""
    words = context.text.words
    if not context.given or any(not reading.is_current for reading in context.given):
        return
    for k in context.text.where(_GOING_ON):
        if not _LASTING.isdisjoint(words[k + 1 : k + 3]):
            _, end = context.stances.segment(k)
            if (
                _UNTIL & set(words[k:end])
                and context.stances.is_asserted(k)
                and "you" not in words[max(0, k - 2) : k]
            ):
                said = context.text.around(k, min(k + 2, end - 1))
                yield Judgement(k, k, fault=f"you wrote '{said}'; only a current result is given")


def _later_words(context: Context, judgement: Judgement, hour: int | None) -> str:
    """Return the words of the claim's clause that put it at a later time, "" where none do."""
    first, last = context.stances.segment(judgement.first)
    words = context.text.words[first:last]
    if not _BEING_THERE.isdisjoint(words[: judgement.first - first]):
        return ""
    if _COMING.isdisjoint(words):
        return ""
    for k, word in enumerate(words):
        if word in _ALWAYS_LATER:
            return f"'{word}'"
        if word in ("days", "nights") and {"next", "coming", "following"} & set(words[max(0, k - 3) : k]):
            return f"'{' '.join(words[max(0, k - 2) : k + 1])}'"
        if any(words[k : k + len(rest)] == rest for rest in _REST):
            return f"'{' '.join(words[k : k + 3])}'"
        if word in _HOURS_OF and hour is not None and _names_part(words, k):
            begin, end = _HOURS_OF[word]
            if not (begin <= hour < end or begin <= hour + 24 < end):
                return f"'{word}'"
    return ""


def _names_part(words: Sequence[str], k: int) -> bool:
    return words[k] in ("tonight", "overnight") or (
        k > 0 and words[k - 1] in ("this", "the", "by", "into", "until", "tomorrow")
    )
