"""Payment links before a running sandbox: made, paid by strangers, and what the books say."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from tests.modules.payments.given import Someone
from tests.modules.payments.rails_given import Counter

from batua.kit.db import fetch_all
from batua.kit.ids import new_id
from batua.kit.money import Currency
from batua.modules.gateways import service as gateways
from batua.modules.payments import service as payments
from batua.modules.payments.types import HistoryFilter, PaymentView
from batua.modules.payments.types.payment_links import (
    CheckoutView,
    LinkOrder,
    OwnLink,
    PayLinkOrder,
)

SITE = "http://batua.test"
START = {"clearing:test": -1_000_00, "wallet": 1_000_00}
PAID = {"clearing:test": -1_000_00, "clearing:sandbox": -500_00, "wallet": 1_500_00}


@dataclass
class Links:
    """Links at a counter: their owner's verbs, and those of whoever has one."""

    at: Counter

    async def make(self, who: Someone, minor: int | None = 500_00, **more: Any) -> OwnLink:
        wanted = {"key": str(new_id()), "is_once": False, **more}
        order = LinkOrder(person=who.id, currency=Currency("INR"), amount_minor=minor, **wanted)
        async with self.at.db.transaction() as tx:
            return await payments.make_payment_link(tx, self.at.keys, order)

    async def begin(
        self, link: OwnLink | str, minor: int | None = None, key: str | None = None
    ) -> CheckoutView:
        """What the page of a link does: write, then ask the provider."""
        made = await self.written(link, minor, key)
        await gateways.start(self.at.db, self.at.rails, made.attempt.id)
        return await self.seen(made.checkout.id)

    async def written(
        self, link: OwnLink | str, minor: int | None = None, key: str | None = None
    ) -> CheckoutView:
        """Written down, and the process dies before it asks the provider."""
        secret = link if isinstance(link, str) else link.secret
        order = PayLinkOrder(secret, minor, key or str(new_id()), SITE)
        async with self.at.db.transaction() as tx:
            made = await payments.begin_by_link(tx, self.at.rails, order)
        return await self.seen(made.id)

    async def seen(self, id: UUID) -> CheckoutView:
        async with self.at.db.read() as tx:
            return await payments.checkout_by_link(tx, self.at.keys, id)

    async def own(self, who: Someone, link: OwnLink) -> OwnLink:
        async with self.at.db.read() as tx:
            return await payments.payment_link(tx, self.at.keys, who.id, link.link.id)

    async def cancel(self, who: Someone, link: OwnLink) -> OwnLink:
        async with self.at.db.transaction() as tx:
            return await payments.cancel_payment_link(tx, self.at.keys, who.id, link.link.id)

    async def pay(self, checkout: CheckoutView, **more: Any) -> None:
        await self.at.sandbox.act(checkout.attempt.provider_ref, "pay", **more)

    async def switch(self, checkout: CheckoutView, **more: Any) -> None:
        await self.at.sandbox.switch(checkout.attempt.provider_ref, **more)

    async def history(self, who: Someone) -> list[PaymentView]:
        async with self.at.db.read() as tx:
            page = await payments.history(tx, self.at.keys, who.id, HistoryFilter(), None, 30)
        return page.items

    async def wrong(self) -> list[str]:
        """Views of the proof that have something to say."""
        each = (
            f"SELECT '{view}' FROM payments.wrong_{view}"  # noqa: S608 - our own names
            for view in ("link", "payment", "key", "wallet", "clearing")
        )
        async with self.at.db.read() as tx:
            return [view for (view,) in await fetch_all(tx, " UNION ".join(each))]

    async def is_sound(self) -> bool:
        return await self.at.is_sound() and not await self.wrong()
