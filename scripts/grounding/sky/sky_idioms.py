"""Figures of speech that claim a sky as plainly as its names do: "raining pitchforks", "in for a soaking".

Each is known by one word of its own and told by those beside it; the same word elsewhere claims nothing.
"""

from collections.abc import Callable
from typing import Final

from scripts.grounding.stances.other_senses import subject_of
from scripts.grounding.text import word_list, word_set
from scripts.grounding.words import sky_words as w
from scripts.grounding.words.sky_words import Term

_MASSES: Final = Term("masses", w.DOWNPOUR.agrees | {73, 75, 85, 86}, w.DOWNPOUR.refutes, "any")
_PATTER: Final = Term("a patter", (w.LIGHT | w.MODERATE) & w.LIQUID, frozenset(), "rain")
_DUSTING: Final = Term("a dusting", w.FROZEN - {75, 86}, w.FROZEN, "snow")
_SPRINKLE: Final = Term("a sprinkle", w.DRIZZLE.agrees, w.LIQUID, "rain")
_SPITTING: Final = Term("spitting", w.DRIZZLE.agrees, w.LIQUID, "rain")
_WHITE: Final = Term("white", w.FROZEN | {48}, w.FROZEN, "snow")
_THICK: Final = Term("thick air", w.FOGGY | w.HEAVY, w.FOGGY)

_IN_MASSES: Final = word_list(
    "buckets bucketfuls bucketloads sheets pitchforks cats rods stair ropes cataracts barrels tubfuls "
    "ramrods pailfuls bucketful bucketload shovelful shovelfuls"
)
_THROWING: Final = word_list(
    "chucking chucks tipping tips lashing lashes sheeting hosing hammering throwing siling stotting belting "
    "hurling slinging pissing"
)
_DRENCHINGS: Final = word_list("soaking dousing sousing ducking wetting washout sogging")
_DRENCHED: Final = word_list("dripping drenched soaked sopping waterlogged streaming")
_WEEPING: Final = word_list("weeping crying leaking sobbing weeps leaks sobs")
_MARKS: Final = word_list("blemish wrinkle smudge smear stain flaw blot")
_SPITS: Final = word_list("spitting spits sprinkling sprinkles sprinkle spit")

IDIOMS: Final[dict[str, Term]] = {
    **dict.fromkeys(_IN_MASSES, _MASSES),
    "patter": _PATTER,
    "pattering": _PATTER,
    "dusting": _DUSTING,
    **dict.fromkeys(_THROWING, w.DOWNPOUR),
    "opened": w.DOWNPOUR,
    "open": w.DOWNPOUR,
    **dict.fromkeys(_DRENCHINGS, w.WETNESS),
    **dict.fromkeys(_DRENCHED, w.WETNESS),
    **dict.fromkeys(_WEEPING, w.RAIN),
    **dict.fromkeys(_SPITS, _SPITTING),
    "sprinkle": _SPRINKLE,
    "sprinkles": _SPRINKLE,
    "precipitation": w.WETNESS,
    **dict.fromkeys(_MARKS, w.BARE),
    "seek": w.MIXED,
    "peekaboo": w.MIXED,
    **dict.fromkeys(("melting", "melts"), w.THAW),
    **dict.fromkeys(("dries", "drying"), w.DRY),
    "pour": w.DOWNPOUR,
    "gutters": w.WETNESS,
    "white": _WHITE,
    "soup": _THICK,
}
"""What each idiom claims, by the word that it is known by."""

