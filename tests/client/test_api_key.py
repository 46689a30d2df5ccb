"""Where the key comes from; the question at a terminal is asked through a real pseudo-terminal."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.api_key import checked_key, find_api_key
from scripts.errors import BadKey, MissingKey

ROOT = Path(__file__).resolve().parents[2]
ASK = """
from pathlib import Path
from scripts.api_key import find_api_key
print(find_api_key({}, Path("none")) == "sk-ant-typed")
"""


def env_file(folder: Path, text: str) -> Path:
    path = folder / ".env"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("environment", "text", "key"),
    [
        ({"ANTHROPIC_API_KEY": "sk-ant-env"}, "ANTHROPIC_API_KEY=sk-ant-file", "sk-ant-env"),
        ({}, "ANTHROPIC_API_KEY=sk-ant-file", "sk-ant-file"),
        ({"ANTHROPIC_API_KEY": "  "}, "ANTHROPIC_API_KEY=sk-ant-file", "sk-ant-file"),
        ({"ANTHROPIC_API_KEY": " sk-ant-env\n"}, "", "sk-ant-env"),
        ({}, "# a comment\nexport ANTHROPIC_API_KEY='sk-ant-$file'\n", "sk-ant-$file"),
    ],
)
def test_the_environment_wins_over_the_file(
    tmp_path: Path, environment: dict[str, str], text: str, key: str
) -> None:
    assert find_api_key(environment, env_file(tmp_path, text)) == key


@pytest.mark.parametrize("text", ["", "ANTHROPIC_API_KEY=", "OTHER=1"])
def test_without_a_key_and_a_terminal_the_error_names_the_three_ways(
    tmp_path: Path, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", open(os.devnull, encoding="utf-8"))  # noqa: SIM115
    with pytest.raises(MissingKey) as missing:
        find_api_key({}, env_file(tmp_path, text))
    for way in ("environment variable ANTHROPIC_API_KEY", ".env", "terminal"):
        assert way in str(missing.value)
    assert missing.value.exit_status == 2


@pytest.mark.parametrize("key", ["", "two words", "sk-ant-\nx", "sk-ant-\x7f", "sk-ant-ключ"])
def test_what_cannot_be_a_key_is_refused_without_being_shown(key: str) -> None:
    with pytest.raises(BadKey) as bad:
        checked_key(key)
    assert not key or key not in str(bad.value)


def test_at_a_terminal_the_key_is_asked_for_and_stays_hidden() -> None:
    controller, terminal = pty.openpty()
    asking = subprocess.Popen(
        [sys.executable, "-c", ASK],
        cwd=ROOT,
        stdin=terminal,
        stdout=subprocess.PIPE,
        stderr=terminal,
        start_new_session=True,
        text=True,
    )
    os.close(terminal)
    shown = b""
    while b"API Key: " not in shown:
        shown += os.read(controller, 1024)
    os.write(controller, b"sk-ant-typed\n")
    assert asking.communicate()[0] == "True\n"
    shown += os.read(controller, 1024)
    os.close(controller)
    assert shown.decode().replace("\r\n", "\n") == (
        "Anthropic API key not found in environment.\n"
        "Please enter your API key (or set ANTHROPIC_API_KEY environment variable):\n"
        "API Key: \n"
    )
