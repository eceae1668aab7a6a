"""One chart a series: claims as points with their bounds, coloured by origin, and estimates as lines and bands."""

from recon.charts.axes import Scale
from recon.charts.drawing import available, drawn, legend, png, spec, standalone
from recon.charts.legend import Entry
from recon.charts.many import Wanted, drawn_all
from recon.charts.sparkline import sparkline

__all__ = [
    "Entry",
    "Scale",
    "Wanted",
    "available",
    "drawn",
    "drawn_all",
    "legend",
    "png",
    "sparkline",
    "spec",
    "standalone",
]
