"""The mock's replies: what the results say, what it comes to, and as much of the voice as fits."""

from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from typing import Final

from scripts.mock.conveyed import conveyed, names_ends, steps_of
from scripts.mock.facts import FACTS
from scripts.mock.franklin import FRANKLIN
from scripts.mock.neutral import NEUTRAL
from scripts.mock.pen import Grammar, Pen
from scripts.mock.request_notes import Day, Notes, Now, TurnNotes
from scripts.mock.results import facts_told, more_facts
from scripts.mock.trouble import asked_back, declined, explained
from scripts.mock.twain import TWAIN

VOICES: Final[Mapping[str, Grammar]] = {
    "neutral": {**FACTS, **NEUTRAL},
    "twain": {**FACTS, **NEUTRAL, **TWAIN},
    "franklin": {**FACTS, **NEUTRAL, **FRANKLIN},
}
"""Every voice the mock has; where one lacks a table, and for any other voice, the neutral one's serves."""

VOICED: Final = frozenset(VOICES) - {"neutral"}
MOST_ASIDES: Final = 3
LEAST_SENTENCES: Final = 2
"""What is never cut, however short the reply is to be: the answer itself."""


def write_reply(turn: TurnNotes, notes: Notes, pen: Pen) -> str:
    """Return a reply that does the turn's task, filled up to its length as far as there is more to say."""
    least, most = turn.words
    sentences = list(dict.fromkeys(TASKS.get(turn.task, _answered)(turn, notes, pen)))
    written = sum(map(_words, sentences))
    while len(sentences) > LEAST_SENTENCES and written > most:
        written -= _words(sentences.pop())
    for more in _more(turn, notes, pen):
        if written >= least:
            break
        if more not in sentences and written + _words(more) <= most:
            sentences.append(more)
            written += _words(more)
    return " ".join(sentences or [pen.sentence("aside")])


def _answered(turn: TurnNotes, notes: Notes, pen: Pen) -> Iterator[str]:
    """Yield what is now before what is to come, each followed by what it comes to."""
    now = [each for each in turn.results if not isinstance(each, Day)]
    ahead = [each for each in turn.results if isinstance(each, Day)]
    steps = steps_of(turn)
    if now:
        yield from facts_told(turn, now, notes.today, pen)
    if ahead and steps and any(isinstance(each, Now) for each in now):
        yield from conveyed(turn, steps[:1], pen)
        steps = steps[1:]
    if ahead and not names_ends(turn):
        yield from facts_told(turn, ahead, notes.today, pen)
    yield from conveyed(turn, steps, pen)


TASKS: Final[Mapping[str, Callable[[TurnNotes, Notes, Pen], Iterator[str]]]] = {
    "answer": _answered,
    "recall": lambda turn, notes, pen: conveyed(turn, steps_of(turn), pen),
    "ask": lambda turn, notes, pen: asked_back(turn, pen),
    "decline": lambda turn, notes, pen: declined(turn, pen),
    "explain": lambda turn, notes, pen: explained(turn, pen),
}


def _more(turn: TurnNotes, notes: Notes, pen: Pen) -> Iterator[str]:
    """Yield sentences that may be added: figures first in the neutral voice, in others the voice itself."""
    voiced = notes.persona in VOICED
    if turn.task in ("answer", "recall"):
        asides = (pen.sentence("aside") for _ in range(MOST_ASIDES))
        yield from islice(asides, int(voiced))
        yield from more_facts(turn, notes.today, pen)
        yield from asides
    elif voiced:
        yield from (pen.sentence("aside_idle") for _ in range(MOST_ASIDES))


def _words(sentence: str) -> int:
    return len(sentence.split())
