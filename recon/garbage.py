"""How often a process that is recon's own looks for garbage."""

import gc


def collect_seldom() -> None:
    """Look for garbage in cycles after 10,000 objects and not after 700.

    It makes many objects, few that live and hardly a cycle.
    """
    gc.set_threshold(10_000, 10, 10)
