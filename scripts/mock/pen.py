"""Text from a grammar: forms whose ``{names}`` are filled from other tables of it, or from given words."""

import random
import re
from collections.abc import Mapping, Sequence
from typing import Final

Grammar = Mapping[str, Sequence[str]]


class Pen(dict[str, str]):
    """Writes forms of a grammar, drawing from it with a generator of its own.

    As a mapping it holds the words given for this text; any other name is drawn from the grammar's table anew
    each time it stands in a form.
    """

    def __init__(self, grammar: Grammar, rng: random.Random, **given: str) -> None:
        super().__init__(given)
        self._grammar = grammar
        self._random = rng.random

    def form(self, name: str) -> str:
        """Return a form of the table `name`, its own names filled."""
        forms = self._grammar[name]
        form = forms[int(self._random() * len(forms))]
        return form.format_map(self) if "{" in form else form

    __missing__ = form

    def draw(self, options: Sequence[str]) -> str:
        """Return one of the options."""
        return options[int(self._random() * len(options))]

    def chance(self, share: float) -> bool:
        """Return True with this probability."""
        return self._random() < share

    def sentence(self, name: str, /, **words: str) -> str:
        """Return a form of the table `name` as a sentence, with these words given."""
        self.update(words)
        text = capitalised(self.form(name))
        return _NEXT.sub(_upper, text) if ". " in text or "? " in text or "! " in text else text


_NEXT: Final = re.compile(r"[.!?] [a-zß-ÿ]")


def _upper(found: re.Match[str]) -> str:
    return found[0].upper()


def capitalised(text: str) -> str:
    """Return a text with a capital first."""
    return text[:1].upper() + text[1:]
