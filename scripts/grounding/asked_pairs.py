"""Two days or places that the user would have compared: "how does Monday compare with today?"."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from scripts.grounding.between_days import sided, step_side
from scripts.grounding.between_places import Gap, at_once, side_of, stands_above
from scripts.grounding.context import Context, Judgement
from scripts.grounding.day_cues import DayCue
from scripts.grounding.facts import Atom, Field, Reading
from scripts.grounding.figure import Figure
from scripts.grounding.measures import COMPARATIVES, NIGHT
from scripts.grounding.named_places import PlaceCue
from scripts.grounding.scope import Scope, within
from scripts.grounding.text import word_set

_YES: Final = word_set("yes aye yep yeah indeed")
_NO: Final = word_set("no nay nope")
_AFTER: Final = word_set(", . ; : — – ! sir friend ma'am madam")
_ASKING: Final = word_set("is will are was does")
_LINKING: Final = word_set("with to than against versus vs unlike")
_COMPARING: Final = word_set("than compare compared compares comparing against versus vs unlike next stack")
_BEFORE_NAME: Final = word_set("in on the for at it is that was")
_NIGHTS: Final = word_set("night nights overnight low lows evening evenings")
_QUALIFIED: Final = word_set("only barely hardly scarcely just but though except same equal alike level tied")


_GRANTING: Final = {("it", "is"): True, ("it", "will"): True, ("it", "isn't"): False, ("it", "won't"): False}


class AskedPair(NamedTuple):
    """The readings of what was asked about, and of what it was to be held against."""

    mine: Sequence[Reading]
    others: Sequence[Reading]


def asked_pair(context: Context) -> AskedPair | None:
    """Return the two days or places of the last question, in the order they are compared; None without."""
    words = context.user.texts[-1].words
    days = [cue for cue in context.user.days if cue.days]
    if _COMPARING.isdisjoint(words):
        return _day_and_before(context, days)
    places = context.places_asked
    if len(days) == 2 and _is_linked(words, days[1]):
        spots = places[0].spots if len(places) == 1 else None
        sides = [within(context.given, Scope(cue.days, spots)) for cue in days]
    elif len(places) == 2 and len(days) < 2 and _is_linked(words, places[1]):
        named = days[0].days if days else None
        sides = [within(context.given, Scope(named, cue.spots)) for cue in places]
    else:
        return None
    return AskedPair(*sides) if all(sides) and sides[0] != sides[1] else None


def _day_and_before(context: Context, days: Sequence[DayCue]) -> AskedPair | None:
    """Return the one day asked about and the day before it, to somebody who asked whether it is warmer."""
    words = context.user.texts[-1].words
    if len(days) != 1 or days[0].is_list or COMPARATIVES.keys().isdisjoint(words) or "or" in words:
        return None
    mine = [reading for reading in within(context.given, Scope(days[0].days)) if not reading.is_current]
    if len(mine) != 1:
        return None
    before = [r for r in context.given if r.place == mine[0].place and r.offset == mine[0].offset - 1]
    return AskedPair(mine, before) if before else None


def _is_linked(words: Sequence[str], cue: DayCue | PlaceCue) -> bool:
    """Whether "than", "with" or the like stands before the second name."""
    at = cue.first - 1
    while at > 0 and words[at] in _BEFORE_NAME:
        at -= 1
    return words[at] in _LINKING


def asked_gaps(context: Context, figure: Figure, fields: frozenset[Field]) -> list[Gap] | None:
    """Return how far the one asked about is from the other, where a reply names no day of its own."""
    _, end = context.text.sentence(figure.first)
    places = any(cue.first < end for cue in context.scopes.places)
    if places or context.user.figures_now:
        return None
    pair = asked_pair(context)
    if pair is None or not _is_of_pair(context, pair, end):
        return None
    part = context.text.words[figure.last + 1 : figure.last + 3]
    told = {*context.text.words[slice(*context.stances.segment(figure.first))], *context.user.texts[-1].words}
    is_nightly = part[1:] == ("night",) or (part[:1] != ("by",) and not _NIGHTS.isdisjoint(told))
    if is_nightly and (part[1:] == ("night",) or "day" not in told):
        fields = frozenset(("low",))
    elif not is_nightly:
        fields = fields - {"low"}
    pairs = [(a, b) for a, b in at_once(pair.mine, pair.others) if a.is_current == b.is_current]
    side = side_of(context, figure) or step_side(context, figure) or 0
    return list(sided(figure, pairs, fields, side)) or None


def _is_of_pair(context: Context, pair: AskedPair, end: int) -> bool:
    """Whether no day is named up to token `end`, or just the one that was asked about."""
    mine = frozenset[Atom]().union(*(reading.atoms for reading in pair.mine))
    return all((cue.days or frozenset()) <= mine for cue in context.scopes.named_between(0, end - 1))


def _granted(words: Sequence[str]) -> bool | None:
    """Return whether a reply opens with "yes" or "it is", or with "no" or "it isn't"; None with neither."""
    if len(words) > 2 and words[2] in _AFTER and tuple(words[:2]) in _GRANTING:
        return _GRANTING[words[0], words[1]]
    if len(words) < 2 or words[0] not in _YES | _NO or words[1] not in _AFTER:
        return None
    return words[0] in _YES


def judge_asked_pair(context: Context) -> Iterator[Judgement]:
    """Yield a fault where "yes" or "no" wrongly answers "is Friday warmer than Thursday?"."""
    words = context.text.words
    granted = _granted(words)
    if granted is None:
        return
    asked = context.user.texts[-1].words
    at = next((k for k, word in enumerate(asked) if word in COMPARATIVES and COMPARATIVES[word][1]), None)
    if at is None or asked[0] not in _ASKING:
        return
    pair = asked_pair(context)
    begin, end = context.text.sentences[0]
    if pair is None or not _QUALIFIED.isdisjoint(words[begin:end]):
        return
    sign, measures = COMPARATIVES[asked[at]]
    measures = NIGHT if not _NIGHTS.isdisjoint(asked) else measures
    pairs = [(a, b) for a, b in at_once(pair.mine, pair.others) if a.is_current == b.is_current]
    is_so = stands_above(pairs, sign, measures, False)
    if not pairs:
        return
    if granted and not is_so:
        yield Judgement(0, 0, fault=f"you answered '{words[0]}'; by the results it is not {asked[at]}")
    elif not granted and stands_above(pairs, sign, measures[:1], True):
        yield Judgement(0, 0, fault=f"you answered '{words[0]}'; by the results it is {asked[at]}")
    elif granted:
        yield Judgement(0, 0, (*pair.mine, *pair.others))
