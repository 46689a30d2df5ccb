"""Whether everything said about the weather follows from the results above it."""

from collections.abc import Iterator

from scripts.finding import Code, Finding
from scripts.grounding.coherence import judge_coherence
from scripts.grounding.comparisons import judge_comparisons
from scripts.grounding.context import Context, Judgement, read_reply
from scripts.grounding.dialogue import Dialogue
from scripts.grounding.facts import gather
from scripts.grounding.future import judge_future
from scripts.grounding.matching import judge_figures
from scripts.grounding.named_places import names_of
from scripts.grounding.sky import judge_sky
from scripts.grounding.text import LONGEST_READ, word_set
from scripts.grounding.warmth import judge_freezing, judge_warmth
from scripts.grounding.wind import judge_wind

_ASKING = word_set("which what where when whether mean did do would could shall")


def check_grounding(dialogue: Dialogue) -> list[Finding]:
    """Return a finding for each claim about the weather that follows from no result above it.

    Codes are ``grounding_failure``, and ``missing_tool_call`` where the record calls no tool at all.
    """
    facts = gather(dialogue)
    names = names_of(facts)
    has_calls = any(turn.calls for turn in dialogue.turns)
    code: Code = "grounding_failure" if has_calls else "missing_tool_call"
    findings: list[Finding] = []
    for number, turn in enumerate(dialogue.turns):
        context = read_reply(dialogue, number, facts, names)
        judgements = list(judge(context))
        judgements += list(judge_future(context, judgements))
        findings += (Finding(code, each.fault, turn.path) for each in judgements if each.fault)
        if len(turn.reply) > LONGEST_READ:
            findings.append(
                Finding(code, f"only the first {LONGEST_READ} characters of a reply are read", turn.path)
            )
        elif not any(each.fault for each in judgements) and not uses_results(context, judgements):
            findings.append(
                Finding(
                    "grounding_failure",
                    "the reply uses no figure or condition of the latest results",
                    turn.path,
                )
            )
    return findings


def judge(context: Context) -> Iterator[Judgement]:
    """Yield a judgement for each claim about the weather in a reply."""
    yield from judge_figures(context)
    yield from judge_coherence(context)
    yield from judge_sky(context)
    yield from judge_wind(context)
    yield from judge_warmth(context)
    yield from judge_freezing(context)
    yield from judge_comparisons(context)


def uses_results(context: Context, judgements: list[Judgement]) -> bool:
    """Whether a reply says anything of this turn's weather results, where there are any, or asks instead."""
    if not context.latest:
        return True
    latest = set(map(id, context.latest))
    if any(id(reading) in latest for each in judgements for reading in each.supports):
        return True
    return False
