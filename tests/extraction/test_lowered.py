import pytest

from recon.extraction.scanner import Scanner
from recon.units import lexicon

SCANNER = Scanner(lexicon())


@pytest.mark.parametrize("text", ["İİİ 12 people in İzmir", "Twelve people", "İ: TWELVE people, US$5 million"])
def test_case_does_not_move_a_figure(text):
    found = list(SCANNER.figures(text, SCANNER.starts.of(text)))
    assert found
    for figure in found:
        assert text[figure.start : figure.end].strip() == text[figure.start : figure.end]
        assert figure.reading.value in {12, 5_000_000}
