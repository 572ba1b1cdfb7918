"""What we ask of Twilio: text messages, WhatsApp messages and calls."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode
from uuid import UUID

import httpx
import msgspec

from batua.kit.connections import Probe
from batua.kit.connections.probing import judged
from batua.kit.outside import Answer, Ask, Limits, NoAnswer, Outside, Peer
from batua.kit.settings import SettingsError
from batua.modules.notifications.providers.approved import holes_of
from batua.modules.notifications.providers.twilio.callbacks import NAME, charged
from batua.modules.notifications.providers.twilio.settings import TwilioSettings
from batua.modules.notifications.types import (
    Channel,
    Delivery,
    DeliveryReport,
    Message,
    Outgoing,
    Price,
    Via,
)

Ticket = Callable[[UUID], str]
Fields = list[tuple[str, str]]

HERE: Final = "/api/v1/channels/twilio"
# What is wrong with our account or our own number: to mend it must not cost the messages.
OUR_FAULT: Final = frozenset(
    {20003, 20005, 20404, 20429, 21212, 21213, 21603, 21606, 21659, 21660, 21661, 63007, 63038}
)
_SID: Final = re.compile(r"(?:SM|MM|CA)[0-9a-fA-F]{32}")
EVENTS: Final = ("initiated", "ringing", "answered", "completed")


class _Made(msgspec.Struct):
    sid: str
    price: str | None = None
    price_unit: str | None = None


class _Refused(msgspec.Struct):
    code: int = 0


class Twilio:
    """All channels of one account over one set of connections.

    Twilio knows no idempotency key. A request whose answer was lost may have been taken: then its
    status callback tells so under our reference, long before the next try.
    """

    def __init__(
        self,
        settings: TwilioSettings,
        public_url: str,
        ticket: Ticket,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        """Take the settings; refuses SettingsError when the token is missing.

        ticket  names a reference in an address, where it must not be guessed
        """
        if not settings.auth_token:
            raise SettingsError("BATUA_TWILIO_AUTH_TOKEN is not set.")
        self._settings, self._ticket = settings, ticket
        self._content = settings.content_sids
        self._base = (settings.callback_url or public_url).rstrip("/") + HERE
        peer = Peer(
            name="twilio",
            base_url=settings.url,
            auth=(settings.account_sid, settings.auth_token),
            secrets=(settings.auth_token,),
        )
        self._outside = Outside(peer, Limits(), transport=transport)

    async def aclose(self) -> None:
        """Close the connections."""
        await self._outside.aclose()

    @property
    def is_well(self) -> bool:
        """Whether it answered lately, and soon."""
        return self._outside.is_well

    async def probe(self) -> Probe:
        """Read our own account."""
        path = f"/2010-04-01/Accounts/{self._settings.account_sid}.json"
        try:
            answer = await self._outside.call(Ask("GET", path, may_repeat=True))
        except NoAnswer as nothing:
            return judged([], nothing)
        return judged([answer], None if answer.is_success else ValueError("no account"))

    async def price(self, sid: str) -> Price | None:
        """What a message or a call cost; None when Twilio does not know yet, or does not answer."""
        if not _SID.fullmatch(sid):
            return None
        thing = "Calls" if sid.startswith("CA") else "Messages"
        path = f"/2010-04-01/Accounts/{self._settings.account_sid}/{thing}/{sid}.json"
        try:
            answer = await self._outside.call(Ask("GET", path, may_repeat=True))
        except NoAnswer:
            return None
        found = answer.read(_Made) if answer.is_success else None
        return None if found is None else charged(found.price, found.price_unit)

    def channels(self) -> dict[Via, Channel]:
        """Those whose sender is set."""
        s = self._settings
        found: dict[Via, Channel] = {}
        if s.sms_from:
            found[Via.SMS] = _Door(self._sms, self.price)
        if s.whatsapp_from:
            found[Via.WHATSAPP] = _Door(self._whatsapp, self.price)
        if s.call_from:
            found[Via.CALL] = _Door(self._call, self.price)
        return found

    async def send(self, message: Message) -> DeliveryReport:
        """Hand a code over; its body is worth nothing after ten minutes."""
        fields = [*self._from(), ("To", message.to_phone), ("Body", message.body)]
        return await self._post("Messages", [*fields, ("ValidityPeriod", "600")])

    async def _sms(self, what: Outgoing) -> DeliveryReport:
        fields = [*self._from(), ("To", what.to), ("Body", what.text), self._status(what)]
        return await self._post("Messages", fields)

    async def _whatsapp(self, what: Outgoing) -> DeliveryReport:
        sid = self._content.get(f"{what.template}.{what.language}")
        if sid is None:
            return DeliveryReport(Delivery.REFUSED, failure="no_template").by(NAME)
        holes = holes_of(what.language, f"notifications.{what.template}.whatsapp")
        values = {str(n): what.values[name] for n, name in enumerate(holes, 1)}
        fields = [
            ("From", f"whatsapp:{self._settings.whatsapp_from}"),
            ("To", f"whatsapp:{what.to}"),
            ("ContentSid", sid),
            ("ContentVariables", msgspec.json.encode(values).decode()),
            self._status(what),
        ]
        return await self._post("Messages", fields)

    async def _call(self, what: Outgoing) -> DeliveryReport:
        fields = [
            ("From", self._settings.call_from),
            ("To", what.to),
            ("Url", f"{self._base}/speech/{self._ticket(what.reference)}"),
            ("Method", "POST"),
            self._status(what),
            *(("StatusCallbackEvent", event) for event in EVENTS),
            ("Timeout", "30"),
            ("TimeLimit", "600"),
        ]
        return await self._post("Calls", fields)

    def _from(self) -> Fields:
        sender = self._settings.sms_from
        return [("MessagingServiceSid" if sender.startswith("MG") else "From", sender)]

    def _status(self, what: Outgoing) -> tuple[str, str]:
        return ("StatusCallback", f"{self._base}/status/{what.reference}")

    async def _post(self, thing: str, fields: Fields) -> DeliveryReport:
        ask = Ask(
            "POST",
            f"/2010-04-01/Accounts/{self._settings.account_sid}/{thing}.json",
            urlencode(fields).encode(),
            {"content-type": "application/x-www-form-urlencoded"},
            may_repeat=False,
        )
        try:
            return _read(await self._outside.call(ask)).by(NAME)
        except NoAnswer as nothing:
            return DeliveryReport(Delivery.UNANSWERED, failure=nothing.why.value).by(NAME)


@dataclass(frozen=True, slots=True)
class _Door:
    """One channel of the account."""

    hand_over: Callable[[Outgoing], Awaitable[DeliveryReport]]
    ask_price: Callable[[str], Awaitable[Price | None]]
    provider: str = NAME

    async def send(self, what: Outgoing) -> DeliveryReport:
        """Hand something over under its reference."""
        return await self.hand_over(what)

    async def price(self, provider_ref: str) -> Price | None:
        """What something of this account cost, once that is known."""
        return await self.ask_price(provider_ref)


def _read(answer: Answer) -> DeliveryReport:
    """What an answer means; one that cannot be read is no answer."""
    if answer.is_success:
        made = answer.read(_Made)
        if made is None:
            return DeliveryReport(Delivery.UNANSWERED, failure="unreadable")
        price = charged(made.price, made.price_unit)
        return DeliveryReport(Delivery.ACCEPTED, provider_ref=made.sid[:128], price=price)
    if answer.status in {400, 422}:
        refused = answer.read(_Refused)
        if refused is not None and refused.code not in OUR_FAULT:
            return DeliveryReport(Delivery.REFUSED, failure=f"twilio_{refused.code}")
    return DeliveryReport(Delivery.UNANSWERED, failure=f"status_{answer.status}")
