import datetime as dt
import socket

import pytest
from recon_exchange_rates import ExchangeRateMismatch, recon_checks
from recon_exchange_rates.days import days
from recon_exchange_rates.rates import between

from recon import Check
from recon.testing import assert_check_examples, document, findings

CHECK = ExchangeRateMismatch()


def found(text, day="2024-01-15", **known):
    return findings(CHECK, text, published=dt.date.fromisoformat(day), **known)


def test_the_hook_declares_a_check_whose_examples_hold():
    [check] = recon_checks()
    assert isinstance(check, Check)
    assert_check_examples(check)


@pytest.mark.parametrize(
    "text",
    [
        "The ferry cost €2,000 ($2,190).",
        "The fine was €2m (£1.7m; $2.2m).",
        "A ticket costs $800 (1.05 million won).",
        "A ticket costs about $800 (roughly 1.1 million won).",
        "The bridge will cost £40m ($51m).",
        "The bridge will cost $40m (£31m).",
        "In Australia he paid $100 (£52).",
        "The loan was 1 billion yen ($6.9 million).",
        "The prize, 50,000 kronor, or $4,850, was paid on Monday.",
        "In 2015 it cost €2,000 ($2,180).",
        "In 2015 it cost €2,000 ($2,250).",
        "It was sold in March 2008 for €10m (then worth $15.5m).",
        "It was sold for €10m ($15.8m at the time) on 10 July 2008.",
        "Two years ago it cost €2,000 ($2,050).",
        "It was sold for €10m ($15.8m at the time).",
        "It sells for $99 (£69).",
        "The regime prints 900 North Korean won ($1).",
    ],
)
def test_what_the_rates_bear_out_or_do_not_tell_is_left_alone(text):
    assert found(text) == ()


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("The ferry cost €2,000 ($2,560).", ""),
        ("A ticket costs US$800 (1.5 million won).", ""),
        ("A ticket costs US$800 (1.05 billion won).", "off by a factor of 1,000"),
        ("The fine was €2m (£1.7m; US$3.4m).", ""),
        ("The bridge will cost £40m (€34.4m).", "the rate was turned upside down"),
        ("The bridge will cost £40m (€40m).", "the sum was not converted"),
        ("Debt stood at US$500bn (£458bn).", "the number is right in EUR, not in GBP"),
        ("It was sold in March 2008 for €10m (then worth $10.9m).", ""),
        ("At today's rates the €10m (US$15.8m) of 2008 would be less.", ""),
        ("The prize, 50,000 Swedish kronor, or €6,000, was paid on Monday.", ""),
    ],
)
def test_what_no_rate_of_the_days_bears_out_is_found(text, cause):
    [finding] = found(text)
    assert (finding.code, finding.severity) == ("XR101", "warning")
    assert "European Central Bank" in finding.working
    assert finding.message.partition("perhaps ")[2] == cause


def test_a_finding_shows_its_working_and_both_sides_corrected():
    [finding] = found("It cost €2,000 (US$2,910).")
    assert finding.message == (
        '"€2,000" is 2,180 to 2,200 USD at the rates of 2024-01-05 to 2024-01-15; the text says "US$2,910"'
    )
    assert finding.working.startswith("1 EUR = 1.09 to 1.10 USD (European Central Bank, 2024-01-05 to 2024-01-15)")
    assert finding.suggestion == "€2,000 (2,190 USD), or 2,660 EUR (US$2,910)"


def test_a_sign_that_another_country_shares_is_for_information():
    [finding] = found("He paid $100 (£52).")
    assert finding.severity == "info"
    assert finding.message.endswith(", which is right from AUD to GBP")


def test_without_a_date_there_is_no_opinion():
    assert findings(CHECK, CHECK.not_ok, published=None) == ()


@pytest.mark.parametrize("day", ["1998-12-01", "2999-01-01"])
def test_without_rates_there_is_no_opinion(day):
    assert found(CHECK.not_ok, day) == ()


def test_the_rate_is_of_the_days_before():
    assert found("The stake was sold for 100 million roubles ($1.3m).", "2020-10-20") == ()
    assert found("The stake was sold for 100 million roubles ($3.0m).", "2020-10-20")
    assert found("The stake was sold for 100 million roubles ($2.8m).", "2014-03-20") == ()


@pytest.mark.parametrize(
    ("sentence", "first", "last"),
    [
        ("It cost that at the time, on 10 July 2008.", "2008-06-30", "2008-07-11"),
        ("It cost that at the time, on July 10, 2008.", "2008-06-30", "2008-07-11"),
        ("It cost that at the time, in February 2008.", "2008-02-01", "2008-02-29"),
        ("It cost that at the time, in 2008.", "2008-01-01", "2008-12-31"),
        ("It cost that at the time, last year.", "2023-01-01", "2023-12-31"),
        ("It cost that at the time, last month.", "2023-12-01", "2023-12-31"),
        ("It cost that at the time, three years ago.", "2021-01-01", "2021-12-31"),
        ("It costs that at today's rates, having been dear in 2008.", "2024-01-05", "2024-01-15"),
    ],
)
def test_words_tell_the_days(sentence, first, last):
    [when] = days(document(""), sentence)
    assert (str(when.first), str(when.last)) == (first, last)


def test_at_the_time_of_no_time_is_no_days():
    assert days(document(""), "It cost that at the time.") == ()
    assert days(document(""), "It cost that at the time, on 31 February 2008.") == ()


def test_rates_are_of_banking_days_both_ways():
    low, high = between("EUR", "USD", dt.date(2024, 1, 13), dt.date(2024, 1, 15))
    assert low == high == 1.0945
    assert between("USD", "EUR", dt.date(2024, 1, 15), dt.date(2024, 1, 15))[0] == pytest.approx(1 / 1.0945)
    assert between("EUR", "USD", dt.date(2024, 1, 13), dt.date(2024, 1, 14)) is None
    assert between("EUR", "XAU", dt.date(2024, 1, 15), dt.date(2024, 1, 15)) is None


def test_nothing_is_fetched(monkeypatch):
    def refused(*_):
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refused)
    assert found(CHECK.not_ok)
