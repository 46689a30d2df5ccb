"""The mock's user messages: the wish of a turn in many frames, typed in the manner the plan gives.

A wish is a clause ("whether the washing can go out in Leeds"), a thing ("the latitude of Quito") or one of
the short moves of a later turn ("corrects the day: meant was Friday").
"""

import re
from typing import Final

from scripts.mock_pen import Grammar, Pen
from scripts.plain_words import find_form, plain_form, plain_words
from scripts.request_notes import Notes, TurnNotes

MESSAGES: Final[Grammar] = {
    "clause": (
        "can you tell me {wish}?",
        "could you tell me {wish}?",
        "I need to know {wish}.",
        "I'd like to know {wish}.",
        "do you know {wish}?",
        "any idea {wish}?",
        "please tell me {wish}.",
        "I'm wondering {wish}.",
        "can you check {wish}?",
        "could you check {wish} for me?",
        "would you know {wish}?",
        "mind telling me {wish}?",
        "can you find out {wish}?",
        "let me know {wish}, please.",
        "what I need to know is {wish}.",
        "my question is {wish}.",
        "tell me {wish}, would you?",
        "I have to find out {wish}.",
        "help me work out {wish}.",
        "trying to work out {wish}.",
        "I can't tell {wish}, can you?",
        "would you look up {wish}?",
        "I'd be glad to hear {wish}.",
        "someone has to tell me {wish}.",
        "I keep asking myself {wish}.",
        "it would help to know {wish}.",
        "just need to know {wish}.",
        "could I ask {wish}?",
        "nobody here can say {wish}, can you?",
        "can you say {wish}?",
        "I was going to ask {wish}.",
        "quick question, {wish}?",
        "I'd love to know {wish}.",
        "what's your word on {wish}?",
        "it all depends on {wish}.",
        "I haven't a clue {wish}, any help?",
        "would be good to know {wish}.",
        "so, {wish}?",
    ),
    "thing": (
        "can you give me {wish}?",
        "could I have {wish}?",
        "I need {wish}.",
        "I'd like {wish}, please.",
        "please look up {wish}.",
        "{wish}, please.",
        "can you get me {wish}?",
        "I'm after {wish}.",
        "would you find {wish} for me?",
        "do you have {wish}?",
        "I'm looking for {wish}.",
        "what I need is {wish}.",
        "any chance of {wish}?",
        "got {wish}?",
        "help me with {wish}?",
        "could you do {wish}?",
    ),
    "choice": (
        "{pair}{when}: {question}?",
        "{question}{when}, {pair}?",
        "between {both}, {question}{when}?",
        "settle this for me: {question}{when}, {pair}?",
        "here's a choice: {pair}. {question}{when}?",
        "I'm torn between {both}. {question}{when}?",
        "we can't agree about {both}: {question}{when}?",
        "comparing {both}{when}, {question}?",
        "be the judge of {both}: {question}{when}?",
        "I need a verdict on {both}. {question}{when}?",
        "say it's {pair}{when}, {question}?",
        "take {both}. {question}{when}?",
        "of {both}, {question}{when}?",
        "it's down to {pair}, so {question}{when}?",
        "{both} side by side{when}: {question}?",
        "tell me {question}{when}, {pair}.",
        "I'd like to know {question}{when}, {pair}.",
        "can you say {question}{when}, {pair}?",
    ),
    "doing": (
        "can you help with {wish}?",
        "I need a hand with {wish}.",
        "help me with {wish}, please.",
        "are you any good at {wish}?",
        "I'm stuck on {wish}, can you help?",
        "how about {wish}?",
        "could you do some {wish}?",
        "I could use some help with {wish}.",
    ),
    "again": (
        "does it work now?",
        "and now, any luck?",
        "can you try once more?",
        "is it back yet?",
        "have another go, please.",
        "could you look again?",
        "how about now?",
        "me again, does it answer by now?",
        "right, shall we try that again?",
        "waited a bit. Any better?",
        "let's try once more.",
        "I'm back, is it working?",
        "one more try?",
        "any news from it yet?",
        "would you give it another try?",
        "so, is it up again?",
    ),
    "and_clause": (
        "and {wish}?",
        "thanks, and {wish}?",
        "right, and can you tell me {wish}?",
        "ok, and do you know {wish}?",
        "good to know. And {wish}?",
        "then tell me {wish}.",
        "next thing: {wish}?",
        "one more, {wish}?",
        "now I'd like to know {wish}.",
        "and could you say {wish}?",
        "fine. Any idea {wish}?",
        "that helps. And {wish}?",
        "which leaves me asking {wish}.",
        "hm, {wish} though?",
        "I suppose I should ask {wish}.",
        "what about {wish}?",
    ),
    "and_thing": (
        "and {wish}?",
        "thanks. And {wish}?",
        "could I have {wish}?",
        "{wish}, please.",
        "now {wish}.",
        "can you give me {wish}?",
        "ok, and {wish}?",
        "what about {wish}?",
        "one more thing, {wish}?",
        "I'd need {wish}.",
        "got {wish} too?",
        "let's have {wish}.",
        "and now {wish}?",
        "{wish} as well?",
    ),
    "answer": (
        "{wish}",
        "{wish}.",
        "oh, {wish}.",
        "sorry, {wish}.",
        "{wish}, sorry.",
        "it's {wish}.",
        "{wish}, of course.",
        "ah right, {wish}.",
        "I mean {wish}.",
        "{wish}, I should have said.",
        "{wish} it is.",
        "let's say {wish}.",
    ),
    "compare": (
        "and how does {wish} compare?",
        "how does {wish} compare with that?",
        "what about {wish}, by comparison?",
        "and {wish}, set against that?",
        "would {wish} be any better?",
        "then {wish}, how does that compare?",
        "and against {wish}?",
        "how is {wish} doing next to that?",
        "next to that, what about {wish}?",
        "I'd want {wish} to compare it with.",
    ),
    "correction": (
        "no, I meant {wish}.",
        "sorry, I meant {wish}.",
        "wait, {wish} is what I meant.",
        "{wish}, I meant.",
        "oops, I meant {wish}.",
        "my mistake, {wish}.",
        "not that one: {wish}.",
        "hang on, it should be {wish}.",
        "actually {wish}.",
        "I should have said {wish}.",
        "make that {wish}.",
        "ah no, {wish}, please.",
    ),
    "reason": (
        "it's about {occasion}.",
        "this is for {occasion}.",
        "I'm asking because of {occasion}.",
        "it has to do with {occasion}.",
        "the reason is {occasion}.",
        "on my mind: {occasion}.",
        "what's at stake is {occasion}.",
        "the plan: {occasion}.",
        "coming up: {occasion}.",
        "I've got this to think of: {occasion}.",
        "it's all about {occasion}.",
        "what I have in front of me is {occasion}.",
    ),
    "greeting": (
        *("hi,", "hello,", "hey,", "good day,", "hi there,", "hello there,", "morning,", "evening,", "hiya,"),
        *("excuse me,", "dear Weatherman,", "hey Weatherman,"),
    ),
    "thanks": (
        *("thanks!", "thank you.", "cheers.", "many thanks.", "thanks a lot.", "much obliged.", "ta!"),
        *("thanks in advance.", "thank you kindly.", "appreciated.", "grateful for any help."),
    ),
}
"""Frames for the kinds of wishes, and what may stand around them."""

