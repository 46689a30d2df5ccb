"""How varied a set of records is: figures for its report. They describe, and reject nothing."""

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from statistics import fmean
from sys import intern
from typing import Any, Final, NamedTuple

from scripts.repetition.near_duplicates import NearDuplicates
from scripts.repetition.record_features import Role, names_of, openings, phrases, spoken, utterance_of
from scripts.repetition.text_masks import TOKEN, mask, readable

SAMPLE: Final = 5_000
"""Records looked at closely; of a larger set so many are drawn."""

LISTED: Final = 20
"""How many of the most repeated phrases, and openers, are listed."""

LEAST_SHARED: Final = 2
"""Words by which two phrases are taken for parts of one template, of which the list has the first only."""

PAIRS: Final = 1_000
"""Pairs of replies compared for the self-similarity."""


class _Drawn(NamedTuple):
    """What is kept of a record sampled: its number, its words that are names, and what `spoken` yields."""

    number: int
    names: frozenset[str]
    spoken: tuple[tuple[Role, str, str, bool], ...]


def measure(records: Iterable[Mapping[str, Any]], seed: int = 0) -> dict[str, Any]:
    """Return the figures of a set of records, read once, in memory that does not grow with it.

    Shares are fractions of the records sampled, lengths are in words. `self_similarity` is the mean Jaccard
    similarity of two replies' word pairs; `shuffled` is the same after all words were dealt out anew.
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
            sample.append(_Drawn(total, names_of(messages), said))
        elif (place := rng.randrange(total)) < SAMPLE:
            sample[place] = _Drawn(total, names_of(messages), said)
    sample.sort(key=lambda drawn: drawn.number)
    close = _CloseLook()
    for drawn in sample:
        close.add(drawn)
    return {
        "records": total,
        "sample": len(sample),
        **close.as_json(),
        "reply_words": {persona: lengths[persona].as_json() for persona in sorted(lengths)},
        "self_similarity": self_similarity(close.replies, rng),
    }


def self_similarity(replies: Sequence[Sequence[str]], rng: random.Random) -> dict[str, float]:
    """Return the mean similarity of pairs of these lists of words, and the same with the words shuffled."""
    words = [word for reply in replies for word in reply]
    rng.shuffle(words)
    dealt = iter(words)
    shuffled = [[next(dealt) for _ in reply] for reply in replies]
    drawn = [rng.sample(range(len(replies)), 2) for _ in range(PAIRS)] if len(replies) > 1 else []
    return {"replies": _similarity(replies, drawn), "shuffled": _similarity(shuffled, drawn)}


def _similarity(replies: Sequence[Sequence[str]], drawn: Sequence[Sequence[int]]) -> float:
    pairs = {number: frozenset(pairwise(replies[number])) for pair in drawn for number in pair}
    shares = (len(pairs[one] & pairs[two]) / max(1, len(pairs[one] | pairs[two])) for one, two in drawn)
    return round(fmean(shares), 4) if drawn else 0.0


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
    """What is counted of each sampled record; `replies` are their words in lower case."""

    def __init__(self) -> None:
        self.replies: list[list[str]] = []
        self._records = 0
        self._texts: dict[Role, NearDuplicates] = {"user": NearDuplicates(), "assistant": NearDuplicates()}
        self._near: Counter[Role] = Counter()
        self._phrases: Counter[str] = Counter()
        self._openers: Counter[str] = Counter()

    def add(self, record: _Drawn) -> None:
        """Look at one record's utterances."""
        self._records += 1
        opened: set[str] = set()
        repeatable: set[str] = set()
        for role, path, text, answers in record.spoken:
            masked = mask(text, record.names)
            said = utterance_of(role, path, text, answers, masked)
            self._near[role] += self._texts[role].has(said)
            if said.sketch is not None:
                self._texts[role].add(said)
            if role == "assistant":
                words = TOKEN.findall(text.lower())
                self.replies.append([intern(word) for word in words if word[0].isalnum()])
                opened.update(words for _, words, _, _ in openings(masked))
                repeatable.update(words for _, words, _, _ in phrases(masked))
        self._phrases.update(repeatable)
        self._openers.update(opened)

    def as_json(self) -> dict[str, Any]:
        """Return the figures for the report."""
        return {
            **{f"distinct_{length}": self._distinct(length) for length in (1, 2, 3)},
            "near_duplicates": {"user_messages": self._near["user"], "replies": self._near["assistant"]},
            "phrases": self._most_common(self._phrases),
            "openers": self._most_common(self._openers),
        }

    def _distinct(self, length: int) -> float:
        """Return how many different runs of so many words there are, as a share of all runs."""
        total, different = 0, set()
        for reply in self.replies:
            runs = list(zip(*(reply[start:] for start in range(length)), strict=False))
            total += len(runs)
            different.update(runs)
        return round(len(different) / max(1, total), 4)

    def _most_common(self, counts: Counter[str]) -> list[dict[str, Any]]:
        listed: dict[str, int] = {}
        for words, records in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
            if not any(_overlap(words.split(), other.split()) for other in listed):
                listed[words] = records
            if len(listed) == LISTED:
                break
        return [
            {"words": readable(words), "records": records, "share": round(records / self._records, 4)}
            for words, records in listed.items()
        ]


def _overlap(one: Sequence[str], other: Sequence[str]) -> bool:
    """Return whether two phrases begin and end alike, as the phrases of one longer template do."""
    shifts = range(1, len(one) - LEAST_SHARED + 1)
    return any(one[shift:] == other[:-shift] or other[shift:] == one[:-shift] for shift in shifts)
