"""The happening that a sentence names: a flood is no landslide."""

from __future__ import annotations

from recon.series.seen import WORD

NAMES = (
    "flood floods flooding floodwater floodwaters deluge",
    "landslide landslides mudslide mudslides rockfall",
    "avalanche avalanches",
    "earthquake earthquakes quake quakes tremor tremors aftershock temblor",
    "tsunami",
    "eruption volcano",
    "fire fires blaze blazes wildfire wildfires bushfire bushfires",
    "storm storms cyclone cyclones hurricane hurricanes typhoon typhoons tornado tornadoes gale gales",
    "heatwave heat",
    "drought",
    "crash crashes collision derailment",
    "sinking capsizing shipwreck",
    "explosion explosions blast blasts bomb bombs bombing bombings",
    "shooting shootings shootout massacre gunman",
    "shelling shellings bombardment airstrike airstrikes",
    "stabbing stabbings knife",
    "stampede crush",
    "cholera", "measles", "malaria", "dengue", "ebola", "polio", "influenza flu",
)  # fmt: skip
"""What happens to many at once, a line each with its other names."""
FAMILY = {word: words.split()[0] for words in NAMES for word in words.split()}


def happenings(text: str) -> frozenset[str]:
    """The kinds of happening that a text names.

    >>> sorted(happenings("The landslide after the floods"))
    ['flood', 'landslide']
    """
    words = (match[0].lower().strip(".'’").removesuffix("’s").removesuffix("'s") for match in WORD.finditer(text))
    return frozenset(FAMILY[word] for word in words if word in FAMILY)