_CLAUSE: Final = re.compile(r"(?:at |in |from )?(?:what|whether|how|which|who|whose|where|when|why|if)\b")
_MOVES: Final = (
    (re.compile(r"corrects the \w+: (.+), was meant"), "correction"),
    (re.compile(r"corrects the \w+: meant was (.+)"), "correction"),
    (re.compile(r"(?:answers|says|names|gives|settles)\b[^:]*: (.+)"), "answer"),
)
"""Wishes that are moves of a talk rather than questions, and the frames for them."""

_SAME_PLACE: Final = re.compile(r"the same place: ")
_MORE_ABOUT: Final = re.compile(r"more about (.+?): (.+)")
_COMPARES: Final = re.compile(r"how (?:in |at |on )?(.+?) compares(?: with that)?: .+")
_AGAIN: Final = re.compile(r"(?:asks|wants|tries|comes)\b")
_PAIR: Final = re.compile(
    r"(?P<pair>.+? or .+?)(?:, (?P<when>[a-z\d][^:]*))?: (?P<question>(?:which|who|whose|where)\b.*)"
)
_DOING: Final = re.compile(r"(?!something|anything|nothing)\w+ing\b")
_TYPED: Final = re.compile(r', typing it "([^"]+)"')
_NOTE: Final = re.compile(r" \([^)]*\)|; .*|, without saying where")
_BOUND: Final = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|today|tonight|tomorrow|"
    r"yesterday|week\w*|weekend|day\w*|\w+day|morning|noon|midday|afternoon|evening|night\w*|overnight|month\w*|"
    r"year\w*|summer|winter|spring|autumn|rain\w*|snow\w*|hour\w*|minutes?|there|they|he|she|it)\b",
    re.IGNORECASE,
)
"""Words of an occasion that might be taken for a day or a figure, or have nothing to refer to."""

