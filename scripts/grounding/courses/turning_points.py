"""Days on which the rain is said to come or to stop: "it gives out after Tuesday", "the first dry day"."""

from collections.abc import Iterator, Sequence
from typing import Final, Literal

from scripts.grounding.constructions.counted import word_at
from scripts.grounding.constructions.trend_spans import certain
from scripts.grounding.context import Context, Judgement, told_by
from scripts.grounding.facts import Atom, Reading
from scripts.grounding.names.scope import Scope
from scripts.grounding.text import Triggers, word_set
from scripts.grounding.tolerances import MAYBE_WET, WET_LEAST_CHANCE
from scripts.grounding.words.day_cue import DayCue
from scripts.grounding.words.sky_words import DRY, TERMS, WET, WETNESS, Term

Kind = Literal["wet", "dry"]

_COMING: Final = word_set("arrives arrive starts start begins begin comes sets moves shows waits holds gets")
_GOING: Final = word_set(
    "stops stop ends end quits quit ceases gives clears lets departs peters packs leaves over gone done "
    "finished dries"
)
_ORDER: Final = frozenset(("first", "last", "next"))
_TURNING: Final = word_set("turns turn turning")
_TRIGGERS: Final = Triggers(_COMING | _GOING | _ORDER | _TURNING)
_WITH: Final = {
    "sets": ("in",), "moves": ("in",), "shows": ("up",), "gets": ("here",), "holds": ("off",),
    "comes": ("in", "on"),
    "gives": ("out", "up", "over", "way"), "lets": ("up",), "peters": ("out",), "packs": ("up",),
    "dries": ("up",),
}  # fmt: skip
_BETWEEN: Final = word_set("in up here off out on until till for by after before through the with only")
_FROM: Final = word_set("from on by after")
_IS: Final = word_set("is be are will has have been all then finally")
_REACH: Final = 4


@told_by(_TRIGGERS)
def judge_turning_points(context: Context) -> Iterator[Judgement]:
    """Yield a judgement for each day on which rain is said to come or go, or that is said to be the first or
    the last of a kind."""
    words = context.text.words
    for k in context.text.where(_TRIGGERS):
        first, last = context.stances.segment(k)
        found = _ordered(context, k, first, last) if words[k] in _ORDER else _turned(context, k, first, last)
        if (
            found is None
            or not context.stances.is_asserted(k)
            or context.stances.is_denied(k, k) is not False
        ):
            continue
        cue, is_so = found
        if is_so:
            yield Judgement(k, k, tuple(context.about(Scope(cue.days, bound=cue.bound))))
        else:
            said = context.text.around(min(k, cue.first), max(k, cue.last))
            yield Judgement(k, k, fault=f"you wrote '{said}'; by the results it is another day")


def _turned(context: Context, k: int, first: int, last: int) -> tuple[DayCue, bool] | None:
    """Return the day on which rain is said to come or stop, and whether the days beside it bear it out."""
    words = context.text.words
    needed = _WITH.get(words[k])
    if needed is not None and word_at(words, k + 1) not in needed:
        return None
    is_turn = words[k] in _TURNING
    term = TERMS.get(word_at(words, k + 1)) if is_turn else _subject(words, k, first)
    cue = next(iter(certain(context, k + 1, min(last, k + _REACH + 1))), None)
    between = words[k + 1 + is_turn : cue.first] if cue is not None else ()
    if term is None or cue is None or not (_FROM if is_turn else _BETWEEN).issuperset(between):
        return None
    found = _days(context, cue, k)
    if found is None:
        return None
    days, at = found
    if is_turn:
        is_after = cue.bound is not None and cue.bound.side == "after"
        return _turn_to(cue, days, at + is_after, term)
    if words[k] in _COMING:
        is_after = cue.bound is not None and cue.bound.side == "after"
        return None if is_after else (cue, _comes(days, at))
    before = words[cue.first - 1] if words[cue.first - 1] != "the" else words[cue.first - 2]
    is_by = before in ("by", "before") or (cue.bound is not None and cue.bound.side == "until")
    if is_by:
        return cue, not _is(days[at], "wet")
    is_then = at + 1 < len(days) and _is(days[at + 1], "wet")
    is_never = _is(days[at], "dry") and (at == 0 or _is(days[at - 1], "dry"))
    return cue, not (is_then or is_never)


