"""What is offered and not told: "I can check the wind", "I'll give you highs, lows and rain chances"."""

from typing import Final

from scripts.grounding.text import word_set

OFFERING: Final = word_set("can could will shall i'll we'll")
OFFERED: Final = word_set("check look tell fetch pull give get")
_SELVES: Final = word_set("i we happily gladly")
_INDIRECT: Final = word_set("whether which what why how if")
THEN_STATES: Final = word_set("it's there's that it expect")
_NO_OFFER: Final = word_set("until till before once what when since")
"""What stands before an "I can tell" that offers nothing: "until I can check again"."""

_NOT_LISTED: Final = word_set(
    "it's is are there's was it'll expect but yet though although still however so looks has comes falls "
    "rains snows blows stays remains brings shines ; : — – if when with at of it you'll will be"
)
"""Where one of these stands behind an offer, past a comma, it does not go on listing what is offered."""


def is_offered(words: tuple[str, ...], begin: int, segment: tuple[int, int], i: int) -> bool:
    """Whether what stands at token i, in a sentence from `begin` on, is only offered before it."""
    first, last = segment
    if OFFERING.isdisjoint(words[begin:last]):
        return False
    return any(
        _is_offer(words, k, i) and (k >= first or _NOT_LISTED.isdisjoint(words[k + 2 : i]))
        for k in range(begin, last - 1)
    )


def _is_offer(words: tuple[str, ...], k: int, i: int) -> bool:
    return (
        words[k] in OFFERING
        and words[k + 1] in OFFERED
        and (words[k] not in ("will", "shall") or words[k - 1] in _SELVES)
        and words[k - 2] not in _NO_OFFER
        and (words[k] == "could" or not _goes_on_to_state(words, k + 2, i))
    )


def _goes_on_to_state(words: tuple[str, ...], begin: int, i: int) -> bool:
    """Whether an offer to tell goes on by telling: "I can tell you it's raining", "… the sun is out"."""
    between = words[begin:i]
    is_told = words[i + 1 : i + 2] in (("is",), ("are",), ("has",)) or "will" in between
    return (is_told and _INDIRECT.isdisjoint(between)) or not THEN_STATES.isdisjoint(between)