_COMING_DOWN: Final = word_set(
    "raining rains rain snow coming comes came come falling falls fell pouring pours descending descends "
    "down water"
)
_ARTICLES: Final = word_set(
    "a an another the good thorough proper regular right real fine sound steady total complete utter whole "
    "perfect general second sure certain fair solid honest handsome"
)
_AHEAD: Final = word_set("in down due set booked slated marked scheduled bound fixed")
_BRINGING: Final = word_set(
    "get gets bring brings promise promises give gives deliver delivers expect expects is be means offers "
    "threatens has gives catches faces sees receives earns"
)
_NAMED_COVERS: Final = word_set("blanket coat mantle sheet cloak carpet layer dusting quilt")
_A_LITTLE: Final = word_set(
    "a an the few light lightest odd brief occasional passing stray single no of gentle gentlest faint "
    "faintest soft mere slight slightest little"
)
_IT: Final = word_set("it it's it'll is still keeps started just only barely merely")
_BEFORE_VERB: Final = word_set("to will shall may might could would it'll and")
_POURERS: Final = word_set("it it'll heavens sky skies rain")
_RUNNING: Final = word_set(
    "running run singing sing overflowing overflow brimming roaring spouting streaming gurgling laughing "
    "flowing"
)
_MELTED: Final = word_set("snow ice puddles icicles eaves drifts frost snowbanks slush")
_AT_ALL: Final = word_set(
    "at expected falling in on today now right whatever whatsoever to reported and or forecast this "
    "currently tonight tomorrow until with over through"
)
_NOT_A: Final = tuple((no, "a") for no in ("hasn't", "isn't", "not", "without", "never"))
_VISITING: Final = word_set("visits comes arrives awaits falls follows waits descends threatens")
_WHAT_DRIES: Final = w.FINE_SPANS | {"it", "it's"}
_WHAT_WEEPS: Final = w.SKY_NOUNS | {"clouds"}
_PIECES: Final = word_set("of the on over with salt sand some your a an it")


Near = tuple[str, ...]


def idiom_at(words: tuple[str, ...], i: int) -> tuple[Term, int, int] | None:
    """Return what the idiom known by token i claims, with its first and last token; None where it is none."""
    word = words[i]
    before, after = words[max(0, i - 5) : i], words[i + 1 : i + 4]
    if not _TELLS.get(word, _is_falling_so)(words, i, before, after):
        return None
    first = i - 1 - (before[-1:] == ("a",)) if word in _MARKS else i
    return IDIOMS[word], first, i + (word in _THROWING)


def _is_drenching_to_come(words: Near, i: int, before: Near, after: Near) -> bool:
    is_coming = before[-1:] != () and before[-1] in _ARTICLES and not _VISITING.isdisjoint(after[:1])
    return is_coming or _is_drenching(before)


def _is_in_masses(words: Near, i: int, before: Near, after: Near) -> bool:
    is_whole = words[i] not in ("cats", "stair") or after[:1] in (("and",), ("rods",))
    return is_whole and not _COMING_DOWN.isdisjoint(before[-4:])


def _is_thrown(words: Near, i: int, before: Near, after: Near) -> bool:
    return after[:2] == ("it", "down") or _is_it_down(before, after)


def _are_heavens_open(words: Near, i: int, before: Near, after: Near) -> bool:
    return not {"heavens", "floodgates"}.isdisjoint(before[-3:])


def _is_unmarked(words: Near, i: int, before: Near, after: Near) -> bool:
    is_none = before[-2:] in _NOT_A or before[-1:] in (("no",), ("nary",))
    return is_none and not w.SKY_NOUNS.isdisjoint((*words[max(0, i - 9) : i], *after))


def _is_of_sun(words: Near, i: int, before: Near, after: Near) -> bool:
    return not {"sun", "sunshine"}.isdisjoint(words[max(0, i - 6) : i])


def _is_melting(words: Near, i: int, before: Near, after: Near) -> bool:
    is_plain = after[:2] != ("down", "a") and before[-1:] != ("and",)
    return is_plain and not _MELTED.isdisjoint(before[-3:])


def _is_drying(words: Near, i: int, before: Near, after: Near) -> bool:
    is_up = after[:1] in (("up",), ("out",), ("off",), ("by",), ("on",))
    return is_up and not _WHAT_DRIES.isdisjoint(before[-2:])


