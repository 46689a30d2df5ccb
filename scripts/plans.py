"""What each record of a run is made from: its scenario, its first request, and the key of both.

The key is a hash of what they come to in the end, not of the code, so that a change which changes nothing
costs nothing. A fingerprint of code, tables and settings says whether that has to be looked into at all.
"""

import hashlib
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

import orjson

from scripts.draft import Request
from scripts.packages import version_of
from scripts.prompts import write_request
from scripts.record import Message, Source, tags_of, unwritten
from scripts.scenario import Scenario
from scripts.scenario_generator import ScenarioGenerator
from scripts.style_examples import StyleExample

ROOT: Final = Path(__file__).resolve().parent.parent
KEY_BYTES: Final = 16
NOT_IN_PLANS: Final = ("api", "grounding", "mock", "repetition", "validation")
"""Folders of code that no plan depends on."""
OUTPUT_SUFFIXES: Final = (".json", ".jsonl")
"""Files in ``data/`` that are somebody's output and no table."""


class Plan(NamedTuple):
    """One scenario with the request that has it written, and the record's messages with nothing said yet."""

    scenario: Scenario
    first: Request
    key: bytes
    messages: Sequence[Message]


class Plans(NamedTuple):
    """Makes the plan of each number; always the same one."""

    generator: ScenarioGenerator
    examples: Sequence[StyleExample]
    model: str
    source: Source

    def plan(self, number: int) -> Plan:
        """Return the plan of the `number`-th record (from 1)."""
        scenario = self.generator.scenario(number)
        first = write_request(scenario, self.examples)
        messages = unwritten(scenario)
        made_from = [number, messages, tags_of(scenario, self.source), first.body(self.model)]
        key = hashlib.blake2b(orjson.dumps(made_from), digest_size=KEY_BYTES).digest()
        return Plan(scenario, first, key, messages)


def fingerprint(settings: bytes) -> str:
    """Return a hash of all that plans depend on: their code, its tables, the time zones, and the settings."""
    digest = hashlib.sha256(settings)
    digest.update(f"{sys.version_info[:2]} {version_of('tzdata')}".encode())
    tables = (path for path in (ROOT / "data").glob("*.*") if path.suffix not in OUTPUT_SUFFIXES)
    inner = (path for path in (ROOT / "scripts").iterdir() if path.is_dir() and path.name not in NOT_IN_PLANS)
    code = (path for folder in (ROOT / "scripts", *inner) for path in folder.glob("*.py"))
    for path in [*sorted(code), *sorted(tables)]:
        digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