def _turn_to(cue: DayCue, days: Sequence[Reading], at: int, term: Term) -> tuple[DayCue, bool] | None:
    """Return a day on which it is said to turn wet or dry, and whether it does."""
    if (
        cue.is_list
        or len(cue.days or ()) > 1
        or at >= len(days)
        or not (term.falls or term in (DRY, WETNESS))
    ):
        return None
    if term is DRY:
        return cue, not _is(days[at], "wet") and not (at and _is(days[at - 1], "dry"))
    return cue, _comes(days, at)


def _comes(days: Sequence[Reading], at: int) -> bool:
    return not _is(days[at], "dry") and not (at and _is(days[at - 1], "wet"))


def _subject(words: tuple[str, ...], k: int, first: int) -> Term | None:
    """Return what falls that a verb is said of."""
    at = k - 1
    while at > first and words[at] in _IS:
        at -= 1
    term = TERMS.get(words[at]) if at >= first else None
    return term if term is not None and term.falls else None


def _ordered(context: Context, k: int, first: int, last: int) -> tuple[DayCue, bool] | None:
    """Return the day that is said to be the first or the last of a kind, and whether it is."""
    words = context.text.words
    at = k + 1 + 2 * (words[k + 1 : k + 3] == ("of", "the"))
    term = TERMS.get(words[at]) if at < len(words) else None
    if term is None or not (term.falls or term is DRY):
        return None
    if term is DRY and words[at + 1 : at + 2] not in (("day",), ("one",)):
        return None
    cues = [cue for cue in certain(context, first, last) if cue.first != k]
    since = next((cue for cue in cues if words[cue.first - 1] in ("after", "following")), None)
    cues = [cue for cue in cues if cue is not since]
    if (
        (since is None and words[k] == "next")
        or len(cues) != 1
        or cues[0].bound is not None
        or not 0 < abs(cues[0].first - k) <= 2 * _REACH
    ):
        return None
    found = _days(context, cues[0], k)
    if found is None:
        return None
    days, mine = found
    kind: Kind = "dry" if term is DRY else "wet"
    others = days[mine + 1 :] if words[k] == "last" else days[:mine]
    after = _days(context, since, k) if since is not None and words[k] != "last" else None
    others = others if after is None else others[after[1] + 1 :]
    is_other = _is(days[mine], "wet" if kind == "dry" else "dry")
    return cues[0], not is_other and not any(_is(day, kind) for day in others)


def _days(context: Context, cue: DayCue, k: int) -> tuple[list[Reading], int] | None:
    """Return the days of the one forecast meant, and which of them a cue names."""
    spots = context.scopes.at(k, k).spots
    days = [r for r in context.about(Scope(None, spots)) if not r.is_current]
    meant = cue.days or (cue.bound.days if cue.bound else frozenset[Atom]())
    if len({r.call for r in days}) != 1:
        return None
    days = sorted(days, key=lambda r: r.offset)
    named = [n for n, day in enumerate(days) if day.atoms & meant]
    return (days, named[0]) if named else None


def _is(day: Reading, kind: Kind) -> bool:
    """Whether a day is wet, or dry, by every fair reading."""
    is_wet, chance = bool((day.codes or frozenset()) & WET), day.values.get("chance")
    if kind == "wet":
        return is_wet and (chance is None or chance >= WET_LEAST_CHANCE)
    return bool(day.codes) and not is_wet and (chance is None or chance < MAYBE_WET)
