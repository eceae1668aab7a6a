"""What a plugin author needs to test a plugin: values with defaults, what an object makes of them, and case files, run.

It needs no test runner; `assert_…` fails as pytest expects, `run_cases` returns what failed.
"""

from recon.testing.cases import Case, cases
from recon.testing.running import Failure, assert_case, assert_check_examples, run_cases
from recon.testing.values import DAY, claim, document, estimates, figures, findings, series

__all__ = [
    "DAY",
    "Case",
    "Failure",
    "assert_case",
    "assert_check_examples",
    "cases",
    "claim",
    "document",
    "estimates",
    "figures",
    "findings",
    "run_cases",
    "series",
]
