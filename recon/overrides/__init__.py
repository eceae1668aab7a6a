"""The analyst's last word: an overrides file that sets, folds, leaves out, merges, splits and moves what recon read."""

from recon.overrides.applying import Applied, apply
from recon.overrides.before import placed
from recon.overrides.entries import Entry
from recon.overrides.files import NAME, load_overrides
from recon.overrides.template import template

__all__ = ["NAME", "Applied", "Entry", "apply", "load_overrides", "placed", "template"]
