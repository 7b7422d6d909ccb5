"""The carrier asks a real server; what it is sent is looked at there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.management import CommandError, call_command
from django.test import override_settings

from accounts.carriers import CarrierFailed, sms_carrier
from accounts.checks import check_gateway

PHONE, TEXT = "+8613800138000", '您的验证码 "123456"\n十分钟内有效 & 勿告他人'


@dataclass
class Gateway:
    url: str
    status: int = 200
    answer: str = '{"code": "OK"}'
    location: str = ""
    asked: list[tuple[str, str, dict[str, str], str]] = field(default_factory=list)


@pytest.fixture
def gateway() -> Iterator[Gateway]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            body = self.rfile.read(length).decode()
            found.asked.append((self.command, self.path, dict(self.headers), body))
            self.send_response(found.status)
            if found.location:
                self.send_header("Location", found.location)
            self.end_headers()
            self.wfile.write(found.answer.encode())

        do_GET = do_POST  # noqa: N815

        def log_message(self, *args: Any) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    found = Gateway(f"http://127.0.0.1:{server.server_port}/send")
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    with override_settings(
        SMS_CARRIER="accounts.carriers.gateway.GatewayCarrier",
        SMS_GATEWAY_URL=found.url,
        SMS_GATEWAY_SECRET='s"1&2',
    ):
        yield found
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_message_is_sent_as_json_whatever_is_in_it(gateway: Gateway) -> None:
    sms_carrier().send(PHONE, TEXT, purpose="code")
    [(method, path, headers, body)] = gateway.asked
    assert (method, path) == ("POST", "/send")
    assert headers["Content-Type"] == "application/json"
    assert json.loads(body) == {"phone": PHONE, "text": TEXT, "key": 's"1&2'}


def test_a_form_is_escaped_as_a_form(gateway: Gateway) -> None:
    with override_settings(
        SMS_GATEWAY_CONTENT_TYPE="application/x-www-form-urlencoded",
        SMS_GATEWAY_BODY="to=$mobile&msg=$text&for=$purpose",
        SMS_GATEWAY_HEADERS="Authorization: Bearer $secret|X-Sender: pavilion",
    ):
        sms_carrier().send(PHONE, TEXT, purpose="notice")
    [(_method, _path, headers, body)] = gateway.asked
    assert parse_qs(body) == {"to": ["13800138000"], "msg": [TEXT], "for": ["notice"]}
    assert headers["Authorization"] == 'Bearer s"1&2'
    assert headers["X-Sender"] == "pavilion"


def test_a_gateway_may_be_asked_by_its_address_alone(gateway: Gateway) -> None:
    with override_settings(
        SMS_GATEWAY_METHOD="GET", SMS_GATEWAY_URL=gateway.url + "?m=$mobile&c=$text"
    ):
        sms_carrier().send(PHONE, TEXT, purpose="code")
    [(method, path, _headers, body)] = gateway.asked
    assert method == "GET"
    assert body == ""
    assert parse_qs(urlsplit(path).query) == {"m": ["13800138000"], "c": [TEXT]}


@pytest.mark.parametrize("status", [301, 400, 401, 500, 503])
def test_what_is_not_taken_fails_and_names_neither_number_nor_words(
    gateway: Gateway, status: int
) -> None:
    gateway.status, gateway.location = status, gateway.url + "?elsewhere=1"
    with pytest.raises(CarrierFailed) as failed:
        sms_carrier().send(PHONE, TEXT, purpose="code")
    assert len(gateway.asked) == 1
    assert str(status) in str(failed.value)
    assert "138" not in str(failed.value)


def test_an_answer_of_200_may_still_say_no(gateway: Gateway) -> None:
    gateway.answer = '{"code": "LIMIT"}'
    with override_settings(SMS_GATEWAY_ACCEPTED='"code": "OK"'):
        with pytest.raises(CarrierFailed) as failed:
            sms_carrier().send(PHONE, TEXT, purpose="code")
        assert "LIMIT" not in str(failed.value)
        assert failed.value.answer == gateway.answer
        gateway.answer = '{"code": "OK"}'
        sms_carrier().send(PHONE, TEXT, purpose="code")


@pytest.mark.parametrize("status", [200, 403])
def test_whoever_tries_it_reads_why_the_gateway_refuses(gateway: Gateway, status: int) -> None:
    gateway.status, gateway.answer = status, '{"code": 7,\n "why": "签名未报备"}' + "…" * 9000
    with (
        override_settings(SMS_GATEWAY_ACCEPTED='"code": 0'),
        pytest.raises(CommandError, match=f"{status}.* It said: .*签名未报备") as failed,
    ):
        call_command("try_carrier", "13800138000")
    assert len(str(failed.value)) < 600


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:1/", "file:///etc/passwd", "nowhere", "http:///"]
)
def test_a_gateway_that_is_not_there_fails_in_words(url: str) -> None:
    with (
        override_settings(
            SMS_CARRIER="accounts.carriers.gateway.GatewayCarrier", SMS_GATEWAY_URL=url
        ),
        pytest.raises(CarrierFailed) as failed,
    ):
        sms_carrier().send(PHONE, TEXT, purpose="code")
    assert "138" not in str(failed.value)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SMS_GATEWAY_BODY", '{"to": "$number"}'),
        ("SMS_GATEWAY_BODY", "costs 5$ "),
        ("SMS_GATEWAY_HEADERS", "X-Text: $text"),
        ("SMS_GATEWAY_METHOD", "PUT"),
    ],
)
def test_a_template_that_names_what_there_is_not_is_found_before_the_first_message(
    name: str, value: str
) -> None:
    assert check_gateway() == []
    with override_settings(**{name: value}):
        assert [error.id for error in check_gateway()] != []
