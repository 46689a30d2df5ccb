"""What somebody is loath to give, and so does not: "I'd hate to warm you with another man's sunshine"."""

from typing import Final

from scripts.grounding.text import word_set

_UNWANTED: Final = word_set("want wish care dare mean")
_NOT: Final = word_set("don't not never wouldn't won't")
SHRINKING: Final = _UNWANTED | word_set(
    "hate loath loth hesitate hesitates reluctant unwilling sorry ashamed blush"
)
_BEHOLDING: Final = word_set("see have find watch send catch hear leave keep")
_YOU: Final = (("you",), ("thee",), ("anyone",), ("anybody",))


def is_withheld(before: tuple[str, ...]) -> bool:
    """Whether words before a claim only say what one would not hand to somebody: "I hesitate to sell you"."""
    if SHRINKING.isdisjoint(before):
        return False
    return any(
        word in SHRINKING
        and before[k + 1 : k + 2] == ("to",)
        and before[k + 3 : k + 4] in _YOU
        and before[k + 2] not in _BEHOLDING
        and (word not in _UNWANTED or (k > 0 and before[k - 1] in _NOT))
        for k, word in enumerate(before)
    )
