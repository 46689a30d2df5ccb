"""What of a record's writing is compared with other records: phrases to count and word pairs, as hashes.

Knows the messages of a record; what may be repeated how often is the guard's business.
"""

import re
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import Any, Final, Literal, NamedTuple

from rensa import RMinHash

from scripts.repetition.limits import (
    LEAST_WORDS,
    OPENING_WORDS,
    PHRASE_MEANING,
    PHRASE_WORDS,
    WORDING_MASKS,
    WORDING_MEANING,
    Kind,
)
from scripts.repetition.text_masks import MASKS, MEANINGLESS, Masked, mask, name_words, names_in
from scripts.voices.catch_phrases import quotations

Role = Literal["user", "assistant"]

BANDS: Final = 20
ROWS: Final = 5
"""Of a MinHash: so many bands of so many values. Texts at the limit of similarity share a band with 91 %, at
0.75 with 99.6 %, at 0.2 with 0.6 %."""

SKETCH_SEED: Final = 42

CELLS: Final = 1 << 19
"""So many values of a band are told apart: of 5,000 texts a band in five falls where another one is."""

REFUSING: Final = frozenset(
    (
        *("can't", "cannot", "couldn't", "could", "unable", "able", "won't", "don't", "doesn't", "didn't"),
        *(
            "haven't",
            "isn't",
            "wasn't",
            "no",
            "not",
            "nothing",
            "none",
            "nowhere",
            "nobody",
            "never",
            "beyond",
        ),
        *("outside", "sorry", "afraid", "failed", "tell", "know", "give", "send", "name", "say", "which"),
    )
)
"""A reply without a weather result asks or declines in its questions and in sentences with one of these."""

_PLACE_KEYS: Final = ("city", "country", "name", "admin1")
_PLACE: Final = re.compile(rf'"(?:{"|".join(_PLACE_KEYS)})"\s*:\s*"([^"\\]+)"')


Countable = tuple[Kind, str, int, int]
"""A thing to be counted: its kind, its masked words, and from where to where in the tokens they stand."""

Counted = tuple[int, Kind, int, int]
"""The same with its hash for the words, which is another one where the kind is."""


class Sketch(NamedTuple):
    """A text as it is compared as a whole: hashes of its word pairs, and of the bands of their MinHash.

    Texts that are nearly alike have one or more of the second, `cells`, in common.
    """

    pairs: "array[int]"
    cells: "array[int]"


class Utterance(NamedTuple):
    """What was said in one message; `sketch` is None where it is too short to be compared as a whole."""

    role: Role
    path: str
    text: str
    masked: Masked
    counted: tuple[Counted, ...]
    sketch: Sketch | None


class Features(NamedTuple):
    """A record as it is compared: `keys` are the hashes of what is counted, each with its kind."""

    persona: str
    utterances: tuple[Utterance, ...]
    keys: Mapping[int, Kind]


class Said(NamedTuple):
    """One message as it stands in a record; `answers` is whether its turn has brought a weather result."""

    role: Role
    path: str
    text: str
    answers: bool


def features(record: Mapping[str, Any]) -> Features:
    """Return what is compared of a record whose form the validator has nothing against."""
    messages = record["messages"]
    return features_of(persona_of(record), names_of(messages), spoken(messages))


def features_of(persona: str, names: frozenset[str], messages: Iterable[Said]) -> Features:
    """Return what is compared of a record with these messages, in which `names` are names."""
    utterances = []
    for role, path, text, answers in messages:
        masked = mask(text, names)
        counted = tuple(_hashed(_countables(role, text, answers, masked)))
        utterances.append(Utterance(role, path, text, masked, counted, sketch_of(masked)))
    keys = {key: kind for said in utterances for key, kind, _, _ in said.counted}
    return Features(persona, tuple(utterances), keys)


def persona_of(record: Mapping[str, Any]) -> str:
    """Return the persona a record is tagged with, "" where it is not."""
    return str(record.get("tags", {}).get("persona", ""))


def _hashed(countables: Iterable[Countable]) -> Iterator[Counted]:
    """Yield things with 64-bit hashes, the same in every process."""
    things = list(countables)
    hashed = RMinHash.hash_token_sets([[f"{kind} {words}" for kind, words, _, _ in things]])[0]
    for key, (kind, _, start, stop) in zip(hashed, things, strict=True):
        yield key, kind, start, stop


