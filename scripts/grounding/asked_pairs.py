"""Two days or places that the user would have compared: "how does Monday compare with today?"."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from scripts.grounding.between_places import at_once, stands_above
from scripts.grounding.context import Context, Judgement
from scripts.grounding.day_cues import DayCue
from scripts.grounding.facts import Reading
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


class AskedPair(NamedTuple):
    """The readings of what was asked about, and of what it was to be held against."""

    mine: Sequence[Reading]
    others: Sequence[Reading]


def asked_pair(context: Context) -> AskedPair | None:
    """Return the two days or places of the last question, in the order they are compared; None without."""
    asked = context.user.texts[-1]
    words = asked.words
    if _COMPARING.isdisjoint(words):
        return None
    days = [cue for cue in context.user.days if cue.days]
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


def _is_linked(words: Sequence[str], cue: DayCue | PlaceCue) -> bool:
    """Whether "than", "with" or the like stands before the second name."""
    at = cue.first - 1
    while at > 0 and words[at] in _BEFORE_NAME:
        at -= 1
    return words[at] in _LINKING


def judge_asked_pair(context: Context) -> Iterator[Judgement]:
    """Yield a fault where "yes" or "no" wrongly answers "is Friday warmer than Thursday?"."""
    words = context.text.words
    if len(words) < 2 or words[0] not in _YES | _NO or words[1] not in _AFTER:
        return
    asked = context.user.texts[-1].words
    at = next((k for k, word in enumerate(asked) if word in COMPARATIVES and COMPARATIVES[word][1]), None)
    if at is None or asked[0] not in _ASKING or asked[at + 1 : at + 2] != ("than",):
        return
    pair = asked_pair(context)
    begin, end = context.text.sentences[0]
    if pair is None or not _QUALIFIED.isdisjoint(words[begin:end]):
        return
    sign, measures = COMPARATIVES[asked[at]]
    measures = NIGHT if not _NIGHTS.isdisjoint(asked) else measures
    pairs = [(a, b) for a, b in at_once(pair.mine, pair.others) if a.is_current == b.is_current]
    is_so = stands_above(pairs, sign, measures, False)
    is_granted = words[0] in _YES
    if not pairs:
        return
    if is_granted and not is_so:
        yield Judgement(0, 0, fault=f"you answered '{words[0]}'; by the results it is not {asked[at]}")
    elif not is_granted and stands_above(pairs, sign, measures[:1], True):
        yield Judgement(0, 0, fault=f"you answered '{words[0]}'; by the results it is {asked[at]}")
    elif is_granted:
        yield Judgement(0, 0, (*pair.mine, *pair.others))
