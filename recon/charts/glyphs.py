"""The shapes of the points, as SVG paths in pixels about (0, 0): an origin has one, a bound hangs something on it."""

from __future__ import annotations

from recon.model import Claim

SHAPES = ("circle", "square", "diamond", "triangle", "cross", "wedge", "star", "hourglass")
"""One for each coloured origin, in the order of the colours, so that no chart needs its colours to be read."""
OTHER_SHAPE = "circle"

UPWARD = frozenset({"at_least", "more_than"})
DOWNWARD = frozenset({"at_most", "less_than"})
HOLLOW = frozenset({"forecast", "planned", "denied"})

_UNIT: dict[str, tuple[tuple[float, float], ...]] = {
    "square": ((-0.88, -0.88), (0.88, -0.88), (0.88, 0.88), (-0.88, 0.88)),
    "diamond": ((0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)),
    "triangle": ((0, -1.15), (1.15, 0.85), (-1.15, 0.85)),
    "wedge": ((0, 1.15), (1.15, -0.85), (-1.15, -0.85)),
    "cross": (
        (-0.4, -1.15), (0.4, -1.15), (0.4, -0.4), (1.15, -0.4), (1.15, 0.4), (0.4, 0.4), (0.4, 1.15), (-0.4, 1.15),
        (-0.4, 0.4), (-1.15, 0.4), (-1.15, -0.4), (-0.4, -0.4),
    ),
    "star": (
        (0, -1.35), (0.36, -0.5), (1.28, -0.42), (0.59, 0.19), (0.8, 1.1), (0, 0.61), (-0.8, 1.1), (-0.59, 0.19),
        (-1.28, -0.42), (-0.36, -0.5),
    ),
    "hourglass": ((-1, -1.05), (1, -1.05), (0.3, 0), (1, 1.05), (-1, 1.05), (-0.3, 0)),
}  # fmt: skip
"""Corners for a radius of 1, with about the area of the circle."""


def point(shape: str, radius: float) -> str:
    """The path of a shape."""
    if shape == "circle":
        r = _number(radius)
        return f"M-{r},0a{r},{r},0,1,1,{_number(2 * radius)},0a{r},{r},0,1,1,-{_number(2 * radius)},0Z"
    corners = (f"{_number(x * radius)},{_number(y * radius)}" for x, y in _UNIT[shape])
    return f"M{'L'.join(corners)}Z"


def hung(claim: Claim, radius: float) -> str:
    """What the words of the claim hang on its point: an arrow for an open side, a stroke for "about", a cross for what
    is denied, a plus for what was added; "" for none."""
    paths = []
    if claim.bound in UPWARD or (claim.bound == "indefinite" and claim.low is not None):
        paths.append(_arrow(radius, -1))
    if claim.bound in DOWNWARD or (claim.bound == "indefinite" and claim.low is None):
        paths.append(_arrow(radius, 1))
    if claim.bound == "about":
        paths.append(_line(0, -2 * radius, 0, 2 * radius))
    if claim.bound == "nearly":
        paths.append(_line(0, 0, 0, 2 * radius))
    if claim.status == "denied":
        reach = 1.5 * radius
        paths += [_line(-reach, -reach, reach, reach), _line(-reach, reach, reach, -reach)]
    if claim.measure == "increment":
        at, arm = 1.9 * radius, 0.6 * radius
        paths += [_line(at - arm, -at, at + arm, -at), _line(at, -at - arm, at, -at + arm)]
    return "".join(paths)


def reach(radius: float) -> float:
    """How far the tip of an arrow stands from the middle of its point."""
    return 2.9 * radius + 2


def _arrow(radius: float, way: int) -> str:
    tip, barb = way * reach(radius), way * (reach(radius) - 0.9 * radius - 1)
    wide = _number(0.7 * radius)
    return f"M0,0L0,{_number(barb)}M-{wide},{_number(barb)}L0,{_number(tip)}L{wide},{_number(barb)}Z"


def _line(x: float, y: float, to_x: float, to_y: float) -> str:
    return f"M{_number(x)},{_number(y)}L{_number(to_x)},{_number(to_y)}"


def _number(value: float) -> str:
    return f"{round(value, 2):g}"
