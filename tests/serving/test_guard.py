"""Who is let in, what is said to the others, and what every response carries."""

import pytest
from starlette.testclient import TestClient

from recon.serving.app import Limits, app_of
from recon.serving.guard import POLICY, Door, door_of, is_loopback
from recon.serving.page import page_files
from tests.serving.conftest import LIMITS, ORIGIN, Page

TOKEN = "a-token-of-some-length"
ELSEWHERE = "http://192.0.2.7:8417"


@pytest.fixture(scope="module")
def guarded(desk):
    """The page of a server that other machines reach."""
    app = app_of(desk, Door(frozenset({"newsroom"}), TOKEN), LIMITS)
    with TestClient(app, base_url=ELSEWHERE, follow_redirects=False, raise_server_exceptions=False) as client:
        yield Page(client, ELSEWHERE)


ANSWERS = [
    ("GET", "/"),
    ("GET", "/page.js"),
    ("GET", "/nowhere"),
    ("PUT", "/"),
    ("GET", "/mark"),
    ("POST", "/mark"),
    ("POST", "/report"),
]


@pytest.mark.parametrize(("method", "path"), ANSWERS)
@pytest.mark.parametrize("host", ["127.0.0.1:8417", "evil.example"])
def test_every_response_carries_the_policy(page, method, path, host):
    answer = page.client.request(
        method, path, headers={"host": host, "origin": f"http://{host}"}, json={"articles": [{"text": "41"}]}
    )
    assert answer.headers["content-security-policy"] == POLICY
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["cross-origin-opener-policy"] == "same-origin"
    assert answer.headers["cross-origin-resource-policy"] == "same-origin"
    assert answer.headers["x-frame-options"] == "DENY"
    assert answer.headers["cache-control"] == "no-store"
    assert "access-control-allow-origin" not in answer.headers
    assert "set-cookie" not in answer.headers


def test_the_policy_lets_nothing_from_elsewhere_in_and_nothing_inline():
    told = dict(part.split(" ", 1) for part in POLICY.split("; "))
    assert told["default-src"] == "'none'"
    assert {told[name] for name in ("script-src", "style-src", "connect-src")} == {"'self'"}
    assert {told[name] for name in ("base-uri", "form-action", "frame-ancestors")} == {"'none'"}
    assert "unsafe" not in POLICY


def test_the_page_has_nothing_inline_and_nothing_from_elsewhere(page):
    text = page.client.get("/").text
    assert "<style" not in text
    assert " style=" not in text
    assert "://" not in text
    assert text.count("<script") == text.count("<script type=") == text.count("src=") == 1


@pytest.mark.parametrize(
    "host", ["127.0.0.1:8417", "localhost:8417", "localhost", "LOCALHOST:1", "[::1]:8417", "localhost.:8417"]
)
def test_the_names_of_this_machine_are_answered(page, host):
    assert page.client.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:8417",
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        "evil.example@127.0.0.1",
        "127.0.0.1:8417@evil.example",
        "127.0.0.1/evil.example",
        "192.0.2.7:8417",
        "",
        " ",
        "[::1",
        "127.0.0.1:port",
    ],
)
def test_any_other_name_is_refused_so_that_no_site_can_take_ours(page, host):
    answer = page.client.get("/", headers={"host": host})
    assert answer.status_code == 421
    assert "address that it printed" in answer.text
    assert page.ask("/mark", "41 people", host=host, origin=f"http://{host}").status_code == 421


@pytest.mark.parametrize("origin", ["https://evil.example", "http://127.0.0.1:9", "http://localhost:8417", "null", ""])
@pytest.mark.parametrize("path", ["/mark", "/series", "/report"])
def test_another_origin_cannot_ask(page, path, origin):
    answer = page.ask(path, "41 people", origin=origin)
    assert answer.status_code == 403
    assert answer.json() == {"error": "a request must come from the page itself"}


@pytest.mark.parametrize("media", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])
def test_a_form_of_another_site_cannot_ask(page, media):
    answer = page.client.post(
        "/mark", content='{"articles": [{"text": ""}]}', headers={"origin": ORIGIN, "content-type": media}
    )
    assert answer.status_code == 415


@pytest.mark.parametrize(
    "path",
    [
        "/../../etc/passwd",
        "/..%2f..%2fetc%2fpasswd",
        "/%2e%2e/%2e%2e/pyproject.toml",
        "//etc/passwd",
        "/static/page.js",
        "/page.html.jinja",
        "/page.js/../page.py",
        "/page.js%00",
        "/file:///etc/passwd",
        "/C:/Windows/win.ini",
        "/desk.py",
        "/__init__.py",
    ],
)
def test_no_path_of_the_server_can_be_read(page, path):
    for method in ("GET", "POST"):
        answer = page.client.request(method, path, headers={"origin": ORIGIN}, json={})
        assert answer.status_code == 404
        assert "there is no such page" in answer.text