def _is_no_precipitation(words: Near, i: int, before: Near, after: Near) -> bool:
    is_none = before[-1:] in (("no",), ("without",), ("nor",))
    return is_none and not (bool(after) and after[0].isalpha() and after[0] not in _AT_ALL)


def _is_drenched(words: Near, i: int, before: Near, after: Near) -> bool:
    is_day = subject_of(words, i) in w.FINE_SPANS or before[-1:] == ("comes",)
    return is_day and after[:1] not in (("with",), ("in",), ("by",))


def _is_weeping(words: Near, i: int, before: Near, after: Near) -> bool:
    return not _WHAT_WEEPS.isdisjoint(before[-4:])


def _is_pouring(words: Near, i: int, before: Near, after: Near) -> bool:
    is_to = before[-1:] != () and before[-1] in _BEFORE_VERB and not _POURERS.isdisjoint(before)
    return is_to and _PIECES.isdisjoint(after[:1]) and after[:1] not in (("out",),)


def _are_running(words: Near, i: int, before: Near, after: Near) -> bool:
    return not _RUNNING.isdisjoint(after)


def _is_cover(words: Near, i: int, before: Near, after: Near) -> bool:
    is_cover = before[-1:] == ("of",) and before[-2:-1] != () and before[-2] in _NAMED_COVERS
    return is_cover and not (bool(after) and after[0].isalpha() and after[0] in w.TERMS)


def _is_of_peas(words: Near, i: int, before: Near, after: Near) -> bool:
    return before[-1:] == ("pea",) and "as" in before


def _is_falling_so(words: Near, i: int, before: Near, after: Near) -> bool:
    """Whether what falls a little is named or falls: "a sprinkle", "it is spitting"."""
    is_noun = before[-1:] != () and before[-1] in _A_LITTLE and after[:1] != ("of",)
    is_verb = before[-2:] in (("it", "is"), ("it", "will")) or before[-1:] in (("it",), ("it's",))
    is_verb = is_verb or (before[-1:] != () and before[-1] in _IT and not {"it", "it's"}.isdisjoint(before))
    return is_noun or (is_verb and _PIECES.isdisjoint(after[:1]))


_TELLS: Final[dict[str, Callable[[Near, int, Near, Near], bool]]] = {
    **dict.fromkeys(_DRENCHINGS, _is_drenching_to_come),
    **dict.fromkeys(_IN_MASSES, _is_in_masses),
    **dict.fromkeys(_THROWING, _is_thrown),
    **dict.fromkeys(("opened", "open"), _are_heavens_open),
    **dict.fromkeys(_MARKS, _is_unmarked),
    **dict.fromkeys(("seek", "peekaboo"), _is_of_sun),
    **dict.fromkeys(("melting", "melts"), _is_melting),
    **dict.fromkeys(("dries", "drying"), _is_drying),
    "precipitation": _is_no_precipitation,
    **dict.fromkeys(_DRENCHED, _is_drenched),
    **dict.fromkeys(_WEEPING, _is_weeping),
    "pour": _is_pouring,
    "gutters": _are_running,
    "white": _is_cover,
    "soup": _is_of_peas,
}
"""By its word, whether an idiom is meant: told by the words, the token, and those before and behind it."""


def _is_drenching(before: tuple[str, ...]) -> bool:
    """Whether a drenching is what a day is or brings: "down for a soaking", "promises a good ducking"."""
    k = len(before)
    while k and before[k - 1] in _ARTICLES:
        k -= 1
    if k == len(before) or not k:
        return False
    if before[k - 1] == "for":
        return k > 1 and before[k - 2] in _AHEAD
    return before[k - 1] in _BRINGING


def _is_it_down(before: tuple[str, ...], after: tuple[str, ...]) -> bool:
    return after[:1] == ("down",) and before[-1:] != () and before[-1] in _IT
