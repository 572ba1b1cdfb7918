"""The adapter of the sandbox provider, and the model of every other adapter."""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, ClassVar, Final

import httpx
import msgspec

from batua.kit.money import Currency, Money, UnknownCurrency
from batua.kit.outside import WORTH_ANOTHER_TRY, Answer, Ask, Limits, NoAnswer, Outside, Peer
from batua.kit.settings import SettingsError, register
from batua.modules.gateways.errors import BadCallback, NoSettlementReport
from batua.modules.gateways.providers import standard_webhooks
from batua.modules.gateways.types import (
    Call,
    Callback,
    Direction,
    Outcome,
    Report,
    SettledLine,
)

NAME: Final = "sandbox"

_FOLDERS: Final = {
    Direction.IN: "/v1/checkouts",
    Direction.OUT: "/v1/payouts",
    Direction.REFUND: "/v1/refunds",
}
_OUTCOMES: Final = {
    "open": Outcome.OPEN,
    "processing": Outcome.UNDERWAY,
    "succeeded": Outcome.SUCCEEDED,
    "failed": Outcome.FAILED,
    "expired": Outcome.EXPIRED,
}
_REFUSED: Final = frozenset({400, 422})
# Bytes inside a string that are not UTF-8 are no error of msgspec's.
_UNREADABLE: Final = (msgspec.MsgspecError, UnicodeDecodeError)


@register
@dataclass(frozen=True, slots=True)
class SandboxProviderSettings:
    """Where the sandbox provider is, and the secrets shared with it."""

    ENV_PREFIX: ClassVar[str] = "BATUA_GATEWAYS_SANDBOX_"
    url: str = field(
        default="", metadata={"help": "Address of the sandbox provider; empty: not connected."}
    )
    key_id: str = field(default="batua", metadata={"help": "Name of our API key there."})
    key_secret: str = field(default="", repr=False, metadata={"help": "Secret of our API key."})
    webhook_secret: str = field(
        default="", repr=False, metadata={"help": "whsec_… that its callbacks are signed with."}
    )
    webhook_secret_previous: str = field(
        default="", repr=False, metadata={"help": "The secret before, while it is being changed."}
    )
    callback_url: str = field(
        default="http://127.0.0.1:8000/api/v1/webhooks/sandbox",
        metadata={"help": "Where the provider reaches our webhook."},
    )
    timeout_ms: int = field(default=4000, metadata={"help": "Longest wait for one answer."})
    budget_ms: int = field(default=7000, metadata={"help": "Longest wait with all tries."})
    tries: int = field(default=2, metadata={"help": "How often one call is tried."})


class _Thing(msgspec.Struct):
    """A checkout, payout or refund as the provider shows it; other fields are let pass."""

    id: str
    reference: str
    status: str
    amount_minor: int
    currency: str
    moved_minor: int | None = None
    moved_currency: str | None = None
    checkout_url: str | None = None
    failure: str | None = None


class _Refusal(msgspec.Struct):
    code: str


class _Named(msgspec.Struct):
    reference: str | None = None


class _Event(msgspec.Struct):
    type: str
    data: _Named


@dataclass(frozen=True, slots=True)
class _Answer:
    """A readable answer; `thing` is None when the provider refused with `status` and `code`."""

    status: int
    thing: _Thing | None
    code: str | None = None
    is_repeated: bool = False

    @property
    def is_refusal(self) -> bool:
        """Whether it will not do it."""
        return self.thing is None and self.status in _REFUSED


