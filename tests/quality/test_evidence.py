"""The verdicts on drafts: nothing is called supported that is not, and four in five are right."""

from collections import Counter

import pytest

from tests.quality.evidence import VERDICTS, files, judged, lines


@pytest.mark.parametrize("path", files(), ids=lambda path: path.stem)
def test_nothing_is_called_supported_that_is_not(path):
    assert [one for one in judged(path) if one.given == "supported" != one.wanted] == []


@pytest.mark.parametrize("path", files(), ids=lambda path: path.stem)
def test_four_in_five_verdicts_are_right(path):
    found = judged(path)
    assert sum(one.given == one.wanted for one in found) >= 0.8 * len(found), lines(found)


def test_there_are_pairs_enough_of_every_verdict():
    wanted = Counter(one.wanted for path in files() for one in judged(path))
    assert set(wanted) == set(VERDICTS)
    assert min(wanted.values()) >= 4
    assert len({(one.file, one.draft) for path in files() for one in judged(path)}) >= 60
