"""Which day and which place a claim is about, from the words around it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple, TypeVar

from scripts.grounding.facts import PRESENT, TODAY, Atom
from scripts.grounding.names.columns import BARS, head_of
from scripts.grounding.names.comparands import (
    is_held_beside,
    is_measured_against,
    is_object,
    is_over_with,
    is_owner_after,
    takes_all,
)
from scripts.grounding.names.gathered import gathered
from scripts.grounding.names.named_places import PlaceCue
from scripts.grounding.names.nearness import (
    AHEAD,
    CLOSED,
    COMPARING,
    CONTRASTS,
    RELATIVES,
    WHICH,
    distance,
    is_subject,
)
from scripts.grounding.text import Text, word_set
from scripts.grounding.words.day_cue import Bound, DayCue

_TURNING: Final = frozenset((
    ("by", "day"), ("by", "night"), ("at", "night"), ("of", "nights"), ("the", "nights"), ("the", "days"),
    ("before", "that"), ("after", "that"), ("until", "then"), ("from", "then"),
))  # fmt: skip
_TURNING_WITHIN: Final = frozenset((
    ("after", "that"), ("from", "then"), ("after", "it"), ("before", "it"), ("after", "them"),
    ("after", "this"), ("after", "which"), ("before", "then"), ("after", "those"), ("before", "that"),
    ("until", "then"),
))  # fmt: skip
SAME_FIGURE: Final = (("figure",), ("number",), ("rate",), ("price",), ("odds",), ("mark",))
"""What "same" stands before that was told of the same day: "the chance at the same figure"."""

_TURNING_WORDS: Final = CONTRASTS | {"same", "both", "neither"}
_PARTING: Final = CONTRASTS.union(first for first, _ in _TURNING_WITHIN)
"""Where none of these words stands between a name and a claim, nothing turns to another one."""

_COMPARANDS: Final = word_set("against versus vs than compared rather instead unlike opposed")
"""What turns to another day or place only up to the end of its phrase."""

_HELD_AGAINST: Final = (("rather", "than"), ("instead", "of"), ("down", "from"), ("up", "from"))
"""What stands before a figure that is of another day than the one asked about."""

_AT_THAT_TIME: Final = word_set("will is shall by be are would 'll it'll it's even")
_TOGETHER: Final = frozenset((
    ("and",), (",",), ("&",), (",", "and"), ("nor",), ("and", "in"), ("and", "at"), ("and", "also"),
    ("or",), ("or", "in"), ("or", "at"),
))  # fmt: skip
_LIKENING: Final = word_set("unlike like than against versus from beyond over")
_WEATHER_VERBS: Final = word_set(
    "is was will rains snows pours drizzles blows has feels looks clears stays gets turns may might hails "
    "storms"
)
_OVERALL: Final = word_set("highs lows temperatures winds days nights")
"""What opens a sentence about all the days again, behind one that left out some."""

_OTHER: Final = frozenset(("other", "others", "else", "rest"))
_NEW_CLAUSE: Final = 20
"""The weight of the boundaries, at least, that part a clause from another one."""

_AT_PRESENT: Final = frozenset(("now", "today", "tonight"))
_CARRIED_LINES: Final = 8
_CARRIED_SENTENCES: Final = 2
"""For so many sentences without a name of their own, the day or place named last goes on being meant."""

_NONE: Final = frozenset(("no", "not", "every", "all", "none"))
_ANY_DAY: Final = (("day",), ("night",), ("afternoon",), ("one",), ("of",))
"""How a sentence opens that is of every day: "No night sinks below 8"."""

_ASIDE: Final = ((",",), ("(",), (":",), ("—",), ("–",), ("at",), ("with",))
_ASIDE_OR_FOR: Final = word_set(", for on from over ( —")
_GOING_ON: Final = (("and",), ("but",), ("while",), ("then",), ("so",))
_BY_THEN: Final = ("by", "then")
_NO_DAY: Final = DayCue(-1, -1, None)

Member = TypeVar("Member")
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


def _is_resumed(between: tuple[str, ...]) -> bool:
    """Whether the sentence goes on of its subject behind a place: "where Madrid asks 38, and it hangs"."""
    return any(
        word == "it"
        and between[k - 2 : k] in ((",", "and"), (",", "but"))
        and between[k + 1] not in _WEATHER_VERBS
        for k, word in enumerate(between[:-1])
        if k > 1
    )


@dataclass(frozen=True, slots=True, eq=False)
class Scopes:
    """The names in one text, ready to say what any stretch of it is about.

    `claims` are the tokens of numbers and of words for the sky. `asked` is the one day that the user asked
    about: a reply is about that up to the token `named_from`, where it names the first of its own.
    """

    text: Text
    days: Sequence[DayCue]
    places: Sequence[PlaceCue]
    claims: Sequence[int] = ()
    asked: Sequence[DayCue] = ()
    named_from: int = 0

    def at(self, first: int, last: int) -> Scope:
        """Return what the claim from token `first` to token `last` is about."""
        sentence = self.text.sentence_of[first]
        taken_up = gathered(self.text, self.days, first)
        named_days = [taken_up] if taken_up else self._attributed(self.days, first, last, sentence)
        if len(named_days) > 1:
            named_days = [cue for cue in named_days if cue.days != PRESENT] or named_days
        if len(named_days) == 1 and named_days[0].days == PRESENT:
            named_days = [self._of_its_day(named_days[0], first)]
        place = self._attributed(self.places, first, last, sentence)
        is_after_name = bool(self.days) and self.named_from < self.text.sentences[sentence][1]
        asked = () if self.text.words[max(0, first - 2) : first] in _HELD_AGAINST else self.asked
        day = _surest(named_days) if is_after_name else _certain(named_days) or asked
        if not day and not place:
            return EVERYTHING
        meant = self._as_exception(day[0], first) if len(day) == 1 else _merged(day) if day else _NO_DAY
        united = self._together(place[0]) if len(place) == 1 < len(self.places) else []
        place = [cue for cue in united if not cue.spots] or united or place
        return Scope(
            meant.days,
            _union([cue.spots for cue in place]) if place else None,
            [*named_days, *place],
            meant.is_list,
            meant.nights,
            meant.bound,
            len(united) > 1 and "or" not in self.text.words[united[0].first : united[-1].last],
        )

    def _of_its_day(self, cue: DayCue, first: int) -> DayCue:
        """Return "now", which is all of today in a later clause: "33 now; thunder ere night"."""
        is_apart = cue.last < first and self.text.wall(cue.last, first) >= _NEW_CLAUSE
        return cue._replace(days=TODAY) if is_apart else cue

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
        is_likened = not _LIKENING.isdisjoint(words[max(0, found[0].first - 3) : found[0].first])
        return [] if len(found) < 2 or is_region or is_likened else found

    def _as_exception(self, cue: DayCue, first: int) -> DayCue:
        """Return the day that a stretch ends or begins with, or leaves out, where a claim is of that alone.

        "Every day but Tuesday, when it rains", "before the Friday storm", "wait until Friday, which is
        clear". What is told behind "after Tuesday's rain" is of the days after it.
        """
        if first > cue.last + 2 and cue not in self.asked and is_owner_after(self.text.words, cue):
            return cue._replace(days=None, bound=Bound("after", cue.days or frozenset()))
        if cue.bound is None or cue.last > first:
            return cue
        behind = self.text.words[cue.last + 1 : cue.last + 3]
        is_of_it = behind in (WHICH if cue.bound.side != "except" else RELATIVES)
        is_of_it = is_of_it or behind[:1] in (("when",), ("which",)) or is_subject(self.text.words, cue)
        if cue.bound.side != "except":
            is_of_it = is_of_it or (cue.last + 1 == first and self.text.words[cue.last - 1] == "the")
        is_of_it = is_of_it or (cue.bound.side == "except" and self._is_told_apart(cue, behind))
        return cue._replace(days=cue.bound.days, bound=None) if is_of_it else cue

    def _is_told_apart(self, cue: DayCue, behind: tuple[str, ...]) -> bool:
        """Whether a day left out of what was said before it is told of on its own: "…, save Friday at 60"."""
        begin, _ = self.text.sentence(cue.first)
        is_closed = any(begin <= k < cue.first for k in self.claims)
        return is_closed and behind[:1] in _ASIDE and behind[1:] not in _GOING_ON

    def said(self, scope: Scope) -> str:
        """Return the names that told a scope, as written; "" where none did."""
        return " and ".join(dict.fromkeys(self.text.said(cue.first, cue.last) for cue in scope.named))

    def named_between(self, first: int, last: int) -> list[DayCue]:
        """Return the cues of certain days from token `first` to `last`."""
        return [cue for cue in self.days if cue.days and first <= cue.first <= last]

    def _attributed(self, cues: Sequence[Cue], first: int, last: int, sentence: int) -> list[Cue]:
        """Return the cue a claim belongs to, two where they are equally near, none where nothing tells."""
        if not cues:
            return []
        text = self.text
        heading = head_of(text, cues, first, sentence) if text.where(BARS) else []
        if heading:
            return heading
        begin, end = text.sentences[sentence]
        here = [cue for cue in cues if begin <= cue.first < end]
        here = [cue for cue in here if cue.last >= first or not is_over_with(text.words, cue, first)]
        if len(here) > 1:
            here = [cue for cue in here if not cue.is_weak] or here
        distances = [
            AHEAD if is_object(text, cue, first, here) else distance(text, cue, first, last, self.claims)
            for cue in here
        ]
        least = min(distances, default=AHEAD)
        if least >= AHEAD:
            is_carried = self._goes_on(first, sentence) and not _is_listed(text, here, end)
            return self._meant_then(_carried(text, cues, sentence, self.claims), begin) if is_carried else []
        best = here[distances.index(least)]
        between = text.words[best.last + 1 : first]
        if not _PARTING.isdisjoint(between):
            if _BY_THEN in pairwise(between):
                return self._meant_then([best], text.words.index("by", best.last))
            if _contrasts(between):
                return []
        if takes_all(between):
            return []
        if best.last < first and isinstance(best, PlaceCue) and is_measured_against(text, best):
            return [c for c, far in zip(here, distances, strict=True) if c.last < first and far < AHEAD]
        if best.last < first and isinstance(best, PlaceCue) and _is_resumed(between):
            if text.words[begin] == "it":
                return _carried(text, cues, sentence, self.claims)
            return [here[0]] if here[0].first - begin <= 1 else []
        return [best] if len(here) == 1 else _nearest(here, distances)

    def _goes_on(self, first: int, sentence: int) -> bool:
        """Whether a claim at token `first` is still of what the sentences before it were about."""
        words = self.text.words
        begin, _ = self.text.sentences[sentence]
        is_bound = "than" in words[max(begin, first - 2) : first] and _OTHER.isdisjoint(words[begin:first])
        if _turns(words[begin : first - 2 if is_bound else first]) or words[begin : begin + 2] in _TURNING:
            return False
        is_of_all = words[begin] in _NONE and words[begin + 1 : begin + 2] in _ANY_DAY
        return not is_of_all and not self._opens_anew(begin) and not self._closes_list(sentence)

    def _closes_list(self, sentence: int) -> bool:
        """Whether a line without a day follows a list of lines that each open with one."""
        heads: list[DayCue] = []
        for before in range(max(0, sentence - 2), sentence):
            begin, end = self.text.sentences[before]
            opening = [c for c in self.days if c.days and begin <= c.first <= begin + 2]
            if not opening or self.text.words[end - 1] != "\n":
                return False
            heads += opening[:1]
        return len(heads) > 1 and heads[0].days != heads[1].days

    def _opens_anew(self, begin: int) -> bool:
        """Whether a line of a list is headed by a place of its own: "- Lyon: 21 to 26 °C"."""
        words = self.text.words
        if not begin or words[begin - 1] != "\n" or ":" not in words[begin : begin + 6]:
            return False
        colon = words.index(":", begin)
        return any(begin <= cue.first < colon for cue in self.places)

    def _meant_then(self, cues: list[Cue], begin: int) -> list[Cue]:
        """Return the cues carried; "by then", after a stretch up to a day, is that day."""
        cue = cues[0] if len(cues) == 1 else None
        if not isinstance(cue, DayCue) or cue.bound is None or self.text.words[begin : begin + 2] != _BY_THEN:
            return cues
        return [cue._replace(days=cue.bound.days, bound=None, is_list=False)]


def _nearest(cues: Sequence[Cue], distances: Sequence[int]) -> list[Cue]:
    """Return the nearest cue, and the next where that is as near."""
    ranked = sorted([(far, n) for n, far in enumerate(distances) if far < AHEAD])[:2]
    return [cues[n] for far, n in ranked if far - ranked[0][0] <= 1]


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


def _certain(cues: list[DayCue]) -> list[DayCue]:
    return [cue for cue in cues if cue.days or cue.bound]


def _surest(cues: list[DayCue]) -> list[DayCue]:
    """Return the cues of certain days where there are any among those equally near."""
    return _certain(cues) or cues


def _contrasts(between: tuple[str, ...]) -> bool:
    """Whether what stands between a name and a claim turns to another one; "no more than" does not."""
    if "than" in between[-3:]:
        between = tuple(word for word in between if word != "than")
    ends = [k for k, word in enumerate(between) if word in CLOSED]
    if ends:
        between = tuple(w for k, w in enumerate(between) if k > ends[-1] or w not in _COMPARANDS)
    return not (CONTRASTS.isdisjoint(between) and _TURNING_WITHIN.isdisjoint(pairwise(between)))


def _is_listed(text: Text, cues: Sequence[DayCue | PlaceCue], end: int) -> bool:
    """Whether a sentence closes with the days of a list: "Highs run 12 and 15, Monday to Tuesday"."""
    last = cues[-1] if cues else None
    is_list = isinstance(last, DayCue) and last.is_list and bool(last.days)
    return (
        is_list and last is not None and last.last >= end - 2 and text.words[last.first - 1] in _ASIDE_OR_FOR
    )


def _turns(before: tuple[str, ...]) -> bool:
    """Whether words turn to another day or place than the one named last; "will then be" does not."""
    return not _TURNING_WORDS.isdisjoint(before) and any(
        word in _TURNING_WORDS
        and not (word == "then" and k and before[k - 1] in _AT_THAT_TIME)
        and not (word == "same" and before[k + 1 : k + 2] in SAME_FIGURE)
        for k, word in enumerate(before)
    )


def _is_exception(cue: DayCue | PlaceCue) -> bool:
    return isinstance(cue, DayCue) and cue.bound is not None and cue.bound.side == "except"


def _reach(text: Text, index: int) -> int:
    """Return how many sentences back a name may stand: further for a line of a list, "- Wind: 15 mph"."""
    begin, end = text.sentences[index]
    is_line = begin > 0 and text.words[begin - 1] == "\n" and text.words[end - 1] not in (".", "!", "?")
    return _CARRIED_LINES if is_line else _CARRIED_SENTENCES


def _carried(text: Text, cues: Sequence[Cue], index: int, claims: Sequence[int]) -> list[Cue]:
    for sentence in range(index - 1, max(-1, index - 1 - _reach(text, index)), -1):
        begin, end = text.sentences[sentence]
        named = [cue for cue in cues if begin <= cue.first < end]
        if (
            len(named) == 1
            and text.words[named[0].first] in _AT_PRESENT
            and not any(begin <= k < end for k in claims)
        ):
            continue
        if len(named) > 1:
            named = [cue for cue in named if text.words[cue.first - 1] not in COMPARING] or named
        elif named and is_held_beside(text, named[0]):
            return []
        if len(named) == 1 and _is_exception(named[0]):
            is_told_aside = text.words[named[0].last] in ("day", "night")  # "the same on the other day"
            if is_told_aside or text.words[text.sentences[index][0]] in _OVERALL:
                return []
        if len(named) == 1:
            before = text.words[max(begin, named[0].first - 9) : named[0].first]
            return named if CONTRASTS.isdisjoint(before) else []
        if named:
            return []
    return []
