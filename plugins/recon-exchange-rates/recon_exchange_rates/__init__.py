"""recon-exchange-rates: converted sums of money against the European Central Bank's rates of their day."""

from __future__ import annotations

from recon import hookimpl
from recon_exchange_rates.check import ExchangeRateMismatch


@hookimpl
def recon_checks() -> list[ExchangeRateMismatch]:
    """Declare the check XR101."""
    return [ExchangeRateMismatch()]
