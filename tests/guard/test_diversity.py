"""The figures of a set's variety: of sets whose variety is known."""

import tracemalloc
from collections.abc import Iterator
from typing import Any

import pytest

from scripts.diversity import SAMPLE, measure
from tests.guard.corpus import record, varied


def told(*replies: str) -> list[dict[str, Any]]:
    return [record(reply, varied(number)["messages"][1]["content"]) for number, reply in enumerate(replies)]


def test_an_empty_set_has_figures_too() -> None:
    figures = measure([])
    assert (figures["records"], figures["sample"], figures["distinct_1"]) == (0, 0, 0.0)
    assert figures["phrases"] == figures["openers"] == []
    assert figures["self_similarity"] == {"replies": 0.0, "shuffled": 0.0}


@pytest.mark.parametrize(
    ("replies", "length", "share"),
    [
        (["take a coat"], 1, 1.0),
        (["take a coat", "take a hat"], 1, 0.6667),
        (["take a coat", "take a hat"], 2, 0.75),
        (["take a coat", "take a hat"], 3, 1.0),
        (["take a coat", "take a coat"], 3, 0.5),
        (["Take a coat.", "take a COAT!"], 3, 0.5),
    ],
)
def test_distinct_runs_of_words(replies: list[str], length: int, share: float) -> None:
    assert measure(told(*replies))[f"distinct_{length}"] == share


def test_the_most_repeated_phrases_and_openers_come_first() -> None:
    figures = measure(
        told(
            "Mind the wooden stairs, it is 8 °C in Oslo.",
            "Mind the wooden stairs, it is 30 °C in Oslo.",
            "Bring the kettle and two dry chairs along.",
        )
    )
    assert figures["openers"][0] == {"words": "mind the wooden", "records": 2, "share": 0.6667}
    assert figures["phrases"][0]["records"] == 2
    assert figures["phrases"][0]["words"].startswith("mind the wooden stairs")
    assert figures["near_duplicates"] == {"user_messages": 0, "replies": 1}


def test_no_more_than_twenty_are_listed() -> None:
    replies = [varied(number)["messages"][-1]["content"] for number in range(30)]
    figures = measure(told(*replies, *replies))
    assert len(figures["phrases"]) == len(figures["openers"]) == 20


def test_what_stands_in_one_record_only_is_not_listed() -> None:
    figures = measure(told("Mind the wooden stairs by the harbour. Mind the wooden stairs by the harbour."))
    assert figures["phrases"] == figures["openers"] == []


def test_lengths_by_persona() -> None:
    records = told("one two three", "one two three four five")
    records[1]["tags"]["persona"] = "twain"
    assert measure(records)["reply_words"] == {
        "neutral": {"replies": 1, "mean": 3.0, "least": 3, "most": 3},
        "twain": {"replies": 1, "mean": 5.0, "least": 5, "most": 5},
    }


def test_a_template_is_more_like_itself_than_shuffled() -> None:
    alike = told(*(f"Keep an umbrella within reach of the door number {n} and smile." for n in range(50)))
    alike_figures = measure(alike)["self_similarity"]
    varied_figures = measure(varied(number) for number in range(200))["self_similarity"]
    assert alike_figures["replies"] > 5 * alike_figures["shuffled"]
    assert varied_figures["replies"] < 0.1


def test_the_same_seed_gives_the_same_figures() -> None:
    records = [varied(number) for number in range(300)]
    assert measure(records, seed=3) == measure(iter(records), seed=3)


@pytest.mark.slow
def test_of_a_large_set_a_sample_is_looked_at_in_flat_memory() -> None:
    def many() -> Iterator[dict[str, Any]]:
        return (varied(number) for number in range(4 * SAMPLE))

    figures = measure(many(), seed=1)
    assert (figures["records"], figures["sample"]) == (4 * SAMPLE, SAMPLE)
    assert sum(each["replies"] for each in figures["reply_words"].values()) == 4 * SAMPLE
    assert figures["phrases"] != measure(many(), seed=2)["phrases"]
    tracemalloc.start()
    measure(varied(number) for number in range(SAMPLE))
    _, small = tracemalloc.get_traced_memory()
    tracemalloc.reset_peak()
    measure(many())
    _, large = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert large < 1.5 * small