def _countables(role: Role, text: str, answers: bool, masked: Masked) -> Iterator[Countable]:
    """Yield what is counted of a text, a thing that stands there twice twice.

    `answers` is False for a reply to a turn without a weather result.
    """
    tokens = masked.tokens
    if role == "user":
        if 0 < len(masked.plain) < LEAST_WORDS:
            yield "short_message", " ".join(masked.plain), 0, len(tokens)
        return
    if not tokens:
        return
    if not MASKS.issuperset(tokens):
        yield "skeleton", " ".join(tokens), 0, len(tokens)
    yield from _openings(masked)
    yield from _phrases("phrase", tokens, 0, len(tokens), PHRASE_MEANING)
    if not answers:
        yield from _wordings(masked)
    if quotations(text):
        yield "quotation", "", 0, len(tokens)


def _openings(masked: Masked) -> Iterator[Countable]:
    """Yield the first three words, and the first two where a sign follows them ("Ah, London! ...")."""
    tokens = masked.tokens
    opening = tokens[:OPENING_WORDS]
    if not MASKS.issuperset(opening):
        yield "opening", " ".join(opening), 0, len(opening)
    call = tokens[:2]
    if len(tokens) > 2 and (2 in masked.clauses or 2 in masked.ends) and _means(call):
        yield "opening", " ".join(call), 0, 2


def _phrases(kind: Kind, tokens: Sequence[str], start: int, stop: int, least: int) -> Iterator[Countable]:
    """Yield the runs of five words between two places of which `least` mean something."""
    held = [0, *accumulate(token not in MEANINGLESS for token in tokens[start:stop])]
    for begin in range(start, stop - PHRASE_WORDS + 1):
        end = begin + PHRASE_WORDS
        if held[end - start] - held[begin - start] >= least:
            yield kind, " ".join(tokens[begin:end]), begin, end


def _wordings(masked: Masked) -> Iterator[Countable]:
    """Yield the phrases of the sentences that ask or decline; a shorter sentence is one as a whole."""
    start = 0
    for stop in masked.ends:
        sentence = masked.tokens[start:stop]
        if stop in masked.asks or not REFUSING.isdisjoint(sentence):
            if len(sentence) >= PHRASE_WORDS:
                for phrase in _phrases("wording", masked.tokens, start, stop, WORDING_MEANING):
                    if sum(token in MASKS for token in masked.tokens[phrase[2] : phrase[3]]) <= WORDING_MASKS:
                        yield phrase
            elif _means(sentence):
                yield "wording", " ".join(sentence), start, stop
        start = stop


def _means(tokens: Sequence[str]) -> bool:
    return not MEANINGLESS.issuperset(tokens)


def sketch_of(masked: Masked) -> Sketch | None:
    """Return a text as it is compared as a whole, None where it is too short for that."""
    if len(masked.plain) < LEAST_WORDS:
        return None
    pairs = [f"{first} {second}" for first, second in pairwise(masked.plain)]
    minhash = RMinHash(BANDS * ROWS, SKETCH_SEED)
    minhash.update(pairs)
    values = iter(minhash.digest())
    cells = [hash(band) % CELLS for band in zip(*[values] * ROWS, strict=True)]
    return Sketch(array("Q", set(RMinHash.hash_token_sets([pairs])[0])), array("I", cells))


def spoken(messages: Sequence[Mapping[str, Any]]) -> Iterator[Said]:
    """Yield each utterance."""
    answers = False
    for index, message in enumerate(messages):
        role, text = message.get("role"), message.get("content")
        if not isinstance(text, str) or not text:
            continue
        if role == "user":
            answers = False
            yield Said("user", f"messages[{index}].content", text, answers=False)
        elif role == "tool":
            answers = answers or '"temperature' in text
        elif role == "assistant" and not message.get("tool_calls"):
            yield Said("assistant", f"messages[{index}].content", text, answers)


def names_of(messages: Sequence[Mapping[str, Any]]) -> frozenset[str]:
    """Return the words that are names in this conversation, in lower case.

    Those are of the places looked up, and those that the user or the system message capitalises.
    """
    names: set[str] = set()
    looked_up: list[str] = []
    for message in messages:
        text = message.get("content")
        if message.get("role") in ("system", "user"):
            names.update(names_in(text if isinstance(text, str) else ""))
        elif message.get("role") == "tool":
            looked_up += _places_in(text if isinstance(text, str) else "")
        for call in message.get("tool_calls") or ():
            looked_up += _places_in(str(call.get("function", {}).get("arguments", "")))
    names.update(name_words(looked_up))
    return frozenset(names)


def _places_in(text: str) -> list[str]:
    """Return the values of a JSON text's keys for places, of which weather has none."""
    return _PLACE.findall(text) if any(map(text.__contains__, _PLACE_KEYS)) else []
