"""The mock's user messages: the wish of a turn in many frames, typed in the manner the plan gives.

A wish is a clause ("whether the washing can go out in Leeds"), a thing ("the latitude of Quito") or one of
the short moves of a later turn ("corrects the day: meant was Friday").
"""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Final

from scripts.mock.messages import ADDED, REWORDED
from scripts.mock.pen import Pen
from scripts.mock.request_notes import Notes, TurnNotes
from scripts.plain_words import find_form, plain_form, plain_text

_CLAUSE: Final = re.compile(r"(?:at |in |from )?(?:what|whether|how|which|who|whose|where|when|why|if)\b")
_MOVES: Final = (
    (re.compile(r"corrects the \w+: (.+), was meant"), "correction"),
    (re.compile(r"corrects the \w+: meant was (.+)"), "correction"),
    (re.compile(r"(?:answers|says|names|gives|settles)\b[^:]*: (.+)"), "answer"),
)
_MOVES_BEGIN: Final = ("corrects", "answers", "says", "names", "gives", "settles")
"""Wishes that are moves of a talk rather than questions, the frames for them, and how any of them begins."""

_SAME_PLACE: Final = "the same place: "
_MORE_ABOUT: Final = re.compile(r"more about (.+?): (.+)")
_COMPARES: Final = re.compile(r"how (?:in |at |on )?(.+?) compares(?: with that)?: .+")
_AGAIN: Final = re.compile(r"(?:asks|wants|tries|comes)\b")
_PAIR: Final = re.compile(
    r"(?P<pair>.+? or .+?)(?:, (?P<when>[a-z\d][^:]*))?: (?P<question>(?:which|who|whose|where)\b.*)"
)
_DOING: Final = re.compile(r"(?!something|anything|nothing)\w+ing\b")
_TYPED: Final = re.compile(r', typing it "([^"]+)"')
_NOTE: Final = re.compile(r" \([^)]*\)|; .*|, without saying where")
_WORD: Final = re.compile(r"\w+")
_DIGIT: Final = re.compile(r"\d")
_BOUND_WORDS: Final = (
    "one two three four five six seven eight nine ten eleven twelve dozen tonight tomorrow morning noon "
    "afternoon evening overnight summer winter spring autumn minute minutes there they he she it"
)
_BOUND: Final = frozenset(_BOUND_WORDS.split())
_BOUND_BEGIN: Final = ("week", "day", "night", "month", "year", "rain", "snow", "hour")
"""Words of an occasion that might be taken for a day or a figure, or have nothing to refer to, and how more
of them begin; others end on "day"."""

REASON_SHARE: Final = 0.55
GREETING_SHARE: Final = 0.12


def write_message(turn: TurnNotes, notes: Notes, first: bool, pen: Pen) -> str:
    """Return what the person types for a turn, with every mention that the turn requires."""
    asked = _asked(turn.wish, first, pen)
    reason = _reason(notes.occasion, pen) if first else ""
    message = _typed(asked, reason, turn.wish, notes.typing if first else _brief(notes.typing), pen)
    if not turn.must_name:
        return message
    words = plain_text(message)
    missing = [
        forms[0]
        for forms in turn.must_name
        if all(find_form(words, plain_form(form)) is None for form in forms)
    ]
    return " ".join([message, *(pen.draw(ADDED).format(form=form) for form in missing)])


_OFTEN: Final = re.compile("|".join(REWORDED))


def _asked(wish: str, first: bool, pen: Pen) -> str:
    for move, table in _MOVES if wish.startswith(_MOVES_BEGIN) else ():
        if found := move.fullmatch(wish):
            return pen.sentence(table, wish=_plain(found[1]))
    wish = wish.replace(_SAME_PLACE, "")
    if " compares" in wish and (found := _COMPARES.fullmatch(wish)):
        return pen.sentence("compare", wish=_plain(found[1]))
    if _AGAIN.match(wish):
        return pen.sentence("again")
    if found := _MORE_ABOUT.fullmatch(wish):
        wish = f"{found[2]} {found[1] if found[1] == 'tomorrow' else 'on ' + found[1]}"
    wish = _reworded(_plain(wish), pen)
    if _DOING.match(wish):
        return pen.sentence("doing", wish=wish)
    if " or " in wish and (found := _PAIR.fullmatch(wish)):
        when = f" {found['when']}" if found["when"] else ""
        both = " and ".join(found["pair"].rsplit(" or ", 1))
        question = _reworded(found["question"], pen)
        return pen.sentence("choice", pair=found["pair"], both=both, when=when, question=question)
    kind = "clause" if _CLAUSE.match(wish) else "thing"
    return pen.sentence(kind if first else f"and_{kind}", wish=wish)


