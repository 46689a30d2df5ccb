"""The index of texts that are nearly alike: what it finds, and what it forgets."""

import random
import tracemalloc
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.repetition.limits import SIMILARITY
from scripts.repetition.near_duplicates import NearDuplicates
from scripts.repetition.record_features import Sketch, sketch_of
from scripts.repetition.text_masks import mask
from tests.guard.corpus import WORDS


def words(number: int) -> list[str]:
    rng = random.Random(number)
    return [rng.choice(WORDS) for _ in range(40)]


def sketch(said: list[str]) -> Sketch:
    found = sketch_of(mask(" ".join(said), frozenset()))
    assert found is not None
    return found


def changed(said: list[str], places: int) -> list[str]:
    """Return a text with its last words replaced, so that its similarity to `said` can be told."""
    return said[: len(said) - places] + [f"{word}x" for word in said[len(said) - places :]]


def similarity(one: list[str], two: list[str]) -> float:
    pairs, others = set(pairwise(one)), set(pairwise(two))
    return len(pairs & others) / len(pairs | others)


def test_a_text_of_few_words_is_not_compared() -> None:
    assert sketch_of(mask("weather in Oslo today?", frozenset())) is None


def test_nearly_every_text_well_above_the_limit_is_found_and_none_below() -> None:
    index = NearDuplicates()
    for number in range(500):
        index.add(sketch(words(number)))
    above, below = changed(words(0), 5), changed(words(0), 10)
    assert similarity(words(0), above) > 0.75
    assert similarity(words(0), below) < SIMILARITY
    found = sum(index.has(sketch(changed(words(number), 5))) for number in range(500))
    assert found >= 490
    assert not any(index.has(sketch(changed(words(number), 10))) for number in range(500))


@settings(max_examples=30, deadline=None)
@given(st.lists(st.one_of(st.integers(0, 9), st.none()), max_size=120))
def test_it_has_what_was_added_and_not_yet_forgotten(steps: list[int | None]) -> None:
    index, there = NearDuplicates(), list[int]()
    for step in steps:
        if step is not None:
            index.add(sketch(words(step)))
            there.append(step)
        elif there:
            index.forget_oldest()
            there.pop(0)
        assert [number for number in range(10) if index.has(sketch(words(number)))] == sorted(set(there))


def test_its_size_is_that_of_the_texts_it_holds() -> None:
    def held_after(texts: int) -> int:
        index = NearDuplicates()
        tracemalloc.start()
        for number in range(texts):
            index.add(sketch(words(number)))
            if number >= 100:
                index.forget_oldest()
        held, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return held

    held_after(1)  # fills caches
    assert held_after(2000) < 1.5 * held_after(200)