class SandboxProvider:
    """Speaks to `batua.sandbox` over HTTP, exactly as it would to a provider outside."""

    def __init__(
        self,
        settings: SandboxProviderSettings,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        """Take the settings; refuses SettingsError when a secret is missing."""
        if not settings.key_secret:
            raise SettingsError("BATUA_GATEWAYS_SANDBOX_KEY_SECRET is not set.")
        self.settings = settings
        self._keys = {"current": standard_webhooks.read_secret(settings.webhook_secret)}
        if settings.webhook_secret_previous:
            previous = standard_webhooks.read_secret(settings.webhook_secret_previous)
            self._keys["previous"] = previous
        peer = Peer(
            name=NAME,
            base_url=settings.url,
            auth=(settings.key_id, settings.key_secret),
            secrets=(settings.key_secret,),
        )
        limits = Limits(
            answer_s=settings.timeout_ms / 1000,
            budget_s=settings.budget_ms / 1000,
            tries=settings.tries,
        )
        self._outside = Outside(peer, limits, transport=transport)

    async def aclose(self) -> None:
        """Close the connections."""
        await self._outside.aclose()

    def offers(self, direction: Direction, currency: Currency) -> bool:
        """Everything, in every currency."""
        _ = direction, currency
        return True

    def is_well(self) -> bool:
        """Whether it answered lately, and soon."""
        return self._outside.is_well

    async def begin(self, call: Call) -> Report:
        """Create the checkout, payout or refund; the attempt's id is the idempotency key."""
        known = call.attempt
        body: dict[str, Any] = {
            "reference": str(known.id),
            "amount_minor": known.amount.minor,
            "currency": str(known.amount.currency),
            "callback_url": self.settings.callback_url,
        }
        match known.direction:
            case Direction.IN:
                body["return_url"] = known.return_url
                body["expires_at"] = known.expires_at
            case Direction.OUT:
                assert call.destination is not None, "a payout has a destination"
                body |= msgspec.to_builtins(call.destination)
            case Direction.REFUND:
                body["checkout"] = call.parent_ref
        answer = await self._ask("POST", _FOLDERS[known.direction], body, key=str(known.id))
        if isinstance(answer, _Answer) and answer.is_refusal and not answer.is_repeated:
            why = answer.code or "refused"
            return Report(outcome=Outcome.FAILED, failure=why, never_began=True)
        never_began = isinstance(answer, NoAnswer) and not answer.may_have_arrived
        return replace(_report(answer), never_began=never_began)

    async def query(self, call: Call) -> Report:
        """The present state, by the provider's id or, before we know it, by our reference."""
        known = call.attempt
        folder = _FOLDERS[known.direction]
        if known.provider_ref is not None:
            return _report(await self._ask("GET", f"{folder}/{known.provider_ref}"))
        return _report(await self._ask("GET", folder, params={"reference": str(known.id)}))

    async def cancel(self, call: Call) -> Report:
        """Close a checkout; one that was paid meanwhile says so."""
        path = f"{_FOLDERS[Direction.IN]}/{call.attempt.provider_ref}/expire"
        return _report(await self._ask("POST", path, {}))

    async def page(self, call: Call) -> None:
        """None of ours: it has a page of its own."""
        _ = call

    def read_callback(self, headers: Mapping[str, str], body: bytes, now: datetime) -> Callback:
        """Verify on the raw bytes, then read; refuses BadSignature, BadCallback."""
        signed = standard_webhooks.verify(self._keys, headers, body, now)
        try:
            event = msgspec.json.decode(body, type=_Event)
        except _UNREADABLE as error:
            raise BadCallback from error
        return Callback(
            event_id=signed.event_id,
            kind=event.type[:64],
            reference=event.data.reference,
            sent_at=signed.sent_at,
            signed_with=signed.signed_with,
        )

    def settled(self, day: date) -> AsyncIterator[SettledLine]:
        """It settles nothing; refuses NoSettlementReport."""
        _ = day
        raise NoSettlementReport

    async def _ask(
        self,
        method: str,
        path: str,
        body: dict[str, Any] | None = None,
        *,
        key: str | None = None,
        params: dict[str, str] | None = None,
    ) -> _Answer | NoAnswer | None:
        """One call with its tries; None when what came cannot be read.

        Every call may be repeated: reads and closing change nothing twice, and what starts
        something carries the key.
        """
        content = None if body is None else msgspec.json.encode(body)
        headers = _headers(body, key)
        try:
            answer = await self._outside.call(
                Ask(method, path, content, headers, params, may_repeat=True)
            )
        except NoAnswer as nothing:
            return nothing
        return None if answer.status in WORTH_ANOTHER_TRY else _read(answer)


def _headers(body: dict[str, Any] | None, key: str | None) -> dict[str, str]:
    headers = {} if body is None else {"content-type": "application/json"}
    return headers if key is None else {**headers, "idempotency-key": key}


def _read(answer: Answer) -> _Answer | None:
    """An answer of the provider itself: whatever does not look like one is no answer."""
    if answer.is_success:
        thing = answer.read(_Thing)
        return None if thing is None else _Answer(answer.status, thing)
    refusal = answer.read(_Refusal)
    if refusal is None:
        return None
    return _Answer(answer.status, None, refusal.code, is_repeated=answer.is_repeated)


def _report(answer: _Answer | NoAnswer | None) -> Report:
    if not isinstance(answer, _Answer):
        return Report(outcome=Outcome.UNANSWERED, failure="no_answer")
    thing = answer.thing
    if thing is None:
        is_absent = answer.status == 404 and answer.code == "not_found"
        outcome = Outcome.ABSENT if is_absent else Outcome.UNANSWERED
        return Report(outcome=outcome, failure=answer.code)
    outcome = _OUTCOMES.get(thing.status, Outcome.UNANSWERED)
    url = thing.checkout_url
    if url is not None and not url.startswith(("https://", "http://")):
        url, outcome = None, Outcome.UNANSWERED
    try:
        amount = _moved(thing) if outcome is Outcome.SUCCEEDED else None
    except (UnknownCurrency, ValueError):
        amount, outcome = None, Outcome.UNANSWERED
    return Report(
        outcome=outcome,
        reference=thing.reference,
        provider_ref=thing.id,
        amount=amount,
        checkout_url=url,
        failure=thing.failure if outcome is Outcome.FAILED else None,
    )


def _moved(thing: _Thing) -> Money | None:
    """What really moved; None when the provider does not say."""
    if thing.moved_minor is None or thing.moved_currency is None:
        return None
    return Money(thing.moved_minor, Currency(thing.moved_currency))
