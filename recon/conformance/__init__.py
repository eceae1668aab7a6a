"""The contract that every object of a plugin is held to, tried out on the installed plugin itself."""

from recon.conformance.contract import Outcome, outcomes

__all__ = ["Outcome", "outcomes"]
