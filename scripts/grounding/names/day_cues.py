"""Names of days told together: lists, ranges and stretches up to, from or after a day."""

from collections.abc import Iterator, Sequence
from typing import Final, Literal

from scripts.grounding.facts import PRESENT, Atom
from scripts.grounding.names.days_left import of_both, remaining, span_of
from scripts.grounding.names.weekdays import WEEKDAY
from scripts.grounding.text import Text, word_set
from scripts.grounding.words.day_cue import Bound, DayCue
from scripts.grounding.words.sky_words import WORDS as SKY_WORDS

_UP_TO: Final = frozenset(("through", "thru"))
_ALL_THE_WAY: Final = frozenset(("way", "through", "right", "straight", "clear", "up", "on"))
_UNTIL: Final = frozenset(("until", "till", "before"))
_AFTER: Final = frozenset(("after", "beyond", "past"))
_JOINS: Final = frozenset((",", "and", "or", "&", "/", "nor"))
_EITHER: Final = (("or",), ("nor",))
_RANGES: Final = frozenset(("through", "thru", "to", "–", "—", "-", "until", "till"))

_SPANNED: Final = word_set("the it highs lows winds temperatures afternoons nights expect")
_FROM: Final = frozenset(("apart", "aside"))
_EXCEPT: Final = _FROM | {"except", "save", "but", "excepting", "barring", "bar", "besides", "other"}
_PARTED: Final = ((",",), ("and",))
_CLAUSE_ENDS: Final = frozenset((".", "!", "?", ";", ":", "\n", "—"))
_LEADING: Final = frozenset(("on", "for", "the", "that", "those", "of"))
_PURPOSE: Final = frozenset(("to", "shall", "will", "must", "should", "can", "i'd", "would", "you"))
_SPANNING: Final = word_set(
    "every each all everything throughout always stay stays staying keep keeps hold holds remain remains "
    "week weekend days highs lows nights afternoons mornings mostly otherwise daily whole rest"
)
"""What is said of several days, so that the day behind a "save" or "except" is left out of it."""

_SPAN_REACH: Final = 14
_NONE: Final = frozenset(("no", "none", "never", "nothing", "not", "neither"))
_THOSE: Final = frozenset(("those", "these"))
_PREDICATES: Final = word_set("mainly mostly partly is brings has gets sees will comes turns stays looks")
_PUTTING_OFF: Final = word_set(
    "postpone postpones postponed postponing defer defers deferred delay delays delayed wait waits waiting "
    "reserve reserves stall stalls dally dallies procrastinate procrastinates adjourn adjourned reschedule "
    "rescheduled dawdle dawdles"
)
_PUTTING: Final = word_set("put puts putting push pushes pushing")
_KEEPING_FOR: Final = word_set("leave leaves leaving save saves saving")
"""Words that put something off, with "off" or "till" beside them: "he who puts off the walk till Sunday"."""

_VERBS: Final = word_set("ends closes finishes opens starts begins")
SINGULAR: Final = word_set(
    "stands makes tops delivers arrives settles serves blows rains snows clouds lets steps takes puts knocks "
    "sends finds will shall is has brings gets sees turns looks stays was hath doth remains closes ends goes "
    "reaches climbs drops falls "
    "opens starts begins runs keeps holds shows offers sits stands warms cools dries clears finishes comes "
    "means"
)
"""What is said of one day and not of two: "showers on Wednesday, and Thursday is dry"."""

_NUMBERS: Final = {"two": 2, "three": 3, "four": 4, "five": 5}
_BUT: Final = (("but",), ("except",), ("save",), ("bar",), ("barring",), ("excepting",), ("besides",),
    ("except", "for"), ("but", "for"), ("save", "for"), ("apart", "from"), ("aside", "from"),
    ("other", "than"), ("except", "on"), ("save", "on"), ("but", "on"), ("but", "those", "of"),
    ("except", "those", "of"), ("save", "those", "of"), ("but", "that", "of"), ("except", "that", "of"),
)  # fmt: skip
THENCE: Final[dict[str, Literal["before", "after"]]] = {
    "after": "after", "beyond": "after", "past": "after", "following": "after", "since": "after",
    "from": "after", "before": "before", "until": "before", "till": "before", "ere": "before",
}  # fmt: skip
"""On which side of the day named last "after that", "until then" and the like are."""

_HELD_BESIDE: Final = (
    ("compared", "with"), ("compared", "to"), ("comparison", "with"), ("next", "to"), ("set", "beside"),
    ("set", "against"), ("contrast", "to"), ("contrast", "with"),
)  # fmt: skip
"""What stands before a day that another one is held against: "compared with Friday, Saturday is cold"."""

