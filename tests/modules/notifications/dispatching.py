"""A loan whose instalment can be told of, a channel that answers as it is told, and the log."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from tests.modules.groups.given import NOON, Circle, circle
from tests.modules.groups.test_loans import LENDS, lent, wanted
from tests.modules.payments import given
from tests.modules.payments.given import Someone

from batua.kit import clock
from batua.kit.db import Database, fetch_all
from batua.kit.jobs import Context
from batua.kit.secrets import KeyRing
from batua.modules.groups.types import Loan
from batua.modules.notifications import service
from batua.modules.notifications.types import (
    Delivery,
    DeliveryReport,
    Dispatch,
    Kind,
    LogFilter,
    Outgoing,
    Send,
    Via,
)

BY_ADDRESS = [via for via in Via if via is not Via.PUSH]
"""The channels that reach an address of hers, and not a browser."""
PHONE, EMAIL = "+919812300001", "sita@example.org"
ACCEPTED = DeliveryReport(Delivery.ACCEPTED, provider_ref="ref_1")
ARRIVED = DeliveryReport(Delivery.ACCEPTED, provider_ref="ref_1", has_arrived=True)
REFUSED = DeliveryReport(Delivery.REFUSED, failure="unreachable")
UNANSWERED = DeliveryReport(Delivery.UNANSWERED, failure="ConnectTimeout")


@dataclass
class Wire:
    """A channel that answers as it is told, the last answer for ever, and remembers."""

    reports: list[DeliveryReport] = field(default_factory=lambda: [ACCEPTED])
    given: list[Outgoing] = field(default_factory=list)

    async def send(self, what: Outgoing) -> DeliveryReport:
        self.given.append(what)
        return self.reports.pop(0) if len(self.reports) > 1 else self.reports[0]


@dataclass
class Debt:
    """A circle, its debtor, and her loan of six months."""

    db: Database
    keys: KeyRing
    whole: Circle
    debtor: Someone
    loan: Loan

    def about(self, via: Via = Via.SMS, **more: Any) -> Send:
        """The first instalment is late, through a channel."""
        values = {"cause": "test", "kind": Kind.GROUP_LOAN_LATE, "part": 1, **more}
        return Send(person=self.debtor.id, via=via, matter=self.loan.id, **values)

    async def queue(self, via: Via = Via.SMS, **more: Any) -> UUID:
        """A dispatch that waits; its id."""
        async with self.db.transaction() as tx:
            await service.dispatch(tx, self.about(via, **more))
        return (await self.log())[0].id

    async def log(self, **wanted_: Any) -> list[Dispatch]:
        """The delivery log, newest first."""
        async with self.db.read() as tx:
            found = await service.deliveries(tx, self.keys, LogFilter(**wanted_), None, 100)
        return found.items

    async def one(self, id: UUID) -> Dispatch:
        return next(each for each in await self.log() if each.id == id)

    def context(self, *wires: Wire) -> Context:
        """What jobs use; one wire serves all channels."""
        channels = dict.fromkeys(Via, wires[0]) if wires else {}
        return Context(self.db, {"keys": self.keys, "channels": channels})

    async def send(self, id: UUID, wire: Wire) -> Dispatch:
        """One try."""
        await service.send(self.context(wire), str(id))
        return await self.one(id)


async def indebted(db: Database, keys: KeyRing, *, phone: str = PHONE, **profile: Any) -> Debt:
    """Somebody of a circle who borrowed 60 rupees at noon; the first instalment is due in a month."""
    with clock.frozen(NOON):
        whole = await circle(db, keys, 2, pot=300_00, constitution=LENDS)
        person = {"email": EMAIL, "language": "hi", **profile}
        debtor = await given.someone(db, keys, "Sita Devi", phone, money=500_00, **person)
        await whole.join(debtor)
        await whole.pay_in(debtor, 100_00)
        loan = await lent(whole, debtor, wanted=wanted(60_00, 6))
    return Debt(db, keys, whole, debtor, loan)


async def jobs_waiting(db: Database) -> int:
    """How many jobs wait to send something."""
    async with db.transaction() as tx:
        rows = await fetch_all(
            tx,
            "SELECT id FROM procrastinate_jobs"
            " WHERE task_name = 'notifications.send' AND status = 'todo'",
        )
    return len(rows)
