"""A reply read for checking: its figures, its days and places, and what it is about before it names any."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from scripts.grounding.context import MOST_CLAIMS, Context, UserSaid
from scripts.grounding.facts import PRESENT, TODAY, Atom, Facts, Field, Reading
from scripts.grounding.figures.bare_figures import narrowed
from scripts.grounding.figures.day_figures import with_own
from scripts.grounding.figures.felt_gaps import other_days, with_felt_gaps
from scripts.grounding.figures.figure_lists import groups
from scripts.grounding.figures.figure_units import in_named_scales
from scripts.grounding.figures.figures import find_figures
from scripts.grounding.figures.numbers import find
from scripts.grounding.figures.turns_of_phrase import read
from scripts.grounding.names.comparands import is_beside_the_point
from scripts.grounding.names.dates import with_days_of_month
from scripts.grounding.names.days import find_days
from scripts.grounding.names.named_places import Names, PlaceCue, find_places, without_names
from scripts.grounding.names.scope import Scopes
from scripts.grounding.names.taken_up import TAKING_UP, taken_up
from scripts.grounding.stances.stance import stances
from scripts.grounding.standings_said.standings import find_standings
from scripts.grounding.text import Text, Triggers, word_list, word_set
from scripts.grounding.words.cardinals import Number
from scripts.grounding.words.day_cue import DayCue
from scripts.grounding.words.figure import Figure
from scripts.grounding.words.figure_words import FIELDS, FUNCTION, TEMPERATURES, WIND
from scripts.grounding.words.sky_words import WORDS as SKY_WORDS

_OPENING: Final = frozenset(("starts", "opens", "begins"))
_FIRST: Final = frozenset({("nth", 0)})
LATEST_TURNS: Final = 30
LATEST_READINGS: Final = 300
"""Messages of the user, and readings, that a reply is held against: the latest, where there are more."""

_SCALE_NAMES: Final = {
    **dict.fromkeys(word_list("fahrenheit fahrenheit's f imperial"), "F"),
    **dict.fromkeys(word_list("celsius celsius's centigrade c metric swede"), "C"),
    **dict.fromkeys(word_list("mph mile miles"), "mph"),
    **dict.fromkeys(word_list("km kmh kph kilometers kilometres kilometer kilometre"), "km/h"),
    **dict.fromkeys(word_list("knots knot kn kt"), "kn"),
    **dict.fromkeys(word_list("convert converted units measure"), "any"),
}
_SCALE_WORDS: Final = Triggers(_SCALE_NAMES)
_SCALES_OF: Final = ((TEMPERATURES, {"F", "C", "any"}), (WIND, {"mph", "km/h", "kn", "any"}))
_ONE_OF: Final = frozenset((("one", "of"),))
_ODDS: Final = word_set("chance chances odds probability probabilities likelihood likely")


def _shares(
    text: Text, numbers: Sequence[Number], figures: Sequence[Figure], fields: frozenset[Field]
) -> list[Figure]:
    """Return the bare shares of a reply to somebody who asked for chances or humidity: "two in five"."""
    known = {figure.first for figure in figures}
    after = (*text.words, ".")
    return [
        Figure(
            n.first,
            n.last,
            n.value,
            n.value,
            fields,
            None,
            must=after[n.last + 1] in FUNCTION,
            is_fraction=True,
        )
        for n in numbers
        if n.form == "fraction" and n.first not in known
    ]


def read_reply(reply: str, asked: Sequence[Text], facts: Facts, names: Names) -> Context:
    """Prepare a reply for checking; `asked` are the user's messages up to it, the last its own turn's."""
    turn = len(asked) - 1
    text = read(reply)
    user = UserSaid(asked[-LATEST_TURNS:])
    now = frozenset(reading.place for reading in facts.readings if reading.turn == turn)
    places = [_latest_meant(cue, now) for cue in find_places(text, names, facts)]
    text = without_names(text, places)
    days = [_of_those_asked(text, cue, user) for cue in _but_of_pools(text, find_days(text))]
    if text.where(TAKING_UP):
        asked_places = find_places(user.texts[-1], names, facts)
        days, places = taken_up(text, (days, places), (user.texts[-1], user.days, asked_places))
    given = tuple([reading for reading in facts.readings if reading.turn <= turn][-LATEST_READINGS:])
    latest = tuple([reading for reading in given if reading.turn == turn])
    days = with_days_of_month(text, days, given)
    taken = frozenset([k for cue in days for k in range(cue.first, cue.last + 1)])
    numbers = find(text)[:MOST_CLAIMS]
    told = [number.first for number in numbers if number.first not in taken]
    claims = sorted({*text.where(SKY_WORDS), *told})
    figures = with_own(text, _figures(text, numbers, taken, user, given), days, places)
    if any("feels_like" in reading.values for reading in given):
        figures = with_felt_gaps(text, numbers, figures, other_days(days))
    standings = find_standings(text, days, places) if len(given) > 1 else []
    stance = stances(text, days, places)
    stance.asserted.update((k, False) for each in standings for k in each.held)
    return Context(
        text=text,
        facts=facts,
        given=given,
        latest=latest,
        figures=figures,
        scopes=_scopes(text, days, places, claims, user, given),
        stances=stance,
        user=user,
        taken=taken,
        names=names,
        unanswered=_unanswered(facts, turn, given, bool(latest)),
        standings=standings,
        groups=tuple(groups(text, figures)),
    )


def _but_of_pools(text: Text, days: list[DayCue]) -> list[DayCue]:
    """Return the cues but for "days" that a named one is said to be of: "Friday is one of the five days"."""
    words = text.words
    pools = [
        cue
        for cue in days
        if not (cue.days or cue.bound)
        and _ONE_OF.intersection(pairwise(words[max(0, cue.first - 4) : cue.first]))
        and any(each.days and text.sentence_of[each.first] == text.sentence_of[cue.first] for each in days)
    ]
    return [cue for cue in days if cue not in pools] if pools else days


def _unanswered(facts: Facts, turn: int, given: Sequence[Reading], is_answered: bool) -> frozenset[int]:
    """Return the places that nothing came back for: now, or in the turn before where none is called now."""
    if is_answered or turn in facts.unanswered:
        return facts.unanswered.get(turn, frozenset())
    return facts.unanswered.get(turn - 1, frozenset()) - {reading.place for reading in given}


def _figures(
    text: Text, numbers: Sequence[Number], taken: frozenset[int], user: UserSaid, given: Sequence[Reading]
) -> list[Figure]:
    """Return the figures of weather in a reply, in the light of what was asked; `taken` are dates' tokens."""
    figures = find_figures(text, numbers, taken, "wind" in user.words)
    figures = narrowed(text, figures, user.words, user.texts[-1].words)
    asked_for = "chance" if not _ODDS.isdisjoint(user.words) else "humidity" if user.asks_humidity else ""
    if asked_for:
        figures += _shares(text, numbers, figures, FIELDS[asked_for])
        figures.sort(key=lambda figure: figure.first)
    return _freed_of_scale(text, in_named_scales(text, figures), user.words, given)


