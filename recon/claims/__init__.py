"""Who says each figure, by what chain, as of when, in what status, and about what and where.

The one public function of the stage is `attribute`: the figures of one document in, one claim for each quantity out.
"""

from recon.claims.attribution import attribute

__all__ = ["attribute"]
