"""What money from outside and to a bank account looks like on the wire."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated
from uuid import UUID

import msgspec

from batua.kit.db import Tx
from batua.kit.web import Amount
from batua.modules.groups import service
from batua.modules.groups.api.shapes import GROUP_ID, WHEN
from batua.modules.groups.types import Payout, PayoutStatus, Transaction
from batua.modules.identity.types import PersonId

D = msgspec.Meta

DESTINATION_ID = "0198c5f3-1b20-7e44-a3d2-99aabbccdd00"


class DestinationIn(msgspec.Struct, forbid_unknown_fields=True):
    """Where the caller wants what the group pays her."""

    destination: Annotated[
        UUID | None,
        D(
            description="A bank account to which she withdrew before; null for her wallet.",
            examples=[DESTINATION_ID],
        ),
    ]


class PayoutOut(msgspec.Struct):
    """A bank account to which a payout goes on from the payee's wallet, and how far it has come."""

    masked: Annotated[str, D(description="Bank and last four digits.", examples=["HDFC •••• 6789"])]
    status: Annotated[
        PayoutStatus,
        D(
            description="`chosen` until it is paid, `sent` while it is on its way, then `arrived`; "
            "`returned` and `kept` are in her wallet."
        ),
    ]
    reason: Annotated[
        str | None,
        D(description="Why it is in her wallet, as a stable word.", examples=["account_closed"]),
    ]
    destination_id: Annotated[
        UUID | None, D(description="To the payee: her account.", examples=[DESTINATION_ID])
    ]
    withdrawal_id: Annotated[
        UUID | None,
        D(description="To the payee: by which withdrawal it went.", examples=[DESTINATION_ID]),
    ]


def payout_out(found: Payout | None, caller: PersonId) -> PayoutOut | None:
    if found is None:
        return None
    is_hers = found.person == caller
    return PayoutOut(
        masked=found.masked,
        status=found.status,
        reason=found.reason,
        destination_id=found.destination_id if is_hers else None,
        withdrawal_id=found.withdrawal_id if is_hers else None,
    )


async def payouts_out(
    tx: Tx, person: PersonId, lines: Sequence[Transaction]
) -> dict[UUID, PayoutOut | None]:
    """Where payouts went on to, by the id of the line, which is the proposal's."""
    found = await service.payouts(tx, lines)
    return {id: payout_out(each, person) for id, each in found.items()}


class PayPageOut(msgspec.Struct):
    """Where the caller can pay what shall go into the pot."""

    top_up_id: Annotated[
        UUID,
        D(description="The top-up by which the money comes: ask it anew.", examples=[GROUP_ID]),
    ]
    url: Annotated[
        str | None,
        D(
            description="The provider's page on which to pay; null until the provider has "
            "answered, and once it is decided.",
            examples=["https://pay.example/checkout/co_0198c5f0"],
        ),
    ]
    expires_at: Annotated[
        datetime | None, D(description="Until when it can be paid.", examples=[WHEN])
    ]
    kept: Annotated[
        Amount | None,
        D(description="What came and stayed in the wallet, as the pot could not take it."),
    ]
