"""What every provider's adapter must do; a provider's test file subclasses `ProviderContract`.

The subclass gives a fixture `bench`: the adapter, and the hands of a payer, a bank and a saboteur.
"""

import asyncio
import time
from abc import ABC, abstractmethod
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from batua.kit import clock
from batua.kit.ids import new_id
from batua.kit.money import Currency, Money
from batua.modules.gateways.errors import BadCallback, BadSignature
from batua.modules.gateways.types import (
    Attempt,
    AttemptId,
    Call,
    Destination,
    Direction,
    Outcome,
    Provider,
    Report,
)


class Bench(ABC):
    """The other side of an adapter under test.

    name  the provider's name
    """

    name: str
    provider: Provider
    good_account: Destination
    bad_account: Destination
    refuses: frozenset[tuple[int, str]] = frozenset()
    home_currency: str = "INR"
    declines_end: bool = True
    """Whether a declined payment ends the checkout; elsewhere the payer may try again."""
    stamps: bool = True
    """Whether what is signed tells when it was sent."""
    signs_body: bool = True
    """Whether the signature covers the body; elsewhere a secret is shown beside it."""
    known_at_once: bool = True
    """Whether a checkout can be asked about before anybody has tried to pay it."""
    pays_out: bool = True
    closes: bool = True
    """Whether an open checkout can be closed; elsewhere it stays open until its time is over."""

    def askable(self, call: Call) -> Call:
        """A call about which the provider is really asked, also while it has no id of it."""
        return call

    @abstractmethod
    async def pay(self, call: Call) -> None:
        """The payer pays the checkout."""

    @abstractmethod
    async def decline(self, call: Call) -> None:
        """The payer's bank declines."""

    @abstractmethod
    async def sabotage(self, how: str) -> None:
        """Make the provider `down`, `slow` or `garbage`; `none` mends it.

        A slow one answers in the end, after longer than the adapter waits.
        """

    @abstractmethod
    def callback(
        self, reference: str, at: datetime, body: bytes | None = None
    ) -> tuple[dict[str, str], bytes]:
        """An authentic callback about an attempt: headers and raw body; `body` to sign another."""


def call_for(
    bench: Bench,
    direction: Direction,
    *,
    minor: int = 12500,
    currency: str | None = None,
    parent: Call | None = None,
    account: Destination | None = None,
) -> Call:
    now = clock.now()
    attempt = Attempt(
        id=AttemptId(new_id()),
        provider=bench.name,
        direction=direction,
        amount=Money(minor, Currency(currency or bench.home_currency)),
        purpose="test",
        reference=new_id(),
        created_at=now,
        changed_at=now,
        parent=None if parent is None else parent.attempt.id,
        return_url="http://127.0.0.1:9/back" if direction is Direction.IN else None,
        expires_at=now + timedelta(minutes=10) if direction is Direction.IN else None,
    )
    return Call(
        attempt=attempt,
        parent_ref=None if parent is None else parent.attempt.provider_ref,
        destination=account,
    )


def knowing(call: Call, report: Report) -> Call:
    """The call as it is made once the provider's id and its page are known."""
    known = replace(
        call.attempt, provider_ref=report.provider_ref, checkout_url=report.checkout_url
    )
    return replace(call, attempt=known)


async def until(bench: Bench, call: Call, outcome: Outcome, within_s: float = 30) -> Report:
    deadline = time.monotonic() + within_s
    while True:
        report = await bench.provider.query(call)
        if report.outcome is outcome:
            return report
        assert time.monotonic() < deadline, f"still {report.outcome}, not {outcome}"
        await asyncio.sleep(0.05)


AMOUNTS = [(100, "INR"), (12_345, "USD"), (1500, "JPY"), (12_340, "KWD"), (12_345, "KWD")]


