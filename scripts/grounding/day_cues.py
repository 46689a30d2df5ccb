"""Names of days told together: lists, ranges and stretches up to, from or after a day."""

from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple

from scripts.grounding.facts import Atom
from scripts.grounding.text import Text

_UP_TO: Final = frozenset(("through", "thru"))
_UNTIL: Final = frozenset(("until", "till", "before"))
_AFTER: Final = frozenset(("after", "beyond", "past"))
_JOINS: Final = frozenset((",", "and", "or", "&", "/", "nor"))
_EITHER: Final = (("or",), ("nor",))
_RANGES: Final = frozenset(("through", "thru", "to", "–", "—", "-", "until", "till"))


class Bound(NamedTuple):
    """A stretch of days up to one ("through Wednesday"), from it on, or after it."""

    side: Literal["up to", "until", "from", "after"]
    days: frozenset[Atom]


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


def joined(text: Text, cues: Sequence[DayCue]) -> Iterator[DayCue]:
    """Merge "Monday and Tuesday", "Monday through Wednesday", "Tuesday, the 4th"; open what is open-ended."""
    held: DayCue | None = None
    for cue in cues:
        if held is None:
            held = _opened(text, cue)
            continue
        joined = _join(text.words[held.last + 1 : cue.first], held, cue)
        if joined is None:
            yield held
        held = joined or _opened(text, cue)
    if held is not None:
        yield held


def _join(between: tuple[str, ...], held: DayCue, cue: DayCue) -> DayCue | None:
    """Return two cues as one where only a comma, an "and" or a "to" stands between them."""
    if not cue.days or not held.days or len(between) > 2 or cue.days == held.days:
        return None
    if len(between) == 1 and between[0] in _RANGES:
        return DayCue(held.first, cue.last, _span(held.days, cue.days), is_list=True)
    if not all(word in _JOINS or word in ("the", "on", "of", "for", "in") for word in between):
        return None
    names_date_of_it = {kind for kind, _ in held.days} == {"weekday"} and all(
        k != "weekday" for k, _ in cue.days
    )
    if names_date_of_it and between in ((), (",",), (",", "the"), ("the",)):
        return DayCue(held.first, cue.last, cue.days)
    return DayCue(held.first, cue.last, held.days | cue.days, is_list=between not in _EITHER)


def _opened(text: Text, cue: DayCue) -> DayCue:
    """Return the cue as the end of a stretch where it is one: "until Friday", "from Tuesday on"."""
    if not cue.days:
        return cue
    words = text.words
    before = words[cue.first - 1] if cue.first else ""
    if before == "the" and cue.first > 1:
        before = words[cue.first - 2]
    after = words[cue.last + 1] if cue.last + 1 < len(words) else ""
    if before in _UP_TO:
        return DayCue(cue.first, cue.last, None, bound=Bound("up to", cue.days), is_list=True)
    if before in _UNTIL and not words[cue.last].endswith("'s") and words[max(0, cue.first - 2)] != "day":
        return DayCue(cue.first, cue.last, None, bound=Bound("until", cue.days), is_list=True)
    if after in ("onward", "onwards", "forward") or (before in ("from", "since") and after == "on"):
        return DayCue(cue.first, cue.last, None, bound=Bound("from", cue.days))
    if before in _AFTER and not words[cue.last].endswith("'s"):
        return DayCue(cue.first, cue.last, None, bound=Bound("after", cue.days))
    return cue


def _span(first: frozenset[Atom], last: frozenset[Atom]) -> frozenset[Atom] | None:
    (kind, begin), (other, end) = next(iter(first)), next(iter(last))
    if len(first) != 1 or len(last) != 1 or kind != other:
        return None
    if kind == "weekday":
        return frozenset((kind, (begin + n) % 7) for n in range((end - begin) % 7 + 1))
    if 0 <= end - begin <= 16 or (kind == "monthday" and 0 <= end - begin < 31):
        return frozenset((kind, value) for value in range(begin, end + 1))
    return None
