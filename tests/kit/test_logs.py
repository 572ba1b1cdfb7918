"""Logs are one JSON object a line, name the request, and hold no personal data."""

import io
import json
import logging

import pytest
import structlog

from batua.kit import logs
from batua.kit.logs import LogSettings
from batua.kit.settings import SettingsError


@pytest.fixture
def out():
    root = logging.getLogger()
    before = root.handlers[:], root.level
    stream = io.StringIO()
    logs.configure(LogSettings(level="debug"), stream)
    yield stream
    root.handlers[:], level = before
    root.setLevel(level)
    structlog.reset_defaults()


def lines(stream: io.StringIO) -> list[dict]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_a_line_is_json_with_level_time_and_values(out):
    logs.log.info("sent", payment="p-1", count=3)
    (line,) = lines(out)
    assert (line["event"], line["payment"], line["count"]) == ("sent", "p-1", 3)
    assert line["level"] == "info"
    assert line["time"].endswith("Z")


def test_the_request_is_named_within_its_block_only(out):
    with logs.bind_request("r-7"):
        logs.log.info("inside")
        logging.getLogger("library").warning("inside too")
    logs.log.info("outside")
    inside, library, outside = lines(out)
    assert inside["request_id"] == library["request_id"] == "r-7"
    assert "request_id" not in outside


@pytest.mark.parametrize(
    "key",
    ["phone", "to_phone", "phone_number", "name", "email", "code", "pin", "new_pin", "password"]
    + ["refresh_token", "Authorization", "authorization", "Step-Up-Token", "cookie", "Set-Cookie"]
    + ["account_number", "ifsc", "otp", "api_key", "key_secret", "client_secret", "full_name"],
)
def test_a_personal_field_is_removed_by_its_name(out, key):
    logs.log.info("seen", **{key: "Wert"}, inner={key: "Wert", "list": [{key: "Wert"}]})
    assert "Wert" not in out.getvalue()
    assert lines(out)[0][key] == "[removed]"


@pytest.mark.parametrize("key", ["error_code", "job_name", "status_code", "opinion", "spinning"])
def test_a_plain_field_is_kept(out, key):
    logs.log.info("seen", **{key: "Wert"})
    assert lines(out)[0][key] == "Wert"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("call +919876543210 now", "call [phone] now"),
        ("call +91 98765 43210", "call [phone]"),
        ("call +1 (212) 555-0100.", "call [phone]."),
        ("call 9876543210", "call [phone]"),
        ("mail asha.devi+x@example.co.in, please", "mail [email], please"),
        ("Authorization: Bearer abcdefgh.ijk", "Authorization: Bearer [token]"),
        ("t=eyJhbGciOi.eyJzdWIi.c2lnbg end", "t=[token] end"),
        (
            "failed\nDETAIL:  Failing row contains (7, 5000).\nmore",
            "failed\nDETAIL: [removed]\nmore",
        ),
        (
            "entry 0190f3c2-8b7a-7e31-9c55-9876543210ab",
            "entry 0190f3c2-8b7a-7e31-9c55-9876543210ab",
        ),
        ("1234567890123 rows, 1+1=2", "1234567890123 rows, 1+1=2"),
    ],
)
def test_personal_data_is_removed_from_any_text_by_its_look(out, text, shown):
    logs.log.info(text, inner=[text])
    assert lines(out)[0]["event"] == shown
    assert lines(out)[0]["inner"] == [shown]


def test_a_traceback_is_logged_without_personal_data(out):
    try:
        raise RuntimeError("no route to +919876543210")
    except RuntimeError:
        logs.log.exception("failed")
        logging.getLogger("library").exception("failed for %s", "asha@example.org")
    assert "RuntimeError" in out.getvalue()
    assert "9876543210" not in out.getvalue()
    assert "asha@" not in out.getvalue()


def test_objects_are_cleaned_by_their_text(out):
    class Phone:
        def __str__(self) -> str:
            return "+919876543210"

    logs.log.info("seen", thing=Phone())
    assert lines(out)[0]["thing"] == "[phone]"


def test_lines_below_the_level_are_not_written():
    stream, root = io.StringIO(), logging.getLogger()
    before = root.handlers[:], root.level
    try:
        logs.configure(LogSettings(level="warning"), stream)
        logs.log.info("quiet")
        logs.log.warning("loud")
    finally:
        root.handlers[:], level = before
        root.setLevel(level)
        structlog.reset_defaults()
    assert [line["event"] for line in lines(stream)] == ["loud"]


def test_the_console_shows_no_local_variables():
    stream, root = io.StringIO(), logging.getLogger()
    before = root.handlers[:], root.level
    try:
        logs.configure(LogSettings(format="console"), stream)
        pin = "493817"
        try:
            raise RuntimeError(f"wrong for asha@example.org {len(pin)}")
        except RuntimeError:
            logs.log.exception("failed", pin=pin)
    finally:
        root.handlers[:], level = before
        root.setLevel(level)
        structlog.reset_defaults()
    assert "RuntimeError" in stream.getvalue()
    assert "493817" not in stream.getvalue()
    assert "asha@" not in stream.getvalue()


@pytest.mark.parametrize("given", [LogSettings(level="loud"), LogSettings(format="xml")])
def test_an_unknown_level_or_format_is_refused(given):
    with pytest.raises(SettingsError):
        logs.configure(given)


def test_a_request_is_answered_when_its_line_cannot_be_written(out, monkeypatch):
    def full(_text: str) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(out, "write", full)
    logs.request_line("GET", "/wallets", 200, 1.5, "r-8")
    out.close()
    logs.request_line("GET", "/wallets", 200, 1.5, "r-9")
