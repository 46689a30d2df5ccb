"""Which way a word says that something goes: "the wind eases", "rain grows less likely", "dries out"."""

from typing import Final

from scripts.grounding.context import Context
from scripts.grounding.text import word_list, word_set
from scripts.grounding.words.trend_words import COMING, COMPARED, MOVES, OWN, QUALITIES, SPANS, SUBJECTS, Way

_BRUNT: Final = word_set(
    "brunt most least greatest strongest highest lowest heaviest best worst biggest smallest lightest "
    "prize crown palm"
)
"""What is said to fall on a day and does not sink: "the brunt of the wind falls on Friday"."""
_IT: Final = word_set("it they it'll they'll which that these those it's things sky skies air")
_MOVING: Final = word_set(
    "pick picks picking trend trends trending trended tick ticks ticking creep creeps edge edges inch "
    "inches go goes going get gets getting way head heads headed heading look looks dies die lies comes come "
    "steps settle settles settling calm calms calming quiet quiets quieten quietens"
)
_PARTICLES: Final = word_set("up down upward upwards downward downwards")
_WITH: Final = {
    **dict.fromkeys(("dry", "clear"), word_set("up out off steadily gradually")),
    "clouds": word_set("over up"),
    "lets": word_set("up go off"),
    "gives": word_set("up out way"),
    "goes": word_set("away off"),
    "holds": word_set("off"),
    "moves": word_set("in"),
    "wears": word_set("off out itself away thin"),
    "sets": word_set("in"),
}
"""What has to stand behind a word for it to tell of a change."""

_ADJECTIVES: Final = frozenset(("warm", "cool"))
_IS_VERB_AFTER: Final = word_set("will to should it'll they'll may might shall it they")
_ITS: Final = (("its",), ("his",), ("your",), ("the",), ("their",))
"""What stands behind a verb that has an object: "it clears its throat"."""

LOOKING: Final = (("pick",), ("picks",), ("look",), ("looks",), ("picking",), ("looking",))
_SETTLING: Final = word_set("settle settles settling calm calms calming quiet quiets quieten quietens")
_LED: Final = word_set("creeps settles moves comes come")
"""What goes the way that "up" or "down" behind it says."""

_TAKING: Final = (("gradual",), ("steady", "a"))
_BEHIND: Final = word_set(
    ". , ; : ! — – ) as by each every with toward towards through over later late from day and until all on "
    "in to across throughout during it"
)
"""What stands behind a comparative that is said of no noun right there."""

_POURING: Final = word_set("fall falls falling drop drops dropping down up")
"""What rain does without there being the less of it."""
_LIKELIER: Final = {"likelier": 1, "unlikelier": -1}
_HOW_LIKELY: Final = {"more": 1, "less": -1}
_FALLING: Final = word_set("rain rains snow showers shower drizzle storm storms thunder precipitation it")
"""What may grow more or less likely."""

DEGREES: Final = {
    **dict.fromkeys(word_list("stronger brisker stiffer heavier bigger greater larger likelier"), 1),
    **dict.fromkeys(word_list("lighter weaker smaller slimmer slighter fainter slacker unlikelier"), -1),
}
"""Comparatives that go the way of their subject: "the chance grows smaller each day"."""

_NOUNED: Final = word_set("a the any no this that s both")
BACK: Final = 6

_COUNTING: Final = frozenset(("one", "degree", "degrees", "points"))
"""What stands before a comparative that tells by how much one thing differs: "17 degrees cooler in a day"."""


def direction(words: tuple[str, ...], k: int) -> int:
    """Return 1 for a verb of rising, -1 for one of falling, 0 for a word that is no verb here."""
    word = words[k]
    if word in _PARTICLES:
        is_moving = not _MOVING.isdisjoint(words[max(0, k - 2) : k])
        return MOVES[word] if is_moving else 0
    if word in ("higher", "lower") and not {"or", "than", "the"}.isdisjoint(
        (words[k - 1], *words[k + 1 : k + 3])
    ):
        return 0
    if words[k : k + 2] == ("falls", "on") and not _BRUNT.isdisjoint(words[max(0, k - BACK) : k]):
        return 0
    if word in MOVES:
        before = words[k - 1] if k else ""
        is_noun = (before in _NOUNED or before.endswith("'s")) and words[k - 2 : k] != ("on", "the")
        return 0 if is_noun else MOVES[word]
    own = OWN.get(word)
    return own.sign if own is not None and own.of in ("warm", "wind") else 0


def is_compared(words: tuple[str, ...], k: int) -> bool:
    """Whether the word at token k is a comparative: "wetter", "lighter", "less likely"."""
    return (
        words[k] in COMPARED or words[k] in DEGREES or (words[k] == "likely" and words[k - 1] in _HOW_LIKELY)
    )


