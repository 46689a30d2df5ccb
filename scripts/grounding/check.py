"""Whether everything said about the weather follows from the results above it."""

from typing import Final

from scripts.finding import Code, Finding
from scripts.grounding.air.felt import judge_felt
from scripts.grounding.air.freezing import judge_freezing, judge_thaws
from scripts.grounding.air.warmth import (
    judge_air,
    judge_bare_air,
    judge_humidity,
    judge_warm_phrases,
    judge_warmth,
)
from scripts.grounding.air.wind import judge_wind
from scripts.grounding.air.wind_strength import judge_wind_strength
from scripts.grounding.constructions.moves import judge_moves
from scripts.grounding.constructions.own_marks import judge_only_past
from scripts.grounding.context import MOST_CLAIMS, Context, Judgement, triggers_of
from scripts.grounding.counting.counts import judge_counts
from scripts.grounding.counting.dated_days import judge_dated_days
from scripts.grounding.counting.days_apart import judge_days_apart
from scripts.grounding.counting.majorities import judge_majorities
from scripts.grounding.counting.named_kinds import judge_named_kinds
from scripts.grounding.courses.course_ends import judge_course_ends
from scripts.grounding.courses.early_late import judge_early_late
from scripts.grounding.courses.levels_beside import judge_beside
from scripts.grounding.courses.steadiness import judge_steadiness
from scripts.grounding.courses.successive import judge_successive
from scripts.grounding.courses.trends import judge_trends
from scripts.grounding.courses.turning_points import judge_turning_points
from scripts.grounding.dialogue import Dialogue
from scripts.grounding.facts import Atom, gather
from scripts.grounding.figures.turns_of_phrase import read
from scripts.grounding.figures_judged.by_place import judge_by_place
from scripts.grounding.figures_judged.coherence import judge_coherence
from scripts.grounding.figures_judged.in_order import judge_order
from scripts.grounding.figures_judged.matching import judge_figures, repeats_result
from scripts.grounding.figures_judged.misnamed import judge_misnamed
from scripts.grounding.figures_judged.remainders import judge_remainders
from scripts.grounding.figures_judged.restated import judge_restated
from scripts.grounding.figures_judged.spreads import judge_margins
from scripts.grounding.figures_judged.turns import judge_sides, judge_turns
from scripts.grounding.marks.beside_marks import judge_beside_marks
from scripts.grounding.marks.beside_named import judge_beside_named
from scripts.grounding.marks.first_passed import judge_first_passed
from scripts.grounding.marks.past_marks import judge_past_marks, judge_said_yes
from scripts.grounding.names.named_places import adopt_names, names_of
from scripts.grounding.questions.answers import judge_answers, judge_course
from scripts.grounding.questions.asked_counts import judge_asked_counts
from scripts.grounding.questions.asked_days import judge_asked_days
from scripts.grounding.questions.asked_each import judge_asked_each
from scripts.grounding.questions.more_asked import judge_more_asked
from scripts.grounding.questions.yes_no import judge_yes_no
from scripts.grounding.replies import read_reply
from scripts.grounding.silence.amounts import judge_amounts
from scripts.grounding.silence.future import judge_future
from scripts.grounding.silence.unanswered import judge_unanswered
from scripts.grounding.silence.ungiven import judge_ungiven
from scripts.grounding.sky.likelihood import judge_likeliest, judge_likelihood
from scripts.grounding.sky.sky import judge_sky
from scripts.grounding.standings.asked_pairs import judge_asked_pair
from scripts.grounding.standings.choosing import judge_choosing
from scripts.grounding.standings.compared_pairs import judge_compared_pairs
from scripts.grounding.standings.comparisons import judge_comparisons
from scripts.grounding.standings.equals import judge_equals
from scripts.grounding.standings.extremes import judge_extremes
from scripts.grounding.standings.most_of_all import judge_most_of_all
from scripts.grounding.standings.of_pairs import judge_of_pairs
from scripts.grounding.standings.outdoing import judge_outdoing
from scripts.grounding.standings.peaks import judge_peaks
from scripts.grounding.standings.rankings import judge_rankings
from scripts.grounding.standings.ranks import judge_ranks
from scripts.grounding.standings.ratios import judge_ratios
from scripts.grounding.standings.relations import judge_relations
from scripts.grounding.standings.standings_judged import judge_standings
from scripts.grounding.text import LONGEST_READ, word_set
from scripts.grounding.words.sky_words import WORDS as SKY_WORDS

