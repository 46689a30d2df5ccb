"""The documents and the code say the same."""

import argparse
import re
import shlex
from pathlib import Path

import pytest

from scripts import validator
from scripts.finding import CODES
from scripts.generate_synthetic_tool_data import build_parser

ROOT = Path(__file__).resolve().parent.parent
GUIDE = ROOT / "docs" / "SYNTHETIC_DATA_GENERATION.md"
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
COMMAND = re.compile(r"^(?:\./setup_\w+\.sh )?python (scripts/\w+\.py)((?: .*)?)$", re.MULTILINE)
PARSERS = {
    "scripts/generate_synthetic_tool_data.py": build_parser,
    "scripts/validator.py": validator.build_parser,
}


def options(parser: argparse.ArgumentParser) -> set[str]:
    return {
        option for action in parser._actions for option in action.option_strings if option.startswith("--")
    }


def commands() -> list[tuple[str, str, str]]:
    return [
        (document.name, match[1], match[2].split("#")[0].strip())
        for document in DOCUMENTS
        for match in COMMAND.finditer(document.read_text(encoding="utf-8"))
    ]


def test_every_option_of_the_command_is_in_the_guide() -> None:
    table = GUIDE.read_text(encoding="utf-8")
    assert {option for option in options(build_parser()) if f"`{option}" not in table} == {"--help"}


def test_the_guide_names_no_option_that_is_not_there() -> None:
    known = set().union(*(options(parser()) for parser in PARSERS.values()))
    for document in DOCUMENTS:
        named = set(re.findall(r"`(--[a-z-]+)", document.read_text(encoding="utf-8")))
        assert named <= known, document.name


@pytest.mark.parametrize(("document", "script", "arguments"), commands())
def test_every_documented_command_parses(document: str, script: str, arguments: str) -> None:
    PARSERS[script]().parse_args(shlex.split(arguments))


def test_the_readme_begins_with_the_two_commands() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "./setup_local.sh python scripts/generate_synthetic_tool_data.py --count 10 --mock\n" in readme
    assert "./setup_local.sh pytest\n" in readme


def test_every_code_is_explained() -> None:
    explained = (ROOT / "docs" / "VALIDATION.md").read_text(encoding="utf-8")
    assert [code for code in CODES if code not in explained] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_between_files_lead_somewhere(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    targets = [link.split("#")[0] for link in re.findall(r"\]\(([^)]+)\)", text) if "://" not in link]
    assert [target for target in targets if target and not (document.parent / target).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_files_named_in_the_text_exist(document: Path) -> None:
    named = re.findall(
        r"`((?:scripts|docs|tests|data)/[\w/.]+\.(?:py|md|sh|json|csv))`", document.read_text("utf-8")
    )
    made = ("data/synthetic/",)
    assert [name for name in named if not name.startswith(made) and not (ROOT / name).exists()] == []