REASON_SHARE: Final = 0.55
GREETING_SHARE: Final = 0.12


def write_message(turn: TurnNotes, notes: Notes, first: bool, pen: Pen) -> str:
    """Return what the person types for a turn, with every mention that the turn requires."""
    asked = _asked(turn.wish, first, pen)
    reason = _reason(notes.occasion, pen) if first else ""
    message = _typed(asked, reason, turn.wish, notes.typing if first else _brief(notes.typing), pen)
    words = plain_words(message)
    missing = [
        forms[0]
        for forms in turn.must_name
        if all(find_form(words, plain_form(form)) is None for form in forms)
    ]
    return " ".join([message, *(pen.draw(ADDED).format(form=form) for form in missing)])


REWORDED: Final = {
    "what the weather is like": (
        *("what it's doing outside", "how the weather is", "what sort of weather there is"),
        *("how things look outside", "what you'd meet outdoors", "what the weather's up to"),
    ),
    "what it is like outside": (
        *("how it is outdoors", "what the outdoors is like", "how things are outside"),
        *("what it's like out", "what one would walk out into"),
    ),
    "what the forecast is": (
        *("what's forecast", "what the forecast says", "what they forecast", "how the forecast looks"),
        *("what is predicted", "what the outlook is"),
    ),
    "what the weather will be": ("what weather to expect", "what's ahead weather-wise", "how it'll turn out"),
    "how windy and how wet it is": ("how wet and windy it is", "how blowy and wet it is", "how rough it is"),
    "how strong the wind is": ("how much wind there is", "what the wind is doing", "how hard it's blowing"),
    "how strong the wind will be": (
        "how much wind is coming",
        "how hard it will blow",
        "what wind to expect",
    ),
    "whether it is raining": (
        "if it's raining",
        "whether there's rain",
        "if there is any rain",
        "if it's wet out",
    ),
    "how likely it is to be wet": ("how wet it might get", "what the odds of rain are", "if rain is likely"),
    "how warm it is": ("what the temperature's like", "how warm it's got", "what sort of warmth there is"),
    "which of the two is warmer, and by how much": (
        *("where it's warmer, and by how much", "which is the warmer one, and what's the gap"),
        *("who gets the warmth, and by what margin", "which is ahead in warmth, and how far"),
    ),
    "which of the two is": ("which is", "which one is", "which of them is", "which place is"),
    "the temperatures just given": (
        *("those temperatures", "the same figures", "all that", "the same", "that again", "those figures"),
        *("the temperatures again", "what you just told me", "these temperatures", "that answer"),
    ),
    "what time it is": ("what the clock says", "what hour it is", "what the time is", "how late it is"),
    "which of those days": (
        "which day",
        "which one of the days",
        "out of those days, which",
        "which of them",
    ),
    "what is to come there": ("what's coming there", "what follows there", "what lies ahead there"),
}
"""What many people want to know, in other words."""

_OFTEN: Final = re.compile("|".join(REWORDED))

ADDED: Final = ("({form})", "({form}, that is)", "- {form}", "({form} I mean)")
"""How a mention is added that the wish did not bring along."""


def _asked(wish: str, first: bool, pen: Pen) -> str:
    for move, table in _MOVES:
        if found := move.fullmatch(wish):
            return pen.sentence(table, wish=_plain(found[1]))
    wish = _SAME_PLACE.sub("", wish)
    if found := _COMPARES.fullmatch(wish):
        return pen.sentence("compare", wish=_plain(found[1]))
    if _AGAIN.match(wish):
        return pen.sentence("again")
    if found := _MORE_ABOUT.fullmatch(wish):
        wish = f"{found[2]} {found[1] if found[1] == 'tomorrow' else 'on ' + found[1]}"
    wish = _reworded(_plain(wish), pen)
    if _DOING.match(wish):
        return pen.sentence("doing", wish=wish)
    if found := _PAIR.fullmatch(wish):
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
    if not purpose or _BOUND.search(purpose) or not pen.chance(REASON_SHARE):
        return ""
    return pen.sentence("reason", occasion=purpose)


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
    for sign, change in HABITS:
        if sign in typing:
            message = change(message)
    return message


def _greeted(parts: list[str], wish: str, pen: Pen) -> str:
    text = " ".join(part for part in parts if part)
    if not _KEEPS_CAPITAL.match(text) and not text.startswith(wish.partition(" ")[0]):
        text = text[:1].lower() + text[1:]
    return f"{pen.sentence('greeting')} {text}"


_KEEPS_CAPITAL: Final = re.compile(r"I\b")
_STRUNG: Final = re.compile(r"\. (?!I\b)([A-Za-z])")

HABITS: Final = (
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
