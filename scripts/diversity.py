"""How varied a set of records is: figures for its report. They describe, and reject nothing."""

import random
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise
from statistics import fmean
from typing import Any, Final, Literal, NamedTuple

from scripts.repetition.near_duplicates import NearDuplicates
from scripts.repetition.record_features import (
    Counted,
    Role,
    Spoken,
    names_of,
    openings,
    phrases,
    spoken,
    utterance_of,
)
from scripts.repetition.text_masks import TOKEN, Masked, mask, readable

SAMPLE: Final = 5_000
"""Records looked at closely; of a larger set so many are drawn."""

LISTED: Final = 20
"""How many of the most repeated phrases, and openers, are listed."""

LOOKED_AT: Final = 100
"""Of how many those are chosen: the others are parts of the same templates."""

LEAST_SHARED: Final = 2
"""Words by which two phrases are taken for parts of one template, of which the list has the first only."""

PAIRS: Final = 500
"""Pairs of replies compared for the self-similarity."""

_Listed = Literal["phrase", "opening"]
_FOUND: Final[Mapping[_Listed, Callable[[Masked], Iterator[Counted]]]] = {
    "phrase": phrases,
    "opening": openings,
}


class _Drawn(NamedTuple):
    """What is kept of a record sampled: its number, its words that are names (in one line), its texts."""

    number: int
    names: str
    said: tuple[Spoken, ...]


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
        said = tuple(spoken(messages))
        for role, _, text, _ in said:
            if role == "assistant":
                lengths[str(record.get("tags", {}).get("persona", ""))].add(len(text.split()))
        if total <= SAMPLE:
            sample.append(_Drawn(total, " ".join(names_of(messages)), said))
        elif (place := rng.randrange(total)) < SAMPLE:
            sample[place] = _Drawn(total, " ".join(names_of(messages)), said)
    sample.sort(key=lambda drawn: drawn.number)
    close = _CloseLook()
    for drawn in sample:
        close.add(drawn)
    replies = [text for drawn in sample for role, _, text, _ in drawn.said if role == "assistant"]
    return {
        "records": total,
        "sample": len(sample),
        **close.as_json(),
        "reply_words": {persona: lengths[persona].as_json() for persona in sorted(lengths)},
        "self_similarity": self_similarity(replies, rng),
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
    """What is counted of each sampled record. Things are counted by their hashes, which take less room."""

    def __init__(self) -> None:
        self._sample: list[tuple[_Drawn, array[int]]] = []
        self._texts: dict[Role, NearDuplicates] = {"user": NearDuplicates(), "assistant": NearDuplicates()}
        self._near: Counter[Role] = Counter()
        self._counts: dict[_Listed, Counter[int]] = {"phrase": Counter(), "opening": Counter()}
        self._runs: dict[int, set[int]] = {1: set(), 2: set(), 3: set()}
        self._all_runs = dict.fromkeys(self._runs, 0)

    def add(self, drawn: _Drawn) -> None:
        """Look at one record."""
        names = frozenset(drawn.names.split())
        seen: dict[_Listed, dict[int, None]] = {"phrase": {}, "opening": {}}
        for role, path, text, answers in drawn.said:
            masked = mask(text, names)
            said = utterance_of(role, path, text, answers, masked)
            self._near[role] += self._texts[role].has(said)
            if said.cells:
                self._texts[role].add(said)
            if role == "assistant":
                self._count_runs(_words(text))
                for kind, of_kind in _FOUND.items():
                    seen[kind].update(dict.fromkeys(hash(words) for _, words, _, _ in of_kind(masked)))
        for kind, keys in seen.items():
            self._counts[kind].update(keys.keys())
        self._sample.append((drawn, array("q", chain.from_iterable(seen.values()))))

    def _count_runs(self, words: Sequence[str]) -> None:
        for length, runs in self._runs.items():
            ahead = (words[start:] for start in range(length))
            runs.update(map(hash, zip(*ahead, strict=False)))
            self._all_runs[length] += max(0, len(words) - length + 1)

    def as_json(self) -> dict[str, Any]:
        """Return the figures for the report."""
        return {
            **{
                f"distinct_{length}": round(len(runs) / max(1, self._all_runs[length]), 4)
                for length, runs in self._runs.items()
            },
            "near_duplicates": {"user_messages": self._near["user"], "replies": self._near["assistant"]},
            "phrases": self._most_common("phrase"),
            "openers": self._most_common("opening"),
        }

    def _most_common(self, kind: _Listed) -> list[dict[str, Any]]:
        common = dict(self._counts[kind].most_common(LOOKED_AT))
        words = dict(self._worded(kind, set(common)))
        listed: dict[str, int] = {}
        for key, records in common.items():
            if not any(_overlap(words[key].split(), other.split()) for other in listed):
                listed[words[key]] = records
        return [
            {"words": readable(words), "records": records, "share": round(records / len(self._sample), 4)}
            for words, records in list(listed.items())[:LISTED]
        ]

    def _worded(self, kind: _Listed, keys: set[int]) -> Iterator[tuple[int, str]]:
        """Yield each of these hashes with its words, looking for it in the texts again."""
        for drawn, seen in self._sample:
            if not keys.isdisjoint(seen):
                names = frozenset(drawn.names.split())
                replies = (mask(text, names) for role, _, text, _ in drawn.said if role == "assistant")
                for _, words, _, _ in chain.from_iterable(map(_FOUND[kind], replies)):
                    if hash(words) in keys:
                        keys.remove(hash(words))
                        yield hash(words), words


def _overlap(one: Sequence[str], other: Sequence[str]) -> bool:
    """Return whether two phrases begin and end alike, as the phrases of one longer template do."""
    shifts = range(1, len(one) - LEAST_SHARED + 1)
    return any(one[shift:] == other[:-shift] or other[shift:] == one[:-shift] for shift in shifts)
