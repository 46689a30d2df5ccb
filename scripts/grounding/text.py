"""A text as tokens with sentences and clause boundaries, in one pass and in linear time."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

LONGEST_READ: Final = 8_000
"""Characters of one message that are read: more than the 2,048 tokens of a whole record make."""

_SIGNS: Final = str.maketrans(
    {
        "\u2019": "'",
        "\u2018": "'",
        "\u02bc": "'",
        "\u2212": "-",
        "\u2010": "-",
        "\u2011": "-",
        "\u00ba": "°",
        "\u02da": "°",
        "\u2103": "°C",
        "\u2109": "°F",
        "\u201c": '"',
        "\u201d": '"',
        "\u2015": "—",
        "*": " ",
        "_": " ",
    }
)
_TOKEN: Final = re.compile(
    r"(?:(?<![\w°%)\]])[-–](?=[0-9]))?[0-9]+(?:,[0-9]{3}(?![0-9]))*(?:\.[0-9]+)?(?:'?s\b)?"
    r"|[ap]\.m\b\.?"
    r"|[^\W\d_]+(?:'[^\W\d_]+)*"
    r"|\n+"
    r"|[^\w\s]"
)


def word_list(listing: str) -> tuple[str, ...]:
    """Return the words of a listing, separated by white space, in order."""
    return tuple(listing.split())


def word_set(listing: str) -> frozenset[str]:
    """Return the words of a listing, separated by white space, as a set."""
    return frozenset(listing.split())


_ABBREVIATIONS: Final = word_set("st mt mr mrs dr ft vs approx no deg nov dec jan feb aug sept oct")
_STOPS: Final = frozenset((",", ";", ".", "—", "–"))
_NOT_INITIALS: Final = word_set("c f i a n s e w x")
_ENDS: Final = frozenset((".", "!", "?", "\n"))
_CLOSERS: Final = frozenset(('"', "'", ")", "]"))

BOUNDARY_WEIGHT: Final = {
    ",": 10,
    ";": 30,
    ":": 3,
    "—": 20,
    "–": 20,
    "(": 2,
    ")": 6,
    "|": 4,
    "and": 9,
    "but": 20,
    "while": 20,
    "whereas": 20,
    "though": 20,
    "although": 20,
    "then": 9,
    "against": 12,
    "versus": 12,
    "vs": 12,
    "than": 8,
    "or": 9,
    "nor": 9,
    "before": 9,
    "because": 20,
    "so": 9,
}
"""How much a token separates what stands left and right of it, measured in words of distance."""

BARE_BUT_WEIGHT: Final = 6
"""The same for "but" without a comma, which may only be an "only" ("but one in ten")."""

SENTENCE_WEIGHT: Final = 40
"""The same for the end of a sentence."""


@dataclass(frozen=True, slots=True)
class Text:
    """One message as tokens: `words[i]` is lower case and stands at `raw[starts[i]:ends[i]]`.

    `sentences` are half-open token ranges, `sentence_of[i]` the number of the one token i is in; `walls[i]`
    sums the boundary weights of the tokens before i, so
    that the boundary between two tokens is one subtraction. `quoted` holds the tokens inside quotation
    marks of four words or more.
    """

    raw: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    sentences: tuple[tuple[int, int], ...]
    sentence_of: tuple[int, ...]
    walls: tuple[int, ...]
    quoted: frozenset[int]

    def said(self, first: int, last: int) -> str:
        """Return the words as written, from token `first` to token `last`."""
        return " ".join(self.raw[self.starts[first] : self.ends[last]].split())

    def around(self, first: int, last: int) -> str:
        """Return the words as written with a few of those beside them in the sentence, for quoting."""
        begin, end = self.sentence(first)
        return self.said(max(begin, first - 5), max(last, min(end - 1, last + 5)))

    def sentence(self, i: int) -> tuple[int, int]:
        """Return the token range of the sentence that token i is in."""
        return self.sentences[self.sentence_number(i)]

    def sentence_number(self, i: int) -> int:
        """Return which sentence token i is in, from 0."""
        return self.sentence_of[i]

    def is_capital(self, i: int) -> bool:
        """Whether the token is written with a capital letter."""
        return self.raw[self.starts[i]].isupper()

    def wall(self, i: int, j: int) -> int:
        """Return the weight of the boundaries between two tokens."""
        return self.walls[j] - self.walls[i + 1] if i < j else self.walls[i] - self.walls[j + 1]


def parse(message: str) -> Text:
    """Read a message; what stands beyond `LONGEST_READ` characters is left out."""
    raw = message[:LONGEST_READ].translate(_SIGNS)
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _TOKEN.finditer(raw):
        token = match.group()
        start = match.start()
        if token == "-" and 0 < start < len(raw) - 1 and _joins(raw[start - 1], raw[start + 1]):
            continue
        if token[0] == "\n":
            token = "\n"
        words.append(token.lower())
        starts.append(start)
        ends.append(match.end())
    sentences = tuple(_sentences(words, raw, starts))
    return Text(
        raw,
        tuple(words),
        tuple(starts),
        tuple(ends),
        sentences,
        tuple(n for n, (begin, end) in enumerate(sentences) for _ in range(begin, end)),
        tuple(_walls(words, sentences)),
        _quoted(words),
    )


def _joins(before: str, after: str) -> bool:
    """Whether a hyphen between these characters joins a compound; between digits it is a range."""
    return before.isalnum() and after.isalnum() and not (before.isdigit() and after.isdigit())


def _sentences(words: list[str], raw: str, starts: list[int]) -> Iterator[tuple[int, int]]:
    begin = 0
    count = len(words)
    for i, word in enumerate(words):
        if word not in _ENDS:
            continue
        if word == "." and not _ends_here(words, raw, starts, i):
            continue
        if i + 1 < count and words[i + 1] in _CLOSERS and starts[i + 1] == starts[i] + 1:
            continue
        if i + 1 > begin:
            yield begin, i + 1
        begin = i + 1
    if begin < count:
        yield begin, count


def _ends_here(words: list[str], raw: str, starts: list[int], i: int) -> bool:
    """Whether the full stop at token i ends a sentence, and no abbreviation or initial."""
    if i + 1 >= len(words):
        return True
    is_initial = (
        i > 0
        and len(words[i - 1]) == 1
        and raw[starts[i - 1]].isupper()
        and words[i - 1] not in _NOT_INITIALS
    )
    if i and (is_initial or words[i - 1] in _ABBREVIATIONS):
        return False
    return not raw[starts[i + 1]].islower()


def _walls(words: list[str], sentences: tuple[tuple[int, int], ...]) -> list[int]:
    weights = [BOUNDARY_WEIGHT.get(word, 0) for word in words]
    for i, word in enumerate(words):
        if word == "but" and i and words[i - 1] not in _STOPS:
            weights[i] = BARE_BUT_WEIGHT
    for _, end in sentences:
        weights[end - 1] += SENTENCE_WEIGHT
    return [0, *accumulate(weights)]


def _quoted(words: list[str]) -> frozenset[int]:
    if '"' not in words:
        return frozenset()
    marks = [i for i, word in enumerate(words) if word == '"']
    inside = (range(a + 1, b) for a, b in zip(marks[::2], marks[1::2], strict=False) if b - a > 4)
    return frozenset(i for span in inside for i in span)
