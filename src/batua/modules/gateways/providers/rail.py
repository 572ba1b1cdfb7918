"""A rail: the small capabilities of one provider, joined to what the door calls.

A capability says what its provider said, or raises one of the three exceptions here, or `NoAnswer`.
What that means for an attempt is decided once, for all providers, in `Rail`.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Final, Protocol

from batua.kit.connections import Probe, Verdict
from batua.kit.logs import log
from batua.kit.money import Currency
from batua.kit.outside import NoAnswer, Outside
from batua.kit.settings import Settings
from batua.modules.gateways.errors import NoSettlementReport
from batua.modules.gateways.providers import probing
from batua.modules.gateways.providers.units import NotExact
from batua.modules.gateways.types import (
    Call,
    Callback,
    Direction,
    Outcome,
    Page,
    Report,
    SettledLine,
)

ALL_CURRENCIES: Final[frozenset[str]] = frozenset()


class Unreadable(Exception):
    """The provider answered something that its documentation does not know."""


class Refused(Exception):
    """The provider refused; `why` is its own short code.

    is_final  False when the same may be on its way by an earlier call, as a conflict says, or an
              earlier try of this one whose answer was lost
    """

    def __init__(self, why: str, *, is_final: bool = True) -> None:
        super().__init__(why)
        self.why = why[:64]
        self.is_final = is_final


class Absent(Exception):
    """The provider has never heard of it."""


class Way(Protocol):
    """Money going one way: a checkout or payment link, a refund, a payout."""

    async def begin(self, call: Call) -> Report:
        """Start it; raises Refused when the provider will not."""
        ...

    async def query(self, call: Call) -> Report:
        """How it stands; raises Absent."""
        ...


class Checkout(Way, Protocol):
    """Money coming in, from whoever opens the provider's page."""

    async def cancel(self, call: Call) -> Report:
        """Close the page; raises Refused when it was paid, or is closed already."""
        ...


