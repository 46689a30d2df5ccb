"""Conversations written from the requests alone, by somebody who saw nothing else: good writing passes,
and the same writing with one thing wrong does not.

blind_drafts.json holds each plan whole, so that what the writer was asked stays when plans change. An entry
with `refused` is good writing that the validator is known to misjudge, with the words it refuses it in.
"""

import asyncio
import importlib
from datetime import date

import orjson
import pytest

from scripts.claude_api_client import ClaudeAPIClient
from scripts.drafting import Checked, check_reply
from scripts.plans import Plan
from scripts.prompts import rewrite_request, write_request
from scripts.record import unwritten
from scripts.scenario import Scenario
from scripts.voices.catch_phrases import banned, quotations
from tests.local_api import LocalAPI
from tests.writing.blind import ENTRIES, corrupted, name_of, scenario_of

ACCEPTED = [entry for entry in ENTRIES if "refused" not in entry]
CORRUPTED = [(entry, change) for entry in ENTRIES for change in entry["corruptions"]]


def checked(scenario: Scenario, text: str) -> Checked:
    plan = Plan(scenario, write_request(scenario), b"", unwritten(scenario))
    return check_reply(plan, text, "end_turn", date(2026, 1, 1), "synthetic")


def faults_of(scenario: Scenario, texts: dict[str, str]) -> dict[str, list[str]]:
    faults: dict[str, list[str]] = {}
    for finding in checked(scenario, orjson.dumps(texts).decode()).findings:
        faults.setdefault(finding.code, []).append(finding.message)
    return faults


@pytest.mark.parametrize("entry", ENTRIES, ids=map(name_of, ENTRIES))
def test_good_writing_passes(entry, request):
    if "refused" in entry:
        request.applymarker(pytest.mark.xfail(reason=entry["refused"]))
    assert faults_of(scenario_of(entry["scenario"]), entry["draft"]) == {}
    for key, text in entry["draft"].items():
        if key.startswith("reply"):
            assert banned(text) == quotations(text) == ()


@pytest.mark.parametrize(
    ("entry", "change"), CORRUPTED, ids=[f"{name_of(entry)}-{change['new']}" for entry, change in CORRUPTED]
)
def test_the_same_writing_with_one_thing_wrong_does_not(entry, change):
    assert change["code"] in faults_of(scenario_of(entry["scenario"]), corrupted(entry, change))


def test_the_trial_is_wide():
    plans = [entry["scenario"] for entry in ENTRIES]
    assert len(ENTRIES) >= 30
    assert {plan["persona"] for plan in plans} == {"neutral", "twain", "franklin"}
    assert {plan["scenario"] for plan in plans} == {"success", "error", "multi_turn"}
    assert len({plan["scenario_type"] for plan in plans}) >= 30


@pytest.mark.slow
def test_replayed_over_http_each_wrong_draft_is_mended_by_its_rewriting(monkeypatch):
    importlib.import_module("anthropic")
    with LocalAPI(respond="tests.writing.blind:respond") as api:
        monkeypatch.setenv("ANTHROPIC_BASE_URL", api.url)
        client = ClaudeAPIClient(api_key="sk-ant-test-0123456789", rate_limit_delay=0)
        asyncio.run(replay(client))
        wrong = sum(bool(entry["corruptions"]) for entry in ACCEPTED)
        assert len(api.log()) == len(ACCEPTED) + wrong


async def replay(client: ClaudeAPIClient) -> None:
    for entry in ACCEPTED:
        scenario = scenario_of(entry["scenario"])
        request = write_request(scenario)
        reply = await client.ask(request.body("claude-haiku-4-5"))
        first = checked(scenario, reply.text)
        assert first.passed is not bool(entry["corruptions"]), name_of(entry)
        if not first.passed:
            again = rewrite_request(request, reply.text, first.findings, ())
            reply = await client.ask(again.body("claude-haiku-4-5"))
            assert checked(scenario, reply.text).findings == (), name_of(entry)
