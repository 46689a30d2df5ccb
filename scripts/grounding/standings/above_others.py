"""A day said to outdo others that it does not name: its neighbours, any other, all the rest."""

from collections.abc import Sequence
from typing import Final

from scripts.grounding.context import Context, Judgement
from scripts.grounding.facts import Atom
from scripts.grounding.names.scope import Scope
from scripts.grounding.text import word_set
from scripts.grounding.words.measures import Measure

_NEIGHBOURS: Final = word_set("neighbor neighbors neighbour neighbours neighbor's neighbour's fellows")
OTHERS: Final = _NEIGHBOURS | word_set("any either all every rest others other day")
"""What "windier than" is followed by where it is of other days unnamed."""


def judge_above_others(
    context: Context,
    i: int,
    than: int,
    sign: int,
    measures: Sequence[Measure],
    named: frozenset[Atom] | None,
) -> Judgement | None:
    """Judge "windier than either of its neighbors", "drier than the rest"; `named` is the day told last."""
    scope = context.scopes.at(i, i)
    days = scope.days or named
    mine = [r for r in context.about(Scope(days, scope.spots)) if not r.is_current] if days else []
    if len(mine) != 1 or scope.is_list:
        return None
    behind = context.text.words[than + 1 : than + 7]
    others = [r for r in context.given if r.place == mine[0].place and r.call == mine[0].call]
    if not _NEIGHBOURS.isdisjoint(behind):
        others = [r for r in others if abs(r.offset - mine[0].offset) == 1]
    elif "before" in behind:
        others = [r for r in others if r.offset < mine[0].offset]
    others = [r for r in others if r.offset != mine[0].offset]
    if not others:
        return None
    for measure in measures:
        own, theirs = measure(mine[0]), [v for r in others if (v := measure(r)) is not None]
        if own is not None and theirs and all(sign * own > sign * value for value in theirs):
            return Judgement(i, i, tuple(mine))
    return Judgement(
        i, i, fault=f"you wrote '{context.text.around(i, than + 2)}'; by the results it is not so"
    )
