"""The conversations of the blind trial: plans whole, the drafts written to them, and one wrong thing each.

`respond` replays them behind the local API: the first answer to a plan's request has its first wrong thing in
it, if it has any; a request that quotes a draft back gets the right one.
"""

import functools
import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import orjson

from scripts.mock_claude import respond as answer_as_mock
from scripts.prompts import write_request
from scripts.scenario import Asker, Call, Figure, Mention, Scenario, Turn

ENTRIES = json.loads(Path(__file__).with_name("blind_drafts.json").read_text(encoding="utf-8"))


def scenario_of(plan: Mapping[str, Any]) -> Scenario:
    turns = tuple(_turn(turn) for turn in plan["turns"])
    today = date.fromisoformat(plan["today"])
    return Scenario(**{**plan, "today": today, "asker": Asker(**plan["asker"]), "turns": turns})


def _turn(turn: Mapping[str, Any]) -> Turn:
    mentions = (Mention(**{**mention, "forms": tuple(mention["forms"])}) for mention in turn["mentions"])
    calls = tuple(Call(**call) for call in turn["calls"])
    figures = tuple(Figure(**figure) for figure in turn["figures"])
    return Turn(**{**turn, "mentions": tuple(mentions), "calls": calls, "figures": figures})


def name_of(entry: Mapping[str, Any]) -> str:
    plan = entry["scenario"]
    return f"{plan['scenario_type']}-{plan['persona']}"


def corrupted(entry: Mapping[str, Any], change: Mapping[str, str]) -> dict[str, str]:
    text = entry["draft"][change["key"]]
    assert change["old"] in text
    return {**entry["draft"], change["key"]: text.replace(change["old"], change["new"])}


@functools.cache
def _by_prompt() -> Mapping[str, Mapping[str, Any]]:
    return {write_request(scenario_of(entry["scenario"])).messages[0][1]: entry for entry in ENTRIES}


def respond(request: dict[str, Any]) -> dict[str, Any]:
    entry = _by_prompt()[request["messages"][0]["content"]]
    draft = entry["draft"]
    if len(request["messages"]) == 1 and entry["corruptions"]:
        draft = corrupted(entry, entry["corruptions"][0])
    text = orjson.dumps(draft).decode()
    return answer_as_mock(request) | {"content": [{"type": "text", "text": text}]}
