"""A draft held against evidence: what trusted articles say of each of its figures.

`gather` reads the evidence once; its `weigh` gives each figure of a draft one of six verdicts, and `finding_of` puts a
verdict into words.
"""

from recon.evidence.dossier import Dossier, gather
from recon.evidence.rules import RULES, EvidenceRule
from recon.evidence.telling import finding_of
from recon.evidence.verdicts import Verdict

__all__ = ["RULES", "Dossier", "EvidenceRule", "Verdict", "finding_of", "gather"]