HENCE: Final = frozenset(("thereafter", "afterwards", "afterward"))
_BEFORE_DATE: Final = ((), (",",), ("the",), (",", "the"))
_PAST: Final = (("is", "past"), ("is", "over"), ("is", "out"), ("is", "done"), ("has", "passed"))


def joined(text: Text, cues: Sequence[DayCue]) -> Iterator[DayCue]:
    """Merge "Monday and Tuesday", "Monday through Wednesday", "Tuesday, the 4th"; open what is open-ended."""
    if len(cues) == 1:
        yield _opened(text, cues[0], None, None)
        return
    cues = _dated(text.words, cues)
    cues = _ranged(text.words, cues)
    held: DayCue | None = None
    meant: DayCue | None = None
    listed: DayCue | None = None
    named: list[DayCue] = []
    for cue in cues:
        if held is None:
            held = _opened(text, cue, None, None)
            continue
        joined = _join(text.words, held, cue)
        if joined is None:
            if held.days or held.bound:
                meant, listed = held, _with_those_before(text, held, listed)
            yield held
            named.append(held)
        held = joined or _opened(text, remaining(text, of_both(text, cue, named), named), meant, listed)
    if held is not None:
        yield held


def _dated(words: tuple[str, ...], cues: Sequence[DayCue]) -> Sequence[DayCue]:
    """Merge "Saturday the 4th" before ranges are: "Saturday the 4th through Thursday the 9th"."""
    found: list[DayCue] = []
    for cue in cues:
        last = found[-1] if found else None
        between = words[last.last + 1 : cue.first] if last else ("",)
        if last and between in _BEFORE_DATE and _is_of(cue, "monthday", "day") and _is_of(last, "weekday"):
            found[-1] = DayCue(last.first, cue.last, cue.days)
        else:
            found.append(cue)
    return found


def _is_of(cue: DayCue, *kinds: str) -> bool:
    return bool(cue.days) and any(kind in kinds for kind, _ in cue.days or ()) and cue.bound is None


def _ranged(words: tuple[str, ...], cues: Sequence[DayCue]) -> Sequence[DayCue]:
    """Merge "Thursday to Saturday" before lists are: "Monday, Thursday to Saturday"."""
    if _RANGES.isdisjoint(words) and "between" not in words:
        return cues
    found: list[DayCue] = []
    for cue in cues:
        last = found[-1] if found else None
        between = words[last.last + 1 : cue.first] if last else ()
        is_range = len(between) == 1 or (len(between) == 2 and between[1] == "the")
        if (
            last
            and last.days
            and cue.days
            and is_range
            and (between[0] in _RANGES or _spans(words, last, cue))
        ):
            days = span_of(last.days, cue.days)
            bound = Bound("up to", cue.days, last.days) if days is None and len(cue.days) == 1 else None
            found[-1] = DayCue(last.first, cue.last, days, bound=bound, is_list=True)
        else:
            found.append(cue)
    return found


def _spans(words: tuple[str, ...], one: DayCue, other: DayCue) -> bool:
    """Whether "between Monday and Friday" opens a clause about all of those days: "…, the highs run …"."""
    at = one.first - 1 - (words[max(0, one.first - 1)] == "the")
    if at < 0 or words[at] != "between" or words[one.last + 1] != "and":
        return False
    opener = words[at - 1] if at else "."
    behind = words[other.last + 1 : other.last + 3]
    behind = behind[1:] if behind[:1] == (",",) else behind
    return not opener.isalpha() and not _SPANNED.isdisjoint(behind[:1])


def _with_those_before(text: Text, cue: DayCue, before: DayCue | None) -> DayCue:
    """Return the cue with the days named before it in its sentence: all of them are "those days"."""
    if before is None or not before.days or not cue.days or cue.is_list:
        return cue
    is_near = text.sentence_number(before.first) == text.sentence_number(cue.first)
    return cue._replace(days=before.days | cue.days) if is_near else cue


