"""One reply with all that a check of it needs: its text, what was given so far, what the user said."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Final, NamedTuple

from scripts.grounding.facts import Facts, Reading
from scripts.grounding.figures.figures import find_figures
from scripts.grounding.figures.numbers import find
from scripts.grounding.names.days import find_days
from scripts.grounding.names.named_places import Names, PlaceCue, find_places
from scripts.grounding.names.scope import Scope, Scopes
from scripts.grounding.names.within import within
from scripts.grounding.stances.stance import Stances
from scripts.grounding.standings_said.standings import Standing
from scripts.grounding.text import Text, Triggers, lazy, word_set
from scripts.grounding.words.cardinals import Number
from scripts.grounding.words.day_cue import DayCue
from scripts.grounding.words.figure import Figure

_ALL: Final = word_set("every each both throughout consistently neither either always never")
_ALL_OF: Final = word_set("all whole entire")
_OF_TWO: Final = word_set("both neither either")
_NO_SPANS: Final = word_set(
    "other ends end hands feet eyes ears boots shoes doors windows shutters pockets sides halves parties "
    "elbows sleeves arms legs knees cheeks lungs lapels oars reins collar button buttons stitch penny bone "
    "hair man woman child soul creature duck dog cat hen horse fool wise purse hat coat creditor neighbor "
    "neighbour house roof barn boat bed bucket barrel umbrella of my your thy his her our their breath step "
    "corner word"
)
"""What "both", "each" and "every" may be of that is no day or place: "both ends", "every duck"."""

_OF_ALL: Final = (
    ("through", "the", "week"), ("through", "the", "weekend"), ("through", "the", "fortnight"),
    ("through", "the", "whole"), ("start", "to", "finish"), ("first", "to", "last"),
    ("beginning", "to", "end"), ("day", "after", "day"), ("day", "in", "day"),
    ("day", "in", ","), ("without", "a", "break"),
)  # fmt: skip
"""Phrases for every day there is."""

_CHANGING: Final = word_set(
    "builds build building grows growing worsens worsening improves improving thickens thins changes change "
    "comes come goes varies vary mounts fades eases spreads moves develops gathers strengthens deepens sets "
    "arrives tapers dwindles peters clears wears dies holds"
)
"""What happens through a week is not so on every day of it: "snow builds through the week"."""

_SAVE: Final = frozenset(
    (but, n) for but in ("but", "except", "save") for n in word_set("one two three four five six 2 3 4")
)
"""What leaves some out of all, how many of which are counted elsewhere: "every day but two is dry"."""

_LAID: Final = frozenset(("laid", "put", "set", "placed", "strung"))
"""What is "laid end to end" is counted, and need not be all there is."""
_EVERY: Final = Triggers((*_ALL, *_ALL_OF, *(phrase[0] for phrase in _OF_ALL)))
_SPANS: Final = word_set(
    "week days weekend three four five six seven two nights stretch fortnight span forecast trip lot"
)

_OF_UNITS: Final = word_set("freeze freezes boil boils convert equals mean means")
_ONWARDS: Final = frozenset(("from", "since", "after", "starting"))

MOST_CLAIMS: Final = 110
"""Figures, and words for the sky, that are read of one message; a 14-day forecast told in full has 100."""

_FEELING: Final = word_set("feel feels felt feeling windchill chill")
_HUMIDITY: Final = word_set("humid humidity damp dampness moist moisture muggy sticky clammy")
_HOW_MUCH: Final = word_set("much far many")
_SEVERAL_DAYS: Final = word_set(
    "stretch stretches spell spells run period days nights evenings mornings afternoons part half weekend "
    "couple pair two three four five dates window streak patch"
)
_COMPARING_DAYS: Final = word_set(
    "exceed exceeds exceedeth difference gap between warmer colder cooler hotter beat beats surpass "
    "surpasses outdo outdoes apart than"
)
_COMPARING: Final = word_set(
    "warmer colder cooler hotter difference gap swing spread lower higher compare compared"
)


def _but_of_dates(text: Text, numbers: list[Number]) -> list[Number]:
    """Return the numbers that are no part of a date: not the 17 of "April 17"."""
    if not numbers:
        return numbers
    taken = {k for cue in find_days(text) for k in range(cue.first, cue.last + 1)}
    return [number for number in numbers if number.first not in taken]


@dataclass(frozen=True)
class UserSaid:
    """What the user has said so far, in the latest messages; each is read when it is first asked for."""

    texts: Sequence[Text]

    @lazy
    def words(self) -> frozenset[str]:
        """All their words."""
        return frozenset(chain.from_iterable([text.words for text in self.texts]))

    @lazy
    def _found(self) -> list[list[Number]]:
        return [_but_of_dates(text, find(text)) for text in self.texts]

    @lazy
    def numbers(self) -> frozenset[float]:
        """All their numbers, whatever they are of."""
        return frozenset(number.value for told in self._found for number in told)

    @lazy
    def figures(self) -> list[Figure]:
        """Their figures of weather."""
        told = zip(self.texts, self._found, strict=True)
        return [each for text, found in told for each in find_figures(text, found[:MOST_CLAIMS], frozenset())]

    @property
    def asks_humidity(self) -> bool:
        """Whether they have just asked how humid it is."""
        return not _HUMIDITY.isdisjoint(self.texts[-1].words)

    @lazy
    def figures_now(self) -> list[Figure]:
        """The figures of weather of their last message."""
        return find_figures(self.texts[-1], self._found[-1][:MOST_CLAIMS], frozenset())

    @lazy
    def days(self) -> list[DayCue]:
        """The days named last."""
        return find_days(self.texts[-1])

    @property
    def day_asked(self) -> Sequence[DayCue]:
        """The one day named last; none where there are several."""
        is_one = len(self.days) == 1 and bool(self.days[0].days)
        if not is_one or self.days[0].is_list:
            return self.days if is_one else ()
        return self.days if self.texts[-1].words[self.days[0].first - 1] not in _ONWARDS else ()

    @property
    def asks_several(self) -> bool:
        """Whether they ask for several days at once: "the wettest stretch", "which nights are coldest"."""
        return not _SEVERAL_DAYS.isdisjoint(self.texts[-1].words)

    @property
    def asks_feel(self) -> bool:
        """Whether they ask how it feels."""
        return not _FEELING.isdisjoint(self.texts[-1].words)

    @property
    def asks_of_units(self) -> bool:
        """Whether they have asked what a figure means rather than what the weather is."""
        return not _OF_UNITS.isdisjoint(self.words)

    @property
    def asks_two_days(self) -> bool:
        """Whether they would have two days compared: "by how much does Saturday exceed Monday?"."""
        days = sum(len(cue.days or ()) for cue in self.days)
        return days == 2 and not _COMPARING_DAYS.isdisjoint(self.texts[-1].words)

    @property
    def asks_difference(self) -> bool:
        """Whether they have asked how much warmer or colder something is."""
        is_asked = "how" in self.words and not _HOW_MUCH.isdisjoint(self.words)
        return is_asked or not _COMPARING.isdisjoint(self.words)


class Judgement(NamedTuple):
    """One claim of a reply: the tokens it spans, the readings that bear it out, the fault where none do."""

    first: int
    last: int
    supports: tuple[Reading, ...] = ()
    fault: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Context:
    """One reply in its place. `given` are the readings so far, `latest` those of this turn's calls."""

    text: Text
    facts: Facts
    given: tuple[Reading, ...]
    latest: tuple[Reading, ...]
    figures: Sequence[Figure]
    scopes: Scopes
    stances: Stances
    user: UserSaid
    taken: frozenset[int]
    names: Names
    unanswered: frozenset[int] = frozenset()
    """The places of this turn's calls that nothing came back for."""

    standings: Sequence[Standing] = ()
    """Where days and places are said to stand among others."""

    groups: Sequence[list[Figure]] = ()
    """The runs of two or more figures of one quantity that are listed one after the other."""

    @property
    def places_asked(self) -> list[PlaceCue]:
        """The places of the user's last message."""
        return find_places(self.user.texts[-1], self.names, self.facts)

    def about(self, scope: Scope) -> list[Reading]:
        """Return the readings that a scope names."""
        return within(self.given, scope)

    def is_silent_on(self, scope: Scope) -> bool:
        """Whether a scope names only places that nothing came back for, or days without a result."""
        if scope.spots and scope.spots <= self.unanswered:
            return True
        if scope.spots is not None and not scope.spots and self.given:
            return any(self.text.words[cue.first] in self.user.words for cue in scope.named)
        return scope.days is not None and bool(self.given) and not self.about(scope)

    def is_claimed(self, first: int, last: int) -> bool:
        """Whether a turn of phrase claims how it is, be it by what "would be dead weight"."""
        if "would" not in self.text.words[first:last]:
            return self.stances.is_asserted(first)
        begin, _ = self.stances.segment(first)
        behind = self.text.words[last + 1 : last + 3]
        if behind == ("on", "a") or behind[:1] in (("if",), ("when",)):
            return False
        return first - begin < 2 or self.stances.is_asserted(first - 2)

    def meant_by_all(self, scope: Scope, i: int) -> list[Reading]:
        """Return the readings that "all" or "both" at token i are: those named beside it, or asked about."""
        if scope.days is not None or scope.spots is not None or scope.bound is not None:
            return self.about(scope)
        latest = [reading for reading in self.given if reading in self.latest] or list(self.given)
        begin, end = self.text.sentence(i)
        beside = self.scopes.named_between(begin, end - 1)
        is_of_them = len(beside) > 1 or not _OF_TWO.isdisjoint(self.text.words[begin:end])
        is_of_them = is_of_them or any(len(cue.days or ()) > 1 for cue in beside)
        for cues in (beside if is_of_them else (), self.user.days):
            atoms = frozenset(atom for cue in cues for atom in cue.days or ())
            named = [reading for reading in latest if reading.atoms & atoms]
            if named:
                return named
        return latest

    def means_all(self, i: int) -> bool:
        """Whether the clause around token i speaks of every day or place: "all week", "both days"."""
        if not self.text.where(_EVERY):
            return False
        first, last = self.stances.segment(i)
        words = self.text.words
        if _EVERY.isdisjoint(words[first:last]):
            return False
        if not _SAVE.isdisjoint(pairwise(words[first:last])):
            return False
        for k in range(first, last):
            if words[k] in _ALL and _NO_SPANS.isdisjoint(words[k + 1 : k + 2]):
                return True
            if words[k : k + 2] == ("each", "of") and not _SPANS.isdisjoint(words[k + 2 : k + 5]):
                return True
            if words[k] in _ALL_OF and any(word in _SPANS for word in words[k + 1 : min(k + 4, last)]):
                return True
            is_of_all = words[k : k + 3] in _OF_ALL and words[k - 1] not in _LAID
            if is_of_all and _CHANGING.isdisjoint(words[first:last]):
                return True
        return False

    def where_looked(self, scope: Scope) -> str:
        """Say in words which results a claim was compared with."""
        said = self.scopes.said(scope)
        return f"the results for {said}" if said else "the results"


Rule = Callable[[Context], Iterable[Judgement]]
"""What judges the claims of one kind."""

_TOLD_BY: Final[dict[Rule, Triggers]] = {}


def told_by(*triggers: Triggers) -> Callable[[Rule], Rule]:
    """Have a rule asked only about texts with one of the words that its claims cannot be made without."""

    def remember(rule: Rule) -> Rule:
        _TOLD_BY[rule] = triggers[0] if len(triggers) == 1 else Triggers(chain.from_iterable(triggers))
        return rule

    return remember


def triggers_of(rule: Rule) -> Triggers | None:
    """Return the words that a rule is told by; None where it is to be asked about every text."""
    return _TOLD_BY.get(rule)
