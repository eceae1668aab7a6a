"""What a plugin author needs to test a plugin: values with defaults, a check's examples and case files, run."""

from recon.testing.cases import Case, assert_check_case, assert_check_examples, cases
from recon.testing.values import DAY, claim, document, figures, findings, series

__all__ = [
    "DAY",
    "Case",
    "assert_check_case",
    "assert_check_examples",
    "cases",
    "claim",
    "document",
    "figures",
    "findings",
    "series",
]