Reader = Callable[[Mapping[str, str], bytes, datetime], Callback]
Settling = Callable[[date], AsyncIterator[SettledLine]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rail:
    """A `gateways.types.Provider`, made of what this provider can do.

    currencies  those that it moves; empty for all
    pays_out    those of them that payouts go in; empty for the same
    settling    lines of the settlement report of a day; None when there is none
    our_page    what a page of ours shows the payer, where the provider has none to send her to
    """

    outside: Outside
    checkout: Checkout
    reader: Reader
    currencies: frozenset[str] = ALL_CURRENCIES
    pays_out: frozenset[str] = ALL_CURRENCIES
    refund: Way | None = None
    payout: Way | None = None
    settling: Settling | None = None
    our_page: Callable[[Call], Awaitable[Page]] | None = None

    async def aclose(self) -> None:
        """Close the connections."""
        await self.outside.aclose()

    def offers(self, direction: Direction, currency: Currency) -> bool:
        """Whether money of this currency can go this way here."""
        knows = not self.currencies or currency in self.currencies
        if direction is Direction.OUT:
            knows = knows and (not self.pays_out or currency in self.pays_out)
        return knows and self._way(direction) is not None

    def is_well(self) -> bool:
        """Whether it answered lately, and soon."""
        return self.outside.is_well

    async def begin(self, call: Call) -> Report:
        """Start it; a refusal is believed when the provider's books do not have it either.

        A first try whose answer was lost makes the second one look like a forbidden repetition.
        """
        way = self._way(call.attempt.direction)
        if way is None or not self.offers(call.attempt.direction, call.attempt.amount.currency):
            return Report(outcome=Outcome.FAILED, failure="not_offered", never_began=True)
        try:
            return await way.begin(call)
        except NotExact:  # nothing has been sent: amounts are converted first
            return Report(outcome=Outcome.FAILED, failure="amount_not_offered", never_began=True)
        except Refused as refused:
            return await self._refused(call, refused)
        except (NoAnswer, Unreadable) as error:
            never_began = isinstance(error, NoAnswer) and not error.may_have_arrived
            return replace(self._nothing(error), never_began=never_began)

    async def query(self, call: Call) -> Report:
        """How it stands."""
        way = self._way(call.attempt.direction)
        if way is None:
            return Report(outcome=Outcome.ABSENT)
        return await self._asked(way.query, call)

    async def cancel(self, call: Call) -> Report:
        """Close an open checkout; how it stands then."""
        try:
            return await self._asked(self.checkout.cancel, call)
        except Refused:
            return await self.query(call)

    async def page(self, call: Call) -> Page | None:
        """What a page of ours shows; None where there is none, or the provider gives none now."""
        if self.our_page is None:
            return None
        try:
            return await self.our_page(call)
        except (NoAnswer, Unreadable, NotExact, Refused) as error:
            log.warning("no_checkout_page", provider=self.outside.name, what=str(error)[:64])
            return None

    async def probe(self) -> Probe:
        """Ask about an attempt that never was, which reads with our keys and changes nothing.

        Payouts are asked about too: some providers have keys of their own for them.
        """
        found = await probing.asked(self.checkout.query, Direction.IN, (Absent, Refused))
        if found.verdict is not Verdict.OK or self.payout is None:
            return found
        return await probing.asked(self.payout.query, Direction.OUT, (Absent, Refused))

    def read_callback(self, headers: Mapping[str, str], body: bytes, now: datetime) -> Callback:
        """Verify the raw bytes, then read the ids; refuses BadSignature, BadCallback."""
        return self.reader(headers, body, now)

    async def settled(self, day: date) -> AsyncIterator[SettledLine]:
        """All lines of a day; refuses NoSettlementReport."""
        if self.settling is None:
            raise NoSettlementReport
        try:
            async for line in self.settling(day):
                yield line
        except (NoAnswer, Unreadable, NotExact, Refused) as error:
            raise NoSettlementReport from error

    async def _refused(self, call: Call, refused: Refused) -> Report:
        known = await self.query(call)
        if known.outcome is not Outcome.ABSENT:
            return known
        outcome = Outcome.FAILED if refused.is_final else Outcome.UNANSWERED
        return Report(outcome=outcome, failure=refused.why, never_began=refused.is_final)

    async def _asked(self, ask: Callable[[Call], Awaitable[Report]], call: Call) -> Report:
        try:
            return await ask(call)
        except Absent:
            return Report(outcome=Outcome.ABSENT)
        except (NoAnswer, Unreadable, NotExact) as error:
            return self._nothing(error)

    def _way(self, direction: Direction) -> Way | None:
        return {
            Direction.IN: self.checkout,
            Direction.OUT: self.payout,
            Direction.REFUND: self.refund,
        }[direction]

    def _nothing(self, error: Exception) -> Report:
        """No answer, or none that can be believed: whether money moves is not known."""
        if isinstance(error, NoAnswer):
            return Report(outcome=Outcome.UNANSWERED, failure="no_answer")
        log.warning("provider_unreadable", provider=self.outside.name, what=str(error)[:64])
        return Report(outcome=Outcome.UNANSWERED, failure="unreadable")


@dataclass(frozen=True, slots=True)
class Connector:
    """How a rail is made from its settings; `connect` gives None while its keys are empty."""

    settings: type[Settings]
    connect: Callable[[Any], Rail | None]


def outcome_of(states: Mapping[str, Outcome], status: str) -> Outcome:
    """What a provider's status means; raises Unreadable for one that we have never seen."""
    found = states.get(status)
    if found is None:
        raise Unreadable(f"status {status[:40]!r}")
    return found


def with_page(report: Report, url: str | None) -> Report:
    """The report with the address of the provider's page; raises Unreadable when it is none."""
    if url is not None and not url.startswith(("https://", "http://")):
        raise Unreadable("the address of the page")
    return replace(report, checkout_url=url)
