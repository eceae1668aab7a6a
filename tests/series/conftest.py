import pytest

from recon.series.judging import judge, side


@pytest.fixture
def stand():
    """The kind and the reason of two claims of one series."""

    def stand(a, b, **known):
        return judge(side(a, a.unit), side(b, a.unit), **known)

    return stand
