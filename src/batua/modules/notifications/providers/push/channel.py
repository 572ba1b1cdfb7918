"""What we ask of push services: to hand a sealed message to a browser."""

from collections import OrderedDict
from typing import Final, Protocol
from urllib.parse import urlsplit

import httpx
import msgspec

from batua.kit import clock, web_push
from batua.kit.guarded import Guarded
from batua.kit.outside import Answer, Ask, Limits, NoAnswer, Outside, Peer
from batua.modules.notifications.providers.push.settings import PushSettings
from batua.modules.notifications.types import (
    Delivery,
    DeliveryReport,
    Failure,
    Outgoing,
)
from batua.modules.notifications.types.push import PushSubscription

NAME: Final = "push"
MOST_SERVICES: Final = 64
"""So many push services are remembered by how they do; there are five in the world."""
GONE: Final = frozenset({404, 410})
REFUSED: Final = frozenset({400, 413})
MOST_BODY: Final = 1200
_LIMITS: Final = Limits(connect_s=4, answer_s=8, budget_s=12)


class Keys(Protocol):
    """The key pair of the house."""

    async def private(self) -> bytes: ...


class PushChannel:
    """Seals each message for its browser and hands it to that browser's push service.

    The topic is the notification's own, so that what is handed over twice is shown once.
    """

    def __init__(
        self,
        settings: PushSettings,
        keys: Keys,
        contact: str,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        """Take the settings.

        contact  whom a push service may write to, when no setting says so
        """
        self._keys, self._ttl_s = keys, settings.ttl_s
        self._contact = settings.contact or contact
        self._way = transport or Guarded(loopback=settings.loopback)
        self._services: OrderedDict[str, Outside] = OrderedDict()

    async def aclose(self) -> None:
        """Close the connections."""
        await self._way.aclose()

    async def send(self, what: Outgoing) -> DeliveryReport:
        """Hand a push over under its reference."""
        browser = msgspec.json.decode(what.to, type=PushSubscription)
        parts = urlsplit(browser.endpoint)
        origin = f"{parts.scheme}://{parts.netloc}"
        private = await self._keys.private()
        sealed = web_push.encrypt(
            _shown(what), web_push.decoded(browser.p256dh), web_push.decoded(browser.auth)
        )
        headers = {
            "authorization": web_push.authorization(private, origin, self._contact, clock.now()),
            "content-encoding": "aes128gcm",
            "content-type": "application/octet-stream",
            "ttl": str(self._ttl_s),
            "topic": what.values["id"].replace("-", ""),
            "urgency": "high" if what.is_urgent else "normal",
        }
        ask = Ask("POST", browser.endpoint, sealed, headers, may_repeat=True)
        try:
            return _read(await self._service(origin).call(ask)).by(NAME)
        except NoAnswer as nothing:
            return DeliveryReport(Delivery.UNANSWERED, failure=nothing.why.value).by(NAME)

    def _service(self, origin: str) -> Outside:
        """The push service, left alone when it fails; one that a stranger made up harms no other."""
        known = self._services.get(origin)
        if known is None:
            peer = Peer(name="push", base_url=origin)
            known = Outside(peer, _LIMITS, transport=self._way)
            self._services[origin] = known
        self._services.move_to_end(origin)
        if len(self._services) > MOST_SERVICES:
            self._services.popitem(last=False)
        return known


def _shown(what: Outgoing) -> bytes:
    """What the app's service worker shows."""
    shown = {
        "id": what.values["id"],
        "title": what.subject,
        "body": what.text[:MOST_BODY],
        "link": what.values["link"],
        "language": what.language,
    }
    return msgspec.json.encode(shown)


def _read(answer: Answer) -> DeliveryReport:
    """What an answer means; a push service says no more than that it took it."""
    if answer.is_success:
        where = answer.headers.get("location", "").rpartition("/")[2]
        return DeliveryReport(Delivery.ACCEPTED, provider_ref=where[:128] or None)
    if answer.status in GONE:
        return DeliveryReport(Delivery.REFUSED, failure=Failure.GONE.value)
    # Not 401 and 403: to mend our keys must not cost the messages.
    is_final = answer.status in REFUSED
    return DeliveryReport(
        Delivery.REFUSED if is_final else Delivery.UNANSWERED, failure=f"status_{answer.status}"
    )
