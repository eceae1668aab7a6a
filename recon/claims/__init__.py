"""Who says each figure, by what chain, as of when, in what status, and about what and where.

`attribute` is the stage: the figures of one document in, one claim for each quantity out. `tellings` says of claims
by which words their speakers and status were read.
"""

from recon.claims.attribution import attribute
from recon.claims.telling import Telling, tellings

__all__ = ["Telling", "attribute", "tellings"]
