"""Text messages: sealed while they wait, sent once, erased when they have ended."""

import json
from datetime import UTC, datetime, timedelta

import httpx
import pytest

from batua.kit import clock
from batua.kit.db import fetch_all, fetch_one, fetch_value
from batua.kit.jobs import Context, run_due
from batua.kit.secrets import KeyRing
from batua.kit.settings import SettingsError
from batua.modules.identity.types import CodeMessage, Purpose
from batua.modules.notifications import jobs, rules, service
from batua.modules.notifications.providers.sandbox_sms import SandboxSms, SmsSettings
from batua.modules.notifications.store import told as store
from batua.modules.notifications.types import (
    Delivery,
    DeliveryReport,
    Message,
    MessageId,
)

PHONE = "+919810000001"
CODE = CodeMessage(PHONE, "482913", Purpose.SIGN_IN, "en")


class Telephone:
    """A provider that answers as it is told and remembers what it was given."""

    def __init__(self, *reports: DeliveryReport) -> None:
        self.reports = list(reports)
        self.given: list[Message] = []

    async def send(self, message: Message) -> DeliveryReport:
        self.given.append(message)
        if len(self.reports) > 1:
            return self.reports.pop(0)
        return self.reports[0]


ACCEPTED = DeliveryReport(Delivery.ACCEPTED, provider_ref="sms_1")
REFUSED = DeliveryReport(Delivery.REFUSED, failure="no_such_number")
UNANSWERED = DeliveryReport(Delivery.UNANSWERED, failure="ConnectTimeout")


async def queue(db, keys) -> MessageId:
    async with db.transaction() as tx:
        await jobs.messenger(keys)(tx, CODE)
        return MessageId(await fetch_value(tx, "SELECT id FROM notifications.message"))


async def row(db):
    async with db.read() as tx:
        return await fetch_one(
            tx,
            "SELECT state, sealed_to, sealed_body, provider_ref, failure, tries"
            " FROM notifications.message",
        )


def context(db, keys, provider) -> Context:
    return Context(db, {"keys": keys, "sms": provider})


async def test_a_code_is_delivered_by_the_job_of_its_own_transaction(db, keys):
    provider = Telephone(ACCEPTED)
    id = await queue(db, keys)
    await run_due(context(db, keys, provider))
    [given] = provider.given
    assert (given.id, given.to_phone) == (id, PHONE)
    assert "482913" in given.body
    assert await row(db) == ("sent", None, None, "sms_1", None, 1)


async def test_a_rolled_back_code_is_never_sent(db, keys):
    class Undo(Exception):
        pass

    with pytest.raises(Undo):
        async with db.transaction() as tx:
            await jobs.messenger(keys)(tx, CODE)
            raise Undo
    provider = Telephone(ACCEPTED)
    await run_due(context(db, keys, provider))
    assert provider.given == []


async def test_neither_code_nor_phone_lies_in_the_database(db, keys):
    await queue(db, keys)
    async with db.read() as tx:
        tables = await fetch_all(
            tx,
            "SELECT table_schema, table_name FROM information_schema.tables"
            " WHERE table_type = 'BASE TABLE'"
            " AND table_schema IN ('notifications', 'journal', 'public', 'kit')",
        )
    seen = ""
    async with db.transaction() as tx:
        for schema, name in tables:
            if not await fetch_value(
                tx, "SELECT has_table_privilege(%(t)s, 'SELECT')", {"t": f"{schema}.{name}"}
            ):
                continue
            rows = await fetch_all(tx, f'SELECT t::text FROM "{schema}"."{name}" t')
            seen += json.dumps(rows)
    assert "notifications.deliver" in seen, "the job's own row was looked at"
    assert "482913" not in seen
    assert "9810000001" not in seen


async def test_an_unanswered_message_waits_and_is_tried_again_under_its_own_name(db, keys):
    provider = Telephone(UNANSWERED, ACCEPTED)
    id = await queue(db, keys)
    with pytest.raises(jobs.NotDelivered):
        await jobs.deliver(context(db, keys, provider), str(id))
    assert (await row(db))[0] == "queued"
    await jobs.deliver(context(db, keys, provider), str(id))
    assert (await row(db))[0] == "sent"
    assert {message.id for message in provider.given} == {id}


async def test_a_message_that_was_sent_is_not_sent_again(db, keys):
    provider = Telephone(ACCEPTED)
    id = await queue(db, keys)
    await jobs.deliver(context(db, keys, provider), str(id))
    await jobs.deliver(context(db, keys, provider), str(id))
    assert len(provider.given) == 1


