"""What does not add up across documents, RC4xx: series in, findings out.

`judged` holds every series against every rule; `RULES` are the rules, by code.
"""

from recon.crosschecks.rules import RULES, judged
from recon.crosschecks.subject import CrossRule

__all__ = ["RULES", "CrossRule", "judged"]
