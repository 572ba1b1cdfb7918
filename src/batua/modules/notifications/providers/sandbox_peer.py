"""What codes and channels of the sandbox have in common: how it is called, and what it answers."""

from collections.abc import Mapping
from typing import Any, Final, Protocol

import httpx
import msgspec

from batua.kit.outside import Answer, Ask, Limits, NoAnswer, Outside, Peer
from batua.modules.notifications.types import Delivery, DeliveryReport

NAME: Final = "sandbox"
_REFUSED: Final = frozenset({400, 401, 403, 404, 410, 422})


class Address(Protocol):
    """Where the sandbox is, and our key there."""

    @property
    def url(self) -> str: ...
    @property
    def key_id(self) -> str: ...
    @property
    def key_secret(self) -> str: ...
    @property
    def timeout_ms(self) -> int: ...


class _Accepted(msgspec.Struct):
    id: str
    status: str = "sent"


class _Refused(msgspec.Struct):
    code: str = "refused"


def outside(
    name: str, address: Address, transport: httpx.AsyncBaseTransport | None = None
) -> Outside:
    """The client for it: one try a call, because whoever queues it tries again."""
    peer = Peer(
        name=name,
        base_url=address.url,
        auth=(address.key_id, address.key_secret),
        secrets=(address.key_secret,),
    )
    wait_s = address.timeout_ms / 1000
    return Outside(peer, Limits(answer_s=wait_s, budget_s=wait_s, tries=1), transport=transport)


async def hand_over(there: Outside, path: str, body: Mapping[str, Any]) -> DeliveryReport:
    """Hand something over; under its `reference` it is sent only once."""
    headers = {"content-type": "application/json", "idempotency-key": body["reference"]}
    ask = Ask("POST", path, msgspec.json.encode(body), headers, may_repeat=True)
    try:
        return _read(await there.call(ask)).by(NAME)
    except NoAnswer as nothing:
        return DeliveryReport(Delivery.UNANSWERED, failure=nothing.why.value).by(NAME)


def _read(answer: Answer) -> DeliveryReport:
    """What an answer means; one that cannot be read is no answer."""
    if answer.is_success:
        accepted = answer.read(_Accepted)
        if accepted is not None:
            return DeliveryReport(
                Delivery.ACCEPTED,
                provider_ref=accepted.id[:128],
                has_arrived=accepted.status == "delivered",
            )
    elif answer.status in _REFUSED:
        refused = answer.read(_Refused)
        if refused is not None:
            return DeliveryReport(Delivery.REFUSED, failure=refused.code[:64])
    else:
        return DeliveryReport(Delivery.UNANSWERED, failure=f"status_{answer.status}")
    return DeliveryReport(Delivery.UNANSWERED, failure="unreadable")
