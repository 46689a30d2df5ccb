"""Everything one run was asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

Repetition = Literal["reject", "report"]


@dataclass(frozen=True, slots=True)
class Settings:
    """The command's options, checked one by one; names as in its help. Seconds and US dollars."""

    count: int
    output: Path
    mock: bool
    model: str
    seed: int
    concurrency: int
    rate_limit_delay: float
    max_retries: int
    run_date: date | None
    overwrite: bool
    yes: bool
    request_timeout: float
    give_up_after: float
    prices: Path | None
    confirm_over: float
    estimate: bool
    max_cost: float | None
    personas: Mapping[str, float]
    scenarios: Mapping[str, float]
    style_examples: Path | None
    repetition: Repetition
    mock_faults: Mapping[str, float]
    show_requests: bool

    @property
    def source(self) -> Literal["synthetic", "mock"]:
        """What the records' tag of that name says."""
        return "mock" if self.mock else "synthetic"

    def as_json(self) -> dict[str, Any]:
        """Return every setting as JSON values, for the metadata."""
        values = {name: getattr(self, name) for name in self.__slots__}
        return {
            name: str(value) if isinstance(value, Path | date) else value for name, value in values.items()
        } | {"personas": dict(self.personas), "scenarios": dict(self.scenarios)}
