"""Data that a reply says it was not given: "the forecast doesn't list a rain probability"."""

from collections.abc import Iterator
from typing import Final

from scripts.grounding.text import Text, Triggers, word_set

_DATA: Final = Triggers(
    word_set(
        "probability probabilities percentage percentages percent figure figures number numbers data value "
        "values reading readings odds chance chances likelihood speed speeds direction directions field "
        "column estimate estimates detail details breakdown information info"
    )
)
_PLAINLY_DATA: Final = _DATA - word_set("chance chances odds likelihood")
_VERBS: Final = word_set(
    "list lists listed show shows shown include includes included carry carries carried provide provides "
    "provided contain contains contained specify specifies specified state states stated offer offers "
    "offered supply supplies supplied give gives given report reports reported cover covers covered publish "
    "quote quotes quoted mention mentions mentioned furnish come comes came have has had say says tell tells "
    "put puts attach attaches available part"
)
_NOT: Final = word_set(
    "doesn't don't didn't not hasn't haven't isn't aren't wasn't weren't won't never can't cannot neither"
)
_NONE: Final = word_set("no without lacks lacking omits omitting missing")
_REACH: Final = 6
"""Tokens before or behind the name of the data within which it is said not to be given."""


def data_denied(text: Text) -> Iterator[int]:
    """Yield the tokens that name data said not to be given; not those of "no chance of rain"."""
    words = text.words
    for k in text.where(_DATA):
        begin, end = text.sentence(k)
        before, behind = words[max(begin, k - _REACH) : k], words[k + 1 : min(end, k + 1 + _REACH)]
        is_given = not _VERBS.isdisjoint(before) and not _NOT.isdisjoint(before)
        is_given = is_given or (not _NOT.isdisjoint(behind[:2]) and not _VERBS.isdisjoint(behind[1:4]))
        is_lacking = words[k] in _PLAINLY_DATA and not _NONE.isdisjoint(before[-3:])
        if is_given or is_lacking:
            yield k
