"""What follows from the options alone: the files, the model, the plans. Checked against each other here."""

from collections.abc import Mapping
from typing import Any, NamedTuple, cast

import orjson

from scripts.dataset_files import DatasetFiles, check_output
from scripts.errors import GenerationError
from scripts.models import MODELS, Model, find_model, read_prices
from scripts.personas import PERSONAS
from scripts.plans import Plans, fingerprint
from scripts.prompts import PROMPT_VERSION
from scripts.scenario import ScenarioName
from scripts.scenario_generator import ScenarioGenerator
from scripts.settings import Settings
from scripts.style_examples import StyleExample, read_style_examples


class Refused(GenerationError):
    """The run does not begin; nothing was changed."""

    exit_status = 2


class Basis(NamedTuple):
    """What follows from the options alone."""

    settings: Settings
    files: DatasetFiles
    models: Mapping[str, Model]
    model: Model
    plans: Plans
    plan_settings: Mapping[str, Any]

    def fingerprint(self) -> str:
        """Return a hash of all that the plans depend on."""
        examples = [(example.persona, example.text) for example in self.plans.examples]
        return fingerprint(orjson.dumps([self.plan_settings, self.plans.source, examples]))


def basis_of(settings: Settings) -> Basis:
    """Check the options against each other and what they name.

    Raises Refused, UnusableOutput or RetiredModel; touches nothing.
    """
    check_output(settings.output)
    try:
        models = MODELS if settings.prices is None else read_prices(settings.prices)
        model = find_model(settings.model, models)
        if settings.max_cost is not None and model.price is None:
            raise Refused(f"--max-cost needs a price for {model.id}", "name it in a file for --prices")
        if strangers := settings.personas.keys() - PERSONAS.keys():
            raise Refused(f"there is no persona {min(strangers)!r}", f"there are {', '.join(PERSONAS)}")
        examples = _examples(settings)
        scenarios = cast(Mapping[ScenarioName, float], settings.scenarios)
        generator = ScenarioGenerator(settings.seed, settings.personas, scenarios)
    except ValueError as error:
        raise Refused(str(error)) from error
    plan_settings = {
        "model": settings.model,
        "seed": settings.seed,
        "personas": dict(settings.personas),
        "scenarios": dict(settings.scenarios),
        "style_examples": None if settings.style_examples is None else str(settings.style_examples),
        "prompt_version": PROMPT_VERSION,
    }
    plans = Plans(generator, examples, settings.model, settings.source)
    return Basis(settings, DatasetFiles.of(settings.output), models, model, plans, plan_settings)


def _examples(settings: Settings) -> tuple[StyleExample, ...]:
    if settings.style_examples is None:
        return ()
    try:
        with open(settings.style_examples, "rb") as file:
            return read_style_examples(file)
    except OSError as error:
        raise Refused(
            f"the style examples in {settings.style_examples} cannot be read: {error.strerror}"
        ) from error
    except ValueError as error:
        raise Refused(f"the style examples in {settings.style_examples}: {error}") from error
