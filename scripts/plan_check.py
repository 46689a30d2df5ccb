"""Whether the user's messages of a draft carry what the plan takes from them, and nothing against it."""

import re
import unicodedata
from collections.abc import Iterator

from scripts.draft import Draft
from scripts.finding import Finding
from scripts.scenario import Mention, Scenario

WORD = re.compile(r"[^\W_]+(?:\.\d+)?")


def check_plan(scenario: Scenario, draft: Draft) -> list[Finding]:
    """Return an `off_plan` finding for every required mention that no user message has made by its turn."""
    return list(_missing(scenario, draft))


def _missing(scenario: Scenario, draft: Draft) -> Iterator[Finding]:
    said = ""
    index = 1
    for turn, (asked, _) in zip(scenario.turns, draft.utterances, strict=True):
        said = f"{said} {_plain(asked)}"
        for mention in turn.mentions:
            if mention.required and not _made(mention, said):
                yield _finding(mention, asked, index)
        index += 2 * len(turn.calls) + 2


def _made(mention: Mention, said: str) -> bool:
    return any(f" {_plain(form)} " in f" {said} " for form in mention.forms)


def _plain(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text.casefold())
    return " ".join(WORD.findall("".join(c for c in bare if not unicodedata.combining(c))))


def _finding(mention: Mention, asked: str, index: int) -> Finding:
    wanted = " or ".join(f'"{form}"' for form in mention.forms)
    return Finding(
        "off_plan", f'the user wrote "{asked}" and has not said {wanted}', f"messages[{index}].content"
    )
