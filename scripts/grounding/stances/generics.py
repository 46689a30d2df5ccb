"""Weather spoken of by its nature and not as it is here: "a blizzard keeps no manners", "rain is a debt".

Such a clause opens with a kind of weather, never with "the", and says what it always or never does, or what
it is likened to.
"""

from typing import Final

from scripts.grounding.text import Text, word_set

_OPENING: Final = word_set('. ; : — – , ! ? " for and but though') | {"\n"}
_STOPPING: Final = _OPENING - {"and", "for"}
_BEFORE: Final = word_set(
    "a an no any every good bad honest little great hard light heavy thick sudden long short small big wet "
    "dry cold warm fair fine clear sunny rainy snowy foggy stormy grey gray blue cloudy and summer winter "
    "spring"
)
_WITH: Final = word_set(
    "and or there day days night morning sky skies weather nights mornings wind winds breeze breezes air"
)
_NATURE: Final = word_set("never always seldom ever rarely must")
_HOLDING: Final = word_set(
    "keeps asks knows needs waits respects brooks spares begs keep ask know need fears"
)
_BREEDING: Final = word_set("make makes breed breeds maketh breedeth spoil spoils teach teaches fill fills")
_HAPPENING: Final = word_set(
    "be come comes came arrive arrives fall falls get gets show shows materialise materialises materialize "
    "materializes appear appears start starts reach reaches quit quits stop stops let lets end ends develop "
    "develops leave leaves lift lifts quite really clear clears rise rises drop drops amount amounts go goes "
    "enter enters touch touches threaten threatens trouble troubles make makes turn turns blow blows"
)
_REAL_ONE: Final = word_set(
    "chance possibility risk threat feature factor certainty given fixture concern likelihood worry problem "
    "probability bet danger hazard real good fair steady light heavy moderate constant safe sure near strong "
    "slight small distinct serious definite remote bare faint mere"
)
_REAL: Final = word_set(
    "chance possibility risk threat feature factor certainty given fixture concern likelihood worry problem "
    "order word rule story bill fare business news program programme theme headline forecast outlook verdict "
    "answer thing main only chief plan prospect issue matter probability bet danger hazard real likely call "
    "condition weather report present sky case norm day week morning afternoon evening good fair steady "
    "light heavy moderate constant companion feast general backdrop setting reality fact state lot share "
    "portion best worst next first last same"
)
_OWN: Final = word_set("have get got had expect see will are need find")
_ARTICLES: Final = word_set("a an the but")
_PLAIN: Final = word_set("percent % degrees degree today tonight tomorrow now here outside expected likely")
_POINTING: Final = word_set("it it's this that there there's 'tis")
"""What points at the weather there is, where a turn of phrase opens with it: "it is an oven out there"."""

_REACH: Final = 4


def is_generic(text: Text, names: frozenset[int], i: int) -> bool:
    """Whether token i is weather in general, of which the clause says its nature; `names` as for maxims."""
    words = text.words
    if words[i] in _POINTING:
        return False
    first = i
    while first and words[first - 1] in _BEFORE and first > i - _REACH:
        first -= 1
    if (first and words[first - 1] not in _OPENING) or "the" in words[first:i]:
        return False
    _, end = text.sentence(i)
    k = i + 1
    while k < end and k <= i + _REACH and words[k] in _WITH:
        k += 1
    if words[k - 1] in ("and", "or"):
        k += 1
    is_elided = first > 0 and "and" in words[first - 1 : first + 1] and words[k : k + 1] == ("no",)
    if k + 2 >= end or not (is_elided or _says_nature(words[k : k + 4])):
        return False
    stop = next((j for j in range(k, end) if words[j] in _STOPPING), end)
    return names.isdisjoint(range(first, stop)) and _PLAIN.isdisjoint(words[first:stop])


def _says_nature(behind: tuple[str, ...]) -> bool:
    """Whether a predicate tells what something always does, or likens it: "never asks", "is a debt"."""
    verb, second, third, fourth = (*behind, "")[:4]
    if verb in _NATURE:
        return second not in _HAPPENING
    if verb == "both":
        verb, second = second, third
        return verb.isalpha() and verb not in _HAPPENING | {"is", "are"}
    if verb in _HOLDING:
        return second in ("no", "neither", "for", "not")
    if verb in _BREEDING:
        made = behind[
            1 : 1 + next((k for k, word in enumerate(behind[1:]) if word in _STOPPING), len(behind))
        ]
        return len(made) > 1 and made[-1].endswith("s") and _ARTICLES.isdisjoint(made)
    if verb.startswith("un") and verb.endswith("ed") and second == "is":
        return third.isalpha() and third not in _REAL | _ARTICLES
    if verb in ("is", "are", "was"):
        if second == "what":
            return (
                third in ("they", "people", "folks", "men", "some", "others", "poets", "we")
                and fourth not in _OWN
            )
        if second in ("a", "an"):
            return third not in _REAL_ONE
        return (second in _ARTICLES and third not in _REAL) or (second in _NATURE and third not in _HAPPENING)
    return False
