"""How likely a word or phrase says that something is: the percent that it can mean, at least and at most."""

from typing import Final, NamedTuple

from scripts.grounding.text import Triggers, word_list, word_set
from scripts.grounding.tolerances import CERTAIN_CHANCE, GOOD_CHANCE, SMALL_CHANCE


class Likely(NamedTuple):
    """A phrase around a head word, and the percent that it can mean; both ends included."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    least: float
    most: float


NOUNS: Final = word_set("chance chances odds risk probability likelihood prospect prospects possibility")
"""What may be small or great, be there or not: "a slim chance", "the odds are long"."""

EXTENTS: Final[dict[str, tuple[float, float]]] = {
    **dict.fromkeys(word_list("overwhelming excellent"), (60, 100)),
    **dict.fromkeys(
        word_list("high strong great heavy considerable substantial big large every serious good solid"),
        (GOOD_CHANCE, 100),
    ),
    **dict.fromkeys(word_list("fair decent respectable reasonable sporting"), (15, 100)),
    "even": (40, 60),
    "modest": (5, 60),
    **dict.fromkeys(
        word_list(
            "small slight slim low slender remote outside faint poor thin long scant meagre "
            "meager minor limited little"
        ),
        (0, SMALL_CHANCE),
    ),
    **dict.fromkeys(
        word_list(
            "tiny negligible minimal vanishing trifling minuscule insignificant infinitesimal nonexistent"
        ),
        (0, 20),
    ),
}
"""What a chance is: of "small" things it is of no matter whether it is said before or behind."""

VERY: Final = word_set("very extremely exceedingly vanishingly pretty quite rather")
_PHRASES: Final[dict[tuple[float, float], str]] = {
    (CERTAIN_CHANCE, 100): """
        all but *certain; almost *certain; nearly *certain; near *certain; virtually *certain; practically
        *certain; as good as *certain; next to *certain; well nigh *certain; nigh *certain; is *certain; are
        *certain; looks *certain; seems *certain; *certain to; *certain of; *certainty; *sure to; *sure
        thing; almost *certainly; *certainly going; nearly *certainly; *bound to; *guaranteed; *inevitable;
        foregone *conclusion; almost *surely; will *surely; will *certainly; *assured of;
        """,
    (55, 100): """
        very *likely; highly *likely; extremely *likely; most *probably; very *probably; *count on;
        *counting on; *bank on; depend *on; depend *upon; rely *on; rely *upon; safe *bet
        """,
    (50, 100): """
        more *likely than not; *likelier thing; better *bet; good *bet; odds *favor; odds *favour; *odds
        lean toward; *odds lean towards; odds are *on; odds are *for; odds are in *favor; odds are in
        *favour; odds are with *it; better than *even; better than *half; *odds are it; *odds are that;
        *chances are it; *chances are that; *chances are you'll; money is *on; money's *on; upper *hand; i'd
        *bet on; would *bet on; better than an *even; above *even; every *likelihood; *bet on; *wager on
        """,
    (40, 60): """
        *toss up; as *likely as not; as *apt as not; toss a *coin; flip a *coin; flip of a *coin; flip of
        the *coin; toss of a *coin; toss of the *coin; odds are *even; odds are about *even; is *even; are
        *even; *even bet; equal *likelihood; equally *likely
        """,
    (30, 70): "either *way",
    (0, 50): """
        less *likely than not; less than *even; less than an *even; worse than an *even; below *even; worse
        than *even; odds are *against; odds are well *against; odds are long *against; odds *against; bet
        *against; wager *against; hardly *likely; scarcely *likely; not *likely; *against the odds; not very
        *likely; not at all *likely
        """,
    (
        0,
        45,
    ): """
        long *shot; little *hope of; no *hope of; not much *chance; isn't much *chance; much of a *chance;
        *doubtful; *improbable
        """,
    (0, 30): """
        very *unlikely; highly *unlikely; most *unlikely; extremely *unlikely; exceedingly *unlikely; quite
        *unlikely
        """,
    (0, 20): """
        all but *impossible; nearly *impossible; almost *impossible; all but *ruled out; *ruled out;
        practically *ruled out; out of the *question; hasn't a *chance; has no *chance; stand a *chance; has
        hardly a *chance; snowball's *chance; ghost of a *chance
        """,
    (0, 25): """
        next to no *chance; almost no *chance; practically no *chance; virtually no *chance; essentially no
        *chance; hardly any *chance; scarcely any *chance; barely any *chance; barely a *chance; hardly a
        *chance; scarcely a *chance; no real *chance; no serious *chance; no great *chance; no significant
        *chance
        """,
}


def _compiled() -> dict[tuple[str, str], list[Likely]]:
    """Return the phrases by their head word and the word before that, "" where they begin with the head."""
    found: dict[tuple[str, str], list[Likely]] = {}
    for (least, most), listing in _PHRASES.items():
        for phrase in listing.split(";"):
            before, _, behind = phrase.partition("*")
            head, *after = behind.split() or [""]
            for noun in NOUNS if head == "chance" and least == 0 else (head,):
                led = tuple(before.split())
                likely = Likely(led, tuple(after), least, most)
                found.setdefault((noun, "".join(led[-1:])), []).append(likely)
    return {key: likelies for key, likelies in found.items() if key[0]}


BY_HEAD: Final = _compiled()
HEADS: Final = Triggers({head for head, _ in BY_HEAD} | NOUNS)