def _join(words: tuple[str, ...], held: DayCue, cue: DayCue) -> DayCue | None:
    """Return two cues as one where only a comma, an "and" or a "to" stands between them."""
    between = words[held.last + 1 : cue.first]
    if (
        words[cue.first] in _VERBS
        and between == ()
        and (cue.days or frozenset()) < (held.days or frozenset())
    ):
        return cue._replace(first=held.first)
    if not cue.days or len(between) > 3 or cue.days == held.days or words[cue.first] in _VERBS:
        return None
    if words[held.last] in ("days", "later") and not held.is_list:
        return None
    if held.is_list and between == (",",) and cue.days <= (held.days or frozenset()):
        return None
    if words[held.first] == "that" or words[held.last] == "between" or between == (",", "for"):
        return None
    if between == (",",) and words[max(0, held.first - 2) : held.first] in _HELD_BESIDE:
        return None
    if between == (",",) and words[cue.last].endswith("'s") and held.days == PRESENT:
        return None
    if not held.days:
        return _excepted(between, held, cue)
    if len(between) > 2 and between != ("and", "again", "on"):
        return None
    if {kind for kind, _ in held.days} == {"nth"} and cue.is_list:
        return None
    if between in ((",", "and"), ("and",), (",",)) and _are_two_clauses(words, held, cue):
        return None
    if not all(word in _JOINS or word in ("the", "on", "of", "for", "in", "again") for word in between):
        return None
    names_date_of_it = {kind for kind, _ in held.days} == {"weekday"} and all(
        k != "weekday" for k, _ in cue.days
    )
    if names_date_of_it and between in ((), (",",), (",", "the"), ("the",)):
        return DayCue(held.first, cue.last, cue.days)
    return DayCue(held.first, cue.last, held.days | cue.days, is_list=between not in _EITHER)


def _are_two_clauses(words: tuple[str, ...], held: DayCue, cue: DayCue) -> bool:
    """Whether one day closes a clause and the next opens one: "rain Wednesday, and Thursday mainly clear"."""
    if not held.first or cue.last + 1 >= len(words):
        return False
    is_dated = "," in words[cue.first : cue.last]
    verb = words[cue.last + 1 + (is_dated and words[cue.last + 1] == ",") :][:1]
    if verb and verb[0] in SINGULAR:  # also behind a date: "and Wednesday, October 1, is clear"
        return words[held.first - 1] != "of" or words[held.last + 1] == ","
    if words[held.first - 1] not in SKY_WORDS:
        return False
    return words[cue.last + 1] in SKY_WORDS or words[cue.last + 1] in _PREDICATES


_HOLDING: Final = frozenset(("hold", "holds", "holding", "stay", "stays", "tarry"))
_SOMEONE: Final = word_set("you you'll shall will thou one he she they i we will")


def _excepted(between: tuple[str, ...], held: DayCue, cue: DayCue) -> DayCue | None:
    """Return "every day but Tuesday" as one cue, and "but Tuesday and Wednesday" likewise."""
    if held.bound is None and between in _BUT:
        return DayCue(
            held.first, cue.last, None, bound=Bound("except", cue.days or frozenset()), is_list=True
        )
    if held.bound is not None and held.bound.side == "except" and set(between) <= _JOINS | {"the", "on"}:
        days = held.bound.days | (cue.days or frozenset())
        if days == held.bound.days:
            return None
        return DayCue(held.first, cue.last, None, bound=Bound("except", days), is_list=True)
    return None


def _of_those(words: tuple[str, ...], cue: DayCue, listed: DayCue | None) -> DayCue:
    """Return "those days" as the days named before, if they are as many as it says."""
    if listed is None or words[cue.first] not in _THOSE:
        return cue
    number = _NUMBERS.get(words[cue.first + 1])
    if number is not None and len(listed.days or ()) != number:
        return cue
    return cue._replace(days=listed.days, bound=listed.bound, is_list=True)


def _is_excepted(words: tuple[str, ...], cue: DayCue) -> bool:
    """Whether a day is left out: "no snow except on Wednesday", "in the fifties all week save Thursday"."""
    at = cue.first - 1
    while at > 0 and words[at] in _LEADING:
        at -= 1
    at -= words[at] == "from" and words[at - 1] in _FROM
    at -= words[max(0, at - 1) : at + 1] == ("other", "than")
    if at < 0 or words[at] not in _EXCEPT:
        return False
    if at == 0 or words[at - 1] in _CLAUSE_ENDS:
        is_left = words[at] not in ("but", "save") or words[at + 1] == "for"
        behind = words[cue.last + 1 : cue.last + 3]
        return (
            is_left and behind[:1] in _PARTED and WEEKDAY.keys().isdisjoint(behind if "," in behind else ())
        )
    if not _NONE.isdisjoint(words[max(0, at - 6) : at]) and words[at] not in _FROM:
        return True
    is_aside = words[at] == "but" and not words[at - 1].isalpha()
    if is_aside or words[at - 1] in _PURPOSE or words[cue.last].endswith("'s"):
        return False
    before = words[max(0, at - _SPAN_REACH) : at]
    stop = max((k for k, word in enumerate(before) if word in (".", "!", "?", ";")), default=-1)
    return not _SPANNING.isdisjoint(before[stop + 1 :])


