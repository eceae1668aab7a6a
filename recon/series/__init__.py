"""Claims of one and the same quantity brought together, and how they stand to each other.

`align` puts every claim, from any number of documents, in exactly one series; `relate` names how the claims of the
series stand; `reasons` tells why a claim is where it is.
"""

from recon.series.alignment import align, regroup
from recon.series.copies import copies, one_origin
from recon.series.one_unit import in_one_unit
from recon.series.origins import folded
from recon.series.reasons import reasons
from recon.series.relating import relate

__all__ = ["align", "copies", "folded", "in_one_unit", "one_origin", "reasons", "regroup", "relate"]
