"""Days and places taken up in their order: "the first … the second", "the one … the other", "the latter"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, TypeVar

from scripts.grounding.facts import Atom
from scripts.grounding.names.named_places import PlaceCue
from scripts.grounding.names.weekdays import order_named
from scripts.grounding.text import Text, Triggers, word_set
from scripts.grounding.words.day_cue import DayCue
from scripts.grounding.words.sky_words import WORDS as SKY_WORDS

_RANKS: Final = {
    "first": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4, "sixth": 5, "seventh": 6, "last": -1,
    "one": 0, "other": 1, "former": 0, "latter": 1,
}  # fmt: skip
TAKING_UP: Final = Triggers(_RANKS)
_FAMILIES: Final = {"one": "either", "other": "either", "former": "pair", "latter": "pair"}
_JOINS: Final = frozenset(("and", ",", "or", "&", "nor"))
_DAYS: Final = frozenset(("days", "nights"))
_OF_DAYS: Final = (("days",), ("nights",), ("day",))
_PARTING: Final = frozenset((",", ";"))
_SOME: Final = frozenset(("some", "light", "heavy", "steady"))
"""What stands before a word for the sky, as in "the first day has fog, the last some rain"."""

_COUNTED: Final = word_set(
    "of day days night nights morning week weeks half part time thing two three four five six seven few "
    "couple weekend forecast coat hour hours minute side hand end is's to who man place stretch leg quarter "
    "evening afternoon dates date month best worst person step rule lesson reason law principle word one "
    "ones sign choice pair spell class rank prize business duty way "
    "extreme foot cities towns city town place places"
)
"""What "the first" or "the other" before it is of by itself, so that it takes up nothing."""

_AFTER_NAME: Final = word_set(
    "at in on with by for and or but a an the no to under over will shall would may might can could do be "
    "get have bring see look stay run reach top blow feel hath doth had was were has is it being having "
    "between from near about around only just both still even clear dry wet mainly partly mostly very much "
    "it it's they we you there he she i so merely too far more less not never nor than against off out up "
    "down under warm cold hot cool"
)
_ALONE: Final = frozenset(("former", "latter", "other"))
"""What takes up one of the two that were asked about, though nothing takes up the other."""

_BACK: Final = 2
"""Sentences before it in which the names may stand that are taken up."""

Member = TypeVar("Member")


def taken_up(
    text: Text,
    cues: tuple[list[DayCue], list[PlaceCue]],
    asked: tuple[Text, Sequence[DayCue], Sequence[PlaceCue]],
) -> tuple[list[DayCue], list[PlaceCue]]:
    """Return the names of a text with such words among them, which are those of the text or of the user."""
    days, places = cues
    found_days: list[DayCue] = []
    found_places: list[PlaceCue] = []
    for run in _runs(text):
        spots = _meant(text, run, _places(places), [name for _, name in _places(asked[2])])
        if spots:
            found_places += (PlaceCue(k, k, name, "") for k, name in zip(run, spots, strict=True))
            continue
        named = [each for cue in days for each in _singles(text, cue)]
        theirs = [name for cue in asked[1] for _, name in _singles(asked[0], cue)]
        atoms = _meant(text, run, named, theirs) or _counted(text, run, days)
        found_days += _joined(text, [_cue(text, k, name) for k, name in zip(run, atoms, strict=False)])
    spans = [(c.first, c.last) for c in found_days] + [(c.first, c.last) for c in found_places]
    taken = {k for first, last in spans for k in range(first, last + 1)}
    kept = [cue for cue in days if taken.isdisjoint(range(cue.first, cue.last + 1))]
    return sorted([*kept, *found_days]), sorted([*places, *found_places])


def _runs(text: Text) -> Iterator[list[int]]:
    """Yield the tokens that take names up together: each family's, in order, sentence after sentence."""
    run: list[int] = []
    for k in text.where(TAKING_UP):
        if not _takes_up(text, k, run):
            continue
        if run and not _goes_on(text, run[-1], k):
            if _is_run(text, run):
                yield run
            run = []
        run.append(k)
    if run and _is_run(text, run):
        yield run


def _takes_up(text: Text, k: int, run: Sequence[int]) -> bool:
    """Whether a word stands for a name: no "first of all", "the second coat", "on the other hand"."""
    words = text.words
    following = words[k + 1] if k + 1 < len(words) else "."
    before = words[k - 1] if k else ""
    if words[k] in ("former", "latter"):
        return before == "the" and following not in _COUNTED
    is_listed = bool(run) and k - run[-1] <= 3 and before in _JOINS
    if words[k] == "one" and following == "day":
        return "other" in words[k : text.sentence(k)[1]]
    if (before != "the" and not is_listed) or words[max(0, k - 2) : k] == ("than", "the"):
        return False
    if words[k] == "first" and not _goes_on_from_name(following):
        return False
    return following not in _COUNTED or (is_listed and following in _DAYS)


def _goes_on_from_name(following: str) -> bool:
    """Whether a word may follow a name and is no noun that "the first" is of: not of "the first flakes"."""
    if following in SKY_WORDS:
        return False
    return not following.isalpha() or following in _AFTER_NAME or following.endswith(("s", "ed"))


