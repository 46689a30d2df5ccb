"""Tables of replies, faithful and corrupted, and the records they make.

An entry is ``{"id", "persona", "user", "calls", "reply", "faithful", "class", "why"}`` and may have
``"earlier"``: turns said before, each with its own user, calls and reply. `calls` is a list of
``{"name", "arguments", "result"}``, or the name of such a list in ``results*.json``.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

from scripts.grounding import Dialogue
from scripts.validation.transcript import as_dialogue, read_transcript

FOLDER = Path(__file__).resolve().parent


@cache
def shared_results() -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for path in sorted(FOLDER.glob("results*.json")):
        found |= json.loads(path.read_text("utf-8"))
    return found


def entries(pattern: str) -> list[dict[str, Any]]:
    """Return the entries of every table whose file name matches."""
    return [entry for path in sorted(FOLDER.glob(pattern)) for entry in json.loads(path.read_text("utf-8"))]


def record_of(entry: dict[str, Any]) -> dict[str, Any]:
    """Return the record that an entry's turns make."""
    messages: list[dict[str, Any]] = [{"role": "system", "content": "You are Weatherman."}]
    number = 0
    for turn in (*entry.get("earlier", ()), entry):
        messages.append({"role": "user", "content": turn["user"]})
        calls = turn["calls"]
        for call in shared_results()[calls] if isinstance(calls, str) else calls:
            number += 1
            messages += _call_and_result(call, f"call{number:05d}")
        messages.append({"role": "assistant", "content": turn["reply"]})
    return {"messages": messages}


def _call_and_result(call: dict[str, Any], identifier: str) -> list[dict[str, Any]]:
    function = {"name": call["name"], "arguments": json.dumps(call["arguments"])}
    calling = {"role": "assistant", "content": None}
    return [
        calling | {"tool_calls": [{"id": identifier, "type": "function", "function": function}]},
        {"role": "tool", "tool_call_id": identifier, "content": json.dumps(call["result"])},
    ]


def dialogue_of(entry: dict[str, Any]) -> Dialogue:
    return as_dialogue(read_transcript(record_of(entry)["messages"]), frozenset())
