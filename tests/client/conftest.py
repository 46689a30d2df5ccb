import importlib
import os
from collections.abc import Callable, Iterator

import pytest

from scripts.claude_api_client import ClaudeAPIClient
from tests.local_api import LocalAPI

KEY = "sk-ant-test-0123456789"
PLAIN = {"respond": "tests.local_api:plain_reply"}


@pytest.fixture(scope="session")
def server() -> Iterator[LocalAPI]:
    importlib.import_module("anthropic")  # takes seconds the first time, which no test's limit should contain
    with LocalAPI(**PLAIN) as api:
        yield api


@pytest.fixture
def api(server: LocalAPI, monkeypatch: pytest.MonkeyPatch) -> LocalAPI:
    """The local API, well-behaved until told otherwise, where the SDK looks for the real one."""
    server.behave(**PLAIN)
    monkeypatch.setenv("ANTHROPIC_BASE_URL", server.url)
    monkeypatch.delenv("ANTHROPIC_API_KEY", raising=False)
    return server


@pytest.fixture
def behave(api: LocalAPI) -> Callable[..., None]:
    return lambda **behaviour: api.behave(**{**PLAIN, **behaviour})


@pytest.fixture
def make_client(api: LocalAPI) -> Callable[..., ClaudeAPIClient]:
    """A client of the local API without a pace and with short waits, unless told otherwise."""

    def make(**settings: object) -> ClaudeAPIClient:
        quick = {"api_key": KEY, "rate_limit_delay": 0, "retry_delays": [0.01, 0.02]}
        return ClaudeAPIClient(**{**quick, **settings})  # type: ignore[arg-type]

    assert "ANTHROPIC_BASE_URL" in os.environ
    return make
