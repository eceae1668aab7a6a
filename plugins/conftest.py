"""The plugins of this repository can be tested where they lie, without being installed."""

import sys
from pathlib import Path

sys.path[:0] = [str(folder) for folder in sorted(Path(__file__).parent.glob("recon-*"))]
