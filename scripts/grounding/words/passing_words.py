"""Words for weather that goes, ends or gives way, was there before, or stays away as the sun does.

They tell whether something named is there still: "the fog lifts", "after the storm", "the sun is hidden".
"""

from typing import Final

from scripts.grounding.text import Triggers, word_set

SHINING: Final = word_set(
    "shines shining shone beats beating blazes blazing glares glaring beams beaming burns burning pours "
    "pouring "
    "streams streaming warms presides reigns smiles glitters gleams overhead"
)
SUN_HIDDEN: Final = word_set(
    "missing hidden hides hiding absent asleep abed resigned lost scarce evicted swallowed smothered blotted "
    "blocked obscured buried shut locked covered veiled"
)
SUN_OUT: Final = (("is", "out"), ("comes", "out"), ("is", "shining"), ("has", "the"), ("came", "out"))
GONE_IN: Final = (
    ("has", "gone", "in"), ("has", "gone", "away"), ("is", "gone"), ("gone",), ("has", "gone", "behind"),
    ("has", "taken", "the"), ("goes", "in"), ("has", "withdrawn"), ("has", "not"), ("gone", "in"),
)  # fmt: skip
HAPPENING: Final = word_set("being be get gets getting is are gotten it's")
TIMING: Final = word_set("when once until till after")
PASSED: Final = word_set("after once")
OVER: Final = word_set(
    "gone past over done finished ended spent behind off away passed melted lifted cleared blown"
)
QUITTING: Final = word_set("quits stops ceases ends clears lifts leaves departs vanishes disappears melts")
PAST_VERBS: Final = word_set("took left brought did had was were stole spoiled washed gave")
BY_THEN: Final = Triggers(("gone", "over", "done", "past", "ended", "finished"))
ON_EITHER_SIDE: Final = (
    ("on", "either", "side"),
    ("on", "both", "sides"),
    ("before", "and", "after"),
    ("at", "either", "end"),
    ("at", "both", "ends"),
)
ELSEWHEN: Final = word_set(
    "left leaves leaving leftover remnants remnant aftermath traces trace thanks survives puddles replaces "
    "replacing replace supplants supplanting supplant displaces displacing ousts dislodges succeeds "
    "succeeding"
)
BREAKING: Final = word_set("breaks break breaking ends ending end interrupts interrupting closes snaps")
BROKEN: Final = (("the",), ("this",), ("that",))
RUN_OF: Final = word_set("long run spell string stretch streak of wet rainy snowy grey gray dry cloudy foggy")
"""What stands between a verb of ending and what is ended by it: "ends the long run of rain"."""

SWAPPING: Final = word_set(
    "trade trades trading traded swap swaps swapping swapped exchange exchanges exchanging exchanged "
    "change changes "
    "changing barter barters bartered give gives giving quit quits abandon abandons drops forsakes"
)
SWAPPED: Final = frozenset((
    ("place", "of"), ("lieu", "of"), ("stead", "of"), ("exchange", "for"), ("return", "for"),
    ("trade", "for"),
    ("replaces", "the"), ("replacing", "the"), ("succeeds", "the"), ("replaced", "the"),
))  # fmt: skip
"""What stands before a sky that another one has taken the place of."""

BEFORE_EVENT: Final = word_set("after before since following despite past from beyond until till through")
SUN_AWAY: Final = word_set(
    "engagement engagements appointment appointments errand errands abroad truant indisposed reward faith "
    "regrets excuses apologies apology pardon call called home invited summons "
    "missing hidden hides hiding hide absent gone behind away strike resigned resign quit lost "
    "scarce shy stingy refuses "
    "refused clocked out deny denies begrudge forget forgot rather elsewhere wait waiting "
    "miss dream memory rumor "
    "rumour hope hoping abed asleep sleeping bed vacation holiday leave excused excuse retired "
    "retire sulk sulking sulks "
    "before after rises rise rose set sets setting down under up declined declines locked veil "
    "veiled veils smothered "
    "mislaid furlough subpoena hostage debt credit owes owed wrapped shut curtain blocked blotted "
    "taken stolen stole "
    "nobody buried kept keeping keeps peek peeks peeking through where evicted postponed delinquent "
    "tucked covers covered "
    "cover over swallowed swallow hat cream screen"
)
MOVING: Final = word_set("move moves moving blow blows blowing set sets")
"""What comes where "in" follows, and else goes."""

TURNING_UP: Final = (("turns", "up"), ("turn", "up"), ("turning", "up"), ("moves", "over"), ("gives", "us"))
LEAVING: Final = word_set(
    "go goes going "
    "lifts lift lifting clears clearing fades fade fading thins departing dissolves dies wanders moves "
    "moving "
    "burns blows breaks gives give giving becomes become turns slackens slacken abates abate eases "
    "wears lets thaws melts "
    "taper tapers tapering better mind interest elsewhere bored forgets declines retires resigns quits "
    "withdraws retreats packs departs leaves "
    "replaced supplanted displaced ousted left passes spent exhausted yields relents bowed bows ends ended "
    "stops stop ceases cease"
)
PAST_FALLS: Final = word_set("rained snowed drizzled hailed poured sleeted")
HAVING_BEEN: Final = frozenset(
    (
        ("has", "been"),
        ("have", "been"),
        ("it's", "been"),
        ("there's", "been"),
        ("was", "raining"),
        ("had", "been"),
    )
)
PAST_TIMES: Final = word_set("week yesterday night lately recently days since past month")
SUNSHINE_AWAY: Final = word_set(
    "missing absent scarce hidden rather elsewhere wait waiting miss hope hoping memory "
    "rumor rumour dream forget "
    "refuse refused refuses deny denied behind borrowed mislaid buried gone lost shy stingy"
)
