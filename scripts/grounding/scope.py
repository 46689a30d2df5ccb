"""Which day and which place a claim is about, from the words around it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple, TypeVar

from scripts.grounding.day_cues import Bound, DayCue
from scripts.grounding.facts import Atom, Facts, Reading
from scripts.grounding.named_places import PlaceCue
from scripts.grounding.text import Text, word_set

_PREPOSITIONS: Final = word_set(
    "on for by in come during over of at this next the as around across near to until through till right "
    "from since"
)
_OPENERS: Final = word_set(
    "and but while then so that because or before after when where if though although than"
)
_TURNING: Final = (
    ("by", "day"),
    ("by", "night"),
    ("at", "night"),
    ("of", "nights"),
    ("the", "nights"),
    ("the", "days"),
    ("before", "that"),
    ("after", "that"),
    ("until", "then"),
    ("from", "then"),
)
_TURNING_WITHIN: Final = frozenset((
    ("after", "that"), ("from", "then"), ("after", "it"), ("before", "it"), ("after", "them"),
    ("after", "this"), ("after", "which"), ("before", "then"), ("after", "those"), ("before", "that"),
    ("until", "then"),
))  # fmt: skip
_CONTRASTS: Final = word_set(
    "against versus vs than compared rather instead unlike opposed beat beats then followed "
    "afterwards thereafter"
)
_TURNING_WORDS: Final = _CONTRASTS | {"same", "both", "neither"}
_RELATIVES: Final = ((",", "which"), (",", "when"), (",", "where"), (",", "with"), (",", "at"))
_COMPARING: Final = word_set("than above below versus against unlike like")
_BEATING: Final = word_set(
    "beats beat outdoes outdo tops trails leads bests betters exceeds surpasses outstrips edges "
    "undercuts over than "
    "outruns overtakes outranks shades follows precedes above below under"
)
_AFTER_OBJECT: Final = word_set("by and , in on for at")
_TURNING_TO: Final = word_set(
    "ends finishes closes starts opens begins hits reaches makes finds sees gives brings meets leaves "
    "gets takes"
)
_CLOSED: Final = frozenset((",", ";", "—", ")"))
_MUCH: Final = word_set("much just about same rather little exactly nearly be")
_AT_THAT_TIME: Final = word_set("will is shall by be are would 'll it'll it's even")
_TOGETHER: Final = (
    ("and",),
    (",",),
    ("&",),
    (",", "and"),
    ("nor",),
    ("and", "in"),
    ("and", "at"),
    ("and", "also"),
    ("or",),
    ("or", "in"),
    ("or", "at"),
)
_RELATIVE_REACH: Final = 6
_EXCEPTING: Final = word_set("apart aside except excepting besides barring save other")
_INTO_ONE: Final = word_set("high low highs lows night day")
_CARRIED_SENTENCES: Final = 2
"""For so many sentences without a name of their own, the day or place named last goes on being meant."""

TRAILING: Final = 12
_AT_ONCE: Final = 3
AHEAD: Final = 60
"""Words of distance that a name counts as further off, where it closes an earlier phrase ("60 on Monday and")
or opens a later one ("…, and Tuesday brings")."""

Member = TypeVar("Member")
IDENTIFIED: Final = 8
"""Words within which a name may tell which one was meant: "one wet day, and that is Thursday"."""
_NAMELY: Final = (("that", "is"), ("and", "that's"), (",", "that's"), ("that", "was"), (",", "namely"))
_BY_THEN: Final = ("by", "then")

Cue = TypeVar("Cue", DayCue, PlaceCue)


class Scope(NamedTuple):
    """What a claim is about, None being whatever the conversation has; `named` are the names that told it."""

    days: frozenset[Atom] | None = None
    spots: frozenset[int] | None = None
    named: Sequence[DayCue | PlaceCue] = ()
    is_list: bool = False
    nights: frozenset[Atom] = frozenset()
    bound: Bound | None = None
    is_each: bool = False
    """Whether several places are named together, so that what is said is said of each."""


EVERYTHING: Final = Scope()


@dataclass(frozen=True, slots=True)
class Scopes:
    """The names in one text, ready to say what any stretch of it is about.

    `claims` are the tokens of numbers and of words for the sky. `asked` is the one day that the user asked
    about: a reply that names no day is about that.
    """

    text: Text
    days: Sequence[DayCue]
    places: Sequence[PlaceCue]
    claims: Sequence[int] = ()
    asked: Sequence[DayCue] = ()

    def at(self, first: int, last: int) -> Scope:
        """Return what the claim from token `first` to token `last` is about."""
        named_days = self._attributed(self.days, first, last)
        place = self._attributed(self.places, first, last)
        day = _surest(named_days) if self.days and not self._is_before_names(first) else self.asked
        if not day and not place:
            return EVERYTHING
        meant = self._as_exception(day[0], first) if len(day) == 1 else _merged(day)
        together = self._together(place[0]) if len(place) == 1 < len(self.places) else []
        place = [cue for cue in together if not cue.spots] or together or place
        return Scope(
            meant.days,
            _union([cue.spots for cue in place]) if place else None,
            [*named_days, *place],
            meant.is_list,
            meant.nights,
            meant.bound,
            len(together) > 1 and "or" not in self.text.words[together[0].first : together[-1].last],
        )

    def _is_before_names(self, first: int) -> bool:
        """Whether no day is named in the sentence of a claim or before it."""
        return self.days[0].first >= self.text.sentence(first)[1]

    def _together(self, place: PlaceCue) -> list[PlaceCue]:
        """Return the places named with one in a list: "Oslo and Bergen", "neither Oslo nor Bergen"."""
        words = self.text.words
        at = self.places.index(place)
        first = last = at
        while first and words[self.places[first - 1].last + 1 : self.places[first].first] in _TOGETHER:
            first -= 1
        while (
            last + 1 < len(self.places)
            and words[self.places[last].last + 1 : self.places[last + 1].first] in _TOGETHER
        ):
            last += 1
        found = list(self.places[first : last + 1])
        is_region = any(one.spots & other.spots for one, other in pairwise(found))
        return [] if len(found) < 2 or is_region else found

    def _as_exception(self, cue: DayCue, first: int) -> DayCue:
        """Return the day left out where a claim is of that: "every day but Tuesday, when it rains"."""
        if cue.bound is None or cue.bound.side != "except" or cue.last > first:
            return cue
        behind = self.text.words[cue.last + 1 : cue.last + 3]
        is_of_it = behind in _RELATIVES or behind[:1] in (("when",), ("which",))
        return cue._replace(days=cue.bound.days, bound=None) if is_of_it else cue

    def said(self, scope: Scope) -> str:
        """Return the names that told a scope, as written; "" where none did."""
        return " and ".join(dict.fromkeys(self.text.said(cue.first, cue.last) for cue in scope.named))

    def named_between(self, first: int, last: int) -> list[DayCue]:
        """Return the cues of certain days from token `first` to `last`."""
        return [cue for cue in self.days if cue.days and first <= cue.first <= last]

    def _attributed(self, cues: Sequence[Cue], first: int, last: int) -> list[Cue]:
        """Return the cue a claim belongs to, two where they are equally near, none where nothing tells."""
        if not cues:
            return []
        text = self.text
        index = text.sentence_number(first)
        begin, end = text.sentences[index]
        here = [n for n, cue in enumerate(cues) if begin <= cue.first < end]
        if len(here) > 1:
            here = [n for n in here if not cues[n].is_weak] or here
        costs = sorted([(cost, n) for n in here if (cost := self._cost(cues[n], first, last)) < AHEAD])
        if not costs:
            is_carried = not _turns(text.words[begin:first])
            is_carried = is_carried and text.words[begin : begin + 2] not in _TURNING
            return self._meant_then(_carried(text, cues, index, self.claims), begin) if is_carried else []
        best = cues[costs[0][1]]
        between = text.words[best.last + 1 : first]
        if best.last < first and _BY_THEN in pairwise(between):
            return _carried(text, cues, index, self.claims)
        if best.last < first and _contrasts(between):
            return []
        return [cues[n] for cost, n in costs[:2] if cost - costs[0][0] <= 1]

    def _meant_then(self, cues: list[Cue], begin: int) -> list[Cue]:
        """Return the cues carried; "by then", after a stretch up to a day, is that day."""
        cue = cues[0] if len(cues) == 1 else None
        if not isinstance(cue, DayCue) or cue.bound is None or self.text.words[begin : begin + 2] != _BY_THEN:
            return cues
        return [cue._replace(days=cue.bound.days, bound=None, is_list=False)]

    def _cost(self, cue: DayCue | PlaceCue, first: int, last: int) -> int:
        """Return how far a cue is from a claim, in words; from `AHEAD` on it cannot be meant."""
        text = self.text
        before = text.words[cue.first - 1] if cue.first else "."
        if cue.last < first:
            if text.words[cue.last + 1] == "(" and ")" not in text.words[cue.last + 1 : first]:
                return 0
            gap = first - cue.last - 1
            wall = text.wall(cue.last, first)
            if wall >= 6 and before in _COMPARING:
                return AHEAD
            if before in ("as", "like") and text.words[cue.first - 2] in _MUCH:
                return AHEAD
            if before == "where" and wall >= 9 and text.words[cue.last].endswith("'s"):
                return AHEAD
            is_relative = text.words[cue.last + 1 : cue.last + 3] in _RELATIVES
            if wall >= 10 and not is_relative and _is_excepted(text, cue):
                return AHEAD
            if (
                (wall >= 9 or text.words[cue.last + 1] == "by")
                and before in _BEATING
                and text.words[cue.last + 1] in _AFTER_OBJECT
            ):
                return AHEAD
            if _is_left(text, cue, first):
                return AHEAD
            if is_relative and gap < _RELATIVE_REACH:
                return gap + _AT_ONCE
            trailing = _AT_ONCE if _goes_on_at_once(text, cue, first) else TRAILING
            is_vague = isinstance(cue, DayCue) and cue.bound is not None and cue.bound.side == "before"
            trailing = trailing * _trails(text, cue, before) + _AT_ONCE * is_vague
            return min(gap + wall + trailing, AHEAD - 1)
        if cue.first > last:
            gap = cue.first - last - 1
            if before == "on" and text.words[cue.first - 2] in ("up", "down"):
                return AHEAD
            if gap < 4 and text.words[cue.last].endswith("'s") and before in ("is", "are", "was"):
                return gap
            if gap < IDENTIFIED and text.words[max(0, cue.first - 2) : cue.first] in _NAMELY:
                return gap
            wall = text.wall(last, cue.first)
            cost = gap + wall
            if wall >= 10 and gap > 3 and not self._closes(cue, before, last):
                return cost + AHEAD
            if gap and (not self._looks_back(cue, before) or self._belongs_to_another(last, cue)):
                cost += AHEAD
            return cost
        return 0

    def _looks_back(self, cue: DayCue | PlaceCue, before: str) -> bool:
        """Whether a name closes what stands before it ("on Monday", "rain Monday") and opens nothing new."""
        if self.text.words[cue.last].endswith("'s"):
            return False
        opener = self.text.words[cue.first - 2] if cue.first > 1 else "."
        if opener in ("and", "but", "then") and before in _TURNING_TO:
            return False
        if isinstance(cue, DayCue) and cue.bound is not None and opener.isalnum() and opener not in _OPENERS:
            return True
        after = self.text.words[cue.last + 1] if cue.last + 1 < len(self.text.words) else "."
        if (
            before in _PREPOSITIONS
            and opener in (",", "and", "but", "nor", ";")
            and after not in (".", ";", "!", ")")
        ):
            return False
        return before in _PREPOSITIONS or (before.isalpha() and before not in _OPENERS)

    def _closes(self, cue: DayCue | PlaceCue, before: str, last: int) -> bool:
        """Whether a name ends its clause and no other claim is nearer: "35 at the most, on Tuesday;"."""
        words = self.text.words
        after = words[cue.last + 1] if cue.last + 1 < len(words) else "."
        is_alone = not any(last < k < cue.first for k in self.claims)
        is_apart = before in _PREPOSITIONS and words[cue.first - 2] == ","
        return is_apart and after in (".", ";", "!") and is_alone

    def _belongs_to_another(self, last: int, cue: DayCue | PlaceCue) -> bool:
        """Whether a claim stands between this one and the cue, past a comma: "60s, after 54 on Monday"."""
        if _CONTRASTS.intersection(self.text.words[last : cue.first]):
            return True
        if self.text.wall(last, cue.first) >= 20 or ":" in self.text.words[last : cue.first]:
            return True
        between = [k for k in self.claims if last < k < cue.first]
        if between and "after" in self.text.words[last : between[-1]]:
            return True
        return any(self.text.wall(last, k) >= 10 for k in between)


def _union(sets: Sequence[frozenset[Member]]) -> frozenset[Member]:
    return sets[0] if len(sets) == 1 else frozenset[Member]().union(*sets)


def _merged(cues: Sequence[DayCue]) -> DayCue:
    """Return what several cues equally near say together, or none of them."""
    days = [cue.days for cue in cues if cue.days is not None]
    return DayCue(
        -1,
        -1,
        _union(days) if days and len(days) == len(cues) else None,
        _union([cue.nights for cue in cues]),
        is_list=any(cue.is_list for cue in cues),
    )


def _surest(cues: list[DayCue]) -> list[DayCue]:
    """Return the cues of certain days where there are any among those equally near."""
    return [cue for cue in cues if cue.days or cue.bound] or cues


def _contrasts(between: tuple[str, ...]) -> bool:
    """Whether what stands between a name and a claim turns to another one; "no more than" does not."""
    if "than" in between[-3:]:
        between = tuple(word for word in between if word != "than")
    if "than" in between and not _CLOSED.isdisjoint(between[between.index("than") :]):
        between = tuple(word for word in between if word != "than")
    return not (_CONTRASTS.isdisjoint(between) and _TURNING_WITHIN.isdisjoint(pairwise(between)))


def _turns(before: tuple[str, ...]) -> bool:
    """Whether words turn to another day or place than the one named last; "will then be" does not."""
    return not _TURNING_WORDS.isdisjoint(before) and any(
        word in _TURNING_WORDS and not (word == "then" and k and before[k - 1] in _AT_THAT_TIME)
        for k, word in enumerate(before)
    )


def _is_excepted(text: Text, cue: DayCue | PlaceCue) -> bool:
    """Whether the cue is left out of what follows: "apart from Monday's rain, it stays dry"."""
    for k in range(cue.first - 1, max(-1, cue.first - 12), -1):
        word = text.words[k]
        if word in _EXCEPTING:
            return True
        if word in (",", ".", ";", "\n"):
            return False
    return False


def _trails(text: Text, cue: DayCue | PlaceCue, before: str) -> bool:
    """Whether a cue closes the phrase before it: "60 on Monday", "60 Monday", "rain by Monday"."""
    if before[-1].isdigit() or before in ("degrees", "%", "percent", "mph", "c", "f", "°", "h"):
        return True
    opener = text.words[cue.first - 2] if cue.first > 1 else "."
    if isinstance(cue, DayCue) and cue.days and before in ("until", "till"):
        return False
    if opener == "," and before in _PREPOSITIONS and text.words[cue.last + 1] == ";":
        return True
    return (
        before in _PREPOSITIONS
        and (opener.isalnum() or opener in ("%", "°", ")"))
        and opener not in ("and", "but", "while", "then")
    )


def _is_left(text: Text, cue: DayCue | PlaceCue, first: int) -> bool:
    """Whether a claim is what is gone to from the day or place named: "from Friday's 29 to 17"."""
    words = text.words
    if "to" not in words[cue.last + 1 : first] or _INTO_ONE.intersection(words[cue.last + 1 : first]):
        return False
    for k in range(cue.first - 1, max(-1, cue.first - 8), -1):
        if words[k] == "from":
            return True
        if words[k] in _CLOSED or words[k] in _OPENERS or words[k] == ".":
            return False
    return False


def _goes_on_at_once(text: Text, cue: DayCue | PlaceCue, first: int) -> bool:
    """Whether a claim hangs on the name itself: "it comes on Wednesday at 85 percent"."""
    return first - cue.last <= 4 and text.words[cue.last + 1] == "at" and text.wall(cue.last, first) == 0


def _carried(text: Text, cues: Sequence[Cue], index: int, claims: Sequence[int]) -> list[Cue]:
    for sentence in range(index - 1, max(-1, index - 1 - _CARRIED_SENTENCES), -1):
        begin, end = text.sentences[sentence]
        named = [cue for cue in cues if begin <= cue.first < end]
        if (
            len(named) == 1
            and text.words[named[0].first] == "now"
            and not any(begin <= k < end for k in claims)
        ):
            continue
        if len(named) > 1:
            named = [cue for cue in named if text.words[cue.first - 1] not in _COMPARING] or named
        if len(named) == 1:
            before = text.words[max(begin, named[0].first - 9) : named[0].first]
            return named if _CONTRASTS.isdisjoint(before) else []
        if named:
            return []
    return []


def within(readings: Sequence[Reading], scope: Scope) -> list[Reading]:
    """Return the readings a scope names. Where no result has a date, a weekday excludes nothing."""
    spots = scope.spots
    found = [reading for reading in readings if spots is None or reading.place in spots]
    if scope.bound is not None:
        return _bounded(found, scope.bound)
    if scope.days is None:
        return found
    named = [reading for reading in found if not reading.atoms.isdisjoint(scope.days)]
    if len(named) == len(found) or any(reading.day for reading in found):
        return named
    return named if any(kind == "offset" for kind, _ in scope.days) else found


def _bounded(readings: list[Reading], bound: Bound) -> list[Reading]:
    """Return the forecast days on one side of a day, all readings where none is that day."""
    limits = [reading.offset for reading in readings if reading.atoms & bound.days]
    if not limits:
        return [] if all(reading.is_current for reading in readings) else readings
    if bound.side == "except":
        others = [reading for reading in readings if not reading.atoms & bound.days]
        return others if any(not reading.is_current for reading in readings) else others or readings
    if bound.side in ("up to", "until"):
        begin = min((reading.offset for reading in readings if reading.atoms & bound.since), default=0)
        return [reading for reading in readings if begin <= reading.offset <= max(limits)]
    if bound.side == "before":
        return [reading for reading in readings if reading.offset < min(limits)] or readings
    least = max(limits) + 1 if bound.side == "after" else min(limits)
    return [reading for reading in readings if reading.offset >= least] or readings


def is_unknown_place(facts: Facts, scope: Scope) -> bool:
    """Whether the claim is about places that no successful weather call was made for."""
    return scope.spots is not None and not any(reading.place in scope.spots for reading in facts.readings)
