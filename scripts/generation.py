"""The command from start to end: prepare, run, write the files, say how it went."""

import asyncio
import contextlib
import gc
import signal
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from typing import Any

from scripts.accounts import accounts
from scripts.agreement import print_estimate
from scripts.api.reply import Reply
from scripts.basis import Basis, basis_of
from scripts.checkpoints import Checkpoints
from scripts.claude_api_client import ClaudeAPIClient
from scripts.console import result, say
from scripts.conversation_orchestrator import Orchestrator, Terms
from scripts.dataset_files import StorageError
from scripts.diversity import SAMPLE, Diversity
from scripts.errors import GenerationError, StopRun
from scripts.interruption import EXIT_STATUS, Interrupted, Interruption, held_back, wants_partial_results
from scripts.journal import JournalBookings, JournalDamaged
from scripts.mending import suspicion
from scripts.outputs import Outputs
from scripts.preparation import Run, made_from, prepare
from scripts.progress import Progress
from scripts.resumption import late_numbers, numbers_of
from scripts.settings import Settings
from scripts.settling import Part
from scripts.summary import summary


def generate(settings: Settings) -> int:
    """Carry out the command; return its exit status."""
    try:
        basis = basis_of(settings)
        return _attempt(basis)
    except GenerationError as error:
        say(f"{error}.")
        return error.exit_status


def _attempt(basis: Basis) -> int:
    try:
        with ExitStack() as held:
            if basis.settings.estimate:
                print_estimate(basis, held)
                return 0
            run = prepare(basis, held)
            return 0 if run is None else _generate(run)
    except JournalDamaged:
        with contextlib.suppress(OSError):
            suspicion(basis.files.journal).touch()
        raise


def _generate(run: Run) -> int:
    try:
        return _run_and_write(run)
    except StorageError as error:
        raise StorageError(f"{error.message}: {_kept(run)}", error.hint) from error


def _run_and_write(run: Run) -> int:
    settings = run.basis.settings
    checkpoints = Checkpoints(run.basis.files, run.journal, run.run_date, settings.count)
    checkpoints.catch_up()
    run.journal.commit()
    stopped, by = None, None
    is_all_new = run.tally.accepted == 0 and settings.count <= SAMPLE
    diversity = Diversity(settings.seed) if is_all_new else None
    if settings.count > run.tally.accepted + run.tally.failed:
        stopped, by = _run(run, checkpoints, diversity)
    if by is not None and not wants_partial_results(by):
        say(f"The files are as they were. {_kept(run)}; the same command goes on from there.")
        return EXIT_STATUS
    with held_back():
        complete = (stopped is None or _accepted(run) > 0) and _write_files(run, diversity)
        if stopped is None:
            checkpoints.remove_surplus()
            run.journal.keep("ended", True)
            run.journal.commit()
    return _last_words(run, stopped, complete)


def _run(
    run: Run, checkpoints: Checkpoints, diversity: Diversity | None
) -> tuple[StopRun | None, signal.Signals | None]:
    gc.freeze()  # what stands by now lives on: no need to look through it for circles
    stopped, by = asyncio.run(_carry_out(run, checkpoints, diversity))
    if diversity is None:
        # The guard's window is some tens of megabytes, in a circle of references; the report needs the room.
        gc.collect()
    if isinstance(stopped, Interrupted) and _accepted(run) == run.basis.settings.count:
        return None, None
    return stopped, by


async def _carry_out(
    run: Run, checkpoints: Checkpoints, diversity: Diversity | None
) -> tuple[StopRun | None, signal.Signals | None]:
    """Run the event loop's part; return why it stopped early, if it did, and by which signal."""
    settings = run.basis.settings
    progress = Progress(
        settings.count,
        run.tally.accepted,
        run.tally.failed + run.tally.postponed,
        lambda: _doing(client, settings),
    )
    client = _client(run, progress.say)
    terms = Terms(
        run.run_date, run.generation, settings.max_retries, settings.repetition, settings.concurrency
    )
    watcher = _show if settings.show_requests else None
    orchestrator = Orchestrator(
        run.basis.plans, client, run.journal, checkpoints, progress, terms, watcher, diversity
    )
    interruption = Interruption(orchestrator.stop, run.journal.commit)
    interruption.watch(asyncio.get_running_loop())
    try:
        await client.check_model()
        await orchestrator.run(
            numbers_of(run.parts, Part.MAIN),
            lambda: late_numbers(run.journal, settings.count, run.generation),
        )
    except StopRun as reason:
        orchestrator.stop(reason)
    finally:
        progress.close()
        await client.aclose()
        run.journal.commit()
    return orchestrator.stopped, interruption.by


def _client(run: Run, notice: Callable[[str], None]) -> ClaudeAPIClient:
    settings = run.basis.settings
    transport = None
    if settings.mock:
        from scripts.mock_transport import MockTransport

        transport = MockTransport(settings.mock_faults, settings.seed)
    return ClaudeAPIClient(
        run.api_key,
        settings.model,
        settings.max_retries,
        rate_limit_delay=settings.rate_limit_delay,
        concurrency=settings.concurrency,
        request_timeout_s=settings.request_timeout,
        give_up_after_s=settings.give_up_after,
        max_cost=None if settings.mock else settings.max_cost,
        transport=transport,
        bookings=None if settings.mock else JournalBookings(run.journal),
        models=run.basis.models,
        notice=notice,
    )


def _doing(client: ClaudeAPIClient, settings: Settings) -> str:
    return "" if settings.mock else f", ${client.budget.spent_usd:.2f}, limited by {client.limited_by}"


def _show(number: int, body: Mapping[str, Any], reply: Reply) -> None:
    """Print a request and its reply to be read."""
    say(f"\n{'=' * 30} scenario {number} {'=' * 30}\n--- system\n{body['system']}")
    for message in body["messages"]:
        say(f"--- {message['role']}\n{message['content']}")
    say(
        f"--- reply ({reply.stop_reason}, {reply.input_tokens} tokens in, {reply.output_tokens} out)\n{reply}"
    )


# Afterwards


def _write_files(run: Run, diversity: Diversity | None) -> bool:
    """Write what there is, and say it; return whether the file has all its records."""
    basis, settings = run.basis, run.basis.settings
    outputs = Outputs(basis.files, run.journal, settings, run.run_date)
    report = outputs.write_rejected()
    written = outputs.write_output(made_from(run.basis, run.journal))
    if written.moved:
        say(f"The output that was there is now in {written.moved}.")
    sums = accounts(run.journal, settings.count, settings.source)
    outputs.write_report(report, sums, diversity)
    outputs.write_metadata(written, sums, basis.model)
    result(summary(settings, basis.files, written, sums, basis.model))
    return written.records == settings.count


def _last_words(run: Run, stopped: StopRun | None, complete: bool) -> int:
    if isinstance(stopped, Interrupted):
        say(f"Interrupted. {_kept(run)}; the same command goes on from there.")
        return EXIT_STATUS
    if stopped is not None:
        say(f"{stopped.message.rstrip('.')}: {_kept(run)}; {stopped.hint}.")
        return 1
    if not complete:
        count, accepted = run.basis.settings.count, _accepted(run)
        say(f"{accepted:,} of {count:,}; the same command tries the other {count - accepted:,} again.")
        return 1
    return 0


def _kept(run: Run) -> str:
    return f"{_accepted(run):,} of {run.basis.settings.count:,} records are saved"


def _accepted(run: Run) -> int:
    return accounts(run.journal, run.basis.settings.count, run.basis.settings.source).accepted
