"""Replies written without sight of the check, set by set, and what the validator finds in them.

Each entry has the dialogue, the reply, its class, and what a corrupted one has wrong; in the third to
ninth set, by five, nine, eight, four, two, seven hands and one, `calls` may be the name of a list in
``heldout_*_results.json``. The sets were measured before anything was mended for them; they stand here so
that nothing gets worse.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scripts.validator import validate_record

HERE = Path(__file__).parent
Entries = list[dict[str, Any]]


def read(name: str) -> Any:
    return json.loads((HERE / f"{name}.json").read_text("utf-8"))


RESULTS = {
    name: calls
    for number in ("third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
    for name, calls in read(f"heldout_{number}_results").items()
}


def with_calls(turn: dict[str, Any]) -> dict[str, Any]:
    calls = turn["calls"]
    return turn | {"calls": RESULTS[calls] if isinstance(calls, str) else calls}


def entries_of(name: str) -> Entries:
    return [
        with_calls(entry) | {"earlier": [with_calls(turn) for turn in entry.get("earlier", ())]}
        for entry in read(name)
    ]


FAITHFUL = {
    "first": entries_of("heldout_faithful"),
    "second": entries_of("heldout_second_faithful"),
    "third": entries_of("heldout_third_faithful"),
    "fourth": entries_of("heldout_fourth_faithful"),
    "fifth": entries_of("heldout_fifth_faithful"),
    "sixth": entries_of("heldout_sixth_faithful"),
    "seventh": entries_of("heldout_seventh_faithful"),
    "eighth": entries_of("heldout_eighth_faithful"),
    "ninth": entries_of("heldout_ninth_faithful"),
}
CORRUPTED = {
    "first": entries_of("heldout_corrupted"),
    "second": entries_of("heldout_second_corrupted"),
    "third": entries_of("heldout_third_corrupted"),
    "fourth": entries_of("heldout_fourth_corrupted"),
    "fifth": entries_of("heldout_fifth_corrupted"),
    "sixth": entries_of("heldout_sixth_corrupted"),
    "seventh": entries_of("heldout_seventh_corrupted"),
    "eighth": entries_of("heldout_eighth_corrupted"),
    "ninth": entries_of("heldout_ninth_corrupted"),
}


def messages(turns: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    yield {"role": "system", "content": "You are Weatherman."}
    calls = 0
    for turn in turns:
        yield {"role": "user", "content": turn["user"]}
        for call in turn["calls"]:
            calls += 1
            function = {"name": call["name"], "arguments": json.dumps(call["arguments"])}
            identifier = f"call{calls:05}"
            called = [{"id": identifier, "type": "function", "function": function}]
            yield {"role": "assistant", "content": None, "tool_calls": called}
            yield {"role": "tool", "tool_call_id": identifier, "content": json.dumps(call["result"])}
        yield {"role": "assistant", "content": turn["reply"]}


def codes(entry: dict[str, Any], reply: str | None = None) -> set[str]:
    last = {"user": entry["user"], "calls": entry["calls"], "reply": reply or entry["reply"]}
    record = {"messages": list(messages([*entry.get("earlier", []), last]))}
    return {finding.code for finding in validate_record(record)}
