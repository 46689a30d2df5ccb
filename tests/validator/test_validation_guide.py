"""The guide and the code say the same."""

import re
from pathlib import Path

import pytest

from scripts.finding import CODES
from scripts.validator import MAX_RECORD_BYTES, build_parser

ROOT = Path(__file__).resolve().parents[2]
GUIDE = (ROOT / "docs" / "VALIDATION.md").read_text()


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_its_section(code):
    assert re.search(rf"^### .*\b{code}\b", GUIDE, re.MULTILINE)


def test_every_option_is_in_it():
    options = [option for action in build_parser()._actions for option in action.option_strings]
    assert [option for option in options if option not in GUIDE and option not in ("-h", "--help")] == []


@pytest.mark.parametrize("command", re.findall(r"^python scripts/validator\.py (.+)$", GUIDE, re.MULTILINE))
def test_every_command_parses(command):
    build_parser().parse_args(command.split())


@pytest.mark.parametrize("path", re.findall(r"`((?:scripts|data|tests)/[\w/]+\.(?:py|md))`", GUIDE))
def test_every_file_it_names_exists(path):
    assert (ROOT / path).is_file()


def test_the_largest_record_is_as_it_says():
    assert f"{MAX_RECORD_BYTES:,} bytes" in GUIDE
