"""What the objects of some distributions give, as digests: `python -m recon.conformance DISTRIBUTION…`.

Run in processes with other hash seeds it tells whether the order of a set has a say in what comes out.
"""

from __future__ import annotations

import hashlib
import json
import sys
from contextlib import suppress

from recon.conformance.contract import beside
from recon.conformance.trials import trials_of
from recon.engine import discover
from recon.host import Host


def digests(host: Host, distributions: list[str]) -> dict[str, str]:
    """A digest of what each trial gives, by object and trial; none for a trial that fails."""
    found = {}
    declared = [owned for owned in host.objects() if owned.owner.distribution in distributions]
    for owned in declared:
        for name, trial in trials_of(owned, beside(owned, declared)):
            with suppress(Exception):
                found[f"{owned.kind} {owned.key}: {name}"] = hashlib.sha256(trial()[0].encode()).hexdigest()
    return found


if __name__ == "__main__":
    json.dump(digests(discover(), sys.argv[1:]), sys.stdout)
