"""A name of one day or several in a text, and the stretch of days it may bound."""

from typing import Literal, NamedTuple

from scripts.grounding.facts import Atom


class Bound(NamedTuple):
    """A stretch of days up to one ("through Wednesday"), from it on, or after it; or all days except some.

    `since` are the days named before it, with which a stretch up to one begins: "from Monday until Friday";
    of "the rest", those that the sentence right before leaves out.
    """

    side: Literal["up to", "until", "before", "from", "after", "except"]
    days: frozenset[Atom]
    since: frozenset[Atom] = frozenset()


class DayCue(NamedTuple):
    """Words that name one or several days. `days` is None where they name no certain one ("the rest").

    `nights` are days that the low of a night named may be booked under as well; `is_list` where several
    are named one by one or as a stretch.
    `is_weak` words ("both", "all") only say how many of the days named are meant."""

    first: int
    last: int
    days: frozenset[Atom] | None
    nights: frozenset[Atom] = frozenset()
    bound: Bound | None = None
    is_weak: bool = False
    is_list: bool = False
