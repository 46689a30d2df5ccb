"""A text as bare words, the way messages and plans are compared: no case, accents or number words."""

import functools
import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

UNITS: Final = "one two three four five six seven eight nine"
TEENS: Final = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMBER_WORDS: Final = (
    {word: number for number, word in enumerate(UNITS.split(), start=1)}
    | {word: number for number, word in enumerate(TEENS.split(), start=10)}
    | {word: 10 * number for number, word in enumerate(TENS.split(), start=2)}
)
UNDECOMPOSED: Final = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
)
"""Letters that Unicode takes for letters of their own and English typists don't."""

WORD: Final = re.compile(r"[^\W\d_]+|\d+(?:\.\d+)?")
ASCII_WORD: Final = re.compile(r"[A-Za-z]+|[0-9]+(?:\.[0-9]+)?")
"""The same in ASCII, at half the time."""


def plain_words(text: str) -> tuple[str, ...]:
    """Return the words and numbers of a text: "Twenty-five days in São Paulo's" is 25 days in sao paulos."""
    bare = _bare(text)
    words = (ASCII_WORD if bare.isascii() else WORD).findall(bare)
    return tuple(words) if NUMBER_WORDS.keys().isdisjoint(words) else tuple(_in_digits(words))


plain_form = functools.lru_cache(maxsize=1024)(plain_words)
"""The same for what comes again and again, as the forms of a plan do."""

plain_text = functools.lru_cache(maxsize=512)(plain_words)
"""The same for messages and wishes, which several ask for one after the other."""


def find_form(words: Sequence[str], form: Sequence[str]) -> int | None:
    """Return where a form stands in a text, at its end perhaps with an s ("London's"), or None."""
    before = len(form) - 1
    ends = (form[before], form[before] + "s")
    if ends[0] not in words and ends[1] not in words:
        return None
    if not before:
        return min([words.index(end) for end in ends if end in words])
    for start, word in enumerate(words[before:]):
        if word in ends and words[start : start + before] == form[:before]:
            return start
    return None


def _bare(text: str) -> str:
    lowered = text.casefold()
    if not lowered.isascii():
        spread = unicodedata.normalize("NFKD", lowered)
        bare = "".join(letter for letter in spread if not unicodedata.combining(letter))
        lowered = bare.translate(UNDECOMPOSED)
    return lowered.replace("'", "").replace("’", "")


def _in_digits(words: Sequence[str]) -> Iterator[str]:
    """Yield the words with numbers in digits; "twenty five" is 25."""
    tens = 0
    for word in words:
        number = NUMBER_WORDS.get(word, 0)
        if tens and not 0 < number < 10:
            yield str(tens)
            tens = 0
        if number >= 20:
            tens = number
        else:
            yield str(tens + number) if number else word
            tens = 0
    if tens:
        yield str(tens)
