"""What the writer is asked: a scenario as one compact request, and the same request again after a fault."""

import random
from collections.abc import Iterator, Sequence
from typing import Any, Final

from scripts.draft import Request
from scripts.draft_reader import FaultyReply
from scripts.finding import Finding
from scripts.personas import PERSONAS, Persona
from scripts.result_text import figure_text, result_lines
from scripts.scenario import Call, Scenario, Turn
from scripts.style_examples import StyleExample

PROMPT_VERSION: Final = "1"
"""Kept with each run; raised whenever the wording of a request changes."""

SYSTEM: Final = """\
You write short conversations between a person and Weatherman, a weather assistant that looks things up. For each \
turn you write two texts: user_N, what the person types, and reply_N, what Weatherman says once the results are in.

user_N is the person's own message, in their typing. It carries what "must name" lists and names no other place, \
day or figure. They do not know the results yet.

reply_N is spoken to that person. Whatever it says of the weather stands in the results: each figure with its \
unit, for its own place and day; sky, rain and wind as given; nothing about before or after, no figure that is not \
there. Rounding and words for numbers are fine. The first two sentences hold what the person needs. Plain text, no \
lists, no emoji. Never quote a known saying, name an author, or speak of tools, data or these notes."""

TASKS: Final = {
    "answer": "from the results",
    "ask": "for what is missing; no weather",
    "decline": "what cannot be told here; no weather",
    "explain": "what went wrong and what would help; no weather for it",
    "recall": "the earlier results; nothing new was looked up",
}
"""What a reply does, in the words that follow the task's name."""


def write_request(scenario: Scenario, examples: Sequence[StyleExample] = ()) -> Request:
    """Return the request that has a scenario written; it depends on its arguments and this module alone."""
    keys = [f"{speaker}_{n}" for n in range(1, len(scenario.turns) + 1) for speaker in ("user", "reply")]
    prompt = "\n".join(_prompt(scenario, examples))
    return Request(SYSTEM, (("user", prompt),), schema(keys), 200 + 300 * len(scenario.turns))


def rewrite_request(
    first: Request, reply_text: str, findings: Sequence[Finding], avoid: Sequence[str]
) -> Request:
    """Return the request for another try at a draft that fell short, with what was wrong with it."""
    faults = [f"- {finding.message}" for finding in findings]
    if avoid:
        faults.append("Other words than these: " + "; ".join(f'"{phrase}"' for phrase in avoid))
    again = "\n".join(["Write it again. Keep what was right and mend this:", *faults])
    messages = (*first.messages, ("assistant", reply_text), ("user", again))
    return Request(first.system, messages, first.schema, first.max_tokens)


def retry_request(first: Request, reason: FaultyReply) -> Request:
    """Return the request again in the way that can help after a reply that could not be used."""
    room = first.max_tokens * 2 if reason == "cut" else first.max_tokens
    return Request(first.system, first.messages, first.schema, room)


def schema(keys: Sequence[str]) -> dict[str, Any]:
    """Return the JSON Schema of a reply with these keys, in this order."""
    return {
        "type": "object",
        "properties": {key: {"type": "string"} for key in keys},
        "required": list(keys),
        "additionalProperties": False,
    }


def _prompt(scenario: Scenario, examples: Sequence[StyleExample]) -> Iterator[str]:
    persona = PERSONAS[scenario.persona]
    rng = random.Random(f"{scenario.seed}:{scenario.number}:voice")
    yield f"Today: {scenario.today:%A} {scenario.today.day} {scenario.today:%B %Y}"
    yield f"Person: {scenario.asker.who}"
    yield f"Typing: {scenario.asker.typing}"
    yield f"Occasion: {scenario.asker.occasion}"
    yield f"Weatherman's voice ({persona.name}): {persona.manner}. Mood: {rng.choice(persona.moods)}"
    earlier: list[Call] = []
    calls = list(scenario.calls)
    for number, turn in enumerate(scenario.turns, start=1):
        yield ""
        yield f"# Turn {number}"
        yield from _user_lines(number, turn)
        yield from result_lines(turn.calls, earlier)
        yield from _reply_lines(number, turn, calls, persona, rng)
        earlier.extend(turn.calls)


def _user_lines(number: int, turn: Turn) -> Iterator[str]:
    yield f"user_{number} wants: {turn.wish}"
    yield f"user_{number} manner: {turn.directness}"
    for required, label in ((True, "must name"), (False, "may name")):
        said = [" / ".join(mention.forms) for mention in turn.mentions if mention.required is required]
        if said:
            yield f"user_{number} {label}: {'; '.join(said)}"


def _reply_lines(
    number: int, turn: Turn, calls: Sequence[Call], persona: Persona, rng: random.Random
) -> Iterator[str]:
    yield f"reply_{number} task: {turn.task} ({TASKS[turn.task]})"
    yield f"reply_{number} conveys: {turn.must}"
    if turn.figures:
        figures = "; ".join(figure_text(figure, calls, turn.units) for figure in turn.figures)
        yield f"reply_{number} figures: {figures}"
    yield f"reply_{number} begins: {rng.choice(persona.openings).text}"
    yield f"reply_{number} way: {rng.choice(persona.devices).text}"
    yield f"reply_{number} length: 20 to 50 words"
