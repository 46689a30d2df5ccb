"""Sayings so well known that they would betray a template, also the misattributed ones."""

from typing import Final

QUOTATIONS: Final = (
    "climate is what we expect",
    "climate is what you expect",
    "weather is what we get",
    "everybody talks about the weather",
    "everyone talks about the weather",
    "nobody does anything about it",
    "wait a few minutes",
    "coldest winter i ever spent",
    "reports of my death",
    "early to bed and early to rise",
    "a penny saved is a penny earned",
    "an ounce of prevention",
    "nothing is certain but death and taxes",
    "some people are weatherwise",
    "wise and some are otherwise",
    "no bad weather only",
)
"""Each the run of words that gives it away, in lower case, without punctuation but apostrophes."""
