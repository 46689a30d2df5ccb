"""How far a name of a day or place is from a claim, in words; or that it cannot be meant by it."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from scripts.grounding.names.comparands import is_left_behind
from scripts.grounding.names.compared_with import WITH_ITS, is_compared_with
from scripts.grounding.names.day_cues import SINGULAR
from scripts.grounding.names.named_places import PlaceCue
from scripts.grounding.text import Text, word_set
from scripts.grounding.words.day_cue import DayCue

_PREPOSITIONS: Final = word_set(
    "on for by in come during over of at this next the as around across near to until through till right "
    "from since"
)
_OPENERS: Final = word_set(
    "and but while whilst then so that because or before after when where if though although than"
)
CONTRASTS: Final = word_set(
    "against versus vs than compared rather instead unlike opposed beat beats then followed "
    "afterwards thereafter"
)
_MULTIPLES: Final = word_set("twice thrice times double treble triple half")
_COLON: Final = 3
_AND: Final = 9
_COMMA: Final = 10
_ENDING: Final = word_set("and but while whereas whilst")
_LEADING: Final = word_set("with at under beneath amid despite")
_LED_REACH: Final = 10
_OPENING: Final = word_set("starts opens begins")
WHICH: Final = ((",", "which"), (",", "when"), (",", "where"))
RELATIVES: Final = (*WHICH, (",", "with"), (",", "at"))
COMPARING: Final = word_set("than above below versus against unlike like")
CLOSED: Final = frozenset((",", ";", "—", ")"))
_BEATING: Final = word_set(
    "beats beat outdoes outdo tops trails leads bests betters exceeds surpasses outstrips edges "
    "undercuts over than "
    "outruns overtakes outranks shades follows precedes above below under"
)
_HAD: Final = frozenset(("had", "was", "were"))
_AFTER_OBJECT: Final = word_set("by and , in on for at")
_TURNING_TO: Final = word_set(
    "ends finishes closes starts opens begins hits reaches makes finds sees gives brings meets leaves "
    "gets takes"
)
_UNTIL: Final = frozenset(("until", "till"))
_PAST: Final = (("past",), ("over",), ("out",), ("done",), ("gone",), ("through",))
_DONE: Final = word_set(
    "done over past gone finished ended passed stopped ceased quit cleared melted spent through moved blown "
    "departed dried rained out fallen"
)
_IS: Final = word_set("is are has have had be having being was were")
_BEING: Final = word_set("is are was be makes")
_ONES: Final = frozenset(("one", "another", "a"))
_BEFORE_NAMED: Final = ((",",), ("day", ","), ("one", ","), ("night", ","))
_AFTER_NAMED: Final = frozenset((",", ".", ";", "and", "!", ")"))
_TURNING_BY: Final = word_set("only let even just")
_AFTER_COMMA: Final = word_set(", and but ; while whilst")
_GOING_ON: Final = word_set("with when under and as which while but beneath beside where though amid along")
"""What goes on after a day told aside, between commas: "the lowest is 3, on Friday, with fog"."""

_SUBJECTS: Final = frozenset(("no", "every", "none", "each"))
_MUCH: Final = word_set("much just about same rather little exactly nearly be")
_RELATIVE_REACH: Final = 6
_EXCEPTING: Final = word_set("apart aside except excepting besides barring save other")
_KEPT_FOR: Final = word_set("for till until")
"""What goes before the day that something is saved for, which is not left out: "save the walk for Friday"."""

_INTO_ONE: Final = word_set("high low highs lows night day")
_OF_FIGURES: Final = word_set("degrees % percent mph c f ° h")
_NAMELY: Final = (
    ("that", "is"), ("and", "that's"), (",", "that's"), ("that", "was"), (",", "namely"), ("that", "on"),
    ("that", "in"), ("that", "at"), ("which", "is"),
)  # fmt: skip

TRAILING: Final = 12
_AT_ONCE: Final = 3
_SUPERLATIVE_REACH: Final = 6
_MOST: Final = word_set("most least best worst")
AHEAD: Final = 60
"""Words of distance that a name counts as further off, where it closes an earlier phrase ("60 on Monday and")
or opens a later one ("…, and Tuesday brings")."""

IDENTIFIED: Final = 10
"""Words within which a name may tell which one was meant: "one wet day, and that is Thursday"."""

_SAYING_WHICH: Final = word_set("is where what the most best least worst all as warm high cold low far")
"""What stands between a figure and whose it is: "71 is where Tuesday peaks"."""

_BRACKETED: Final = 8
"""Tokens that a figure told again in brackets has at the most: "(109 degrees Fahrenheit)"."""

_ENDS: Final = frozenset((".", ";", "!", ")", "\n", "—"))
_GONE_TO: Final = frozenset((("way", "to"), ("way", "for"), ("turns", "to"), ("turns", "into")))
"""What stands between a day's own weather and that which follows it: "Friday's fog gives way to sun"."""

