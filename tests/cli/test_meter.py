import pytest

from recon.archive.writing import Step
from recon.cli.meter import told


@pytest.mark.parametrize(
    ("done", "skipped", "seconds", "words"),
    [
        (45_000_000, 0, 15.0, "1,200 documents, 45 of 100 MB, 3.0 MB/s"),
        (45_000_000, 35_000_000, 10.0, "1,200 documents, 45 of 100 MB, 1.0 MB/s"),
        (1_000_000, 0, 100.0, "1,200 documents, 1 of 100 MB, 0.0 MB/s"),
        (100_000_000, 0, 20.0, "1,200 documents, 100 of 100 MB, 5.0 MB/s"),
    ],
)
def test_the_rate_is_of_what_was_worked_on(done, skipped, seconds, words):
    step = Step(documents=1, figures=9, failures=(), bytes=done, skipped=skipped)
    assert told(1_200, step, 100_000_000, seconds) == words
