"""Receipts: pictures and documents at a transaction, seen by the members alone.

A file is put down before its row is written and taken away after its row was: a process that dies
in between leaves a file that nobody finds, and never a row without its file.
"""

import hashlib
from typing import Final
from uuid import UUID

from batua.kit import clock, documents, ids, journal, pictures
from batua.kit.db import Database, Tx
from batua.kit.files import Files
from batua.kit.secrets import KeyRing
from batua.modules.groups.errors import (
    GroupNotFound,
    GroupOver,
    NotAReceipt,
    NotInYourRole,
    ReceiptNotFound,
    ReceiptTooLarge,
    TooManyReceipts,
    TransactionNotFound,
)
from batua.modules.groups.rules import roles
from batua.modules.groups.service import access, links
from batua.modules.groups.service.access import Inside
from batua.modules.groups.store import receipt as store
from batua.modules.groups.store import transaction as transaction_store
from batua.modules.groups.types import (
    AttachOrder,
    GroupId,
    Receipt,
    ReceiptId,
    ReceiptsChanged,
    ReceiptView,
    Right,
    TransactionId,
)
from batua.modules.identity.types import PersonId
from batua.modules.payments.types import Actor

MAX_BYTES: Final = 10 * 1024 * 1024
MOST: Final = 10
"""Receipts of one transaction."""
_SIDE: Final = 2400
_ENDINGS: Final = {pictures.MEDIA_TYPE: "jpg", documents.MEDIA_TYPE: "pdf"}
_PURPOSE: Final = "groups.receipt"


async def attach(db: Database, keys: KeyRing, files: Files, order: AttachOrder) -> ReceiptView:
    """Keep a picture, drawn anew, or a PDF in which nothing acts, at a transaction.

    repeat   the same file at the same transaction is the first receipt
    refuses  GroupNotFound, GroupOver, NotInYourRole, TransactionNotFound, ReceiptTooLarge,
             NotAReceipt, TooManyReceipts
    states   ReceiptsChanged
    """
    async with db.transaction() as tx:  # before any work is done for a stranger
        await _let_in(tx, order)
    media_type, kept = await _kept(order.content)
    receipt = Receipt(
        id=ReceiptId(ids.new_id()),
        group_id=order.group,
        transaction_id=order.transaction,
        file_key=f"groups/receipts/{ids.new_id().hex}.{_ENDINGS[media_type]}",
        media_type=media_type,
        size=len(kept),
        sha256=hashlib.sha256(kept).digest(),
        added_by=order.actor.person,
        added_at=clock.now(),
    )
    await files.put(receipt.file_key, kept, media_type)
    try:
        async with db.transaction() as tx:
            inside = await _let_in(tx, order)
            written = await _write(tx, order.actor, inside, receipt)
    except (GroupNotFound, GroupOver, NotInYourRole, TransactionNotFound, TooManyReceipts):
        # These alone say for sure that no row was written.
        await files.delete(receipt.file_key)
        raise
    if written.id != receipt.id:
        await files.delete(receipt.file_key)
    return _view(keys, inside, written)


async def remove_receipt(
    db: Database, files: Files, actor: Actor, group: GroupId, id: ReceiptId
) -> None:
    """Take a receipt away: one's own, or any by whoever may attach to any. The log keeps its hash.

    refuses  GroupNotFound, GroupOver, NotInYourRole, ReceiptNotFound
    states   ReceiptsChanged
    """
    async with db.transaction() as tx:
        inside = await access.enter(tx, actor.person, group, Right.ATTACH)
        found = await store.find(tx, id)
        if found is None or found.group_id != group:
            raise ReceiptNotFound
        if not _may_remove(inside, found):
            raise NotInYourRole(inside.me.role.value, Right.ATTACH_ANY.value)
        if not await store.remove(tx, id, clock.now()):
            raise ReceiptNotFound
        await _tell(tx, actor, inside, "receipt_removed", found)
    await files.delete(found.file_key)


