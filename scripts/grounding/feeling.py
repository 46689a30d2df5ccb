"""Whether a figure is told where it is spoken of how warm it feels."""

from scripts.grounding.context import Context
from scripts.grounding.figure import Figure

FEEL = ("feel", "felt", "skin", "chill", "bones", "cheek", "collar", "flesh", "brow", "neck", "body",
    "dress", "swear", "sworn")  # fmt: skip


def speaks_of_feel(context: Context, figure: Figure) -> bool:
    """Whether the figure's sentence is about how warm it feels."""
    begin, end = context.stances.sentence(figure.first)
    return context.user.asks_feel or any(word.startswith(FEEL) for word in context.text.words[begin:end])
