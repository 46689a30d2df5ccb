"""A number of a text, read as a statement of weather."""

from typing import Final, Literal, NamedTuple

from scripts.grounding.facts import Field

Hedge = Literal["exact", "about", "nearly", "just_over", "over", "under", "at_least", "at_most"]
THRESHOLDS: Final[frozenset[Hedge]] = frozenset(("over", "under", "at_least", "at_most"))
"""The hedges that tell a bound and no value."""
Kind = Literal["level", "difference", "mean", "felt"]


class Figure(NamedTuple):
    """A number that states weather, or may.

    `first` and `last` are its tokens with its unit. `least` and `most` are what it can mean: equal but for
    decades ("low sixties" is 60 to 63). `fields` are the quantities it may be of. `must` is False where it
    may be no weather at all, so that it counts where it fits and is let pass where it doesn't. `label` is the
    token that told the quantity. `is_free_of_scale` where it names no scale and both are spoken of;
    `is_of_hundred` where a fraction is told like a percentage: "ten in the hundred".
    """

    first: int
    last: int
    least: float
    most: float
    fields: frozenset[Field]
    unit: str | None
    hedge: Hedge = "exact"
    kind: Kind = "level"
    must: bool = True
    is_fraction: bool = False
    label: int | None = None
    is_free_of_scale: bool = False
    is_of_hundred: bool = False

    @property
    def is_exact(self) -> bool:
        """Whether the number means just itself, and not a stretch of numbers."""
        return self.least == self.most