class ProviderContract:
    """The promises of `gateways.types.Provider`, for each provider over real HTTP."""

    async def test_a_checkout_is_open_and_has_a_page(self, bench: Bench):
        call = call_for(bench, Direction.IN)
        report = await bench.provider.begin(call)
        assert report.outcome is Outcome.OPEN
        assert report.reference == str(call.attempt.id)
        assert report.provider_ref
        assert report.checkout_url.startswith("http")
        assert report.amount is None

    @pytest.mark.parametrize(("minor", "currency"), AMOUNTS)
    async def test_minor_units_come_back_as_they_went(self, bench: Bench, minor, currency):
        call = call_for(bench, Direction.IN, minor=minor, currency=currency)
        begun = await bench.provider.begin(call)
        if (minor, currency) in bench.refuses:
            assert (begun.outcome, begun.provider_ref) == (Outcome.FAILED, None)
            assert begun.failure in {"not_offered", "amount_not_offered"}
            assert (await bench.provider.query(call)).outcome is Outcome.ABSENT
            return
        call = knowing(call, begun)
        await bench.pay(call)
        report = await until(bench, call, Outcome.SUCCEEDED)
        assert report.amount == Money(minor, Currency(currency))
        assert report.reference == str(call.attempt.id)

    async def test_beginning_again_begins_nothing_new(self, bench: Bench):
        call = call_for(bench, Direction.IN)
        reports = await asyncio.gather(*(bench.provider.begin(call) for _ in range(5)))
        assert len({report.provider_ref for report in reports}) == 1

    async def test_a_status_is_found_with_and_without_the_providers_id(self, bench: Bench):
        call = call_for(bench, Direction.IN)
        begun = await bench.provider.begin(call)
        found = await bench.provider.query(knowing(call, begun))
        assert found.outcome is Outcome.OPEN
        if bench.known_at_once:
            assert await bench.provider.query(call) == found
            return
        assert (await bench.provider.query(call)).outcome is Outcome.ABSENT
        assert (await bench.provider.begin(call)).checkout_url == begun.checkout_url

    @pytest.mark.parametrize("direction", list(Direction))
    async def test_what_was_never_begun_is_absent(self, bench: Bench, direction):
        report = await bench.provider.query(call_for(bench, direction))
        assert report.outcome is Outcome.ABSENT

    async def test_a_declined_checkout_has_failed_and_says_why(self, bench: Bench):
        call = call_for(bench, Direction.IN)
        call = knowing(call, await bench.provider.begin(call))
        await bench.decline(call)
        report = await bench.provider.query(call)
        ends = Outcome.FAILED if bench.declines_end else Outcome.OPEN
        assert (report.outcome, report.amount) == (ends, None)
        assert bool(report.failure) == bench.declines_end
        if not bench.declines_end:
            await bench.pay(call)
            assert (await bench.provider.query(call)).amount == call.attempt.amount

    async def test_closing_ends_an_open_checkout_but_not_a_paid_one(self, bench: Bench):
        unpaid = call_for(bench, Direction.IN)
        unpaid = knowing(unpaid, await bench.provider.begin(unpaid))
        closed = Outcome.EXPIRED if bench.closes else Outcome.OPEN
        assert (await bench.provider.cancel(unpaid)).outcome is closed
        paid = call_for(bench, Direction.IN)
        paid = knowing(paid, await bench.provider.begin(paid))
        await bench.pay(paid)
        closed = await bench.provider.cancel(paid)
        assert (closed.outcome, closed.amount) == (Outcome.SUCCEEDED, paid.attempt.amount)

    async def test_what_is_offered_is_said(self, bench: Bench):
        home = Currency(bench.home_currency)
        assert bench.provider.offers(Direction.IN, home)
        assert bench.provider.offers(Direction.REFUND, home)
        assert bench.provider.offers(Direction.OUT, home) == bench.pays_out

    async def test_a_payout_goes_out(self, bench: Bench):
        call = call_for(bench, Direction.OUT, account=bench.good_account)
        begun = await bench.provider.begin(call)
        if not bench.pays_out:
            assert (begun.outcome, begun.failure) == (Outcome.FAILED, "not_offered")
            return
        assert begun.outcome in {Outcome.UNDERWAY, Outcome.SUCCEEDED}
        done = await until(bench, knowing(call, begun), Outcome.SUCCEEDED)
        assert done.amount == call.attempt.amount

    async def test_a_payout_to_a_bad_account_fails(self, bench: Bench):
        call = call_for(bench, Direction.OUT, account=bench.bad_account)
        begun = await bench.provider.begin(call)
        if begun.outcome is not Outcome.FAILED:
            begun = await until(bench, knowing(call, begun), Outcome.FAILED)
        assert begun.failure
        assert begun.amount is None

    async def test_a_refund_goes_back(self, bench: Bench):
        paid = call_for(bench, Direction.IN)
        paid = knowing(paid, await bench.provider.begin(paid))
        await bench.pay(paid)
        back = call_for(bench, Direction.REFUND, minor=2500, parent=paid)
        begun = await bench.provider.begin(back)
        done = await until(bench, knowing(back, begun), Outcome.SUCCEEDED)
        assert done.amount == back.attempt.amount
        assert done.reference == str(back.attempt.id)
        again = await bench.provider.begin(back)
        assert again.provider_ref == done.provider_ref

    async def test_a_refund_above_what_was_paid_fails(self, bench: Bench):
        paid = call_for(bench, Direction.IN)
        paid = knowing(paid, await bench.provider.begin(paid))
        await bench.pay(paid)
        back = call_for(bench, Direction.REFUND, minor=12501, parent=paid)
        assert (await bench.provider.begin(back)).outcome is Outcome.FAILED

    @pytest.mark.parametrize("how", ["down", "slow", "garbage"])
    async def test_a_provider_in_trouble_is_unanswered_within_the_budget(self, bench: Bench, how):
        call = call_for(bench, Direction.IN)
        await bench.sabotage(how)
        for ask in (bench.provider.begin, bench.provider.query):
            report = await ask(
                bench.askable(call)
            )  # a slow provider would answer at last: it is not waited for
            assert (report.outcome, report.amount) == (Outcome.UNANSWERED, None)
        await bench.sabotage("none")
        first, second = await bench.provider.begin(call), await bench.provider.begin(call)
        assert first.outcome is Outcome.OPEN
        assert first.provider_ref == second.provider_ref

    async def test_an_authentic_callback_names_the_attempt(self, bench: Bench):
        now = datetime.now(UTC)
        headers, body = bench.callback("0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e", now)
        callback = bench.provider.read_callback(headers, body, now)
        assert callback.event_id
        assert UUID(callback.reference) == UUID("0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e")
        assert callback.signed_with == "current"

    async def test_a_changed_byte_breaks_the_signature(self, bench: Bench):
        now = datetime.now(UTC)
        headers, body = bench.callback(str(new_id()), now)
        for place in range(0, len(body), 7) if bench.signs_body else ():
            changed = body[:place] + bytes([body[place] ^ 1]) + body[place + 1 :]
            with pytest.raises(BadSignature):
                bench.provider.read_callback(headers, changed, now)
        for name, value in headers.items():
            with pytest.raises(BadSignature):
                bench.provider.read_callback({**headers, name: f"{value}0"}, body, now)
            with pytest.raises(BadSignature):
                bench.provider.read_callback({**headers, name: ""}, body, now)

    async def test_an_old_callback_is_refused(self, bench: Bench):
        """Or, where nothing signed tells its time, it is the same event for ever."""
        now = datetime.now(UTC)
        headers, body = bench.callback(str(new_id()), now - timedelta(minutes=6))
        if not bench.stamps:
            first = bench.provider.read_callback(headers, body, now)
            renamed = {**headers, "x-razorpay-event-id": "evt_other", "x-request-id": "other"}
            assert bench.provider.read_callback(renamed, body, now).event_id == first.event_id
            return
        with pytest.raises(BadSignature):
            bench.provider.read_callback(headers, body, now)

    @pytest.mark.parametrize(
        "body", [b"", b"null", b"[]", b"{", b'{"type": 1}', b"\xff\xfe", b'{"type": "\xff"}']
    )
    async def test_a_signed_callback_that_says_nothing_is_refused(self, bench: Bench, body):
        now = datetime.now(UTC)
        headers, raw = bench.callback(str(new_id()), now, body)
        with pytest.raises(BadCallback):
            bench.provider.read_callback(headers, raw, now)
