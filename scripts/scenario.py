"""The plan of one conversation: who asks and why, what the service answers, what each reply has to do.

A scenario is complete and frozen: everything of the record but the words of the user and of Weatherman
follows from it. It knows nothing of prompts, models or files.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Literal, NamedTuple

import orjson

JSONObject = Mapping[str, Any]
PersonaName = str
"""The name of a card in scripts/personas.py: neutral, twain, franklin, or one that was added there."""
ScenarioName = Literal["success", "error", "multi_turn"]
Units = Literal["metric", "imperial"]
Task = Literal["answer", "ask", "decline", "explain", "recall"]
"""What a spoken reply does: answer from the results of this turn, ask the user for what is missing,
decline what no tool here can tell, explain a failed call, recall figures of earlier turns without a call."""


@dataclass(frozen=True)
class Call:
    """One tool call and what the service answers; both JSON objects as in the tool definitions.

    `trained` is False for a call the plan makes wrongly on purpose: its message carries ``"weight": 0``.
    """

    name: str
    arguments: JSONObject
    result: JSONObject
    trained: bool = True

    @property
    def failed(self) -> bool:
        """Whether the service answered with an error."""
        return self.result.get("error") is True

    @cached_property
    def arguments_json(self) -> bytes:
        """The arguments as they stand in the record; plan, request and record all need them."""
        return orjson.dumps(self.arguments)

    @cached_property
    def result_json(self) -> bytes:
        """The result as it stands in the record."""
        return orjson.dumps(self.result)


class Mention(NamedTuple):
    """Something the user's own words carry, or may carry.

    Any one of `forms` will do (compared without regard to case and accents). A `required` mention stands in
    the message, because a call takes it from there; another may stand there. A place, a day or a figure
    that no mention of this turn or an earlier one allows may not.
    """

    kind: Literal["place", "country", "days", "day", "units", "coordinates", "figure"]
    forms: tuple[str, ...]
    required: bool = True


class Figure(NamedTuple):
    """A fact of a result that matters to this user: `field` of the conversation's `call`-th call (from 0).

    `date` (ISO) names the day where the result is a forecast; without it the whole span is meant.
    """

    call: int
    field: str
    date: str | None = None


class Turn(NamedTuple):
    """One user message, the calls it leads to, and the reply.

    `wish` says what the user wants to know, for the writer, and names every place, day and stake the user's
    message needs ("which of Saturday and Sunday is drier in Leeds, for re-slating a roof"). `directness` says
    how they put it ("names the weather plainly", "never says 'weather', only asks about the coat"). `must`
    says what the reply has to convey beyond its task, with anything that has to be worked out already worked
    out ("Sunday is drier: 10 % against 60 %"). `units` are those the reply speaks in, None where it states
    no figure.
    """

    wish: str
    directness: str
    mentions: tuple[Mention, ...]
    calls: tuple[Call, ...]
    task: Task
    must: str
    figures: tuple[Figure, ...] = ()
    units: Units | None = None


class Asker(NamedTuple):
    """Who asks, and why: `who` (age, trade, mood, region of English), `typing` (how they write),
    `occasion` (what the weather is for, with its stakes)."""

    who: str
    typing: str
    occasion: str


class Scenario(NamedTuple):
    """Everything that is settled about a conversation before a word of it is written.

    `scenario_type` is the finer kind in snake_case. `system` is the record's whole system message.
    `today` is the local date, at the place asked about, on which the conversation happens.
    """

    number: int
    seed: int
    persona: PersonaName
    scenario: ScenarioName
    scenario_type: str
    system: str
    today: date
    asker: Asker
    turns: tuple[Turn, ...]

    @property
    def calls(self) -> list[Call]:
        """Every call of the conversation in order; `Figure.call` counts these."""
        return [call for turn in self.turns for call in turn.calls]
