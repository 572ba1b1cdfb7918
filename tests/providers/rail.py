"""What every rail must do with its stand-in, on top of the contract of all providers."""

from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from tests.modules.gateways.given import PURPOSE, Line
from tests.providers.contract import Bench, ProviderContract, call_for, knowing, until
from tests.sandbox.server import Receiver, SandboxClient

from batua.kit.ids import new_id
from batua.kit.money import Currency, Money
from batua.modules.gateways import service
from batua.modules.gateways.errors import BadSignature
from batua.modules.gateways.providers.rail import Rail
from batua.modules.gateways.types import (
    AttemptState,
    Call,
    Destination,
    Direction,
    Outcome,
    RefundOrder,
    SettledKind,
    SettledLine,
)

PATIENT = {"timeout_ms": 15_000, "budget_ms": 20_000}
HURRIED = {"timeout_ms": 600, "budget_ms": 1400}


@dataclass
class RailBench(Bench):
    """The switches of a stand-in as the hands of a payer and of a saboteur."""

    sandbox: SandboxClient
    receiver: Receiver

    budget_s = HURRIED["budget_ms"] / 1000
    names_wrong_keys = True
    good_account = Destination("50100123456789", "HDFC0000001", "Asha Devi")
    bad_account = Destination("50100123450002", "HDFC0000001", "Asha Devi")

    def __post_init__(self) -> None:
        self.provider = self.adapter(**PATIENT)

    @abstractmethod
    def adapter(self, **settings: object) -> Rail:
        """The rail to the stand-in, with these settings besides."""

    @abstractmethod
    def movement_of(self, call: Call) -> str:
        """What the stand-in's books call a checkout."""

    async def pay(self, call: Call) -> None:
        await self.sandbox.act(self.movement_of(call), "pay")

    async def decline(self, call: Call) -> None:
        await self.sandbox.act(self.movement_of(call), "decline")

    async def sabotage(self, how: str) -> None:
        await self.provider.aclose()
        self.provider = self.adapter(**(HURRIED if how == "slow" else PATIENT))
        await self.sandbox.fault(how, delay_ms=3000)

    async def ready(self, headers: Mapping[str, str]) -> None:
        """Do what must be done before a callback can be read."""

    async def paid(self, **more: object) -> Call:
        call = call_for(self, Direction.IN, **more)
        call = knowing(call, await self.provider.begin(call))
        await self.pay(call)
        assert (await self.provider.query(call)).outcome is Outcome.SUCCEEDED
        return call

    async def lines(self, since: date) -> list[SettledLine]:
        """The report since a day: of two days, when it became midnight meanwhile."""
        days = sorted({since, datetime.now(UTC).date()})
        return [line for day in days async for line in self.provider.settled(day)]


