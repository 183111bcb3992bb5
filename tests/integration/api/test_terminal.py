"""The page of the public terminal, from the real server."""

import base64
import hashlib
import re

import httpx


def test_the_terminal_s_page_can_neither_be_kept_nor_lead_away(client: httpx.Client) -> None:
    response = client.get("/terminal")
    assert response.status_code == 200
    assert response.headers["cache-control"] == "no-store"
    policy = response.headers["content-security-policy"]
    assert "form-action 'none'" in policy
    assert "require-trusted-types-for 'script'" in policy
    sandbox = re.search(r"sandbox ([\w -]+)", policy)
    assert sandbox
    assert not re.search("popups|navigation|downloads", sandbox.group(1))


def test_the_page_says_how_the_city_wants_the_terminal_to_behave(client: httpx.Client) -> None:
    page = client.get("/terminal").text
    assert '<html lang="de"' in page
    for attribute in ('city="kleinstadt"', 'idle="60"', 'countdown="20"', 'prints="0"'):
        assert attribute in page
    assert '<html lang="en"' in client.get("/terminal?lang=en").text


def test_an_unknown_city_has_no_terminal(client: httpx.Client) -> None:
    assert client.get("/terminal?city=nirgendwo").status_code == 404


def test_the_terminal_s_script_is_served_with_the_hash_that_the_page_names(client: httpx.Client) -> None:
    page = client.get("/terminal").text
    address = re.search(r'src="(/terminal\.js\?v=\w+)" integrity="sha384-([^"]+)"', page)
    assert address
    script = client.get(address.group(1))
    assert base64.b64encode(hashlib.sha384(script.content).digest()).decode() == address.group(2)
    assert "immutable" in script.headers["cache-control"]
    assert "immutable" not in client.get("/terminal.js").headers["cache-control"]
