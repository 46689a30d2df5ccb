"""Days told by how they lie to one named before: "the two days after that", "the next two days"."""

from collections.abc import Sequence
from typing import Final

from scripts.grounding.facts import Atom
from scripts.grounding.names.dates import shifted
from scripts.grounding.names.weekdays import WEEKDAY
from scripts.grounding.text import Text
from scripts.grounding.words.day_cue import DayCue

_NUMBERS: Final = {"two": 2, "three": 3, "four": 4, "2": 2, "3": 3, "4": 4, "couple": 2}
_SIDES: Final = {"after": 1, "following": 1, "since": 1, "before": -1, "preceding": -1, "prior": -1}
_THAT: Final = (("that",), ("it",), ("this",), ("then",))
_NEXT: Final = frozenset(("next", "following"))
_FOLLOW: Final = (("that", "follow"), ("that", "followed"), ("which", "follow"))


def days_around(text: Text, i: int, cues: Sequence[DayCue]) -> DayCue | None:
    """Read "the two days before Friday", "the two days that follow", "the next two days" at "days"."""
    words = text.words
    number = _NUMBERS.get(words[i - 1]) if i else None
    named = [cue for cue in cues if cue.days]
    if number is None:
        return None
    before = named[-1] if named else None
    following = words[i + 1] if i + 1 < len(words) else ""
    waited = _waited(text, i, number, before)
    if waited is not None:
        return waited
    if words[i - 2 : i - 1] and words[i - 2] in _NEXT:
        return _beside(text, i - 2, i, 1, number, before)
    if words[i + 1 : i + 3] in _FOLLOW:
        return _beside(text, i - 1, i + 2, 1, number, before)
    if following not in _SIDES or words[i - 2] != "the":
        return None
    at = i + 2
    if at < len(words) and words[at] in WEEKDAY and text.is_capital(at):
        before = DayCue(at, at, frozenset({("weekday", WEEKDAY[words[at]])}))
        return _beside(text, i - 1, at, _SIDES[following], number, before)
    for cue in named[-2::-1] if _SIDES[following] < 0 else ():
        before = cue if before is not None and shifted(before, -1) == cue.days else before
    last = i + 1 + (words[at : at + 1] in _THAT)
    return _beside(text, i - 1, last, _SIDES[following], number, before)


def _waited(text: Text, i: int, number: int, before: DayCue | None) -> DayCue | None:
    """Read "wait two days and …", "two days later" as the day so long after the one named before."""
    words = text.words
    is_waited = words[i - 2 : i - 1] == ("wait",)
    if before is None or not (is_waited or words[i + 1 : i + 2] == ("later",)):
        return None
    days = shifted(before, number)
    return DayCue(i - 1, i + (not is_waited), days) if days else None


def _beside(text: Text, first: int, last: int, side: int, number: int, base: DayCue | None) -> DayCue | None:
    """Return so many days on one side of a day that the same sentence or the one before names."""
    if base is None or text.sentence_of[first] - text.sentence_of[base.first] > 1:
        return None
    found = [shifted(base, side * by) for by in range(1, number + 1)]
    days = frozenset[Atom]().union(*(each for each in found if each))
    return DayCue(first, last, days, is_list=True) if days else None
