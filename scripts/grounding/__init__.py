"""Whether a reply says only what the tool results say.

Of use outside: `check_grounding(dialogue)`; `scripts.validation.transcript` makes a dialogue of a record.

A reply is read step by step: its `words`, `names` of days and places, `figures`, the `stances` of its
clauses, the `standings_said`, and the `constructions` of it all; `context` holds what is read. Then is judged
what it claims: the `air`, the `sky`, `standings`, `courses`, `counting`, `marks`, `figures_judged`, answers
to `questions`, and `silence` where nothing was given. `check` asks them all. The folders import one another
in one direction.
"""

from scripts.grounding.check import check_grounding
from scripts.grounding.dialogue import Dialogue

__all__ = ["Dialogue", "check_grounding"]