async def receipts(
    tx: Tx, keys: KeyRing, person: PersonId, group: GroupId, transaction: TransactionId
) -> list[ReceiptView]:
    """The receipts of a transaction, the oldest first; refuses GroupNotFound, TransactionNotFound."""
    inside = await access.enter(tx, person, group, Right.READ)
    if await transaction_store.find(tx, group, transaction) is None:
        raise TransactionNotFound
    found = await store.of_transaction(tx, group, transaction)
    return [_view(keys, inside, each) for each in found]


async def receipt_counts(tx: Tx, transactions: list[TransactionId]) -> dict[UUID, int]:
    """How many receipts each transaction of a page has; for whoever was let into the group."""
    return await store.counts(tx, transactions)


async def open_receipt(
    db: Database, keys: KeyRing, files: Files, id: UUID, link: str
) -> tuple[Receipt, bytes]:
    """The file behind a link, while it lasts and the one it was made for is a member.

    refuses  ReceiptNotFound, alike for each reason
    """
    person = links.reader(keys, str(id), _PURPOSE, link)
    if person is None:
        raise ReceiptNotFound
    async with db.read() as tx:
        found = await store.find(tx, id)
        if found is None:
            raise ReceiptNotFound
        try:
            await access.enter(tx, person, found.group_id, Right.READ)
        except GroupNotFound as error:
            raise ReceiptNotFound from error
    content = await files.get(found.file_key)
    if content is None:
        raise ReceiptNotFound
    return found, content


async def _let_in(tx: Tx, order: AttachOrder) -> Inside:
    inside = await access.enter(tx, order.actor.person, order.group, Right.ATTACH)
    transaction = await transaction_store.find(tx, order.group, order.transaction)
    if transaction is None:
        raise TransactionNotFound
    if transaction.member_id != inside.me.id:
        roles.check(inside.me.role, Right.ATTACH_ANY)
    return inside


async def _kept(content: bytes) -> tuple[str, bytes]:
    """What is kept of a file, and what it is, by its content alone."""
    if len(content) > MAX_BYTES:
        raise ReceiptTooLarge
    try:
        if documents.looks_like(content):
            await documents.check(content)
            return documents.MEDIA_TYPE, content
        drawn = await pictures.redraw(content, _SIDE)
    except (pictures.NotAPicture, documents.NotADocument) as error:
        raise NotAReceipt from error
    return pictures.MEDIA_TYPE, drawn


async def _write(tx: Tx, actor: Actor, inside: Inside, receipt: Receipt) -> Receipt:
    there = await store.of_transaction(tx, receipt.group_id, receipt.transaction_id, lock=True)
    for each in there:
        if each.sha256 == receipt.sha256:
            return each
    if len(there) >= MOST:
        raise TooManyReceipts
    await store.add(tx, receipt)
    await _tell(tx, actor, inside, "receipt_added", receipt)
    return receipt


async def _tell(tx: Tx, actor: Actor, inside: Inside, act: str, receipt: Receipt) -> None:
    await access.log(
        tx,
        inside.group,
        actor,
        act,
        receipt.id,
        transaction=str(receipt.transaction_id),
        sha256=receipt.sha256.hex(),
    )
    fact = ReceiptsChanged(
        subject=inside.group.id,
        actor=actor.person,
        audience=(inside.group.id,),
        transaction=receipt.transaction_id,
    )
    await journal.state(tx, fact)


def _may_remove(inside: Inside, receipt: Receipt) -> bool:
    role = inside.me.role
    is_hers = receipt.added_by == inside.me.person
    is_over = inside.group.dissolved_at is not None
    return not is_over and roles.may(role, Right.ATTACH if is_hers else Right.ATTACH_ANY)


def _view(keys: KeyRing, inside: Inside, receipt: Receipt) -> ReceiptView:
    link = links.link(keys, str(receipt.id), _PURPOSE, inside.me.person)
    return ReceiptView(receipt, _may_remove(inside, receipt), link)