_WITH_UP: Final = word_set(
    "let lets turn turns show shows clear clears dry dries end ends crop crops pick picks get gets come "
    "comes die dies calm calms settle settles bright brightens ease eases"
)
"""Verbs that "up" or "down" belongs to: "it turns up on Monday", but not "is up on Monday"."""

_HEADING: Final = 4
_HEADED: Final = word_set("day days night nights stretch spell period window run weather spells date dates")
_FRONTED_REACH: Final = 10
_FRONTING: Final = word_set("with at")
_CLAUSES: Final = frozenset((",", ".", ";", ":", "\n", "!", "—"))
_OPENING_CLAUSE: Final = frozenset((".", ";", ":", "\n", "!", "and", "but", "while", "then", "by"))
_NIGHT_OF: Final = word_set(
    "on the night nights morning evening afternoon of in for early late this coming next"
)
Named = DayCue | PlaceCue


def distance(text: Text, cue: Named, first: int, last: int, claims: Sequence[int]) -> int:
    """Return how far a cue is from the claim of the tokens `first` to `last`; from `AHEAD` on it cannot be
    meant. `claims` are the tokens of all claims of the text."""
    if is_compared_with(text, (cue.first, cue.last), first):
        return AHEAD
    if cue.last < first:
        return _after_name(text, cue, first)
    return _before_name(text, cue, last, claims) if cue.first > last else 0


def _after_name(text: Text, cue: Named, first: int) -> int:
    """Return how far a claim stands behind a name."""
    words = text.words
    following = words[cue.last + 1]
    if following == "(" and ")" not in words[cue.last + 1 : first]:
        return 0
    gap = first - cue.last - 1
    is_of_rest = isinstance(cue, DayCue) and cue.bound is not None and cue.bound.side == "except"
    if not gap and (words[cue.last].endswith("'s") or is_of_rest):
        return 0
    wall = text.wall(cue.last, first)
    before = words[cue.first - 1] if cue.first else "."
    is_relative = following == "," and words[cue.last + 1 : cue.last + 3] in RELATIVES
    is_its_own = is_relative and (
        words[cue.last + 2] == "which" or words[cue.last + 2 : cue.last + 4] == WITH_ITS
    )
    if is_its_own and gap < _RELATIVE_REACH:
        return gap + _AT_ONCE
    if _is_apart(text, cue, before, wall, is_relative) or _is_left(words, cue, first):
        return AHEAD
    if (wall and is_left_behind(text, cue, wall)) or _is_over(words, cue, first):
        return AHEAD
    if is_relative and gap < _RELATIVE_REACH:
        return gap + _AT_ONCE
    cost = gap + wall
    if _trails(words, cue, before):
        goes_on_at_once = following == "at" and first - cue.last <= 4 and wall == 0
        cost += _AT_ONCE if goes_on_at_once else TRAILING
    if isinstance(cue, DayCue) and cue.bound is not None and cue.bound.side == "before":
        cost += _AT_ONCE
    return min(cost, AHEAD - 1)


