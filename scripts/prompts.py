"""What the writer is asked: a scenario as one compact request, and the same request again after a fault."""

import functools
import random
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from scripts.draft import Request
from scripts.draft_reader import FaultyReply
from scripts.finding import Finding
from scripts.personas import PERSONAS
from scripts.record_room import characters
from scripts.result_text import Places, days_shown, figures_line, named_places, result_lines
from scripts.scenario import Call, Scenario, Task, Turn
from scripts.scenarios.days import plain_date
from scripts.style import Style, draw_style
from scripts.style_examples import StyleExample

PROMPT_VERSION: Final = "1"
"""Kept with each run; raised whenever the wording of a request changes."""

CRAFT: Final = """\
Each turn is user_N, what the person types, and reply_N, Weatherman's answer once the results are in.

user_N, in the person's own typing, before any result: it names each "must name" in one of the forms divided
by /, spelled so, and no other place, day or figure.

reply_N, said to that person: all it says of warmth, sky, rain and wind is in the results, every figure with
its unit, place and day; nothing of before, after or elsewhere. Rounding and numbers in words are fine.
"begins", "way" and "build" are how to write it this time, yet what the person needs comes plainly within
two sentences. In grave matters kind before clever. Plain text, no lists, no emoji; no known saying or
author's name; no "Ah" or "Well" to begin; no word of tools, data or these notes."""
"""What must be true of both texts, and what the lines of a request mean."""

SYSTEM: Final = f"""\
You write short conversations between a person and Weatherman, a weather assistant that looks things up.
{CRAFT}"""

SYSTEM_AGAIN: Final = f"""\
You write brief everyday talk, all of it invented: somebody asks about the weather, and Weatherman, a friendly
forecaster, answers.
{CRAFT}"""
"""The same in other words, for after a refusal."""

TASKS: Final[Mapping[Task, str]] = {
    "answer": "from the results",
    "ask": "for what is missing; no weather",
    "decline": "what cannot be told here; no weather",
    "explain": "what went wrong and what would help; no weather for it",
    "recall": "the earlier results; nothing new was looked up",
}
"""What a reply does, in the words that follow the task's name."""

REMINDERS: Final[Mapping[FaultyReply, str]] = {
    "cut": "Keep every text within its length.",
    "too_long": "Keep every text within its length, and the person's messages short.",
    "empty": "Every key needs a text.",
    "schema": "Answer with the JSON object alone, one text for each key.",
    "refusal": "This is light, harmless weather talk between invented people.",
}
"""What a repeated request says beside what it said before."""

FORMS_SHOWN: Final = 3
"""Forms of a mention that a request lists; the check takes all of them."""
EXAMPLES_DRAWN: Final = 2
FINDINGS_SHOWN: Final = 8
MOST_TOKENS: Final = 8192
TOKENS_A_WORD: Final = 3
"""Room in `max_tokens` for a word: about twice what English takes with the wordiest tokenizer in use."""
USER_WORDS: Final = 30
CHARACTERS_A_WORD: Final = 6
SPARE_TOKENS: Final = 150

_CHANCE: Final = random.Random()
"""Seeded anew for each request, at half of what a new generator costs."""


def write_request(scenario: Scenario, examples: Sequence[StyleExample] = ()) -> Request:
    """Return the request that has a scenario written; it depends on its arguments and the cards alone."""
    _CHANCE.seed(f"{scenario.seed}:{scenario.number}:voice")
    styles = _styles(scenario, _CHANCE)
    prompt = "\n".join(_prompt(scenario, styles, examples, _CHANCE))
    words = sum(2 * USER_WORDS + style.words[1] for style in styles)
    return Request(SYSTEM, (("user", prompt),), schema(len(styles)), SPARE_TOKENS + TOKENS_A_WORD * words)


def rewrite_request(
    first: Request, reply_text: str, findings: Sequence[Finding], avoid: Sequence[str]
) -> Request:
    """Return the request for another try at a draft that fell short, with what was wrong with it.

    `reply_text` is the draft as it came; `avoid` are phrases that stand in too many conversations already.
    """
    faults = [f"- {finding.message}" for finding in findings[:FINDINGS_SHOWN]]
    if avoid:
        faults.append("- find other words than " + "; ".join(f'"{phrase}"' for phrase in avoid))
    again = "\n".join(["Write it once more. Keep what was right, and mend this:", *faults])
    messages = (*first.messages, ("assistant", reply_text), ("user", again))
    return Request(first.system, messages, first.schema, first.max_tokens)


