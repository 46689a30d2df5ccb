"""How a clause stands to the world: asserted, denied, supposed, asked, a tale, or disclaimed."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from scripts.grounding.names.named_places import PlaceCue
from scripts.grounding.stances.alternatives import asks_later, goes_on_list, is_open
from scripts.grounding.stances.denial import NEGATIONS, denial_before
from scripts.grounding.stances.denial_behind import denial_after
from scripts.grounding.stances.denial_phrases import denied_in_phrase, goes_on_denied
from scripts.grounding.stances.figures_of_speech import (
    CALLING,
    OUT_OF_REACH,
    follows_condition,
    is_no_claim,
    is_out_of_reach,
    is_told_aside,
)
from scripts.grounding.stances.maxims import is_maxim, is_timeless, is_timeless_within
from scripts.grounding.stances.missing_data import data_denied
from scripts.grounding.stances.offers import OFFERED, THEN_STATES, is_offered
from scripts.grounding.stances.reluctance import SHRINKING, is_withheld
from scripts.grounding.stances.stance_markers import (
    DISCLAIMED_BY_OPENING,
    DISCLAIMING,
    maxims,
    openings_of_tales,
    phrases_in,
    turns_back,
)
from scripts.grounding.text import Text, Triggers, word_set
from scripts.grounding.words.cardinals import is_numeral
from scripts.grounding.words.day_cue import DayCue

_EDGES: Final = Triggers((",", ";", ":", "—", "–", "(", ")", '"', "\n"))
_AS_IF: Final = (("as", "if", "it"), ("as", "though", "it"))
_HYPOTHETICAL: Final = word_set("if unless whether suppose supposing lest were wish imagine whenever case")
_HOPES: Final = word_set("wait hope pray wish hoping waiting save choose pick")
_ORDERS: Final = word_set("leave forget take bring carry hang wash plan buy pack sell lend")
_PEOPLE: Final = word_set("you i we anyone one they he she")
_VOUCHING: Final = frozenset(("swear", "reckon", "vow", "judge", "pass"))
_LEAVE: Final = word_set("want need ask must mind like prefer please insist keep count trust plan")
_INVERTED: Final = word_set("should were had")
_WOULD: Final = frozenset(("it'd", "that'd", "there'd", "'twould", "they'd"))
_UNTRUE: Final = word_set(
    "deny denies denying denied forget forgets forgetting forgotten pretend pretends pretending imagine "
    "invent invents inventing invented fabricate fabricating concoct manufacture manufacturing forge forging "
    "imagines dream dreams dreaming wonder wonders sooner"
)
_IF_ANY: Final = (("there",), ("there's",), ("any",), ("it",), ("ever",), ("such",))
_SUPPOSING: Final = (
    SHRINKING | CALLING | _HYPOTHETICAL | _HOPES | _ORDERS | _INVERTED | _WOULD | _UNTRUE | {"would", "when"}
)
"""Where none of these words stands in a clause, nothing in it is supposed."""

_ANCHORS: Final = word_set(
    "today tonight tomorrow now currently here it's will you'll but there's that's though still "
    "however presently"
)
_SPEAKER: Final = word_set("tell ask check fetch report whether which what why how that's")
_STATING: Final = word_set(
    "it's is are 'tis hath doth there's there expect will it'll you'll skies sky outside looks "
    "currently now today brings with has they're conditions weather won't isn't aren't promise "
    "expecting see predict stays remains sees under"
)
_DISCLAIMERS: Final = word_set(
    "can't cannot couldn't unable unknown beyond unavailable without lack lacks missing blind mum "
    "silent unreported"
)
_SOURCES: Final = word_set("i me my data report result results reading service tool")

_NO: Final = word_set("no not nor none never without isn't aren't wasn't weren't")
_YET: Final = word_set("but yet though although still however")
_HANDED: Final = word_set(
    "given included listed provided supplied furnished available furnishes supplies gives"
)
_TELLING: Final = word_set(
    "it's is are there's was it'll will expect but yet though although still however so and looks has "
    "comes falls rains snows blows stays remains brings shines"
)
_RELYING: Final = tuple((verb, "on") for verb in ("count", "bank", "reckon", "rely", "depend")) + (
    ("look", "for"),
    ("depend", "upon"),
)
_INDIRECT: Final = word_set("whether which what why how if")
_BESIDE: Final = 4
"""Tokens after a sentence that may say of its end that it is out of reach."""

_UNSAYING: Final = Triggers(_SUPPOSING | OFFERED | _HANDED | _DISCLAIMERS | OUT_OF_REACH | {"?"})
"""Where none of these stands in or right beside a sentence, and it opens no tale and disclaims nothing, it is
asserted."""

_MAXIMS: Final = word_set("a no the he she many men")
"""First words of maxims behind a figure, which is of the weather all the same: "at 41 the prudent man"."""

_GOING_ON: Final = frozenset(("and", "but", "that", "which", "so", "like"))
"""What goes on from weather that is told to what a wise man makes of it, or to what it is like."""


@dataclass(frozen=True, slots=True)
class Stances:
    """One text, ready to say how any token of it stands.

    `names` are the tokens of day names and of the conversation's places, `foreign` those of other places,
    `markers` those that open a tale or a maxim, `disclaimers` those that say that something is not known;
    both in order. `words` are the text's but for those in names of places that would deny something: Little
    Rock has little of nothing. `segments` and `asserted` are what is known so far, by token.
    """

    text: Text
    names: frozenset[int]
    foreign: frozenset[int]
    markers: Sequence[int]
    disclaimers: Sequence[int]
    words: Sequence[str]
    segments: dict[int, tuple[int, int]] = field(default_factory=dict)
    asserted: dict[int, bool] = field(default_factory=dict)

    def sentence(self, i: int) -> tuple[int, int]:
        """Return the token range of the sentence that token i is in."""
        return self.text.sentence(i)

    def segment(self, i: int) -> tuple[int, int]:
        """Return the token range between the commas, dashes or brackets around token i."""
        known = self.segments.get(i)
        if known is not None:
            return known
        begin, end = self.text.sentence(i)
        edges = self.text.where(_EDGES)
        before, after = bisect_left(edges, i), bisect_right(edges, i)
        first = max(begin, edges[before - 1] + 1) if before else begin
        last = min(end, edges[after]) if after < len(edges) else end
        found = self.segments[i] = first, last
        return found

    def is_asserted(self, i: int) -> bool:
        """Whether what stands at token i is said to be so, or not so, here and now or to come."""
        known = self.asserted.get(i)
        if known is None:
            known = self.asserted[i] = i not in self.text.quoted and (
                self._is_plain(i)
                or not (
                    self._is_question(i) or self._is_supposed(i) or self._is_disclaimed(i) or self._is_yarn(i)
                )
            )
        return known

    def _is_plain(self, i: int) -> bool:
        """Whether nothing in the sentence of token i can make it anything but an assertion."""
        begin, end = self.text.sentence(i)
        for tokens in (self.text.where(_UNSAYING), self.disclaimers, self.markers):
            at = bisect_left(tokens, begin - 1) if tokens else 0
            if at < len(tokens) and tokens[at] < end + _BESIDE:
                return False
        return True

    def _is_question(self, i: int) -> bool:
        begin, end = self.sentence(i)
        words = self.text.words
        if "?" not in words[max(begin, end - 2) : end]:
            return False
        first, _ = self.segment(i)
        if asks_later(words, self.names, (begin, end), i):
            return False
        return not (
            first > begin and words[first] in ("where", "which") and words[first + 1] in ("it's", "it", "is")
        )

    def _is_supposed(self, i: int) -> bool:
        first, last = self.segment(i)
        words = self.text.words
        if words[last : last + 2] == (",", "if") and words[last + 2 : last + 3] in _IF_ANY:
            return True
        if goes_on_list(words, self.sentence(i)[0], (first, last), i):
            return self._is_supposed(first - 2)
        if _SUPPOSING.isdisjoint(words[first:last]):
            return False
        before = words[first:i]
        if is_no_claim(words, (first, last), i):
            return True
        if any(word in _HYPOTHETICAL and not self._is_harmless(first + k) for k, word in enumerate(before)):
            return True
        if self._is_of_what_would_be(first, i, last):
            return True
        if any(
            word in _UNTRUE and k and before[k - 1] not in ("don't", "never") for k, word in enumerate(before)
        ):
            return True
        if before[:1] and before[0] in _INVERTED:
            return True
        if is_withheld(before):
            return True
        if (
            len(before) > 1
            and before[0] in ("and", "but", "so", "or")
            and before[1] in _INVERTED | _HYPOTHETICAL
        ):
            return True
        if before[:1] and (before[0] in _HOPES or (before[0] in _ORDERS and "and" in before)):
            return True
        if "when" not in before or before[-1] not in ("it", "was", "were") or "last" in before:
            return False
        at = first + before.index("when")
        return not (words[at - 1] in ("is", "that's") and (at - 2 in self.names or words[at - 1] != "is"))

    def _is_of_what_would_be(self, first: int, i: int, last: int) -> bool:
        """Whether "would" stands in a clause before token i, or right behind it."""
        words = self.text.words
        if any(
            words[k] == "would" and words[k - 1] not in _PEOPLE and words[k + 1] not in _VOUCHING
            for k in range(first, i)
        ):
            return True
        is_one_that = words[i + 1 : i + 2] in (("that",), ("which",)) and words[i - 2] not in _NO
        is_would_be = "would" in words[i + 1 : min(last, i + 3)] and not is_one_that
        return is_would_be or not _WOULD.isdisjoint(words[first:i])

    def _is_harmless(self, k: int) -> bool:
        """Whether an "if" only asks leave ("if you want"), or a "were" tells the past ("you were out")."""
        words = self.text.words
        if k > 1 and words[k - 1] == "as" and words[k - 2].startswith("feel"):
            return True
        if words[k] == "were" and words[max(0, k - 3) : k] in _AS_IF:
            return True
        if words[k] == "were" and k and words[k - 1] in ("you", "they", "these", "those"):
            return "if" not in words[max(0, k - 3) : k]
        return (
            words[k] == "if"
            and words[k + 1 : k + 2] == ("you",)
            and words[k + 2 : k + 3] != ()
            and words[k + 2] in _LEAVE
        )

    def _is_disclaimed(self, i: int) -> bool:
        begin, end = self.sentence(i)
        first, last = self.segment(i)
        words = self.text.words
        low = bisect_left(self.disclaimers, first)
        if low < len(self.disclaimers) and self.disclaimers[low] < last:
            return _YET.isdisjoint(words[self.disclaimers[low] : i])
        clause = words[first:last]
        if is_offered(words, begin, (first, last), i):
            return True
        if low and self.disclaimers[low - 1] >= begin:
            at = self.disclaimers[low - 1]
            if _TELLING.isdisjoint(words[at : last if ";" in words[at:i] else i]):
                return True
        if not (_NO.isdisjoint(clause) or _HANDED.isdisjoint(clause)):
            return True
        if words[last : last + 1] == (":",) and is_out_of_reach(words[last + 1 : last + 5]):
            return True
        return not _DISCLAIMERS.isdisjoint(clause) and not _SOURCES.isdisjoint(words[begin:end])

    def _is_yarn(self, i: int) -> bool:
        if not self.markers:
            return False
        begin, _ = self.sentence(i)
        _, last = self.segment(i)
        at = bisect_left(self.markers, last) - 1
        if at < 0 or self.markers[at] < begin:
            return False
        marker = self.markers[at]
        if is_told_aside(self.text.words, self.segment(marker), i):
            return False
        if marker > i and is_numeral(self.text.words[i]) and self.text.words[marker] in _MAXIMS:
            return False
        if marker > i:
            return _GOING_ON.isdisjoint(self.text.words[i:marker])
        words = self.text.words
        if words[i - 1] == "it" and words[i - 2] in ("for", "because", "since", "as"):
            return False
        if (
            words[marker] == "they"
            and words[marker + 1] in ("had", "were", "have")
            and self._is_placed(begin, marker)
        ):
            return False
        return not any(
            k in self.names
            or words[k] in _ANCHORS
            or words[k : k + 2] == ("it", "is")
            or turns_back(words, k)
            for k in range(marker + 1, i)
        )

    def _is_placed(self, begin: int, marker: int) -> bool:
        """Whether those who "had 54" are the people of a place just named: "out in Oregon they had"."""
        return any(k in self.names for k in range(max(begin, marker - 3), marker))

    def is_stated(self, i: int) -> bool:
        """Whether token i stands in a plain statement of weather: "it's …", "expect …", "today …"."""
        begin, _ = self.sentence(i)
        first, _ = self.segment(i)
        words = self.text.words
        before = words[begin:i]
        spoken = words[first:i]
        is_going_on = words[i + 1 : i + 2] in (("is",), ("are",)) and any(
            word.endswith("ing") for word in words[i + 2 : i + 3]
        )
        is_there = words[i + 1 : i + 2] == ("there",)
        is_told = is_going_on or is_there or not THEN_STATES.isdisjoint(spoken)
        is_told = is_told and "could" not in spoken and _INDIRECT.isdisjoint(spoken)
        if any(word in _SPEAKER for word in spoken) and not is_told:
            return False
        return (
            is_going_on
            or is_there
            or words[max(0, i - 2) : i] in _RELYING
            or not _STATING.isdisjoint(before)
            or any(k in self.names for k in range(begin, self.sentence(i)[1]))
        )

    def is_open(self, i: int) -> bool:
        """Whether token i is one of alternatives, or is left open: "rain or sun", "for all I know"."""
        return is_open(self.text.words, self.sentence(i), self.segment(i), i)

    def is_maxim(self, i: int) -> bool:
        """Whether token i is in a maxim, and so said of no certain time and place."""
        return is_maxim(self.text, self.names | self.foreign, i, self.segment(i)[0])

    def follows_condition(self, i: int) -> bool:
        """Whether token i only follows if something is so: "if the cat comes in wet, it is raining"."""
        return follows_condition(self.text.words, self.sentence(i)[0], self.segment(i)[0])

    def is_timeless_within(self, i: int) -> bool:
        """Whether the words between the commas around token i name no time, no place and no figure."""
        return is_timeless_within(self.text, self.names, self.segment(i))

    def is_timeless(self, i: int) -> bool:
        """Whether the sentence of token i names no time, no place and no figure."""
        return is_timeless(self.text, self.names, i, self.segment(i)[0])

    def is_denied(self, first: int, last: int) -> bool | None:
        """Whether the words are denied; None where they are doubly or doubtfully so."""
        words = self.words
        segment = self.segment(first)
        sentence = self.sentence(first)
        listed = goes_on_denied(words, sentence[0], segment, first)
        if listed >= 0 and denial_before(words, self.segment(listed)[0], listed):
            return True
        phrased = denied_in_phrase(words, segment, first, last, sentence[1])
        if phrased is not False:
            return phrased
        before = denial_before(words, segment[0], first)
        after = denial_after(words, segment[0], last, self.segment(last)[1])
        return None if before is None or after is None or (before and after) else before or after

    def is_denied_before(self, first: int, reach: int) -> bool | None:
        """Whether the words right before, so many of them, deny what stands at token `first`."""
        return denial_before(self.words, max(self.segment(first)[0], first - reach), first)


def stances(text: Text, days: Sequence[DayCue], places: Sequence[PlaceCue]) -> Stances:
    """Prepare a text for questions of stance."""
    named = [(cue.first, cue.last) for cue in days if not cue.is_weak]
    named += [(cue.first, cue.last) for cue in places if cue.spots]
    return Stances(
        text,
        frozenset([k for first, last in named for k in range(first, last + 1)]),
        frozenset([k for cue in places if not cue.spots for k in range(cue.first, cue.last + 1)]),
        sorted({*openings_of_tales(text), *maxims(text)}),
        sorted({*phrases_in(text, DISCLAIMING, DISCLAIMED_BY_OPENING), *data_denied(text)}),
        _without_names(text.words, places),
    )


def _without_names(words: Sequence[str], places: Sequence[PlaceCue]) -> Sequence[str]:
    named = {k for cue in places for k in range(cue.first, cue.last + 1)}
    if not any(words[k] in NEGATIONS for k in named):
        return words
    return tuple("@" if k in named else word for k, word in enumerate(words))
