"""How near the truth the reconcilers come where it is known: simulated streams of claims, or claims of one's own."""

from recon.ranking.answers import Answers, answered, answers_of
from recon.ranking.baselines import baselines
from recon.ranking.materials import Material, Scale, Sitting
from recon.ranking.scores import Score, Standing, placed, ranked
from recon.ranking.standings import HEADS, SEEDS, cells, ranking, standings
from recon.ranking.streams import Stream, simulated, streams

__all__ = [
    "HEADS",
    "SEEDS",
    "Answers",
    "Material",
    "Scale",
    "Score",
    "Sitting",
    "Standing",
    "Stream",
    "answered",
    "answers_of",
    "baselines",
    "cells",
    "placed",
    "ranked",
    "ranking",
    "simulated",
    "standings",
    "streams",
]