def _plain(wish: str) -> str:
    """Return a wish without its notes to the writer; a place is spelt as the note says."""
    for slip in _TYPED.findall(wish):
        before = wish.partition(", typing it")[0]
        words = before.split()
        nearest = min(words, key=lambda word: _distance(word, slip))
        wish = before.replace(nearest, slip, 1) + wish.partition(f'"{slip}"')[2]
    return _NOTE.sub("", wish)


def _reworded(wish: str, pen: Pen) -> str:
    """Return a wish with what many ask for said in other words now and then."""
    found = _OFTEN.match(wish)
    if not found:
        return wish
    return pen.draw((found[0], *REWORDED[found[0]])) + wish[found.end() :]


def _distance(word: str, slip: str) -> int:
    """Return how many letters two words do not share: enough to know a misspelt one again."""
    return len(set(word) ^ set(slip)) + abs(len(word) - len(slip))


def _reason(occasion: str, pen: Pen) -> str:
    purpose = occasion.partition(";")[0]
    if not purpose or _is_bound(purpose) or not pen.chance(REASON_SHARE):
        return ""
    return pen.sentence("reason", occasion=purpose)


@lru_cache(maxsize=512)
def _is_bound(purpose: str) -> bool:
    words = _WORD.findall(purpose.lower())
    bound = (word in _BOUND or word.startswith(_BOUND_BEGIN) or word.endswith("day") for word in words)
    return _DIGIT.search(purpose) is not None or any(bound)


def _brief(typing: str) -> str:
    return "" if "greeting" in typing else typing


def _typed(asked: str, reason: str, wish: str, typing: str, pen: Pen) -> str:
    parts = [reason, asked] if "reason first" in typing or pen.chance(0.4) else [asked, reason]
    if "brackets" in typing and reason:
        parts = [asked, f"({reason.rstrip('.')})"]
    if "greeting" in typing:
        parts = [_greeted(parts, wish, pen), pen.sentence("thanks")]
    elif "courteous" in typing or "letter" in typing:
        parts = [*parts, pen.sentence("thanks")]
    elif typing and pen.chance(GREETING_SHARE):
        parts = [_greeted(parts, wish, pen)]
    message = " ".join(part for part in parts if part)
    for change in _changes(typing):
        message = change(message)
    return message


@lru_cache(maxsize=512)
def _changes(typing: str) -> Sequence[Callable[[str], str]]:
    """Return what a way of typing does to a message, one thing after the other."""
    return [change for sign, change in HABITS if sign in typing]


def _greeted(parts: list[str], wish: str, pen: Pen) -> str:
    text = " ".join(part for part in parts if part)
    if not _KEEPS_CAPITAL.match(text) and not text.startswith(wish.partition(" ")[0]):
        text = text[:1].lower() + text[1:]
    return f"{pen.sentence('greeting')} {text}"


_KEEPS_CAPITAL: Final = re.compile(r"I\b")
_STRUNG: Final = re.compile(r"\. (?!I\b)([A-Za-z])")

HABITS: Final[Sequence[tuple[str, Callable[[str], str]]]] = (
    ("dashes", lambda text: text.replace(". ", " - ").replace("? ", "? - ")),
    ("strung together", lambda text: _STRUNG.sub(lambda found: f", {found[1].lower()}", text)),
    ("few commas", lambda text: text.replace(",", "")),
    ("'ok so'", lambda text: f"ok so {text[:1].lower()}{text[1:]}"),
    ("thumb-typed", lambda text: re.sub(r"\byou\b", "u", text)),
    ("'pls'", lambda text: text.replace("please", "pls").replace("thanks", "thx")),
    ("no punctuation", lambda text: re.sub(r"[?!,]|\.(?=\s|$)", "", text)),
    ("exclamation", lambda text: text.rstrip(".?!") + "?!!" if "?" in text[-2:] else text.rstrip(".") + "!!"),
    ("lower case", str.lower),
    ("no full stop", lambda text: text.rstrip(".")),
)
"""Typing habits, by words of their description, and what they do to a message; applied in this order."""