def _goes_on(text: Text, one: int, other: int) -> bool:
    """Whether a word takes up the name after the one taken up before."""
    words = text.words
    if text.sentence_of[other] - text.sentence_of[one] > 1:
        return False
    family, next_family = (_FAMILIES.get(words[k], "") for k in (one, other))
    if next_family != family and not (words[one] == "first" and words[other] == "other"):
        return False
    return _RANKS[words[other]] > _RANKS[words[one]] or words[other] == "last"


def _is_run(text: Text, run: Sequence[int]) -> bool:
    """Whether words take up names: two or more, "the latter" alone, or "the second" with fog."""
    word = text.words[run[0]]
    if len(run) > 1 or word in ("former", "latter"):
        return True
    if word == "other":
        return _goes_on_from_name((*text.words[run[0] + 1 : run[0] + 2], ".")[0])
    following, behind = (*text.words[run[0] + 1 : run[0] + 3], ".", ".")[:2]
    if word in _FAMILIES or word == "first":
        return False
    has_sky = text.words[run[0] - 2] in _PARTING and following in SKY_WORDS | _SOME and behind != "of"
    return has_sky or _goes_on_from_name(following)


def _follows_counted(text: Text, k: int, days: Sequence[DayCue]) -> bool:
    """Whether a day is counted shortly before: "the first day …, the last"."""
    number = text.sentence_of[k]
    if not _DAYS.isdisjoint(text.words[text.sentence(k)[0] : k]):
        return True
    near = [cue for cue in days if cue.last < k and number - text.sentence_of[cue.first] <= 1]
    return any({kind for kind, _ in cue.days or ()} == {"nth"} for cue in near)


def _rank(text: Text, k: int, count: int) -> int:
    rank = _RANKS[text.words[k]]
    return rank if rank >= 0 else count - 1


def _meant(
    text: Text,
    run: Sequence[int],
    named: Sequence[tuple[int, frozenset[Member]]],
    asked: Sequence[frozenset[Member]],
) -> list[frozenset[Member]]:
    """Return the name that each word of a run takes up; none where there are not just so many."""
    word = text.words[run[0]]
    least = max(2, len(run), *(_RANKS[text.words[k]] + 1 for k in run))
    is_open = any(text.words[k] == "last" for k in run)
    number = text.sentence_of[run[0]]
    near: list[frozenset[Member]] = []
    for back in range(_BACK + 1):
        here = [n for at, n in named if at < run[0] and text.sentence_of[at] == number - back]
        here = _distinct(here[-2:] if word in ("former", "latter") else here)
        if not near and word != "other" and (len(here) == least or (is_open and len(here) > least)):
            return [here[_rank(text, k, len(here))] for k in run]
        near = _distinct([*here, *near])
        if len(near) == least and len(run) > 1:
            return [near[0].union(*near)] * len(run)
    theirs = _distinct(asked)
    if len(theirs) == least and set(near) <= set(theirs) and (len(run) > 1 or word in _ALONE):
        order = [*near, *(name for name in theirs if name not in near)]
        return [order[_rank(text, k, least)] for k in run]
    return []


def _distinct(names: Sequence[frozenset[Member]]) -> list[frozenset[Member]]:
    return list(dict.fromkeys(names))


def _counted(text: Text, run: Sequence[int], days: Sequence[DayCue]) -> list[frozenset[Atom]]:
    """Return the days of the forecast that are counted, or dated: "on the second and the third"."""
    if text.words[run[0]] in _FAMILIES or (len(run) < 2 and not _follows_counted(text, run[0], days)):
        return []
    found: list[frozenset[Atom]] = []
    for k in run:
        rank = _RANKS[text.words[k]]
        found.append(frozenset({("nth", rank)} if rank < 0 else {("nth", rank), ("day", rank + 1)}))
    return found


def _places(cues: Sequence[PlaceCue]) -> list[tuple[int, frozenset[int]]]:
    return [(cue.first, cue.spots) for cue in cues if cue.spots]


def _singles(text: Text, cue: DayCue) -> Iterator[tuple[int, frozenset[Atom]]]:
    """Yield the days of a cue one by one, as they are told: of "Thursday and Friday", of a stretch."""
    if not cue.days or cue.bound is not None:
        return
    if len(cue.days) == 1:
        yield cue.first, cue.days
        return
    if len({kind for kind, _ in cue.days}) > 1:
        return
    kind, begin = min(cue.days)
    days = order_named(text.words, cue)
    if kind == "weekday" and not days:
        values = {value for _, value in cue.days}
        begin = next((v for v in values if (v - 1) % 7 not in values), begin)
        days = sorted(cue.days, key=lambda atom: (atom[1] - begin) % 7)
    for atom in days or sorted(cue.days):
        yield cue.first, frozenset({atom})


def _cue(text: Text, k: int, days: frozenset[Atom]) -> DayCue:
    words = text.words
    return DayCue(k - (words[k - 1] == "the"), k + (words[k + 1 : k + 2] in _OF_DAYS), days)


def _joined(text: Text, cues: Sequence[DayCue]) -> list[DayCue]:
    """Return the cues, those listed side by side as one: "the second, the third and the last"."""
    found = list(cues[:1])
    for before, cue in pairwise(cues):
        between = text.words[before.last + 1 : cue.first]
        if between and _JOINS.issuperset(between):
            days = (found[-1].days or frozenset()) | (cue.days or frozenset())
            found[-1] = DayCue(found[-1].first, cue.last, days, is_list=True)
        else:
            found.append(cue)
    return found