class RailContract(ProviderContract):
    """The promises of a rail."""

    reports = True

    async def test_the_stand_in_calls_back_about_each_direction(self, bench: RailBench):
        paid = await bench.paid()
        back = call_for(bench, Direction.REFUND, minor=2500, parent=paid)
        await until(bench, knowing(back, await bench.provider.begin(back)), Outcome.SUCCEEDED)
        wanted = {paid.attempt.id, back.attempt.id}
        if bench.pays_out:
            out = call_for(bench, Direction.OUT, account=bench.good_account)
            await until(bench, knowing(out, await bench.provider.begin(out)), Outcome.SUCCEEDED)
            wanted.add(out.attempt.id)
        await bench.receiver.wait_for(len(wanted))
        for headers, _ in bench.receiver.calls:
            await bench.ready(headers)
        heard = {
            bench.provider.read_callback(headers, body, datetime.now(UTC)).reference
            for headers, body in bench.receiver.calls
        }
        assert heard == {str(id) for id in wanted}

    async def test_a_forged_callback_of_the_stand_in_is_refused(self, bench: RailBench):
        call = call_for(bench, Direction.IN)
        call = knowing(call, await bench.provider.begin(call))
        await bench.sandbox.switch(bench.movement_of(call), forged=True)
        await bench.pay(call)
        await bench.receiver.wait_for(2)
        told = []
        for headers, body in bench.receiver.calls:
            await bench.ready(headers)
            try:
                bench.provider.read_callback(headers, body, datetime.now(UTC))
            except BadSignature:
                told.append("forged")
            else:
                told.append("authentic")
        assert sorted(told) == ["authentic", "forged"]

    async def test_another_amount_than_asked_is_reported_as_it_came(self, bench: RailBench):
        call = call_for(bench, Direction.IN)
        call = knowing(call, await bench.provider.begin(call))
        await bench.sandbox.switch(bench.movement_of(call), paid_amount_minor=12_400)
        await bench.pay(call)
        report = await bench.provider.query(call)
        assert report.outcome is Outcome.SUCCEEDED
        assert report.amount == Money(12_400, Currency(bench.home_currency))

    async def test_a_payment_on_its_way_is_underway(self, bench: RailBench):
        call = call_for(bench, Direction.IN)
        call = knowing(call, await bench.provider.begin(call))
        await bench.sandbox.act(bench.movement_of(call), "delay", delay_s=3600)
        assert (await bench.provider.query(call)).outcome in {Outcome.UNDERWAY, Outcome.OPEN}

    async def test_too_many_calls_are_no_answer(self, bench: RailBench):
        await bench.sabotage("limited")
        call = call_for(
            bench, Direction.OUT if bench.pays_out else Direction.IN, account=bench.good_account
        )
        for ask in (bench.provider.begin, bench.provider.query):
            assert (await ask(bench.askable(call))).outcome is Outcome.UNANSWERED

    async def test_wrong_keys_are_no_answer_and_end_nothing(self, bench: RailBench):
        await bench.provider.aclose()
        bench.provider = bench.adapter(**PATIENT, **bench.wrong_keys)
        call = call_for(bench, Direction.IN)
        for ask in (bench.provider.begin, bench.provider.query):
            assert (await ask(bench.askable(call))).outcome is Outcome.UNANSWERED

    async def test_a_harmless_call_tells_whether_the_keys_are_right(self, bench: RailBench):
        found = await bench.provider.probe()
        assert (found.verdict, found.skew_s is None or abs(found.skew_s) < 60) == ("ok", True)
        await bench.provider.aclose()
        bench.provider = bench.adapter(**PATIENT, **bench.wrong_keys)
        wanted = "wrong_key" if bench.names_wrong_keys else "unclear"
        assert (await bench.provider.probe()).verdict == wanted
        await bench.provider.aclose()
        bench.provider = bench.adapter(**HURRIED)
        await bench.sandbox.fault("down")
        assert (await bench.provider.probe()).verdict in {"trouble", "slow"}

    async def test_the_report_has_every_line_of_every_page(self, bench: RailBench, monkeypatch):
        bench.small_pages(monkeypatch)
        today = datetime.now(UTC).date()
        paid = [await bench.paid(minor=10_000 + n) for n in range(5)]
        back = call_for(bench, Direction.REFUND, minor=2500, parent=paid[0])
        begun = await bench.provider.begin(back)
        await until(bench, knowing(back, begun), Outcome.SUCCEEDED)
        lines = await bench.lines(today)
        for line in lines:
            assert line.gross.minor - line.fee.minor == line.net.minor, line
        named = [(line.kind, line.provider_ref) for line in lines]
        assert len(named) == len(set(named)), "a line came twice"
        assert sum(line.kind is SettledKind.REFUND for line in lines) >= 1
        grosses = {line.gross.minor for line in lines if line.kind is SettledKind.PAYMENT}
        assert grosses >= {10_000 + n for n in range(5)}
        assert -2500 in {line.gross.minor for line in lines if line.kind is SettledKind.REFUND}

    async def test_a_payment_and_its_refund_go_their_whole_way(self, bench: RailBench, line: Line):
        """Through the door: intend, start, callback over HTTP, settle; then a part goes back."""
        line.rails = replace(line.rails, providers={bench.name: bench.provider})
        amount = Money(12_500, Currency(bench.home_currency))
        made = await line.started(provider=bench.name, amount=amount)
        assert made.state is AttemptState.PENDING
        call = Call(attempt=made)
        await bench.pay(call)
        await self._take_callback(line, bench)
        after = await line.now(made.id)
        assert (after.state, after.received) == (AttemptState.SUCCEEDED, amount)
        part = Money(2_500, amount.currency)
        order = RefundOrder(
            id=new_id(), attempt=made.id, amount=part, purpose=PURPOSE, reference=new_id()
        )
        async with line.db.transaction() as tx:
            back = await service.refund(tx, order)
        await line.do_jobs()
        await until(bench, Call(attempt=back, parent_ref=after.provider_ref), Outcome.SUCCEEDED)
        await self._take_callback(line, bench)
        assert (await line.now(back.id)).state is AttemptState.SUCCEEDED
        assert (await line.now(made.id)).state is AttemptState.PARTLY_REFUNDED

    async def _take_callback(self, line: Line, bench: RailBench) -> None:
        """The next callback over HTTP, handed to the door of this provider, and settled."""
        await bench.receiver.wait_for(line.taken + 1)
        for headers, body in bench.receiver.calls[line.taken :]:
            await bench.ready(headers)
            await service.CallbackDoor(line.db, line.rails).receive(bench.name, headers, body)
            line.taken += 1
        await line.do_jobs()

    async def test_no_secret_shows(self, bench: RailBench):
        shown = repr(bench.settings)
        for secret in bench.secrets:
            assert secret not in shown