def _is_apart(text: Text, cue: Named, before: str, wall: int, is_relative: bool) -> bool:
    """Whether a name is only what something else is compared with, or what is left out, before a claim."""
    words = text.words
    following = words[cue.last + 1]
    is_going_on = wall < 2 * _COMMA and words[cue.last + 2 : cue.last + 3] in (("which",), ("when",))
    is_back = is_relative and (is_going_on or words[cue.last + 2] == "where")
    if (wall >= 6 or following == ":") and before in COMPARING and not is_back:
        return True
    if wall >= _AND and words[cue.first] in _OPENING:
        return True
    is_parted = wall >= _COLON or following in ("at", "with")
    if is_parted and before in _MULTIPLES and words[cue.last].endswith("'s"):
        return True
    if before in ("as", "like") and words[cue.first - 2] in _MUCH:
        return True
    if before == "where" and wall >= 9 and (following in _HAD or words[cue.last].endswith("'s")):
        return True
    is_left_out = isinstance(cue, DayCue) and cue.bound is not None and cue.bound.side == "except"
    if wall >= 10 and not is_relative and not is_left_out and _is_excepted(words, cue):
        return True
    is_object = following in _AFTER_OBJECT or words[cue.last].endswith("'s")
    is_beaten = before in _BEATING and is_object and not is_back
    return is_beaten and (wall >= 9 or following == "by")


def _is_excepted(words: Sequence[str], cue: Named) -> bool:
    """Whether the cue is left out of what follows: "apart from Monday's rain, it stays dry"."""
    for k in range(cue.first - 1, max(-1, cue.first - 12), -1):
        word = words[k]
        if word in _EXCEPTING:
            return word != "save" or words[cue.first - 1] not in _KEPT_FOR or cue.first - k <= 2
        if word in (",", ".", ";", "\n"):
            return False
    return False


def _is_left(words: Sequence[str], cue: Named, first: int) -> bool:
    """Whether a claim is what is gone to from the day or place named: "from Friday's 29 to 17"."""
    between = words[cue.last + 1 : first]
    if words[cue.last].endswith("'s") and not _GONE_TO.isdisjoint(pairwise(between)):
        return True
    if "to" not in between or (isinstance(cue, DayCue) and cue.is_list) or not _INTO_ONE.isdisjoint(between):
        return False
    for k in range(cue.first - 1, max(-1, cue.first - 8), -1):
        if words[k] == "from":
            return True
        if words[k] in CLOSED or words[k] in _OPENERS or words[k] == ".":
            return False
    return False


def is_subject(words: Sequence[str], cue: Named) -> bool:
    """Whether a day that something lasts until does something itself: "until Thursday brings a storm"."""
    before = words[cue.first - 1] if cue.first else ""
    following = words[cue.last + 1] if cue.last + 1 < len(words) else ""
    return before in _UNTIL and following in SINGULAR and words[cue.last + 2 : cue.last + 3] not in _PAST


def _is_over(words: Sequence[str], cue: Named, first: int) -> bool:
    """Whether a name is only of what is over by then: "when the snow of Monday is done and the sky …"."""
    if isinstance(cue, PlaceCue) or not (words[cue.last].endswith("'s") or words[cue.first - 1] == "of"):
        return False
    between = words[cue.last + 1 : first]
    return any(word in _DONE and between[k - 1] in _IS for k, word in enumerate(between) if k)


def _trails(words: Sequence[str], cue: Named, before: str) -> bool:
    """Whether a cue closes the phrase before it: "60 on Monday", "60 Monday", "rain by Monday"."""
    if before not in _PREPOSITIONS:
        return _is_figure(words, cue.first - 1)
    if before in _UNTIL and ((isinstance(cue, DayCue) and cue.days) or is_subject(words, cue)):
        return False
    opener = words[cue.first - 2] if cue.first > 1 else "."
    if opener == "," and words[cue.last + 1] == ";":
        return True
    return (opener.isalnum() or opener in ("%", "°", ")")) and opener not in (
        "and",
        "but",
        "while",
        "whilst",
        "then",
    )


