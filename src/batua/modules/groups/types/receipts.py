"""Receipts: files that prove a transaction."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import NewType
from uuid import UUID

from batua.modules.groups.types.nouns import GroupId, TransactionId
from batua.modules.identity.types import PersonId
from batua.modules.payments.types import Actor

ReceiptId = NewType("ReceiptId", UUID)


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """A file at a transaction; the bytes lie in the store of files.

    size        bytes, as it is kept
    sha256      of what is kept
    removed_at  when somebody took it away; its bytes are gone then
    """

    id: ReceiptId
    group_id: GroupId
    transaction_id: TransactionId
    file_key: str
    media_type: str
    size: int
    sha256: bytes = field(repr=False)
    added_by: PersonId
    added_at: datetime
    removed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class AttachOrder:
    """A file for a transaction; what it is, its content says."""

    actor: Actor
    group: GroupId
    transaction: TransactionId
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class ReceiptView:
    """A receipt as somebody sees it who may read it.

    may_remove  whether she may take it away
    link        opens it for five minutes, without signing in; for her alone
    """

    receipt: Receipt
    may_remove: bool
    link: str = field(repr=False)
