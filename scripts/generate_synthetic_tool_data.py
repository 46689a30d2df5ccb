"""Makes a dataset of weather conversations with tool use, written by Claude, for training a model.

    python scripts/generate_synthetic_tool_data.py --count 1000

Importing this parses nothing, and importing what a run needs waits until the options are known to be good.
"""

import argparse
import contextlib
import gc
import inspect
import math
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final, NoReturn

if not __package__:
    sys.path[0] = str(Path(__file__).resolve().parent.parent)

from scripts.claude_api_client import ClaudeAPIClient
from scripts.garbage import collect_seldom, lasting
from scripts.settings import Settings

OUTPUT: Final = Path("data/synthetic/tool_use_examples.jsonl")
MOST_RECORDS: Final = 1_000_000
MOST_IN_FLIGHT: Final = 1_000
MOST_RETRIES: Final = 20

EPILOG: Final = """\
examples:
  python scripts/generate_synthetic_tool_data.py --count 10 --mock       a dry run: no key, no cost
  python scripts/generate_synthetic_tool_data.py --count 1000 --estimate what a run would cost
  python scripts/generate_synthetic_tool_data.py --count 1000            the dataset; goes on after a crash
  python scripts/generate_synthetic_tool_data.py --count 3000 --max-cost 10 --yes

exit status: 0 the file has all its records, 1 it could not be finished, 2 wrong usage, 130 interrupted
"""


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence."""

    def error(self, message: str) -> NoReturn:
        """Print the sentence and exit with status 2."""
        self.exit(2, f"{self.prog}: {message}\n")


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of every option, with default and unit in its help."""
    parser = Parser(
        prog="generate_synthetic_tool_data.py",
        description="Make a dataset of weather conversations with tool use, written by Claude.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    _add_main_options(parser)
    _add_pace_options(parser)
    _add_money_options(parser)
    _add_content_options(parser)
    return parser


def _add_main_options(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add(
        "--count",
        type=whole(1, MOST_RECORDS),
        default=1000,
        metavar="N",
        help="conversations to have in the file when done (default %(default)s)",
    )
    add("--output", type=Path, default=OUTPUT, metavar="PATH", help="default %(default)s")
    add("--mock", action="store_true", help="a dry run: no network, no key, no cost")
    add("--model", default=_client_default("model"), metavar="ID", help="default %(default)s")
    add("--seed", type=int, default=42, metavar="INT", help="decides every scenario (default %(default)s)")
    add(
        "--run-date",
        type=_date,
        metavar="YYYY-MM-DD",
        help="the date in conversation ids (default: today, UTC, when the run is begun; kept with it)",
    )
    add("--overwrite", action="store_true", help="move what is there to previous/ and begin anew")
    add("--yes", action="store_true", help="agree to every question asked before the start")


def _add_pace_options(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add(
        "--concurrency",
        type=whole(1, MOST_IN_FLIGHT),
        default=_client_default("concurrency"),
        metavar="N",
        help="requests in flight at most (default %(default)s)",
    )
    add(
        "--rate-limit-delay",
        type=number(0, 3600),
        default=_client_default("rate_limit_delay"),
        metavar="S",
        help="least seconds between two request starts (default %(default)s; 0: as the account allows)",
    )
    add(
        "--max-retries",
        type=whole(0, MOST_RETRIES),
        default=_client_default("max_retries"),
        metavar="N",
        help="repeats after the first try, of a request that fails and of a record that falls short"
        " (default %(default)s each)",
    )
    add(
        "--request-timeout",
        type=number(1, 3600),
        default=_client_default("request_timeout_s"),
        metavar="S",
        help="seconds one request may take in all (default %(default)s)",
    )
    add(
        "--give-up-after",
        type=number(0, 604_800),
        default=_client_default("give_up_after_s"),
        metavar="S",
        help="seconds without one success after which the run stops, everything kept (default %(default)s)",
    )


def _add_money_options(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add(
        "--estimate",
        action="store_true",
        help="print what the run would cost and take, and stop; needs no key",
    )
    add(
        "--confirm-over",
        type=number(0, 1e9),
        default=5.0,
        metavar="USD",
        help="ask before the start where the estimate is above this (default %(default).2f)",
    )
    add(
        "--max-cost",
        type=number(0.000001, 1e9),
        metavar="USD",
        help="never spend more than this on the output, earlier runs included (default: no limit)",
    )
    add("--prices", type=Path, metavar="FILE", help="JSON file of prices that replace those known")


def _add_content_options(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add(
        "--personas",
        type=shares,
        metavar="SHARES",
        help="as in neutral=0.7,twain=0.2,franklin=0.1"
        " (default: PERSONA_DISTRIBUTION in scripts/conversation_orchestrator.py)",
    )
    add(
        "--scenarios",
        type=shares,
        metavar="SHARES",
        help="as in success=0.65,error=0.175,multi_turn=0.175"
        " (default: SCENARIO_DISTRIBUTION in scripts/conversation_orchestrator.py)",
    )
    add(
        "--style-examples",
        type=Path,
        metavar="FILE",
        help='JSON Lines of {"persona", "text"}: passages drawn into requests to show a voice',
    )
    add(
        "--repetition",
        choices=("reject", "report"),
        help="what is done with a record that repeats others (default: reject; report in a dry run)",
    )
    add(
        "--mock-faults",
        type=_faults,
        default={},
        metavar="RATES",
        help="with --mock: faults at these rates, as in bad_json=0.05,429=0.02",
    )
    add("--show-requests", action="store_true", help="print every request and reply on stderr")


def _client_default(name: str) -> Any:
    return inspect.signature(ClaudeAPIClient).parameters[name].default


def whole(least: int, most: int) -> Callable[[str], int]:
    """Return a reader of whole numbers from `least` to `most`."""

    def read(text: str) -> int:
        try:
            given = int(text)
        except ValueError:
            given = least - 1
        if not least <= given <= most:
            raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from {least} to {most}")
        return given

    return read


def number(least: float, most: float) -> Callable[[str], float]:
    """Return a reader of numbers from `least` to `most`."""

    def read(text: str) -> float:
        try:
            given = float(text)
        except ValueError:
            given = math.nan
        if not least <= given <= most:
            raise argparse.ArgumentTypeError(f"{text!r} is not a number from {least:g} to {most:g}")
        return given

    return read


def shares(text: str) -> dict[str, float]:
    """Read shares of 1 by name, as in ``neutral=0.7,twain=0.3``; who uses them checks names and sum."""
    given: dict[str, float] = {}
    for part in text.split(","):
        name, _, share = (piece.strip() for piece in part.partition("="))
        try:
            value = float(share)
        except ValueError:
            value = math.nan
        if not name or name in given or not 0 <= value <= 1:
            raise argparse.ArgumentTypeError(
                f"{part!r} is not of the form name=share, each name once, 0 to 1"
            )
        given[name] = value
    return given


def _date(text: str) -> date:
    with contextlib.suppress(ValueError):
        if date.fromisoformat(text).isoformat() == text:
            return date.fromisoformat(text)
    raise argparse.ArgumentTypeError(f"{text!r} is not a date of the form YYYY-MM-DD")


def _faults(text: str) -> Mapping[str, float]:
    from scripts.mock_transport import mock_faults

    try:
        return mock_faults(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def settings_of(args: argparse.Namespace) -> Settings:
    """Return the settings, with the defaults that depend on other options or stand elsewhere."""
    from scripts.conversation_orchestrator import PERSONA_DISTRIBUTION, SCENARIO_DISTRIBUTION

    given = vars(args)
    return Settings(
        **{
            **given,
            "personas": given["personas"] or PERSONA_DISTRIBUTION,
            "scenarios": given["scenarios"] or SCENARIO_DISTRIBUTION,
            "repetition": given["repetition"] or ("report" if given["mock"] else "reject"),
        }
    )


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status."""
    parser = build_parser()
    args = parser.parse_args(argv)
    if args.mock_faults and not args.mock:
        parser.error("--mock-faults needs --mock")
    collect_seldom()
    from scripts.interruption import EXIT_STATUS, Terminated, raising_on_signals

    try:
        with raising_on_signals():
            with lasting():
                from scripts.generation import generate

            return generate(settings_of(args))
    except (KeyboardInterrupt, Terminated):
        print("Interrupted; what was begun is kept.", file=sys.stderr)
        return EXIT_STATUS


if __name__ == "__main__":
    status = main()
    gc.freeze()  # nothing is looked through on the way out
    sys.exit(status)
