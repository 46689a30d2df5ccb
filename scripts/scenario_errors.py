"""Scenarios in which something is missing, wrong or out of reach, and the assistant says so and helps on."""

from scripts.scenario import Scenario, Turn
from scripts.scenario_places import random_city
from scripts.scenario_stage import Stage, settle
from scripts.scenario_words import HINTED_MANNERS, PLAIN_MANNERS


def missing_place(stage: Stage) -> Scenario:
    """No place is named and none is known: ask for it, call nothing."""
    place = random_city(stage.rng)
    setting = settle(stage, place, "now", relation="home", told="lives there")
    occasion = setting.occasion
    turn = Turn(
        f"{occasion.hint}; forgets to say where",
        stage.rng.choice((*PLAIN_MANNERS, *HINTED_MANNERS)),
        (),
        (),
        "ask",
        "ask for the town or the coordinates, and say nothing of the weather",
    )
    return stage.finish(setting.today, setting.asker, [turn])
