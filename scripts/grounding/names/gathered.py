"""Days named one by one and then taken together: "Saturday (27 °C) and Monday (33 °C), both with no rain"."""

from collections.abc import Sequence
from typing import Final

from scripts.grounding.facts import Atom
from scripts.grounding.text import Text, Triggers, word_set
from scripts.grounding.words.day_cue import DayCue

_TOGETHER: Final = Triggers(("all", "both", "each", "every"))
_BEFORE: Final = frozenset((",", ";", "—", "–", "(", ":", "-", "and", "\n", "."))
_BEHIND: Final = word_set(
    "with at on in under over above below of having near around about dry wet clear sunny fair are stay have "
    "get see look reach bring within between from no three four five six seven two one keep run climb "
    "rise fall "
    "drop sink dip go top make come carry hold warm cool blow"
)
_THEY_ARE: Final = tuple((who, "are") for who in ("they", "these", "those")) + (("they're",),)
_PAIR: Final = 2
_NEW_CLAUSE: Final = 9


def gathered(text: Text, days: Sequence[DayCue], first: int) -> DayCue | None:
    """Return as one list the days that "all", "both" or "each" right before token `first` takes together."""
    if not days or not text.where(_TOGETHER):
        return None
    for at in text.where(_TOGETHER):
        if at < first and _is_taking_up(text, at, first):
            return _those_before(text, days, at, first)
    return None


def _is_taking_up(text: Text, at: int, first: int) -> bool:
    """Whether the word at token `at` opens the clause that token `first` is in, to take up what was named."""
    words = text.words
    if at == 0 or words[at + 1 : at + 2] == () or words[at + 1] not in _BEHIND:
        return False
    begin, end = text.sentence(at)
    if _opens(words, begin, at):
        return first < end
    return words[at - 1] in _BEFORE and text.wall(at, first) < _NEW_CLAUSE


def _opens(words: tuple[str, ...], begin: int, at: int) -> bool:
    """Whether a sentence opens with the word at token `at`: "Both are clear", "They're both clear"."""
    return at == begin or words[begin:at] in _THEY_ARE


def _those_before(text: Text, days: Sequence[DayCue], at: int, first: int) -> DayCue | None:
    begin, _ = text.sentence(at)
    if _opens(text.words, begin, at) and begin > 0:
        begin, _ = text.sentence(begin - 1)
    if any(at < cue.first < first and not cue.is_weak for cue in days):
        return None
    named = [cue for cue in days if begin <= cue.first < at and cue.days]
    if any(begin <= cue.first < at and cue.bound for cue in days):
        return None
    if text.words[at] == "both":
        named = named[-1:] if len(named[-1:]) == 1 and len(named[-1].days or ()) == _PAIR else named[-_PAIR:]
    atoms = frozenset[Atom]().union(*(cue.days or frozenset() for cue in named))
    if len(atoms) < _PAIR:
        return None
    return DayCue(named[0].first, named[-1].last, atoms, is_list=True)