@pytest.mark.parametrize("name", ["../../../../etc/passwd", "/etc/passwd", "..\\..\\secret.txt", "\x00/etc/passwd"])
def test_a_name_with_a_path_is_a_name(page, name):
    told = page.ask("/series", {"text": "41 people", "name": name}, {"text": "41 people", "name": name})
    assert told.status_code == 200
    assert "etc/" not in told.text
    assert "root:" not in told.text


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
@pytest.mark.parametrize("path", ["/", "/mark"])
def test_other_methods_are_refused(page, method, path):
    answer = page.client.request(method, path, headers={"origin": ORIGIN})
    assert answer.status_code == 405
    assert "access-control-allow-methods" not in answer.headers


def test_each_file_of_the_page_has_its_type(page):
    for name, (text, media) in page_files().items():
        answer = page.client.get(f"/{name}")
        assert (answer.text, answer.headers["content-type"]) == (text, media)


def test_without_the_token_there_is_nothing(guarded):
    guarded.client.cookies.clear()
    for path in ("/", "/page.js", "/nowhere", "/?token=", "/?token=wrong", f"/page.js?token={TOKEN}"):
        answer = guarded.client.get(path)
        assert answer.status_code == 401, path
        assert "its token included" in answer.text
        assert "set-cookie" not in answer.headers
    assert guarded.ask("/mark", "41 people").status_code == 401


def test_the_token_is_brought_once_and_leaves_the_address(guarded):
    guarded.client.cookies.clear()
    answer = guarded.client.get(f"/?token={TOKEN}")
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    assert guarded.client.get("/").status_code == 200
    assert guarded.ask("/mark", "41 people").json()["total"]["figures"] == 1
    guarded.client.cookies.clear()


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"authorization": f"Bearer {TOKEN}"}, 200),
        ({"authorization": "Bearer wrong"}, 401),
        ({"authorization": f"Basic {TOKEN}"}, 401),
        ({"cookie": f"recon={TOKEN}"}, 200),
        ({"cookie": "recon=wrong"}, 401),
        ({"cookie": "recon"}, 401),
        ({"cookie": f"other={TOKEN}"}, 401),
        ({"cookie": "\x01=;;,"}, 401),
    ],
)
def test_the_token_is_a_cookie_or_a_header(guarded, headers, status):
    guarded.client.cookies.clear()
    assert guarded.ask("/mark", "41 people", **headers).status_code == status


@pytest.mark.parametrize(
    ("host", "status"), [("192.0.2.7:8417", 401), ("newsroom:8417", 401), ("[2001:db8::7]", 401), ("evil.example", 421)]
)
def test_from_elsewhere_an_address_or_the_machines_name_is_answered(guarded, host, status):
    guarded.client.cookies.clear()
    assert guarded.client.get("/", headers={"host": host}).status_code == status


def test_a_door_to_this_machine_asks_for_no_token_and_knows_no_other_name():
    assert door_of("127.0.0.1", "").is_called("localhost")
    assert not door_of("127.0.0.1", "").is_called("192.0.2.7")
    assert door_of("127.0.0.1", "").opens_to(None)
    assert door_of("0.0.0.0", "t").is_called("192.0.2.7")
    assert not door_of("0.0.0.0", "t").opens_to(None)
    assert not door_of("0.0.0.0", "t").opens_to("té")


@pytest.mark.parametrize(
    ("host", "alone"),
    [("127.0.0.1", True), ("127.9.9.9", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("::", False),
     ("192.0.2.7", False), ("newsroom", False), ("localhost.evil.example", False)],
)  # fmt: skip
def test_what_counts_as_this_machine_alone(host, alone):
    assert is_loopback(host) is alone


def test_a_request_that_is_too_large_is_refused_in_words(page):
    for content in ("x" * (LIMITS.size + 1), (b"x" * 1000 for _ in range(LIMITS.size // 1000 + 1))):
        answer = page.client.post(
            "/mark", content=content, headers={"origin": ORIGIN, "content-type": "application/json"}
        )
        assert answer.status_code == 413
        assert answer.json() == {"error": "more than 0.2 MB of text; recon reconcile reads any number"}


def test_too_many_at_once_are_refused_in_words(desk):
    with TestClient(app_of(desk, Door(), Limits(waiting=0)), base_url=ORIGIN) as client:
        answer = Page(client).ask("/mark", "41 people")
    assert answer.status_code == 503
    assert answer.json() == {"error": "too many requests at once; try again in a moment"}
