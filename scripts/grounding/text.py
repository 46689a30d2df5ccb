"""A text as tokens with sentences and clause boundaries, in one pass and in linear time."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, Final, Generic, Self, TypeVar

from scripts.grounding.asides import without_asides

LONGEST_READ: Final = 8_000
"""Characters of one message that are read: more than the 2,048 tokens of a whole record make."""

_SIGNS: Final = {
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
_SIGN: Final = re.compile(f"[{''.join(map(re.escape, _SIGNS))}]")
_TOKEN: Final = re.compile(
    r" *+("
    r"[ap]\.m\b\.?"
    r"|[A-Za-z]++(?:[^\W\d_]++)?+(?:'[^\W\d_]++)*+"
    r"|(?:(?<![\w°%)\]])[-–](?=[0-9]))?[0-9]+(?:,[0-9]{3}(?![0-9]))*(?:\.[0-9]+)?(?:'?s\b)?"
    r"|(?<=[^\W\d_])-(?![^\W_])|(?<![^\W_])-|(?<=[0-9])-(?![^\W\d_])"
    r"|[^\w\s-]"
    r"|[^\W\d_]++(?:'[^\W\d_]++)*+"
    r"|(?<!\n)\n"
    r")"
)
"""A word, a number, a sign (a hyphen only where it joins no compound), an end of line."""


def word_list(listing: str) -> tuple[str, ...]:
    """Return the words of a listing, separated by white space, in order."""
    return tuple(listing.split())


def word_set(listing: str) -> frozenset[str]:
    """Return the words of a listing, separated by white space, as a set."""
    return frozenset(listing.split())


DIGITS: Final = frozenset("0123456789")
"""What numbers in figures begin with, but for a sign, and that end on, but for an s."""


class Triggers(frozenset[str]):
    """Words that every text is searched for; where those of all triggers stand is found in one pass."""

    __slots__ = ()
    __hash__ = object.__hash__

    def __new__(cls, words: Iterable[str]) -> Self:
        """Have every text searched for the words from now on."""
        triggers = super().__new__(cls, words)
        for word in triggers:
            is_numeral = word[-1] in DIGITS or word[0] in DIGITS
            _TRIGGERS_OF.setdefault(word, [NUMERALS] if is_numeral else []).append(triggers)
        return triggers


_TRIGGERS_OF: Final[dict[str, list[Triggers]]] = {}

NUMERALS: Final = Triggers(())
"""Stands for what begins or ends with a digit, whichever it is."""

_ABBREVIATIONS: Final = word_set("st mt mr mrs dr ft vs approx deg nov dec jan feb aug sept oct")
_STOPS: Final = frozenset((",", ";", ".", "—", "–"))
_NOT_INITIALS: Final = word_set("c f i a n s e w x")
_ENDS: Final = Triggers((".", "!", "?", "\n"))
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
    "yet": 20,
    "while": 20,
    "whilst": 20,
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

_BOUNDARIES: Final = Triggers(BOUNDARY_WEIGHT)

BARE_BUT_WEIGHT: Final = 6
"""The same for "but" without a comma, which may only be an "only" ("but one in ten")."""

SENTENCE_WEIGHT: Final = 40
"""The same for the end of a sentence."""


Value = TypeVar("Value")


class lazy(Generic[Value]):  # noqa: N801  it is read as a decorator
    """An attribute that is found when it is first asked for, and kept.

    As functools.cached_property is from Python 3.12 on: until then that takes a lock each first time.
    """

    def __init__(self, find: Callable[[Any], Value]) -> None:
        """Have the attribute found by a method, which gives it its name."""
        self._find = find

    def __get__(self, instance: Any, _: type | None = None) -> Value:
        """Find the attribute; from now on it stands in the instance."""
        value = instance.__dict__[self._find.__name__] = self._find(instance)
        return value


@dataclass(frozen=True)
class Text:
    """One message as tokens: `words[i]` is `written[i]` in lower case. What else there is to know of them is
    found when it is first asked for."""

    raw: str
    written: Sequence[str]
    words: tuple[str, ...]

    @lazy
    def spans(self) -> Sequence[tuple[int, int]]:
        """Where each token begins and ends in `raw`."""
        return [match.span(1) for match in _TOKEN.finditer(self.raw)]

    @lazy
    def sentences(self) -> Sequence[tuple[int, int]]:
        """Half-open token ranges."""
        return list(_sentences(self))

    @lazy
    def sentence_of(self) -> Sequence[int]:
        """The number of the sentence that each token is in."""
        numbers: list[int] = []
        for number, (begin, end) in enumerate(self.sentences):
            numbers += [number] * (end - begin)
        return numbers

    @lazy
    def walls(self) -> Sequence[int]:
        """The boundary weights of the tokens before each, summed: that between two is one subtraction."""
        return _walls(self)

    @lazy
    def quoted(self) -> frozenset[int]:
        """The tokens inside quotation marks of four words or more."""
        return _quoted(self.words)

    @lazy
    def places(self) -> Mapping[Triggers, Sequence[int]]:
        """Where the words of all triggers stand, of those with any."""
        places: defaultdict[Triggers, list[int]] = defaultdict(list)
        for i, word in enumerate(self.words):
            known = _TRIGGERS_OF.get(word)
            if known is None:
                if not word.isalpha() and (word[-1] in DIGITS or word[0] in DIGITS):
                    places[NUMERALS].append(i)
                continue
            for triggers in known:
                places[triggers].append(i)
        return places

    def where(self, triggers: Triggers) -> Sequence[int]:
        """Return the tokens that are words of the triggers, in order."""
        return self.places.get(triggers, ())

    def said(self, first: int, last: int) -> str:
        """Return the words as written, from token `first` to token `last`."""
        end = self.spans[min(last, len(self.spans) - 1)][1]
        return " ".join(self.raw[self.spans[first][0] : end].split())

    def around(self, first: int, last: int) -> str:
        """Return the words as written with a few of those beside them in the sentence, for quoting."""
        begin, end = self.sentence(first)
        return self.said(max(begin, first - 5), max(last, min(end - 1, last + 5)))

    def sentence(self, i: int) -> tuple[int, int]:
        """Return the token range of the sentence that token i is in."""
        return self.sentences[self.sentence_of[i]]

    def sentence_number(self, i: int) -> int:
        """Return which sentence token i is in, from 0."""
        return self.sentence_of[i]

    def is_capital(self, i: int) -> bool:
        """Whether the token is written with a capital letter."""
        return i < len(self.written) and self.written[i][0].isupper()

    def wall(self, i: int, j: int) -> int:
        """Return the weight of the boundaries between two tokens."""
        return self.walls[j] - self.walls[i + 1] if i < j else self.walls[i] - self.walls[j + 1]


def parse(message: str) -> Text:
    """Read a message but for its asides; what stands beyond `LONGEST_READ` characters is left out."""
    raw = without_asides(_SIGN.sub(lambda sign: _SIGNS[sign.group()], message[:LONGEST_READ]))
    written = _TOKEN.findall(raw)
    return Text(raw, written, tuple(" ".join(written).lower().split(" ")) if written else ())


def _sentences(text: Text) -> Iterator[tuple[int, int]]:
    words = text.words
    begin = 0
    count = len(words)
    for i in text.where(_ENDS):
        if words[i] == "." and not _ends_here(words, text.written, i):
            continue
        if i + 1 < count and words[i + 1] in _CLOSERS and text.spans[i + 1][0] == text.spans[i][0] + 1:
            continue
        yield begin, i + 1
        begin = i + 1
    if begin < count:
        yield begin, count


def _ends_here(words: Sequence[str], written: Sequence[str], i: int) -> bool:
    """Whether the full stop at token i ends a sentence, and no abbreviation or initial."""
    if i + 1 >= len(words):
        return True
    before = words[i - 1] if i else ""
    is_initial = len(before) == 1 and written[i - 1].isupper() and before not in _NOT_INITIALS
    is_number = before == "no" and written[i + 1][0].isdecimal()
    return not (is_initial or is_number or before in _ABBREVIATIONS or written[i + 1][0].islower())


def _walls(text: Text) -> list[int]:
    words = text.words
    weights = [0] * len(words)
    for i in text.where(_BOUNDARIES):
        is_bare = words[i] == "but" and i and words[i - 1] not in _STOPS
        weights[i] = BARE_BUT_WEIGHT if is_bare else BOUNDARY_WEIGHT[words[i]]
    for _, end in text.sentences:
        weights[end - 1] += SENTENCE_WEIGHT
    return [0, *accumulate(weights)]


def _quoted(words: Sequence[str]) -> frozenset[int]:
    if '"' not in words:
        return frozenset()
    marks = [i for i, word in enumerate(words) if word == '"']
    inside = (range(a + 1, b) for a, b in zip(marks[::2], marks[1::2], strict=False) if b - a > 4)
    return frozenset(i for span in inside for i in span)