def _compared_way(words: tuple[str, ...], k: int, first: int) -> Way | None:
    """Return which way a comparative goes, by its subject where that decides: "the wind grows lighter"."""
    word = words[k]
    near = words[max(first, k - BACK) : k]
    if word in _LIKELIER or word == "likely":
        sign = _LIKELIER.get(word) or _HOW_LIKELY[words[k - 1]]
        return Way("chance", sign) if not _FALLING.isdisjoint(words[first:k]) else None
    subject = _subject(near)
    if word in DEGREES:
        is_measured = subject is not None and subject.of in ("wind", "chance", "wet")
        return Way(subject.of, subject.sign * DEGREES[word]) if subject and is_measured else None
    if subject is not None and subject.of == "chance" and COMPARED[word].of == "bad":
        return None
    is_nightly = COMPARED[word].of == "warm" and subject is not None and subject.of == "low"
    return Way("low", COMPARED[word].sign) if is_nightly else COMPARED[word]


def way_said(context: Context, k: int, first: int) -> Way | None:
    """Return what is said at token k to go which way, None where nothing is."""
    words = context.text.words
    word, behind = words[k], words[k + 1 : k + 2]
    is_trend = "trend" in words[k + 1 : k + 3]
    if is_compared(words, k):
        is_closed = is_trend or "trend" in words[first:k] or behind == () or behind[0] in _BEHIND
        is_closed = is_closed or behind == ("and",)
        return _compared_way(words, k, first) if words[k - 1] not in _COUNTING and is_closed else None
    if is_trend:
        return OWN.get(word)
    needed = _WITH.get(word)
    if needed is not None and needed.isdisjoint(behind):
        return None
    if word not in MOVES and (behind in _ITS or words[k - 1] in _NOUNED):
        return OWN[word] if words[k - 2 : k] in _TAKING else None
    if (
        behind
        and word not in OWN
        and (is_compared(words, k + 1) or (word in _LED and behind[0] in _PARTICLES))
    ):
        return None
    if word in _ADJECTIVES and not (_IS_VERB_AFTER | SUBJECTS.keys()).issuperset(words[k - 1 : k]):
        return None
    return _moved(context, k, words[max(first, k - BACK) : k], first)


def _moved(context: Context, k: int, near: tuple[str, ...], first: int) -> Way | None:
    """Return which way a verb has its subject go: a noun before it, the week, or what was asked about."""
    words = context.text.words
    word = words[k]
    subject = _subject(near)
    if word in OWN:
        begin, _ = context.stances.sentence(k)
        is_led = first == begin or OWN[word].of == "wind" or not (_IT | SPANS).isdisjoint(near)
        return _own_way(word, subject) if subject is not None else OWN[word] if is_led else None
    sign = COMING[word] if word in COMING else direction(words, k)
    if not sign or words[k : k + 2] == ("down", "from"):
        return None
    if subject is None and not SPANS.isdisjoint(near) and near[-1:] in LOOKING:
        return Way("bad", -1) if word == "up" else None
    if subject is None:
        return _asked_of(context, sign) if not _IT.isdisjoint(near) and word not in COMING else None
    if subject.of == "bad":
        is_better = (word == "up" and near[-1:] in LOOKING) or (word == "down" and near[-1] in _SETTLING)
        return Way("bad", -1) if is_better else None
    is_pouring = subject.of in ("wet", "grey") and word in _POURING
    return None if is_pouring else Way(subject.of, subject.sign * sign)


def _subject(near: tuple[str, ...]) -> Way | None:
    """Return what the last noun before a verb is of: the chance in "the odds of rain drop"."""
    for at in range(len(near) - 1, -1, -1):
        if near[at] in SUBJECTS and near[at - 1 : at] != ("of",):
            return SUBJECTS[near[at]]
        if near[at] in ("spell", "weather") and near[at - 1 : at] and near[at - 1] in QUALITIES:
            return QUALITIES[near[at - 1]]
    return None


def _own_way(word: str, subject: Way) -> Way | None:
    """Return which way a thing goes by a verb that goes with others as well: "the rain clears"."""
    own = OWN[word]
    if subject.of == "bad" or subject.of == own.of:
        return Way("bad", own.sign) if own.of in ("bad", "grey") and subject.of == "bad" else own
    if own.of == "bad":
        return Way(subject.of, -own.sign) if subject.of in ("high", "low", "warm") else None
    if word in COMING or own.of == "wind":
        return Way(subject.of, subject.sign * COMING.get(word, own.sign))
    return Way(subject.of, own.sign) if own.of == "warm" and subject.of in ("high", "low") else None


def _asked_of(context: Context, sign: int) -> Way | None:
    """Return what the user asked of, where it is one thing that "it" then is."""
    asked = {SUBJECTS[word] for word in context.user.texts[-1].words if word in SUBJECTS}
    if len(asked) != 1:
        return None
    subject = asked.pop()
    return Way(subject.of, subject.sign * sign)
