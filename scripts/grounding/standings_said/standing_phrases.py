"""The phrases in which one day or place is said to outdo others, to trail them, or to be their equal."""

import re
from collections.abc import Sequence
from functools import cache, partial
from typing import Final, Literal, NamedTuple

from scripts.grounding.standings_said.standing_words import (
    BEAT,
    BEATING,
    FREE,
    GREATER,
    HAVING_NO,
    IN_NOBODY,
    IN_REST,
    LESSER,
    NOBODY,
    NOUN,
    PRIZE,
    PRIZES,
    REST,
    TAKE,
    W,
    X,
    Y,
)
from scripts.grounding.text import Triggers, word_set

Kind = Literal["most", "more", "chosen", "alike", "no more"]


class Phrase(NamedTuple):
    """What a phrase says of `x`: that it is the most so of all or of two, more so than `y`, or as much so."""

    kind: Kind
    sign: int
    said: str
    """A regular expression; compiled when the first sentence comes that may hold it."""
    needs_topic: bool = False
    """Whether the quantity must be named in so many words: "Friday leads" alone may be of anything."""

    names: int = 1
    """How many names it holds at least."""

    beside: Sequence[frozenset[str]] = ()
    """Words of which it holds one of each set, whatever its group is looked for by."""

    def found_in(self, sentence: str) -> re.Match[str] | None:
        """Return where a sentence with its names as "@0" holds the phrase."""
        words = sentence.split()
        if any(wanted.isdisjoint(words) for wanted in self.beside):
            return None
        return _compiled(self.said).search(sentence)


@cache
def _compiled(said: str) -> re.Pattern[str]:
    return re.compile(said)


class Group(NamedTuple):
    """Phrases that one of the trigger words stands in."""

    triggers: Triggers
    phrases: Sequence[Phrase]


def phrase(kind: Kind, sign: int, pattern: str, *beside: frozenset[str], needs_topic: bool = False) -> Phrase:
    """Return a phrase of whole words; `beside` are sets of words of which it holds one each."""
    start = "" if pattern.startswith("@") else r"(?<![\w@'])"
    names = 2 if kind in ("more", "no more") or Y in pattern else 1
    return Phrase(kind, sign, rf"{start}{pattern}(?![\w'])", needs_topic, names, beside)


most = partial(phrase, "most", 1)
least = partial(phrase, "most", -1)
more = partial(phrase, "more", 1)
less = partial(phrase, "more", -1)
chosen = partial(phrase, "chosen", 1)
alike = partial(phrase, "alike", 1)

_HAVING: Final = word_set("has have holds gets enjoys keeps")

OUTDOING: Final = (
    Group(
        Triggers(word_set(PRIZES)),
        (
            most(
                rf"{X}{FREE} (?:{TAKE}) (?:off |away |home |up )?(?:the|a|first|top|our|this) (?:{W} "
                rf"){{0,2}}?(?:{PRIZE})"
            ),
            most(
                rf"(?:{PRIZE})(?: (?:for|of|in|as to) (?:{W} ){{0,2}}?{W})?(?: must| will| would| should)? "
                rf"(?:goes|go|belongs|belong|falls|fall|is|are) (?:to |with |squarely |clearly )*{X}"
            ),
        ),
    ),
    Group(
        Triggers(
            word_set(BEATING) | word_set("heads head matches match equals equal rivals touches approaches")
        ),
        (
            most(rf"{X}{FREE} (?:{BEAT}|heads|head) (?:{REST})", IN_REST),
            most(
                rf"{NOBODY} (?:can |could |will |quite )?(?:{BEAT}|matches|match|equals|equal|rivals|"
                rf"touches|approaches) {X}",
                IN_NOBODY,
            ),
            more(rf"{X}(?: (?:{NOUN}))?{FREE} (?:{BEAT}) {Y}"),
        ),
    ),
    Group(
        Triggers(word_set("leads wins first foremost top front head triumphs excels one")),
        (
            most(
                rf"{X}{FREE} (?:leads|wins|triumphs|excels|(?:comes|ranks|stands|finishes|is|places|sits|"
                r"rates|be|runs)(?: out| in)? (?:first|foremost|on top|at the top|at the head|number one|"
                r"in front))",
                needs_topic=True,
            ),
        ),
    ),
    Group(
        Triggers(
            word_set(
                "rival rivals equal equals peer peers competition competitor contender superior unmatched "
                "unrivalled unrivaled unequalled unequaled unsurpassed unbeaten matchless peerless alone "
                "shoulders match second"
            )
        ),
        (
            most(
                rf"{X}{FREE} (?:{HAVING_NO} (?:{W} )?(?:rivals?|equals?|match|peers?|competition|"
                r"competitor|contender|superior)|is (?:un(?:matched|rivalled|rivaled|equalled|equaled|"
                r"surpassed|beaten)|without (?:a )?(?:rival|equal|peer)|second to none|matchless|"
                rf"peerless)|stands (?:alone|head and shoulders above (?:{REST})))",
                needs_topic=True,
            ),
        ),
    ),
    Group(
        Triggers(word_set("last rear bottom hindmost tail foot runt laggard trails lags trail")),
        (
            least(
                rf"{X}{FREE} (?:trails|lags behind|trails behind|comes behind) (?:{REST})",
                word_set("trails lags comes"),
                IN_REST,
            ),
            least(
                rf"{X}{FREE} (?:brings up the rear|(?:comes|ranks|stands|finishes|is|places|sits|be)(?: "
                r"out| in)? (?:dead )?(?:last|bottom|hindmost|at the (?:bottom|tail|foot|rear)|the "
                r"(?:runt|bottom|tail|laggard)))",
                needs_topic=True,
            ),
        ),
    ),
    Group(
        Triggers(
            word_set(
                "trails trail lags second behind short match nothing inferior patch candle touch compete "
                "compare rival near pales keep place below under beneath"
            )
        ),
        (
            less(rf"{X}(?: (?:{NOUN}))?{FREE} {LESSER} {Y}"),
            phrase(
                "chosen",
                -1,
                rf"{X}{FREE} (?:comes|is|ranks|runs|finishes)(?: in)?(?: a \w+)? second (?:for|in|on) "
                rf"(?:the )?(?:{NOUN})",
                word_set("second"),
                needs_topic=True,
            ),
        ),
    ),
    Group(
        Triggers(
            word_set(
                "edge better advantage lead best hand drop jump start ahead superior front above shame shade"
            )
            | word_set("beaten licked whipped")
        ),
        (
            most(
                rf"{X}{FREE} (?:has|holds) the (?:edge|advantage|lead) (?:on|over) (?:{REST})",
                _HAVING,
                IN_REST,
            ),
            most(rf"{X}{FREE} (?:has|holds|gets) the (?:edge|advantage|lead)", _HAVING, needs_topic=True),
            more(rf"{X}(?: (?:{NOUN}))?{FREE} {GREATER} {Y}", _HAVING | word_set("is sits stands runs")),
            more(
                rf"{X}{FREE} (?:has {Y} (?:beat|beaten|licked|whipped)|puts @(?P<z>\d+) (?:to shame|in the "
                r"shade))",
                word_set("has puts"),
            ),
        ),
    ),
)
"""Being first or last of all, or ahead of another."""