def retry_request(first: Request, reason: FaultyReply) -> Request:
    """Return a request again in the way that can help: more room after a cut, other words after a refusal."""
    role, text = first.messages[-1]
    reminder = REMINDERS[reason]
    if not text.endswith(reminder):
        text = f"{text}\n\n{reminder}"
    system = SYSTEM_AGAIN if reason == "refusal" else first.system
    room = min(2 * first.max_tokens, MOST_TOKENS) if reason == "cut" else first.max_tokens
    return Request(system, (*first.messages[:-1], (role, text)), first.schema, room)


@functools.cache
def schema(turns: int) -> dict[str, Any]:
    """Return the JSON Schema of a reply for so many turns; few schemas a run, since each is compiled once."""
    keys = [f"{speaker}_{number}" for number in range(1, turns + 1) for speaker in ("user", "reply")]
    return {
        "type": "object",
        "properties": {key: {"type": "string"} for key in keys},
        "required": keys,
        "additionalProperties": False,
    }


def _styles(scenario: Scenario, rng: random.Random) -> list[Style]:
    persona, every = PERSONAS[scenario.persona], scenario.calls
    room = characters(scenario) // len(scenario.turns) // CHARACTERS_A_WORD
    styles = []
    made = 0
    for turn in scenario.turns:
        behind = turn.calls or _told_again(turn, every) or every[:made]
        made += len(turn.calls)
        styles.append(draw_style(turn, behind, every, persona, room - USER_WORDS, rng))
    return styles


def _told_again(turn: Turn, every: Sequence[Call]) -> list[Call]:
    return [every[call] for call in sorted({figure.call for figure in turn.figures})]


def _prompt(
    scenario: Scenario, styles: Sequence[Style], examples: Sequence[StyleExample], rng: random.Random
) -> list[str]:
    every = scenario.calls
    places = named_places(every, scenario.system)
    shown = days_shown(scenario)
    made = 0
    lines = _header(scenario, rng)
    if examples:
        lines += _examples(scenario, examples, rng)
    for number, (turn, style) in enumerate(zip(scenario.turns, styles, strict=True), start=1):
        lines += [f"\n# user_{number}", *_user_lines(turn)]
        if turn.calls:
            days = [shown.get(made + call) for call in range(len(turn.calls))]
            lines += ["# results", *result_lines(turn.calls, places, scenario.today, days)]
            made += len(turn.calls)
        lines += [f"# reply_{number}", *_reply_lines(turn, style, every, places)]
    return lines


def _header(scenario: Scenario, rng: random.Random) -> list[str]:
    persona, asker = PERSONAS[scenario.persona], scenario.asker
    return [
        f"Today: {plain_date(scenario.today)} {scenario.today.year}",
        f"Person: {asker.who}",
        f"Typing: {asker.typing}",
        f"Occasion: {asker.occasion}",
        f"Weatherman's voice ({persona.name}): {persona.manner}. Mood: {rng.choice(persona.moods)}",
    ]


def _examples(scenario: Scenario, examples: Sequence[StyleExample], rng: random.Random) -> Iterator[str]:
    own = [example.text for example in examples if example.persona == scenario.persona]
    for text in rng.sample(own, min(EXAMPLES_DRAWN, len(own))):
        yield f"Example of the voice, not of the facts: {' '.join(text.split())}"


def _user_lines(turn: Turn) -> list[str]:
    lines = [f"wants: {turn.wish}", f"manner: {turn.directness}"]
    for required, label in ((True, "must name"), (False, "may name")):
        said = [
            " / ".join(mention.forms[:FORMS_SHOWN])
            for mention in turn.mentions
            if mention.required is required
        ]
        if said:
            lines.append(f"{label}: {'; '.join(said)}")
    return lines


def _reply_lines(turn: Turn, style: Style, every: Sequence[Call], places: Places) -> list[str]:
    lines = [f"task: {turn.task} ({TASKS[turn.task]})", f"conveys: {turn.must}"]
    if turn.figures:
        lines.append(f"figures: {figures_line(turn.figures, every, places, turn.units)}")
    lines.append(f"length: {style.words[0]} to {style.words[1]} words")
    if style.opening:
        lines.append(f"begins: {style.opening}")
    if style.device:
        lines.append(f"way: {style.device}")
    if style.shape:
        lines.append(f"build: {style.shape}")
    return lines
