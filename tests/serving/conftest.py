"""The app in this process, its desk in processes of its own as always."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from recon.engine import Plan, chosen_extractor, discover
from recon.running.choosing import RuleOptions, chosen
from recon.running.configuration import Config
from recon.serving.app import Limits, app_of
from recon.serving.desk import Desk
from recon.serving.guard import Door

ORIGIN = "http://127.0.0.1:8417"
LIMITS = Limits(size=200_000, sending=5.0, answering=20.0, waiting=8)


@pytest.fixture(scope="session")
def desk() -> Desk:
    """recon's own rules and reconcilers with no configuration."""
    host = discover()
    selection, checks = chosen(host, Config(), RuleOptions())
    plan = Plan(extractor=chosen_extractor(host, ""), checks=checks, selection=selection)
    return Desk(plan=plan, reconcilers=tuple(one for one in host.reconcilers if one.key in ("latest", "range")))


class Page:
    """What the page does: asks from its own origin, in JSON."""

    def __init__(self, client: TestClient, origin: str = ORIGIN) -> None:
        self.client, self.origin = client, origin

    def ask(self, path: str, *texts: str, **headers: str):
        articles = [{"text": text} if isinstance(text, str) else text for text in texts]
        return self.client.post(path, json={"articles": articles}, headers={"origin": self.origin, **headers})


@pytest.fixture(scope="session")
def page(desk: Desk) -> Iterator[Page]:
    """The page of a server on this machine alone."""
    with TestClient(app_of(desk, Door(), LIMITS), base_url=ORIGIN, raise_server_exceptions=False) as client:
        yield Page(client)


@pytest.fixture(scope="session")
def root() -> Path:
    return Path(__file__).parents[2]