def _is_figure(words: Sequence[str], k: int) -> bool:
    """Whether token k ends a figure, or brackets that tell it again: "43°C (109°F) today"."""
    if words[k] == ")":
        k = next((j - 1 for j in range(k - 1, max(0, k - _BRACKETED), -1) if words[j] == "("), k)
    return k >= 0 and (words[k][-1].isdecimal() or words[k] in _OF_FIGURES)


def _is_named_apart(words: Sequence[str], cue: Named, last: int, claims: Sequence[int]) -> bool:
    """Whether a name only says of what the claim before is: "14 km/h (Fri)", "Dry stretch: Thu–Fri"."""
    after = words[cue.last + 1] if cue.last + 1 < len(words) else "."
    if after not in _ENDS:
        return False
    between = words[last + 1 : cue.first]
    if between == ("(",):
        return after == ")"
    if any(last < k < cue.first for k in claims):
        return False
    if between[-1:] == (":",):
        return len(between) <= _HEADING and _HEADED.issuperset(between[:-1])
    return between[:1] == (",",) and "of" in between and _NIGHT_OF.issuperset(between[1:])


def _before_name(text: Text, cue: Named, last: int, claims: Sequence[int]) -> int:
    """Return how far a claim stands before a name."""
    words = text.words
    gap = cue.first - last - 1
    before = words[cue.first - 1]
    between = words[last + 1 : cue.first]
    if between[-1:] == (",",) and _is_fronted(words, cue, last, between):
        return 0
    if before == "," and _is_led_by_with(text, cue, last):
        return gap
    if between[:1] == ("is",) and gap <= IDENTIFIED and _SAYING_WHICH.issuperset(between):
        return gap
    if before == "on" and words[cue.first - 2] in ("up", "down") and words[cue.first - 3] not in _WITH_UP:
        return AHEAD
    if "from" in words[max(0, last - _AT_ONCE) : last] and "to" in words[last + 1 : cue.first]:
        return AHEAD
    if words[cue.last].endswith("'s") and _is_owned(words, cue, gap, before):
        return gap
    if gap == 1 and before in ("that", "of") and words[cue.last].endswith("'s"):
        return gap
    if gap < IDENTIFIED and words[max(0, cue.first - 2) : cue.first] in _NAMELY:
        return gap
    if _is_named_apart(words, cue, last, claims):
        return gap
    if _is_one_named(words, cue, last):
        return gap
    if _is_of_superlative(words, cue, last):
        return AHEAD
    wall = text.wall(last, cue.first)
    cost = gap + wall
    if wall >= 10 and gap > 3 and not _closes(words, cue, before, last, claims):
        return cost + AHEAD
    if gap and (not _looks_back(words, cue, before) or _belongs_to_another(text, last, cue, claims)):
        cost += AHEAD
    return cost


def _is_owned(words: Sequence[str], cue: Named, gap: int, before: str) -> bool:
    """Whether a figure is said to be a day's or place's: "60 will be Monday's best, and 54 Tuesday's"."""
    after = words[cue.last + 1] if cue.last + 1 < len(words) else "."
    return (gap < 4 and before in _BEING) or (not gap and after in _AFTER_NAMED)


def _is_fronted(words: Sequence[str], cue: Named, last: int, between: tuple[str, ...]) -> bool:
    """Whether a claim stands in what a clause opens with: "With a high of 17, Monday is clear"."""
    if len(between) > _FRONTED_REACH or not _CLAUSES.isdisjoint(between[:-1]):
        return False
    if words[cue.last + 1 : cue.last + 2] == () or words[cue.last + 1] not in SINGULAR:
        return False
    k = last
    while k > max(0, last - _FRONTED_REACH) and words[k] not in _FRONTING and words[k] not in _CLAUSES:
        k -= 1
    return words[k] in _FRONTING and (not k or words[k - 1] in _OPENING_CLAUSE)


