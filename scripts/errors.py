"""What can go wrong between this project and the API, by what the caller would do about it.

GenerationError
├── StopRun               nothing more is sent, those in flight come home, everything is kept
│   ├── MissingKey        no API key anywhere
│   ├── BadKey            the API does not know the key, or it cannot be one
│   ├── NoPermission      the key may not do this
│   ├── NoCredit          the account's credit is used up
│   ├── SpendLimit        a spend limit of the account, workspace or contract is reached
│   ├── UnknownModel      the API does not have this model
│   │   └── RetiredModel  known to be gone: refused without a request
│   ├── RefusedRequests   the API calls our requests invalid or too large, not just one of them
│   ├── Outage            no success for too long
│   └── BudgetReached     --max-cost allows no further request
└── SetAside              this scenario is put aside; the others go on
    ├── Unanswered        the transient faults of one request outlasted its repeats
    └── InvalidRequest    the API calls this one request invalid

Every error is one sentence, and a hint that says what to do about it.
"""


class GenerationError(Exception):
    """Base of this project's errors. `str(error)` is the sentence with its hint.

    `exit_status` is what a command that ends with this error returns.
    """

    hint = ""
    exit_status = 1

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        if hint is not None:
            self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}; {self.hint}" if self.hint else self.message


class StopRun(GenerationError):
    """A fault that will not go away: nothing more is sent."""


class MissingKey(StopRun):
    """No API key: nothing was sent, nothing was charged."""

    hint = (
        "set the environment variable ANTHROPIC_API_KEY, or write it into .env in the project's folder, "
        "or run the command at a terminal and type it (--mock needs none)"
    )
    exit_status = 2


class BadKey(StopRun):
    """The API rejects the key (401), or the text given cannot be a key."""

    hint = "check ANTHROPIC_API_KEY in the environment or in .env; keys are made at platform.claude.com"


class NoPermission(StopRun):
    """The key is good but may not do this (403)."""

    hint = "ask whoever manages the organization or workspace of this key"


class NoCredit(StopRun):
    """The credit balance is used up (400 with that message, or 402)."""

    hint = "buy credit at platform.claude.com under Billing, then run the same command again"


class SpendLimit(StopRun):
    """A monthly or contractual limit is reached (429 with its error code, or 400 with that message)."""

    hint = "raise the limit at platform.claude.com under Limits, or wait for the next month, then run again"


class UnknownModel(StopRun):
    """The API has no model of this name (404)."""


class RetiredModel(UnknownModel):
    """The model is known to be retired: nothing was sent."""

    exit_status = 2


class RefusedRequests(StopRun):
    """The API calls our requests invalid or too large: the first of all, or three in a row."""

    hint = "the request or the endpoint is at fault, so repeating it does not help; check ANTHROPIC_BASE_URL"


class Outage(StopRun):
    """No request succeeded for as long as `give_up_after_s`."""

    hint = "run the same command again later; --give-up-after sets how long to wait"


class BudgetReached(StopRun):
    """What is spent plus the next request's worst case would exceed the budget. Amounts in US dollars."""

    hint = "raise --max-cost to go on"

    def __init__(self, spent_usd: float, max_cost_usd: float) -> None:
        super().__init__(f"stopped at ${spent_usd:.2f} of ${max_cost_usd:.2f}")
        self.spent_usd = spent_usd
        self.max_cost_usd = max_cost_usd


class SetAside(GenerationError):
    """This request came to nothing; its scenario is put aside and the others go on."""


class Unanswered(SetAside):
    """Transient faults outlasted the repeats. `message` names the last one."""

    hint = "the API or the way to it is unwell; try again later"


class InvalidRequest(SetAside):
    """The API calls this request invalid (its content filter for example); `message` has the API's words."""
