"""How near the truth the reconcilers come on streams of claims whose truth is known."""

from recon.ranking.scores import Score, ranked
from recon.ranking.standings import standings
from recon.ranking.streams import Stream, streams

__all__ = ["Score", "Stream", "ranked", "standings", "streams"]
