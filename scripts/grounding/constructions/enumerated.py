"""Days counted and then named one by one: "two: Tuesday and Friday", "three nights, the 22nd, …"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from scripts.grounding.constructions.day_kinds import Kind
from scripts.grounding.context import Context, Judgement
from scripts.grounding.facts import Reading
from scripts.grounding.names.day_cues import SINGULAR
from scripts.grounding.text import word_set
from scripts.grounding.words.day_cue import DayCue

_LINKS: Final = frozenset((":", "—", "–", "-", "(", ",", "on", "being", "namely"))
_REACH: Final = 14
"""Tokens behind a count within which the list of its days begins."""

_WEAK_LINK: Final = word_set(", on being namely —")
"""What a list follows only where its first name stands right behind."""

_BEFORE_NAME: Final = word_set("on the namely that is being upon in and , both only just from")
_STOPS: Final = frozenset((".", ";", "!", "?", "\n", ")"))
_TURNS: Final = word_set(
    "while whilst but though with then not except whereas against when where which yet so because if "
    "after before save than instead unlike as"
)
_COUNTS: Final = word_set("one two three four five six another")
_OPEN: Final = word_set(
    "among including notably chiefly like especially such worst best first starting beginning mostly "
    "likeliest most least whichever either or perhaps maybe last particularly other others rest neither nor"
)
"""What says that the days named are not all that were counted."""


@dataclass(frozen=True, slots=True)
class Count:
    """A number of days: the tokens it spans, and whether it is said to be of the whole forecast."""

    first: int
    last: int
    number: int
    is_of_whole: bool
    is_of_times: bool = False


def named_behind(context: Context, last: int) -> list[DayCue]:
    """Return the days listed behind a count that ends at token `last`; none where no list follows it."""
    words = context.text.words
    _, end = context.text.sentence(last)
    reach = range(last + 1, min(end, last + _REACH))
    links = [k for k in reach if words[k] in _LINKS]
    for link in links:
        if (link != links[0] and words[link] != ":") or not _TURNS.isdisjoint(words[last + 1 : link]):
            continue
        stop = next((k for k in range(link + 1, end) if _closes(words, k)), end)
        cues = context.scopes.named_between(link, stop - 1)
        if words[link] in _WEAK_LINK and not _opens_list(words, link, cues):
            continue
        listed = words[link:stop]
        return cues if _OPEN.isdisjoint(listed) and not any(w.endswith("est") for w in listed) else []
    return []


def _closes(words: Sequence[str], k: int) -> bool:
    """Whether a list ends at a token: there the clause does, or others are counted."""
    if words[k] in _STOPS or words[k] in _TURNS:
        return True
    return words[k] in _COUNTS and words[k - 1] in (",", "and")


def _opens_list(words: Sequence[str], link: int, cues: Sequence[DayCue]) -> bool:
    """Whether a name stands right behind a comma, and opens no clause of its own."""
    if not cues or not _BEFORE_NAME.issuperset(words[link + 1 : cues[0].first]):
        return False
    behind = words[cues[0].last + 1 : cues[0].last + 2]
    return behind == () or behind[0] not in SINGULAR or len(cues) > 1


def judge_enumerated(
    context: Context, count: Count, days: Sequence[Reading], kind: Kind | None
) -> Iterator[Judgement]:
    """Yield a fault where the days listed behind a count are not so many, or not of the kind counted."""
    cues = named_behind(context, count.last) if count.number <= len(days) else []
    if not cues:
        return
    told = [_days_of(cue, days) for cue in cues]
    listed = {reading.offset for group in told for each in group for reading in each}
    is_told = all(told) and (len(listed) > 1 or count.number < 2 or _is_bare(context, cues[0]))
    if is_told and all(len(each) == 1 for group in told for each in group) and len(listed) != count.number:
        said = context.text.said(count.first, cues[-1].last)
        yield Judgement(count.first, count.last, fault=f"you wrote '{said}', which names {len(listed)} days")
        return
    for cue, group in zip(cues, told, strict=True):
        if kind is not None and any(each and all(kind([day]) == {0} for day in each) for each in group):
            said = context.text.said(cue.first, cue.last)
            fault = f"you wrote '{said}'; by the results it is not of the kind asked for"
            yield Judgement(cue.first, cue.last, fault=fault)


def _is_bare(context: Context, cue: DayCue) -> bool:
    """Whether nothing more is said of the one day named."""
    return context.text.words[cue.last + 1 : cue.last + 2] in ((".",), ("!",), (";",), ())


def _days_of(cue: DayCue, days: Sequence[Reading]) -> list[list[Reading]]:
    """Return, for each day that a cue names, the days of the forecast that it may be."""
    atoms = cue.days or frozenset()
    if len({kind for kind, _ in atoms}) > 1:
        return [[day for day in days if day.atoms & atoms]]
    return [[day for day in days if atom in day.atoms] for atom in atoms]