def _opened(text: Text, cue: DayCue, meant: DayCue | None, listed: DayCue | None) -> DayCue:
    """Return the cue as the end of a stretch where it is one: "until Friday", "from Tuesday on".

    `meant` is the cue of certain days before it (a stretch begins with them), `listed` all of its sentence.
    """
    words = text.words
    if not cue.days:
        return _thence(words, cue, meant, listed)
    if words[cue.first][-1] != "s":
        cue = _counted_within(text, cue, meant if meant is not None and meant.is_list else listed)
    days = cue.days or frozenset()
    before = words[cue.first - 1] if cue.first else ""
    if before == "the" and cue.first > 1:
        before = words[cue.first - 2]
    after = words[cue.last + 1] if cue.last + 1 < len(words) else ""
    if _is_excepted(words, cue):
        return DayCue(cue.first, cue.last, None, bound=Bound("except", days), is_list=True)
    if before in _UP_TO or (before == "to" and words[cue.first - 2] in _ALL_THE_WAY):
        bound = Bound("up to", days, _since(text, cue, meant))
        return DayCue(cue.first, cue.last, None, bound=bound, is_list=True)
    if before in _UNTIL and (
        _is_put_off(words[max(0, cue.first - 7) : cue.first]) or _is_held_off(words, cue)
    ):
        return cue
    if before in _UNTIL and not words[cue.last].endswith("'s") and words[max(0, cue.first - 2)] != "day":
        is_whole = words[cue.last + 1 : cue.last + 3] in _PAST
        bound = Bound("up to" if is_whole else "until", days, _since(text, cue, meant))
        return DayCue(cue.first, cue.last, None, bound=bound, is_list=True)
    if after in ("onward", "onwards", "forward") or (before in ("from", "since") and after == "on"):
        return DayCue(cue.first, cue.last, None, bound=Bound("from", days))
    if before in _AFTER and not words[cue.last].endswith("'s"):
        return DayCue(cue.first, cue.last, None, bound=Bound("after", days))
    return cue


def _thence(words: tuple[str, ...], cue: DayCue, meant: DayCue | None, listed: DayCue | None) -> DayCue:
    """Return "after that", "until then" as the days on one side of those meant before, "those" as listed."""
    side = "after" if words[cue.first] in HENCE else THENCE.get(words[cue.first])
    if side is None or meant is None:
        return _of_those(words, cue, listed)
    if meant.bound is None:
        return cue._replace(bound=Bound(side, meant.days or frozenset()))
    is_from_it = side == "after" and meant.bound.side == "until"
    return cue._replace(bound=Bound("from" if is_from_it else side, meant.bound.days))


def _since(text: Text, cue: DayCue, meant: DayCue | None) -> frozenset[Atom]:
    """Return the days that a stretch up to a cue begins with: those meant before it in its sentence."""
    if meant is None or text.sentence_number(meant.first) != text.sentence_number(cue.first):
        return frozenset()
    if meant.bound is not None and meant.bound.side == "from":
        return meant.bound.days
    return meant.days or frozenset()


def _is_put_off(before: tuple[str, ...]) -> bool:
    """Whether somebody puts something off till the day that these words lead up to."""
    if not _PUTTING_OFF.isdisjoint(before):
        return True
    if "off" in before and not _PUTTING.isdisjoint(before):
        return True
    return before[-1] in ("till", "until") and not _KEEPING_FOR.isdisjoint(before)


def _is_held_off(words: tuple[str, ...], cue: DayCue) -> bool:
    """Whether somebody holds off to a day and then meets what is told: "hold off until Friday you'll …"."""
    is_holding = not _HOLDING.isdisjoint(words[max(0, cue.first - 4) : cue.first])
    return is_holding and not _SOMEONE.isdisjoint(words[cue.last + 1 : cue.last + 2])


def _counted_within(text: Text, cue: DayCue, listed: DayCue | None) -> DayCue:
    """Return "the first", "the second" as one of the days listed before, or of the whole forecast."""
    among = (listed.days if listed is not None else None) or frozenset()
    if len(among) < 2 or "day" in text.words[cue.first : cue.last + 1]:
        return cue
    days = cue.days or frozenset()
    is_one = len(days) == 1 and all(kind == "nth" for kind, _ in days)
    return cue._replace(days=days | among) if is_one else cue
