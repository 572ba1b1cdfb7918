"""What we ask of the Cloud API: template messages."""

from typing import Any, Final

import httpx
import msgspec

from batua.kit.connections import Probe
from batua.kit.connections.probing import judged
from batua.kit.outside import Answer, Ask, Limits, NoAnswer, Outside, Peer
from batua.kit.settings import SettingsError
from batua.modules.notifications.providers.approved import holes_of
from batua.modules.notifications.providers.whatsapp.callbacks import NAME
from batua.modules.notifications.providers.whatsapp.settings import (
    CLOUD,
    TWILIO,
    Approved,
    WhatsAppSettings,
)
from batua.modules.notifications.types import Delivery, DeliveryReport, Outgoing

# What is wrong with our account or our pace, or with Meta itself: it must not cost the messages.
NOT_HERS: Final = frozenset(
    {0, 1, 2, 3, 4, 10, 33, 190, 368, 80007, 130429, 130497}
    | {131000, 131005, 131016, 131031, 131042, 131045, 131048, 131056, 131057, 133010}
    | {132015, 132016}
)
_PERMISSIONS: Final = range(200, 300)


class _Sent(msgspec.Struct):
    id: str


class _Taken(msgspec.Struct):
    messages: list[_Sent]


class _Error(msgspec.Struct):
    code: int


class _Refused(msgspec.Struct):
    error: _Error


class WhatsAppCloud:
    """One number at the Cloud API.

    It knows no idempotency key. A request whose answer was lost may have been taken: then its
    status callback tells so under our reference, long before the next try.
    """

    def __init__(
        self, settings: WhatsAppSettings, transport: httpx.AsyncBaseTransport | None = None
    ) -> None:
        """Take the settings; refuses SettingsError when a secret is missing."""
        check(settings)
        self._approved = settings.approved
        self._number = f"/{settings.version}/{settings.phone_number_id}"
        peer = Peer(
            name="whatsapp",
            base_url=settings.url,
            headers={"authorization": f"Bearer {settings.access_token}"},
            secrets=(settings.access_token, settings.app_secret),
        )
        self._outside = Outside(peer, Limits(), transport=transport)

    async def aclose(self) -> None:
        """Close the connections."""
        await self._outside.aclose()

    async def probe(self) -> Probe:
        """Read our own number."""
        try:
            answer = await self._outside.call(Ask("GET", self._number, may_repeat=True))
        except NoAnswer as nothing:
            return judged([], nothing)
        return judged([answer], None if answer.is_success else ValueError("no number"))

    async def send(self, what: Outgoing) -> DeliveryReport:
        """Hand a message over under its reference."""
        approved = self._approved.get(f"{what.template}.{what.language}")
        if approved is None:
            return DeliveryReport(Delivery.REFUSED, failure="no_template").by(NAME)
        ask = Ask(
            "POST",
            f"{self._number}/messages",
            msgspec.json.encode(_body(what, approved)),
            {"content-type": "application/json"},
            may_repeat=False,
        )
        try:
            return _read(await self._outside.call(ask)).by(NAME)
        except NoAnswer as nothing:
            return DeliveryReport(Delivery.UNANSWERED, failure=nothing.why.value).by(NAME)


def check(settings: WhatsAppSettings) -> None:
    """Refuse settings that cannot work."""
    for name in ("access_token", "app_secret", "verify_token"):
        if not getattr(settings, name):
            raise SettingsError(f"BATUA_WHATSAPP_{name.upper()} is not set.")
    if settings.carrier not in {CLOUD, TWILIO}:
        raise SettingsError("BATUA_WHATSAPP_CARRIER is none of cloud, twilio.")


def _body(what: Outgoing, approved: Approved) -> dict[str, Any]:
    holes = holes_of(what.language, f"notifications.{what.template}.whatsapp")
    # A hole takes no line break and no run of spaces, which a name that somebody chose may hold.
    texts = [" ".join(what.values[name].split()) for name in holes]
    parameters = [{"type": "text", "text": text} for text in texts]
    template: dict[str, Any] = {
        "name": approved.name,
        "language": {"policy": "deterministic", "code": approved.language},
    }
    if parameters:
        template["components"] = [{"type": "body", "parameters": parameters}]
    return {
        "messaging_product": "whatsapp",
        "recipient_type": "individual",
        "to": what.to,
        "type": "template",
        "template": template,
        # Comes back with each status, so one is understood even when our answer was lost.
        "biz_opaque_callback_data": str(what.reference),
    }


def _read(answer: Answer) -> DeliveryReport:
    """What an answer means; one that cannot be read is no answer."""
    if answer.is_success:
        taken = answer.read(_Taken)
        if taken is None or not taken.messages:
            return DeliveryReport(Delivery.UNANSWERED, failure="unreadable")
        return DeliveryReport(Delivery.ACCEPTED, provider_ref=taken.messages[0].id[:128])
    refused = answer.read(_Refused)
    if refused is None:
        return DeliveryReport(Delivery.UNANSWERED, failure=f"status_{answer.status}")
    code = refused.error.code
    is_hers = answer.status in {400, 404} and code not in NOT_HERS and code not in _PERMISSIONS
    return DeliveryReport(
        Delivery.REFUSED if is_hers else Delivery.UNANSWERED, failure=f"whatsapp_{code}"
    )
