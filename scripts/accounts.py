"""What a run came to, in drafts, tokens and dollars: sums over the journal."""

from collections import Counter
from typing import Any, Final, NamedTuple

from scripts.journal import Journal
from scripts.settling import State

PRESENT = "JOIN scenario s ON s.number = a.number AND s.key = a.key WHERE a.number <= ?"


class Accounts(NamedTuple):
    """Sums over the scenarios of a run.

    `drafts` counts those made for the plans that hold now, `passed_first_try` the settled scenarios whose
    first draft passed. Tokens and dollars are
    all that this output took, superseded records included. `rejected_usd` is by code, a draft with two kinds
    of fault standing under both together; `unanswered_usd` by how the request ended.
    """

    accepted: int
    dropped: int
    set_aside: int
    drafts: int
    passed_first_try: int
    breaches_reported: int
    input_tokens: int
    output_tokens: int
    usd: float
    rejected_usd: dict[str, float]
    unanswered_usd: dict[str, float]
    superseded_usd: float
    rejected_drafts: dict[str, int]

    @property
    def usd_per_record(self) -> float | None:
        """All costs by accepted record, None where there is none."""
        return self.usd / self.accepted if self.accepted else None

    def cost_as_json(self) -> dict[str, Any]:
        """Return the dollars for the metadata."""
        per_record = self.usd_per_record
        return {
            "usd": round(self.usd, 6),
            "usd_per_accepted_record": None if per_record is None else round(per_record, 6),
            "rejected_usd_by_reason": _rounded(self.rejected_usd),
            "unanswered_usd_by_cause": _rounded(self.unanswered_usd),
            "superseded_usd": round(self.superseded_usd, 6),
        }


def accounts(journal: Journal, count: int, source: str) -> Accounts:
    """Return the sums for the scenarios up to `count`; tokens are those of `source`'s attempts."""
    states = Counter(
        dict(journal.rows("SELECT state, count(*) FROM scenario WHERE number <= ? GROUP BY state", (count,)))
    )
    rejected = journal.rows(
        f"SELECT codes, count(*), total(usd) FROM attempt a {PRESENT} AND draft > 0 AND codes <> ''"
        " GROUP BY codes ORDER BY 3 DESC",
        (count,),
    )
    tokens = journal.rows(
        "SELECT total(input_tokens), total(output_tokens), total(usd) FROM attempt WHERE source = ?",
        (source,),
    )[0]
    present_usd = _number(journal, f"SELECT total(usd) FROM attempt a {PRESENT}", count)
    unanswered = journal.rows(
        "SELECT cause, total(usd) FROM booking WHERE usd > 0 AND cause <> 'answered' GROUP BY cause"
    )
    return Accounts(
        accepted=states[State.ACCEPTED],
        dropped=states[State.DROPPED],
        set_aside=states[State.SET_ASIDE],
        drafts=int(_number(journal, f"SELECT count(*) FROM attempt a {PRESENT} AND draft > 0", count)),
        passed_first_try=int(_number(journal, _FIRST_TRY, count)),
        breaches_reported=int(
            _number(journal, "SELECT count(*) FROM scenario WHERE breaches > 0 AND number <= ?", count)
        ),
        input_tokens=int(tokens[0]),
        output_tokens=int(tokens[1]),
        usd=float(journal.rows("SELECT total(ifnull(usd, worst_usd)) FROM booking")[0][0]),
        rejected_usd={codes: usd for codes, _, usd in rejected if usd},
        unanswered_usd=dict(unanswered),
        superseded_usd=max(0.0, tokens[2] - present_usd),
        rejected_drafts={codes: drafts for codes, drafts, _ in rejected},
    )


SETTLED: Final = (State.ACCEPTED, State.DROPPED, State.SET_ASIDE)

_FIRST_TRY = f"""
SELECT count(*) FROM attempt a {PRESENT} AND draft = 1 AND codes = '' AND s.state IN
({", ".join(map(str, map(int, SETTLED)))}) AND NOT EXISTS (
    SELECT 1 FROM attempt b WHERE b.number = a.number AND b.key = a.key AND b.id < a.id AND b.draft > 0)
"""


def _number(journal: Journal, query: str, count: int) -> float:
    return float(journal.rows(query, (count,))[0][0])


def _rounded(amounts: dict[str, float]) -> dict[str, float]:
    return {name: round(usd, 6) for name, usd in amounts.items()}