async def test_a_refused_message_ends_and_is_erased(db, keys):
    id = await queue(db, keys)
    await jobs.deliver(context(db, keys, Telephone(REFUSED)), str(id))
    assert await row(db) == ("failed", None, None, None, "no_such_number", 1)


async def test_a_code_that_is_too_old_is_not_sent(db, keys):
    provider = Telephone(ACCEPTED)
    id = await queue(db, keys)
    with clock.frozen(datetime.now(UTC) + rules.CODE_LIFE):
        await jobs.deliver(context(db, keys, provider), str(id))
    assert provider.given == []
    assert (await row(db))[:3] == ("expired", None, None)


async def test_the_sweep_ends_what_nobody_took_and_forgets_what_is_long_over(db, keys):
    await queue(db, keys)
    ctx = context(db, keys, Telephone(ACCEPTED))
    await jobs.sweep_messages(ctx)
    assert (await row(db))[0] == "queued"
    later = datetime.now(UTC) + rules.CODE_LIFE
    with clock.frozen(later) as held:
        await jobs.sweep_messages(ctx)
        assert (await row(db))[:3] == ("expired", None, None)
        held.advance(rules.MESSAGE_KEPT + timedelta(seconds=1))
        await jobs.sweep_messages(ctx)
        assert await row(db) is None


async def test_rotation_seals_what_waits_under_the_new_key(db, keys):
    id = await queue(db, keys)
    newer = KeyRing({"k003": b"3" * 32, "k002": b"2" * 32}, b"i" * 32)
    seen = []
    done = await service.rotate_keys(db, newer, lambda *numbers: seen.append(numbers))
    assert (done, seen[-1]) == (1, (1, 1))
    assert await service.rotate_keys(db, newer, lambda *_: None) == 0
    only_new = KeyRing({"k003": b"3" * 32}, b"i" * 32)
    async with db.transaction() as tx:
        message = await store.queued(tx, only_new, id)
    assert message.to_phone == PHONE


def telephone_line(answer) -> SandboxSms:
    settings = SmsSettings(url="http://sms.test", key_secret="5ecret", timeout_ms=200)
    return SandboxSms(settings, httpx.MockTransport(answer))


MESSAGE = Message(MessageId(None), PHONE, "482913 is your code", datetime.now(UTC))


@pytest.mark.parametrize(
    ("status", "body", "report"),
    [
        (201, '{"id": "sms_1", "status": "queued"}', ACCEPTED),
        (422, '{"code": "no_such_number", "message": "x"}', REFUSED),
        (400, "{}", DeliveryReport(Delivery.REFUSED, failure="refused")),
        (500, "{}", DeliveryReport(Delivery.UNANSWERED, failure="status_500")),
        (429, "{}", DeliveryReport(Delivery.UNANSWERED, failure="status_429")),
        (302, "", DeliveryReport(Delivery.UNANSWERED, failure="status_302")),
        (201, "<html>", DeliveryReport(Delivery.UNANSWERED, failure="unreadable")),
        (201, "[]", DeliveryReport(Delivery.UNANSWERED, failure="unreadable")),
        (422, "<html>", DeliveryReport(Delivery.UNANSWERED, failure="unreadable")),
    ],
)
async def test_every_answer_of_the_provider_means_something(status, body, report):
    line = telephone_line(lambda _: httpx.Response(status, text=body))
    assert await line.send(MESSAGE) == report


async def test_a_provider_that_is_away_or_slow_is_no_answer():
    def refuse(_):
        raise httpx.ConnectError("away")

    found = await telephone_line(refuse).send(MESSAGE)
    assert found == DeliveryReport(Delivery.UNANSWERED, failure="unreachable")

    async def sleep(_):
        import asyncio

        await asyncio.sleep(5)

    found = await telephone_line(sleep).send(MESSAGE)
    assert found == DeliveryReport(Delivery.UNANSWERED, failure="slow")


async def test_the_message_goes_out_under_its_own_reference():
    seen = []

    def answer(request):
        seen.append(request)
        return httpx.Response(201, json={"id": "sms_1"})

    await telephone_line(answer).send(MESSAGE)
    [request] = seen
    assert request.url.path == "/v1/messages"
    assert json.loads(request.content) == {
        "to": PHONE,
        "body": "482913 is your code",
        "reference": str(MESSAGE.id),
    }
    assert request.headers["idempotency-key"] == str(MESSAGE.id)


def test_a_provider_without_a_secret_does_not_start():
    with pytest.raises(SettingsError):
        SandboxSms(SmsSettings())
