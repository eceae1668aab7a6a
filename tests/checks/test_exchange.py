from __future__ import annotations

from collections.abc import Callable

import pytest

from recon.model import Finding

Find = Callable[..., list[Finding]]


@pytest.mark.parametrize(
    "text",
    [
        "The bridge cost 40m euros ($44m), the road 20m euros ($22m).",
        "The bridge cost 40m euros ($44m; £34m), the road 21m euros ($23m; £18m).",
        "The bridge cost 40m euros ($44m). In 2008 it would have cost 40m euros ($63m).",
        "The bridge cost 40m euros ($44m), or 40m euros ($63m at the time) a decade ago.",
        "The bridge cost 40m euros ($44m), the road £20m ($26m).",
        "The bridge cost 4m euros ($4m), the road 20m euros ($22m).",
        "The bridge cost 40m euros ($44m), and the road of $32m is dear.",
        "The bridge cost 40m euros (20m of it borrowed), the road 20m euros ($22m).",
        "The rate was 40 euros ($44) and is 40 euros ($63).",
    ],
)
def test_one_rate_other_times_and_other_pairs_pass(text: str, find: Find) -> None:
    assert find(text, "RC103") == []


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("The bridge cost 40m euros ($44m), the road 20m euros ($32m).", ""),
        ("The bridge cost 40m euros ($44m; £34m). The road cost 20m euros ($22m; £27m).", ""),
        ("It took $11.8m (£6.3m), the other $6.3 (£3.35m).", "off by a factor of 1,000,000"),
        ("Tickets are 900 rupees ($10), meals 1,800 rupees ($200).", "off by a factor of 10"),
        ("He won 5.0m yen (about $45,000), she 8.0m yen (about $53,000).", ""),
    ],
)
def test_two_rates_are_found_with_both_conversions(text: str, slip: str, find: Find) -> None:
    (found,) = find(text, "RC103")
    assert found.severity == "warning"
    assert len(found.figures) == 4
    assert found.message.partition("perhaps ")[2] == slip
    assert bool(found.suggestion) != bool(slip)


def test_the_working_shows_both_rates(find: Find) -> None:
    (found,) = find("The bridge cost 40m euros ($44m), the road 20m euros ($32m).", "RC103")
    assert found.message == ('"40m euros" and "20m euros" are converted at two rates: 1.10 and 1.60 USD to the EUR')
    assert found.suggestion == "20m euros (22.0 million USD), or 40m euros (64.0 million USD)"