def _is_led_by_with(text: Text, cue: Named, last: int) -> bool:
    """Whether a clause opens with what its subject has: "With showers and 29 °C, Tuesday is the worst"."""
    words = text.words
    if cue.last + 1 >= len(words) or not words[cue.last + 1].isalpha() or words[cue.last + 1] in _ENDING:
        return False
    begin, _ = text.sentence(last)
    least = max(begin, last - _LED_REACH)
    led = next((k for k in range(last, least - 1, -1) if words[k] in _LEADING), -1)
    return led == begin or (led > begin and (words[led - 1] in _ENDING or words[led - 1] == ";"))


def _is_one_named(words: Sequence[str], cue: Named, last: int) -> bool:
    """Whether a name tells which day is meant by what stands before it: "one partly cloudy, Thursday"."""
    if words[last + 1 : cue.first] not in _BEFORE_NAMED:
        return False
    after = words[cue.last + 1] if cue.last + 1 < len(words) else "."
    return after in _AFTER_NAMED and not _ONES.isdisjoint(words[max(0, last - 3) : last])


def _is_of_superlative(words: Sequence[str], cue: Named, last: int) -> bool:
    """Whether a stretch only says of what something behind the claim is the most: "dry, and the lightest wind
    of the week"."""
    if words[max(0, cue.first - 2) : cue.first] != ("of", "the"):
        return False
    between = words[max(last + 1, cue.first - _SUPERLATIVE_REACH) : cue.first - 2]
    return any(word.endswith("est") or word in _MOST for word in between)


def _looks_back(words: Sequence[str], cue: Named, before: str) -> bool:
    """Whether a name closes what stands before it ("on Monday", "rain Monday") and opens nothing new."""
    if words[cue.last].endswith("'s") or before in _SUBJECTS:
        return False
    opener = words[cue.first - 2] if cue.first > 1 else "."
    if opener in ("and", "but", "then") and before in _TURNING_TO:
        return False
    if opener == "," and before == "with":
        return False
    if isinstance(cue, DayCue) and cue.bound is not None and opener.isalnum() and opener not in _OPENERS:
        return True
    if before in _TURNING_BY and opener in _AFTER_COMMA:
        return False
    if before not in _PREPOSITIONS:
        return _is_figure(words, cue.first - 1) or (before.isalpha() and before not in _OPENERS)
    after = words[cue.last + 1] if cue.last + 1 < len(words) else "."
    is_aside = opener == after == "," and not _GOING_ON.isdisjoint(words[cue.last + 2 : cue.last + 3])
    if opener == "or" and words[cue.first - 3] == ",":
        return False
    return is_aside or opener not in (",", "and", "but", "yet", "nor", ";") or after in (".", ";", "!", ")")


def _closes(words: Sequence[str], cue: Named, before: str, last: int, claims: Sequence[int]) -> bool:
    """Whether a name ends its clause and no other claim is nearer: "35 at the most, on Tuesday;"."""
    after = words[cue.last + 1] if cue.last + 1 < len(words) else "."
    is_alone = not any(last < k < cue.first for k in claims)
    is_apart = before in _PREPOSITIONS and words[cue.first - 2] == ","
    is_ended = after == "," and (*words[cue.last + 2 : cue.last + 3], "")[0] in _ENDING
    after = ";" if is_ended else after
    return is_apart and after in (".", ";", "!") and is_alone


def _belongs_to_another(text: Text, last: int, cue: Named, claims: Sequence[int]) -> bool:
    """Whether a claim stands between this one and the cue, past a comma: "60s, after 54 on Monday"."""
    between = text.words[last : cue.first]
    if not CONTRASTS.isdisjoint(between):
        return True
    if text.wall(last, cue.first) >= 20 or ":" in between:
        return True
    nearer = [k for k in claims if last < k < cue.first]
    if nearer and "after" in text.words[last : nearer[-1]]:
        return True
    return any(text.wall(last, k) >= 10 for k in nearer)
