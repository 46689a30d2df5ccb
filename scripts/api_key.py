"""Where the API key comes from: the environment, else .env, else somebody at a terminal.

A key is read here and handed on; it is never written, shown or put into an error's text.
"""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from scripts.errors import BadKey, MissingKey

VARIABLE: Final = "ANTHROPIC_API_KEY"
ENV_FILE: Final = Path(__file__).resolve().parent.parent / ".env"

NOT_FOUND: Final = "Anthropic API key not found in environment."
PLEASE_ENTER: Final = "Please enter your API key (or set ANTHROPIC_API_KEY environment variable):"


def find_api_key(environment: Mapping[str, str], env_file: Path = ENV_FILE) -> str:
    """Return the key. Raises MissingKey where there is none, BadKey for a text that cannot be one.

    Asks only where somebody sits at a terminal; the question goes to stderr, the typing stays hidden.
    """
    found = environment.get(VARIABLE, "").strip() or _key_in_file(env_file) or _typed_key()
    if not found:
        raise MissingKey("no Anthropic API key was found")
    return checked_key(found)


def checked_key(key: str) -> str:
    """Return `key` without surrounding white space, fit for an HTTP header.

    Raises BadKey otherwise: the SDK would call it a connection error.
    """
    key = key.strip()
    if not key or not key.isascii() or not key.isprintable() or " " in key:
        raise BadKey("what is given as API key is empty or has characters that no key has")
    return key


def _key_in_file(env_file: Path) -> str:
    if not env_file.is_file():
        return ""
    from dotenv import dotenv_values

    return (dotenv_values(env_file, interpolate=False).get(VARIABLE) or "").strip()


def _typed_key() -> str:
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return ""
    from getpass import getpass

    print(NOT_FOUND, PLEASE_ENTER, sep="\n", file=sys.stderr)
    try:
        return getpass("API Key: ", stream=sys.stderr).strip()
    except EOFError:
        return ""
