"""The guard against templates: each record is held against those accepted before it.

One mechanism counts what may stand in a share of the records (openings, phrases, wordings), another finds
near-duplicates. Knows the features of records and nothing of scenarios, requests or files.
"""

from array import array
from collections import Counter, deque
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from scripts.finding import Finding
from scripts.repetition.limits import LIMITS, WINDOW, Kind, Limit
from scripts.repetition.near_duplicates import NearDuplicates
from scripts.repetition.record_features import Features, Role, Utterance, features
from scripts.repetition.text_masks import words_at
from scripts.voices.catch_phrases import banned

__all__ = ["LIMITS", "WINDOW", "Breach", "Features", "Guard", "Limit", "features"]


QUOTED_WORDS: Final = 8
"""Words quoted of a text that is as a whole like another."""


class Breach(NamedTuple):
    """A limit broken: what to say of it, the words that a rewriting avoids, whether it is of a whole text."""

    finding: Finding
    avoid: str
    of_whole_text: bool = False


class _Accepted(NamedTuple):
    """What has to be taken back when a record leaves the window."""

    persona: str
    keys: "array[int]"
    compared: tuple[Role, ...]


class Guard:
    """The records accepted, as far as they still count: the last `window` of them.

    Its state is that of these records alone: accepting the same ones in the same order restores it.
    """

    def __init__(self, limits: Mapping[Kind, Limit] = LIMITS, window: int = WINDOW) -> None:
        self._limits = limits
        self._window = window
        self._accepted: deque[_Accepted] = deque()
        self._tally = _Tally()
        self._texts: dict[Role, NearDuplicates] = {"user": NearDuplicates(), "assistant": NearDuplicates()}

    def judge(self, features: Features) -> list[Breach]:
        """Return every limit that the set would break with this record in it."""
        over = self._tally.breaches(features.keys, features.persona, self._limits)
        breaches = list(_too_often(features, over, self._limits)) if over else []
        near = (
            said
            for said in features.utterances
            if said.sketch is not None and self._texts[said.role].has(said.sketch)
        )
        slips = (
            (said, words)
            for said in features.utterances
            if said.role == "assistant"
            for words in banned(said.text)
        )
        return [*breaches, *map(_near_duplicate, near), *(_slip(said, words) for said, words in slips)]

    def accept(self, features: Features) -> None:
        """Count a record; the one accepted `window` records before it counts no longer."""
        if len(self._accepted) == self._window:
            self._forget(self._accepted.popleft())
        keys = array("Q", features.keys)
        self._tally.add(features.persona, keys)
        compared = []
        for said in features.utterances:
            if said.sketch is not None:
                self._texts[said.role].add(said.sketch)
                compared.append(said.role)
        self._accepted.append(_Accepted(features.persona, keys, tuple(compared)))

    def _forget(self, record: _Accepted) -> None:
        self._tally.remove(record.persona, record.keys)
        for role in record.compared:
            self._texts[role].forget_oldest()


class _Tally:
    """In how many records each thing stands, over all and by persona.

    The counts of a thing are one whole number, 16 bits for all records and 16 more for each persona, so that
    the hundred thousands of things that stand once share one object.
    """

    def __init__(self) -> None:
        self._counts: dict[int, int] = {}
        self._records: Counter[str] = Counter()
        self._all = 0
        self._shift: dict[str, int] = {}

    def add(self, persona: str, keys: "array[int]") -> None:
        """Count a record of this persona and its things."""
        unit = 1 + (1 << self._shift.setdefault(persona, 16 * (len(self._shift) + 1)))
        self._records[persona] += 1
        self._all += 1
        counts = self._counts
        for key in keys:
            counts[key] = counts[key] + unit if key in counts else unit

    def remove(self, persona: str, keys: "array[int]") -> None:
        """Take back what `add` counted."""
        unit = 1 + (1 << self._shift[persona])
        self._records[persona] -= 1
        self._all -= 1
        counts = self._counts
        for key in keys:
            if left := counts[key] - unit:
                counts[key] = left
            else:
                del counts[key]

    def breaches(
        self, keys: Mapping[int, Kind], persona: str, limits: Mapping[Kind, Limit]
    ) -> dict[int, str]:
        """Return of which things one more would be too many, and how many have each ("12 of 900 records")."""
        over = {}
        counts = self._counts
        for key, kind in keys.items():
            packed, limit = counts.get(key, 0), limits[kind]
            if packed & 0xFFFF >= limit.floor and (have := self._too_many(packed, persona, limit)):
                over[key] = have
        return over

    def _too_many(self, packed: int, persona: str, limit: Limit) -> str:
        have = packed & 0xFFFF
        if not limit.allows(have + 1, self._all + 1):
            return f"{have} of {self._all} records"
        have = packed >> self._shift[persona] & 0xFFFF if persona in self._shift else 0
        if limit.per_persona and not limit.allows(have + 1, self._records[persona] + 1):
            return f"{have} of {self._records[persona]} {persona} records"
        return ""


def _too_often(features: Features, over: Mapping[int, str], limits: Mapping[Kind, Limit]) -> Iterator[Breach]:
    """Yield a breach for each run of words that stands too often, quoted as it stands in the text."""
    for said in features.utterances:
        spans: dict[Kind, list[tuple[int, int, str]]] = {}
        for key, kind, start, stop in said.counted:
            if have := over.get(key):
                spans.setdefault(kind, []).append((start, stop, have))
        for kind, found in spans.items():
            for start, stop, have in _joined(found):
                words = words_at(said.text, said.masked, start, stop)
                if kind in ("skeleton", "quotation"):
                    words = _beginning(words)
                message = limits[kind].fault.format(words=words, have=have)
                yield Breach(Finding("repetition", message, said.path), words)


def _joined(spans: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Return spans that overlap as one: a template of seven words is three phrases of five."""
    joined: list[tuple[int, int, str]] = []
    for start, stop, have in sorted(spans):
        if joined and start < joined[-1][1]:
            start, have = joined[-1][0], joined[-1][2]
            joined.pop()
        joined.append((start, stop, have))
    return joined


def _near_duplicate(said: Utterance) -> Breach:
    words = _beginning(said.text)
    what = "the user's message" if said.role == "user" else "the reply"
    message = f'{what} "{words} …" is nearly the same as one written before; write it otherwise'
    return Breach(Finding("repetition", message, said.path), words, of_whole_text=True)


def _beginning(text: str) -> str:
    return " ".join(text.split()[:QUOTED_WORDS])


def _slip(said: Utterance, words: str) -> Breach:
    message = f'"{words}" may stand in no reply: out of the part, an author\'s name or a stock opening'
    return Breach(Finding("repetition", message, said.path), words)