_ASKING: Final = (("did", "you", "mean"), ("do", "you", "mean"), ("is", "it", "the"))
_RULES: Final = (
    judge_figures,
    judge_coherence,
    judge_order,
    judge_dated_days,
    judge_misnamed,
    judge_turns,
    judge_by_place,
    judge_sides,
    judge_sky,
    judge_yes_no,
    judge_asked_pair,
    judge_asked_each,
    judge_wind,
    judge_wind_strength,
    judge_warmth,
    judge_warm_phrases,
    judge_bare_air,
    judge_freezing,
    judge_thaws,
    judge_humidity,
    judge_air,
    judge_comparisons,
    judge_compared_pairs,
    judge_relations,
    judge_rankings,
    judge_ranks,
    judge_course_ends,
    judge_of_pairs,
    judge_days_apart,
    judge_outdoing,
    judge_beside,
    judge_standings,
    judge_moves,
    judge_more_asked,
    judge_ratios,
    judge_felt,
    judge_extremes,
    judge_likeliest,
    judge_equals,
    judge_restated,
    judge_most_of_all,
    judge_trends,
    judge_early_late,
    judge_steadiness,
    judge_turning_points,
    judge_majorities,
    judge_margins,
    judge_past_marks,
    judge_beside_marks,
    judge_beside_named,
    judge_first_passed,
    judge_only_past,
    judge_remainders,
    judge_said_yes,
    judge_successive,
    judge_choosing,
    judge_peaks,
    judge_counts,
    judge_asked_counts,
    judge_asked_days,
    judge_named_kinds,
    judge_amounts,
    judge_ungiven,
    judge_answers,
    judge_course,
    judge_likelihood,
)
"""Each judges the claims of one kind; what they say is read again by the rules of what is to come."""

_TOLD_BY: Final = tuple((triggers_of(rule), rule) for rule in _RULES)

_ASKING_DAYS: Final = word_set("which when more most many what fewer fewest least long")
_WHETHER: Final = word_set("does do is are will shall can should may would am must")
_FROST: Final = word_set("freezing freeze freezes frost frosts frosty thaw thaws")
_UNUSED: Final = "the reply uses no figure or condition of the latest results"


def check_grounding(dialogue: Dialogue) -> list[Finding]:
    """Return a finding for each claim about the weather that follows from no result above it.

    Codes are ``grounding_failure``, and ``missing_tool_call`` where the record calls no tool at all.
    """
    facts = gather(dialogue)
    asked = [read(turn.user) for turn in dialogue.turns]
    adopt_names(facts, asked)
    names = names_of(facts)
    has_calls = any(turn.calls for turn in dialogue.turns)
    code: Code = "grounding_failure" if has_calls else "missing_tool_call"
    findings: list[Finding] = []
    for number, turn in enumerate(dialogue.turns, start=1):
        context = read_reply(turn.reply, asked[:number], facts, names)
        judgements = judge(context)
        faults = [each.fault for each in judgements if each.fault]
        if _is_too_long(context, turn.reply):
            faults.append(
                "the reply is too long to be read;"
                f" at most {LONGEST_READ} characters with {2 * MOST_CLAIMS} claims are"
            )
        findings += (Finding(code, fault, turn.path) for fault in faults)
        if not faults and not uses_results(context, judgements):
            findings.append(Finding("grounding_failure", _UNUSED, turn.path))
    return findings


def _is_too_long(context: Context, reply: str) -> bool:
    """Whether some of a reply, or of the claims in it, were left unread."""
    return len(reply) > LONGEST_READ or len(context.scopes.claims) > 2 * MOST_CLAIMS


def judge(context: Context) -> list[Judgement]:
    """Return a judgement for each claim about the weather in a reply."""
    judgements: list[Judgement] = []
    places = context.text.places
    for triggers, rule in _TOLD_BY:
        if triggers is None or triggers in places:
            judgements += rule(context)
    return [
        *judgements,
        *judge_future(context, judgements),
        *judge_unanswered(context, judgements),
    ]


def uses_results(context: Context, judgements: list[Judgement]) -> bool:
    """Whether a reply says anything of this turn's weather results, where there are any.

    A reply that asks back, because the results leave a question, need not.
    """
    if not context.latest:
        return True
    latest = set(map(id, context.latest))
    if any(id(reading) in latest for each in judgements for reading in each.supports):
        return True
    if any(repeats_result(figure, context.latest) for figure in context.figures):
        return True
    if _answers_with_days(context):
        return True
    return any(_asks_back(context, begin, end) for begin, end in context.text.sentences)


def _answers_with_days(context: Context) -> bool:
    """Whether days of the results are named to somebody who asked which, or how many, are wet or dry."""
    asked = context.user.texts[-1]
    is_weather = asked.where(SKY_WORDS) or context.user.figures_now or not _FROST.isdisjoint(asked.words)
    is_of_days = not _ASKING_DAYS.isdisjoint(asked.words) or (
        _WHETHER.isdisjoint(asked.words) and not any(cue.days for cue in context.user.days)
    )
    if not is_of_days or not is_weather:
        return False
    bounds = [cue.bound.days for cue in context.scopes.days if cue.bound is not None]
    named = frozenset[Atom]().union(*bounds, *(cue.days or frozenset() for cue in context.scopes.days))
    return any(not reading.is_current and reading.atoms & named for reading in context.latest)


def _asks_back(context: Context, begin: int, end: int) -> bool:
    """Whether a sentence asks the user to choose: "Which of the two?"; not "Anything else?"."""
    words = context.text.words[begin:end]
    return "?" in words and (words[:1] in (("which",), ("where",)) or words[:3] in _ASKING)