def _freed_of_scale(
    text: Text, figures: list[Figure], asked: frozenset[str], given: Sequence[Reading]
) -> list[Figure]:
    """Let figures without a scale be converted ones, where another scale than the results' is spoken of."""
    spoken = {_SCALE_NAMES[text.words[i]] for i in text.where(_SCALE_WORDS)}
    if not _SCALE_WORDS.isdisjoint(asked):
        spoken.update(_SCALE_NAMES[word] for word in _SCALE_WORDS & asked)
    units = {(reading.temperature_unit, reading.wind_unit) for reading in given} if spoken else set()
    if len(units) == 1:
        spoken -= set(units.pop())
    free = [fields for fields, scales in _SCALES_OF if spoken & scales] if spoken else []
    if not free:
        return figures
    meant = frozenset[Field]().union(*free)
    return [each._replace(is_free_of_scale=True) if each.fields & meant else each for each in figures]


def _of_those_asked(text: Text, cue: DayCue, user: UserSaid) -> DayCue:
    """Return the cue; "those days", and "it starts" of a stretch, are the days that the user asked about."""
    if text.words[cue.first] in _OPENING and cue.days == _FIRST and len(user.days) == 1:
        stretch = user.days[0].days or frozenset()
        return cue._replace(days=stretch) if {kind for kind, _ in stretch} == {"offset"} else cue
    if cue.days or cue.bound or cue.is_weak or text.words[cue.first] not in ("those", "these"):
        return cue
    named = [asked.days for asked in user.days if asked.days]
    return cue._replace(days=frozenset[Atom]().union(*named), is_list=True) if named else cue


def _scopes(
    text: Text,
    days: Sequence[DayCue],
    places: Sequence[PlaceCue],
    claims: Sequence[int],
    user: UserSaid,
    given: Sequence[Reading],
) -> Scopes:
    """Prepare the names of a reply; up to the first day it speaks of, it is about the one asked about.

    Where its first sentence names one, nothing is said before a day.
    """
    first = next((cue.first for cue in days if not is_beside_the_point(text, cue)), len(text.words))
    is_told = bool(days) and first < text.sentences[0][1]
    asked = () if is_told else _day_asked(user, days, given)
    return Scopes(text, days, places, claims, asked, first)


def _day_asked(user: UserSaid, days: Sequence[DayCue], given: Sequence[Reading]) -> Sequence[DayCue]:
    """Return the day asked about: of a reply that names days itself only where a result is of it."""
    asked = [cue._replace(days=TODAY) if cue.days == PRESENT else cue for cue in user.day_asked]
    is_given = any(reading.atoms & (cue.days or frozenset()) for cue in asked for reading in given)
    return asked if not days or is_given else ()


def _latest_meant(cue: PlaceCue, now: frozenset[int]) -> PlaceCue:
    """Return the cue; where several places bear the name, that of this turn's calls, of `now`, is meant."""
    meant = cue.spots & now if len(cue.spots) > 1 else None
    return cue._replace(spots=meant) if meant else cue
