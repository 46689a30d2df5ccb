"""How varied a set of records is: figures for its report. They describe, and reject nothing."""

import random
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from itertools import chain, pairwise
from statistics import fmean
from typing import Any, Final, NamedTuple

from scripts.repetition.limits import Kind
from scripts.repetition.near_duplicates import NearDuplicates, are_alike
from scripts.repetition.record_features import (
    Features,
    Role,
    Said,
    Sketch,
    Utterance,
    features_of,
    names_of,
    persona_of,
    spoken,
)
from scripts.repetition.text_masks import readable, words_in

SAMPLE: Final = 5_000
"""Records looked at closely; of a larger set so many are drawn. At most as many as the guard's window, which
then knows all of them."""

LISTED: Final = 20
"""How many of the most repeated phrases, and openers, are listed."""

LEAST_SHARED: Final = 2
"""Words by which two phrases are taken for parts of one template, of which the list has the first only."""

PAIRS: Final = 500
"""Pairs of replies compared for the self-similarity."""


class _Drawn(NamedTuple):
    """What is kept of a record sampled: its number, its persona, its words that are names, its texts."""

    number: int
    persona: str
    names: str
    said: tuple[Said, ...]

    def features(self) -> Features:
        """Return what is compared of the record."""
        return features_of(self.persona, frozenset(self.names.split()), self.said)


def measure(records: Iterable[Mapping[str, Any]], seed: int = 0) -> dict[str, Any]:
    """Return the figures of a set of records, read once, in memory that does not grow with it."""
    rng = _rng(seed)
    lengths = _Lengths()
    sample: list[_Drawn] = []
    total = 0
    for total, record in enumerate(records, start=1):
        messages = record["messages"]
        persona, said = persona_of(record), tuple(spoken(messages))
        lengths.add(persona, (each.text for each in said if each.role == "assistant"))
        place = total - 1 if total <= SAMPLE else rng.randrange(total)
        if place < SAMPLE:
            sample[place : place + 1] = [_Drawn(total, persona, " ".join(names_of(messages)), said)]
    sample.sort(key=lambda drawn: drawn.number, reverse=True)
    diversity = Diversity(rng)
    while sample:
        diversity.add(sample.pop().features())
    return diversity.as_json() | {"records": total, "reply_words": lengths.as_json()}


def _rng(seed: int) -> random.Random:
    return random.Random(f"{seed}:diversity")


class Diversity:
    """The figures of records looked at one by one, as a run accepts them: of at most `SAMPLE`, which says
    that `measure` of the same records in the same order finds the same.

    Shares are fractions of the records, lengths are in words. `self_similarity` is the mean Jaccard
    similarity of two replies' word pairs; `shuffled` is the same of replies as long, of words drawn from all.
    """

    def __init__(self, seed: int | random.Random = 0) -> None:
        self.records = 0
        self._rng = seed if isinstance(seed, random.Random) else _rng(seed)
        self._replies: list[str] = []
        self._lengths = _Lengths()
        self._texts: defaultdict[Role, NearDuplicates] = defaultdict(NearDuplicates)
        self._near: Counter[Role] = Counter()
        self._repeated: dict[Kind, _Repeated] = {"phrase": _Repeated(), "opening": _Repeated()}
        self._runs: dict[int, set[int]] = {1: set(), 2: set(), 3: set()}
        self._all_runs = dict.fromkeys(self._runs, 0)

    def add(self, record: Features, near: Container[str] | None = None) -> None:
        """Look at one record.

        `near` has the paths of its texts that are nearly like one of the records before, where the guard has
        told that already.
        """
        self.records += 1
        self._count_near(record, self._told_near(record) if near is None else near)
        things: dict[Kind, dict[int, tuple[Utterance, int, int]]] = {kind: {} for kind in self._repeated}
        replies = []
        for said in record.utterances:
            if said.role == "assistant":
                replies.append(said.text)
                self._count_runs(list(words_in(said.text)))
                for key, kind, start, stop in said.counted:
                    if kind in things:
                        things[kind][key] = said, start, stop
        self._replies += replies
        self._lengths.add(record.persona, replies)
        for kind, repeated in self._repeated.items():
            repeated.add(things[kind])

    def _told_near(self, record: Features) -> list[str]:
        """Return the paths of the texts nearly like one before, and add all of them to those to come."""
        compared = [(said, said.sketch) for said in record.utterances if said.sketch is not None]
        near = [said.path for said, sketch in compared if self._texts[said.role].has(sketch)]
        for said, sketch in compared:
            self._texts[said.role].add(sketch)
        return near

    def _count_near(self, record: Features, near: Container[str]) -> None:
        """Count the texts nearly like one of the records before, or like one before in the same record."""
        own: dict[Role, list[Sketch]] = {"user": [], "assistant": []}
        for said in record.utterances:
            if said.sketch is not None:
                before = own[said.role]
                is_near = said.path in near or any(are_alike(said.sketch, other) for other in before)
                self._near[said.role] += is_near
                before.append(said.sketch)

    def _count_runs(self, words: Sequence[str]) -> None:
        pairs = pairwise(words)
        triples = zip(words, words[1:], words[2:], strict=False)
        for (length, runs), found in zip(self._runs.items(), (words, pairs, triples), strict=True):
            runs.update(map(hash, found))
            self._all_runs[length] += max(0, len(words) - length + 1)

    def as_json(self) -> dict[str, Any]:
        """Return the figures for the report."""
        return {
            "records": self.records,
            "sample": self.records,
            **{
                f"distinct_{length}": round(len(runs) / max(1, self._all_runs[length]), 4)
                for length, runs in self._runs.items()
            },
            "near_duplicates": {"user_messages": self._near["user"], "replies": self._near["assistant"]},
            "phrases": self._repeated["phrase"].as_json(self.records),
            "openers": self._repeated["opening"].as_json(self.records),
            "reply_words": self._lengths.as_json(),
            "self_similarity": self_similarity(self._replies, self._rng),
        }


