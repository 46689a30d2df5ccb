"""Whether a number is told of each day: "two degrees a day", "one degree daily"."""

from typing import Final

from scripts.grounding.text import Text, Triggers

_PER: Final = Triggers(("day", "daily", "night"))
_EACH: Final = frozenset(("a", "per", "each", "every", "the"))


def is_rate(text: Text, last: int) -> bool:
    """Whether a number that ends at token `last` is told of each day: "a day", "per day", "daily"."""
    if not text.where(_PER):
        return False
    behind = text.words[last + 1 : last + 3]
    return behind[:1] == ("daily",) or (len(behind) == 2 and behind[0] in _EACH and behind[1] in _PER)
