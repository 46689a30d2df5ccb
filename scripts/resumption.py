"""What a run finds when it starts: how far an earlier one came, and what has changed since.

A scenario's row says under which fingerprint its plan was last compared. Only rows of another one are looked
into, by making their plans again; where the key is the same nothing has changed for them.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from scripts.journal import Journal
from scripts.plans import Plans
from scripts.settling import Part, Standing, State, is_postponed, part_of

PLAN_SETTINGS: Final = ("model", "seed", "personas", "scenarios", "style_examples", "prompt_version")
"""Settings that plans depend on, as they are kept with the run and named where they differ."""

NEVER: Final = 0
"""The fingerprint of a scenario whose plan has to be compared before it is relied on."""


class Changed(NamedTuple):
    """Scenarios whose plan is another one now.

    `records` of them had a record or a draft waiting, which cost `usd` to make; `to_write` have no draft from
    an earlier time to take instead. `only_mock`: all that is superseded is a dry run's.
    """

    numbers: tuple[int, ...]
    records: int
    to_write: int
    usd: float
    only_mock: bool


class Tally(NamedTuple):
    """Where the scenarios up to the count stand, and how many accepted ones lie beyond it.

    `failed` are done with; `postponed` were set aside in this run and get one more try in it.
    """

    accepted: int
    failed: int
    postponed: int
    beyond: int
    largest: int


def changed_plans(journal: Journal, plans: Plans, count: int) -> Changed:
    """Return which of the scenarios up to `count` are made from something else now; writes nothing."""
    query = "SELECT number, key, state FROM scenario WHERE number <= ? AND plan <> ? ORDER BY number"
    numbers, records, to_write, usd, sources = [], 0, 0, 0.0, set()
    for number, key, state in journal.rows(query, (count, journal.plan)):
        plan = plans.plan(number)
        if plan.key == key:
            continue
        numbers.append(number)
        if state in (State.WAITING, State.ACCEPTED):
            records += 1
            to_write += journal.passed_attempt(number, plan.key) is None
            cost, source = journal.rows(
                "SELECT total(usd), max(source) FROM attempt WHERE number = ? AND key = ?", (number, key)
            )[0]
            usd += cost
            sources.add(source)
    return Changed(tuple(numbers), records, to_write, usd, sources <= {"mock"})


def differences(kept: Mapping[str, Any], now: Mapping[str, Any]) -> list[str]:
    """Return in words which of the settings that plans depend on differ."""
    return [
        f"{name.replace('_', ' ')} {kept[name]} -> {now[name]}"
        for name in PLAN_SETTINGS
        if name in kept and kept[name] != now[name]
    ]


def adopt(journal: Journal, changed: Changed, count: int, *, judge_again: bool) -> None:
    """Take the present plans for the ones that hold, superseding the changed scenarios.

    Where one is superseded, or with `judge_again`, every record kept waits to be judged anew, in its turn.
    """
    for number in changed.numbers:
        journal.write("DELETE FROM scenario WHERE number = ?", (number,))
    plan = journal.plan
    journal.write("UPDATE scenario SET plan = ? WHERE number <= ? AND plan <> ?", (plan, count, plan))
    if not changed.numbers and not judge_again:
        return
    journal.keep("generation", journal.recall("generation", 1) + 1)
    journal.keep("ended", False)
    for standing in journal.accepted_between(1, journal.last_position()):
        compared = standing.number <= count
        journal.set_standing(waiting_again(standing), None if compared else NEVER)


def waiting_again(standing: Standing) -> Standing:
    """Return the standing of an accepted record that is to be judged anew."""
    return standing._replace(state=State.WAITING, late=False, drafts=1, position=None, breaches=0)


def tally(journal: Journal, count: int, generation: int) -> tuple[bytearray, Tally]:
    """Return in which part of the run each scenario up to `count` has its turn, by number, and the sums."""
    parts = bytearray(count + 1)
    accepted = failed = postponed = 0
    for number in journal.accepted_numbers(count):
        parts[number] = Part.DONE
        accepted += 1
    for standing in journal.unaccepted(count):
        parts[standing.number] = part = part_of(standing, generation)
        failed += part is Part.DONE
        postponed += is_postponed(standing, generation)
    beyond, largest = journal.rows(
        "SELECT count(*), max(number) FROM scenario WHERE number > ? AND state = ?", (count, State.ACCEPTED)
    )[0]
    return parts, Tally(accepted, failed, postponed, beyond, largest or 0)


def numbers_of(parts: bytearray, part: Part) -> Iterator[int]:
    """Yield the numbers that have their turn in this part, in order."""
    number = parts.find(part, 1)
    while number >= 0:
        yield number
        number = parts.find(part, number + 1)


def late_numbers(journal: Journal, count: int, generation: int) -> list[int]:
    """Return the scenarios to be tried after all others, in order."""
    late = (one for one in journal.unaccepted(count) if part_of(one, generation) is Part.LATE)
    return [standing.number for standing in late]
