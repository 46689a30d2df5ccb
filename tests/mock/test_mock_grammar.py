"""The mock's tables: every name in a form is a table or a word that is given, and no table lies idle."""

import random
import re
from pathlib import Path

import pytest

from scripts.mock.messages import MESSAGES
from scripts.mock.pen import Grammar, Pen
from scripts.mock.reply import VOICES

GIVEN = frozenset(
    """
    a_from a_p a_w at axis best both cause choices clock day days details f figure from gap given h hi
    hour is limit lo mark more name occasion on other others outcome p pair part place places question
    range said sky soon space t there things topic w weekday wet when wish word
    """.split()  # noqa: SIM905
)
"""Words that the mock's modules give to a pen."""

GRAMMARS = {**VOICES, "messages": MESSAGES}
NAME = re.compile(r"\{(\w*)\}")
SOURCES = Path(__file__).resolve().parent.parent.parent / "scripts"


def names_in(grammar: Grammar) -> set[str]:
    return {name for table in grammar.values() for form in table for name in NAME.findall(form)}


@pytest.mark.parametrize("grammar", GRAMMARS)
def test_every_name_can_be_filled(grammar: str) -> None:
    tables = GRAMMARS[grammar]
    assert names_in(tables) - set(tables) <= GIVEN
    assert not set(tables) & GIVEN


@pytest.mark.parametrize("grammar", GRAMMARS)
def test_no_table_is_idle_empty_or_repeats_itself(grammar: str) -> None:
    tables = GRAMMARS[grammar]
    called = set(re.findall(r'"(\w+)"', "".join(p.read_text("utf-8") for p in SOURCES.rglob("mock*/*.py"))))
    assert set(tables) <= names_in(tables) | called
    for name, forms in tables.items():
        assert forms, name
        assert len(set(forms)) == len(forms), name


def test_a_pen_fills_names_from_tables_and_from_words() -> None:
    grammar = {"greeting": ("{hello}, {name}. how is {place}?",), "hello": ("hi", "hello")}
    said = {
        Pen(grammar, random.Random(seed)).sentence("greeting", name="Ada", place="Oslo") for seed in range(20)
    }
    assert said == {"Hi, Ada. How is Oslo?", "Hello, Ada. How is Oslo?"}