def self_similarity(replies: Sequence[str], rng: random.Random) -> dict[str, float]:
    """Return the mean similarity of pairs of replies, and of as many made of the words of all those."""
    drawn = [rng.sample(range(len(replies)), 2) for _ in range(PAIRS)] if len(replies) > 1 else []
    numbers = dict.fromkeys(chain.from_iterable(drawn))
    words = {number: list(words_in(replies[number])) for number in numbers}
    pool = list(chain.from_iterable(words.values()))
    shuffled = {number: rng.choices(pool, k=len(own)) if own else [] for number, own in words.items()}
    return {"replies": _similarity(words, drawn), "shuffled": _similarity(shuffled, drawn)}


def _similarity(replies: Mapping[int, Sequence[str]], drawn: Sequence[Sequence[int]]) -> float:
    pairs = {number: frozenset(map(hash, pairwise(words))) for number, words in replies.items()}
    return round(fmean(_jaccard(pairs[one], pairs[two]) for one, two in drawn), 4) if drawn else 0.0


def _jaccard(one: frozenset[int], two: frozenset[int]) -> float:
    shared = len(one & two)
    return shared / max(1, len(one) + len(two) - shared)


class _Lengths:
    """Number, mean, least and most words of each persona's replies."""

    def __init__(self) -> None:
        self._words: defaultdict[str, Counter[int]] = defaultdict(Counter)

    def add(self, persona: str, replies: Iterable[str]) -> None:
        """Count the replies of a record."""
        self._words[persona].update(len(text.split()) for text in replies)

    def as_json(self) -> dict[str, dict[str, float]]:
        """Return the figures for the report."""
        return {persona: _spread(counts) for persona, counts in sorted(self._words.items()) if counts}


def _spread(counts: Counter[int]) -> dict[str, float]:
    replies = counts.total()
    mean = round(sum(words * times for words, times in counts.items()) / replies, 1)
    return {"replies": replies, "mean": mean, "least": min(counts), "most": max(counts)}


class _Repeated:
    """In how many records each thing stands. What stands in one only takes the room of its hash."""

    def __init__(self) -> None:
        self._seen: set[int] = set()
        self._again: Counter[str] = Counter()

    def add(self, things: Mapping[int, tuple[Utterance, int, int]]) -> None:
        """Count the things of one record: each with where its words stand."""
        for key, (said, start, stop) in things.items():
            if key in self._seen:
                self._again[" ".join(said.masked.tokens[start:stop])] += 1
            else:
                self._seen.add(key)

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
