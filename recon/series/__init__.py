"""Claims of one and the same quantity brought together, and how they stand to each other.

`align` puts every claim, from any number of documents, in exactly one series; `relate` names how the claims of the
series stand.
"""

from recon.series.alignment import align
from recon.series.one_unit import in_one_unit
from recon.series.relating import relate

__all__ = ["align", "in_one_unit", "relate"]
