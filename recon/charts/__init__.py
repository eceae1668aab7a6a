"""One chart a series: claims as points with their bounds, coloured by origin, and estimates as lines and bands."""

from recon.charts.axes import Scale
from recon.charts.drawing import available, drawn, legend, spec
from recon.charts.legend import Entry
from recon.charts.sparkline import sparkline

__all__ = ["Entry", "Scale", "available", "drawn", "legend", "sparkline", "spec"]
