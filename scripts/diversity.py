"""How varied a set of records is: figures for its report. They describe, and reject nothing."""

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, pairwise
from statistics import fmean
from typing import Any, Final, NamedTuple

from scripts.repetition.near_duplicates import NearDuplicates
from scripts.repetition.record_features import Role, names_of, openings, phrases, sketch_of, spoken
from scripts.repetition.text_masks import TOKEN, mask, readable

SAMPLE: Final = 5_000
"""Records looked at closely; of a larger set so many are drawn."""

LISTED: Final = 20
"""How many of the most repeated phrases, and openers, are listed."""

LEAST_SHARED: Final = 2
"""Words by which two phrases are taken for parts of one template, of which the list has the first only."""

PAIRS: Final = 500
"""Pairs of replies compared for the self-similarity."""


class _Drawn(NamedTuple):
    """What is kept of a record sampled: its number, its words that are names (in one line), its texts."""

    number: int
    names: str
    said: tuple[tuple[Role, str], ...]


def measure(records: Iterable[Mapping[str, Any]], seed: int = 0) -> dict[str, Any]:
    """Return the figures of a set of records, read once, in memory that does not grow with it.

    Shares are fractions of the records sampled, lengths are in words. `self_similarity` is the mean Jaccard
    similarity of two replies' word pairs; `shuffled` is the same of replies as long, of words drawn from all.
    """
    rng = random.Random(f"{seed}:diversity")
    lengths: dict[str, _Lengths] = defaultdict(_Lengths)
    sample: list[_Drawn] = []
    total = 0
    for total, record in enumerate(records, start=1):
        messages = record["messages"]
        said = tuple((role, text) for role, _, text, _ in spoken(messages))
        for role, text in said:
            if role == "assistant":
                lengths[str(record.get("tags", {}).get("persona", ""))].add(len(text.split()))
        if total <= SAMPLE:
            sample.append(_Drawn(total, " ".join(names_of(messages)), said))
        elif (place := rng.randrange(total)) < SAMPLE:
            sample[place] = _Drawn(total, " ".join(names_of(messages)), said)
    sample.sort(key=lambda drawn: drawn.number, reverse=True)
    close = _CloseLook()
    while sample:
        close.add(sample.pop())
    return {
        "records": total,
        **close.as_json(),
        "reply_words": {persona: lengths[persona].as_json() for persona in sorted(lengths)},
        "self_similarity": self_similarity(close.replies, rng),
    }


def self_similarity(replies: Sequence[str], rng: random.Random) -> dict[str, float]:
    """Return the mean similarity of pairs of replies, and of as many made of the words of all those."""
    drawn = [rng.sample(range(len(replies)), 2) for _ in range(PAIRS)] if len(replies) > 1 else []
    words = {number: _words(replies[number]) for number in chain.from_iterable(drawn)}
    pool = list(chain.from_iterable(words.values()))
    shuffled = {number: rng.choices(pool, k=len(own)) if own else [] for number, own in words.items()}
    return {"replies": _similarity(words, drawn), "shuffled": _similarity(shuffled, drawn)}


def _similarity(replies: Mapping[int, Sequence[str]], drawn: Sequence[Sequence[int]]) -> float:
    pairs = {number: frozenset(map(hash, pairwise(words))) for number, words in replies.items()}
    return round(fmean(_jaccard(pairs[one], pairs[two]) for one, two in drawn), 4) if drawn else 0.0


def _jaccard(one: frozenset[int], two: frozenset[int]) -> float:
    shared = len(one & two)
    return shared / max(1, len(one) + len(two) - shared)


def _words(text: str) -> list[str]:
    """Return the words and figures of a text in lower case."""
    return [word for word in TOKEN.findall(text.lower()) if word[0].isalnum()]


class _Lengths:
    """Number, mean, least and most words of one persona's replies."""

    def __init__(self) -> None:
        self._replies = self._words = self._most = 0
        self._least = 0

    def add(self, words: int) -> None:
        """Count a reply of so many words."""
        self._least = min(self._least, words) if self._replies else words
        self._most = max(self._most, words)
        self._replies += 1
        self._words += words

    def as_json(self) -> dict[str, float]:
        """Return the figures for the report."""
        mean = round(self._words / self._replies, 1)
        return {"replies": self._replies, "mean": mean, "least": self._least, "most": self._most}


class _CloseLook:
    """What is counted of each sampled record, and of their texts the `replies`."""

    def __init__(self) -> None:
        self.replies: list[str] = []
        self._records = 0
        self._texts: dict[Role, NearDuplicates] = {"user": NearDuplicates(), "assistant": NearDuplicates()}
        self._near: Counter[Role] = Counter()
        self._phrases = _Repeated()
        self._openers = _Repeated()
        self._runs: dict[int, set[int]] = {1: set(), 2: set(), 3: set()}
        self._all_runs = dict.fromkeys(self._runs, 0)

    def add(self, drawn: _Drawn) -> None:
        """Look at one record."""
        self._records += 1
        names = frozenset(drawn.names.split())
        masked_replies = []
        for role, text in drawn.said:
            masked = mask(text, names)
            if (sketch := sketch_of(masked)) is not None:
                self._near[role] += self._texts[role].has(sketch)
                self._texts[role].add(sketch)
            if role == "assistant":
                self._count_runs(_words(text))
                self.replies.append(text)
                masked_replies.append(masked)
        self._phrases.add(words for reply in masked_replies for _, words, _, _ in phrases(reply))
        self._openers.add(words for reply in masked_replies for _, words, _, _ in openings(reply))

    def _count_runs(self, words: Sequence[str]) -> None:
        for length, runs in self._runs.items():
            ahead = (words[start:] for start in range(length))
            runs.update(map(hash, zip(*ahead, strict=False)))
            self._all_runs[length] += max(0, len(words) - length + 1)

    def as_json(self) -> dict[str, Any]:
        """Return the figures for the report."""
        return {
            "sample": self._records,
            **{
                f"distinct_{length}": round(len(runs) / max(1, self._all_runs[length]), 4)
                for length, runs in self._runs.items()
            },
            "near_duplicates": {"user_messages": self._near["user"], "replies": self._near["assistant"]},
            "phrases": self._phrases.as_json(self._records),
            "openers": self._openers.as_json(self._records),
        }


class _Repeated:
    """In how many records each thing stands. What stands in one only takes the room of its hash."""

    def __init__(self) -> None:
        self._seen: set[int] = set()
        self._again: Counter[str] = Counter()

    def add(self, things: Iterable[str]) -> None:
        """Count the things of one record."""
        for words in set(things):
            if hash(words) in self._seen:
                self._again[words] += 1
            else:
                self._seen.add(hash(words))

    def as_json(self, records: int) -> list[dict[str, Any]]:
        """Return the most repeated of so many records, of each template but one part."""
        listed: dict[str, int] = {}
        for words, again in sorted(self._again.items(), key=lambda item: (-item[1], item[0])):
            if not any(_overlap(words.split(), other.split()) for other in listed):
                listed[words] = again + 1
            if len(listed) == LISTED:
                break
        return [
            {"words": readable(words), "records": have, "share": round(have / records, 4)}
            for words, have in listed.items()
        ]


def _overlap(one: Sequence[str], other: Sequence[str]) -> bool:
    """Return whether two phrases begin and end alike, as the phrases of one longer template do."""
    shifts = range(1, len(one) - LEAST_SHARED + 1)
    return any(one[shift:] == other[:-shift] or other[shift:] == one[:-shift] for shift in shifts)
