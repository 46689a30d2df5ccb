"""Conversations written from the requests alone, by somebody who saw nothing else: good writing passes,
and the same writing with one thing wrong does not.

blind_drafts.json holds each plan whole, so that what the writer was asked stays when plans change.
"""

import json
from datetime import date
from pathlib import Path
from typing import Any

import orjson
import pytest

from scripts.catch_phrases import banned, quotations
from scripts.draft_reader import read_draft
from scripts.plan_check import check_plan
from scripts.record import assemble
from scripts.scenario import Asker, Call, Figure, Mention, Scenario, Turn
from scripts.validator import validate_record

ENTRIES = json.loads(Path(__file__).with_name("blind_drafts.json").read_text(encoding="utf-8"))


def scenario_of(plan: dict[str, Any]) -> Scenario:
    turns = tuple(
        Turn(
            **turn
            | {
                "mentions": tuple(
                    Mention(**mention | {"forms": tuple(mention["forms"])}) for mention in turn["mentions"]
                ),
                "calls": tuple(Call(**call) for call in turn["calls"]),
                "figures": tuple(Figure(**figure) for figure in turn["figures"]),
            }
        )
        for turn in plan["turns"]
    )
    today = date.fromisoformat(plan["today"])
    return Scenario(**plan | {"today": today, "asker": Asker(**plan["asker"]), "turns": turns})


def codes_of(scenario: Scenario, texts: dict[str, str]) -> dict[str, list[str]]:
    draft = read_draft(orjson.dumps(texts).decode(), "end_turn", scenario)
    record = assemble(scenario, draft, date(2026, 1, 1), "synthetic")
    findings: dict[str, list[str]] = {}
    for finding in (*check_plan(scenario, draft), *validate_record(record.as_json())):
        findings.setdefault(finding.code, []).append(finding.message)
    return findings


def name_of(entry: dict[str, Any]) -> str:
    plan = entry["scenario"]
    return f"{plan['scenario_type']}-{plan['persona']}"


@pytest.mark.parametrize("entry", ENTRIES, ids=map(name_of, ENTRIES))
def test_good_writing_passes(entry):
    scenario = scenario_of(entry["scenario"])
    assert codes_of(scenario, entry["draft"]) == {}
    for key, text in entry["draft"].items():
        if key.startswith("reply"):
            assert banned(text) == quotations(text) == ()


CORRUPTED = [(entry, change) for entry in ENTRIES for change in entry["corruptions"]]


@pytest.mark.parametrize(
    ("entry", "change"), CORRUPTED, ids=[f"{name_of(entry)}-{change['new']}" for entry, change in CORRUPTED]
)
def test_the_same_writing_with_one_thing_wrong_does_not(entry, change):
    text = entry["draft"][change["key"]]
    assert change["old"] in text
    corrupted = entry["draft"] | {change["key"]: text.replace(change["old"], change["new"])}
    assert change["code"] in codes_of(scenario_of(entry["scenario"]), corrupted)


def test_the_trial_is_wide():
    plans = [entry["scenario"] for entry in ENTRIES]
    assert len(ENTRIES) >= 12
    assert {plan["persona"] for plan in plans} == {"neutral", "twain", "franklin"}
    assert {plan["scenario"] for plan in plans} == {"success", "error", "multi_turn"}
    assert len({plan["scenario_type"] for plan in plans}) >= 15
