import time

import pytest

from recon.readers.raised import LOWER, RAISE, all_set_plainly


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("40^1^ people", "40 people"),
        ("40^[12]^ people", "40 people"),
        ("40^1^^,^^2^ people", "40 people"),
        ("40^a^ people", "40 people"),
        ("40^*†^ people", "40 people"),
        ("the 1^st^ of May", "the 1st of May"),
        ("25 km^2^ of land", "25 km² of land"),
        ("25\u00a0km^2^ of land", "25\u00a0km² of land"),
        ("in 10^6^ litres", "in 10⁶ litres"),
        ("a farm^2^ near Varn", "a farm near Varn"),
        ("2^1^/2 metres", "2 1/2 metres"),
        ("a ^long aside of words^ here", "a long aside of words here"),
    ],
)
def test_a_raised_number_is_a_mark_or_an_exponent_and_never_a_digit(written, read):
    parts = written.split("^")
    marked = "".join(f"{RAISE}{part}{LOWER}" if i % 2 else part for i, part in enumerate(parts))
    assert all_set_plainly(marked) == read


def test_many_marks_take_time_in_step():
    begun = time.process_time()
    all_set_plainly(f"40 people {RAISE}1{LOWER}" * 100_000)
    assert time.process_time() - begun < 3
