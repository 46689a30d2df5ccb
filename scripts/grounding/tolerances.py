"""Every tolerance of the check of groundedness, with its unit. Edit here to be stricter or more generous."""

from typing import Final

ABOUT_DEGREES: Final = 2.0
"""Degrees, of the unit spoken in, that "about" or "roughly" may be off; also "nearly" and "just over"."""

AT_MOST_DEGREES: Final = 3.0
AT_LEAST_DEGREES: Final = 5.0
"""Degrees that a temperature may be under what it is said to be at most, or over what it is at least."""

ABOUT_OTHER: Final = 5.0
"""The same for percent and for wind, in km/h or mph."""

ABOUT_WIND: Final = {"kn": 3.0, "m/s": 2.0}
"""The same for wind in the larger units, of which one is 1.9 and 3.6 km/h."""

FRACTION_PERCENT: Final = 4.0
"""Percentage points that "two in three" or "one in eight" may be off what it stands for."""

DECADE_PARTS: Final[dict[str, tuple[float, float]]] = {"low": (0, 3), "mid": (4, 6), "high": (7, 9)}
"""Units of a decade, both ends included, that its parts mean: the low sixties are 60 to 63."""

JUST_ABOVE_FREEZING_C: Final = (0.0, 2.0)
"""What "just above freezing" means."""

RATIO_SLACK: Final = 0.25
"""Share that "twice" or "a third of" may be off; "more than twice" may be as much again above."""

DIRECTION_DEGREES: Final = 22.5
"""Degrees of the compass that a direction of the eight main ones may be off; the others must be exact."""

CALM_MOST_KMH: Final = 14.0
LIGHT_MOST_KMH: Final = 30.0
BREEZY_LEAST_KMH: Final = 8.0
WINDY_LEAST_KMH: Final = 15.0
STRONG_LEAST_KMH: Final = 20.0
GALE_LEAST_KMH: Final = 45.0
"""What wind a word for it can mean at most or at least, in km/h; generous, as people differ."""

HOT_LEAST_C: Final = 22.0
WARM_LEAST_C: Final = 12.0
MILD_RANGE_C: Final = (3.0, 29.0)
MILDEST_C: Final = 20.0
HOT_C: Final = 26.0
COOL_MOST_C: Final = 24.0
COLD_MOST_C: Final = 16.0
FREEZING_MOST_C: Final = 4.0
FIERCE_LEAST_C: Final = 26.0
BITTER_MOST_C: Final = 10.0
CLOSE_LEAST_C: Final = 8.0
NIGHT_COUNTS_DEGREES: Final = 8.0
MAY_FREEZE_MOST_C: Final = 3.0
"""What temperature (or felt temperature) a word for it can mean at most or at least, in °C; generous. Of two
days past `HOT_C` the one nearer to `MILDEST_C` is the milder."""

STILL_MOST_KMH: Final = 4.0
SURELY_COLD_C: Final = 2.0
SURELY_WARM_C: Final = 22.0
SURELY_HOT_C: Final = 32.0
SURELY_HUMID_PERCENT: Final = 80.0
CLOSE_SURELY_C: Final = 16.0
"""From or up to what wind, temperature or humidity "no" to "is it calm", "cold", "warm", "hot" or, in air at
least so warm, "humid" is wrong."""

HUMID_LEAST_PERCENT: Final = 55.0
DRY_AIR_MOST_PERCENT: Final = 55.0
"""What humidity "muggy", "humid" and "dry air" can mean."""

WET_LEAST_CHANCE: Final = 50.0
"""Percent of precipitation from which a day without rain in its condition may be called wet, and not dry."""

NO_CHANCE_MOST: Final = 10.0
"""Percent of precipitation up to which "no chance of rain" may be said."""

MAYBE_WET: Final = 30.0
"""Percent of precipitation from which a day with rain in its condition is not dry "the whole day"."""

GOOD_CHANCE: Final = 40.0
CERTAIN_CHANCE: Final = 75.0
"""Percent of precipitation from which its chance is good or high, and from which it is all but certain."""

SMALL_CHANCE: Final = 40.0
DRY_MOST_CHANCE: Final = 30.0
"""Percent of precipitation up to which a chance is small, and up to which a day may be called dry though its
condition names rain."""

ALIKE = 1.0
ALIKE_ROUGHLY = 5.0
"""Degrees, km/h or percent that days or places said to be alike, or to be "much alike", may be apart."""

STEADY_DEGREES: Final = 6.0
STEADY_KMH: Final = 25.0
"""Degrees (°C) and km/h that the days of a forecast may be apart that is said to stay as it is."""

VARIED_DEGREES: Final = 2.0
VARIED_KMH: Final = 5.0
VARIED_CHANCE: Final = 15.0
"""Degrees (°C), km/h and percent that they are more apart than where they are said to go up and down."""
