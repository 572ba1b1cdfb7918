"""HTTP of wallets and their statements."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

import msgspec
from litestar.params import PathParameter, QueryParameter
from litestar.response import Stream

from batua.kit import clock
from batua.kit.caller import Caller
from batua.kit.db import Database
from batua.kit.money import Currency, UnknownCurrency
from batua.kit.refusal import BadCursor
from batua.kit.tables import Format
from batua.kit.web import MOMENT, Amount, Cursor, Limit, get, moment_of, post
from batua.modules.identity.types import PersonId
from batua.modules.ledger.types import StatementLine
from batua.modules.payments import service
from batua.modules.payments.api.lent import WalletReader
from batua.modules.payments.api.shapes import PAYMENT_ID, WHEN
from batua.modules.payments.errors import WalletNotFound
from batua.modules.payments.types import WalletView

D = msgspec.Meta

WALLET_ID = "0198c5f3-11aa-7c4e-8d21-0a1b2c3d4e5f"


class WalletOut(msgspec.Struct):
    """A wallet and what is in it."""

    id: Annotated[UUID, D(description="The wallet.", examples=[WALLET_ID])]
    currency: Annotated[str, D(description="Its currency.", examples=["INR"])]
    balance: Annotated[Amount, D(description="What is in it.")]
    available: Annotated[Amount, D(description="What may be spent: the balance less what is held.")]
    pending_in: Annotated[Amount, D(description="What is on its way in.")]
    pending_out: Annotated[Amount, D(description="What is held for a way out.")]
    opened_at: Annotated[datetime, D(description="When it was opened.", examples=[WHEN])]


class Wallets(msgspec.Struct):
    """The caller's wallets."""

    items: Annotated[list[WalletOut], D(description="A wallet a currency, oldest first.")]


class OpenWallet(msgspec.Struct, forbid_unknown_fields=True):
    """A wish for a wallet in another currency."""

    currency: Annotated[
        str, D(description="ISO 4217 code.", examples=["USD"], pattern="^[A-Z]{3}$")
    ]


class BalanceOut(msgspec.Struct):
    """What a wallet held at a moment."""

    balance: Annotated[Amount, D(description="What was in it.")]
    at: Annotated[datetime, D(description="The moment.", examples=[WHEN])]


class StatementLineOut(msgspec.Struct):
    """One movement of a wallet."""

    entry_id: Annotated[UUID, D(description="The entry of the ledger.", examples=[PAYMENT_ID])]
    kind: Annotated[str, D(description="What the entry is for.", examples=["send"])]
    payment_id: Annotated[
        UUID | None, D(description="The payment it belongs to.", examples=[PAYMENT_ID])
    ]
    amount: Annotated[Amount, D(description="Above zero when it came in, below when it left.")]
    balance_after: Annotated[Amount, D(description="What was in the wallet then.")]
    recorded_at: Annotated[datetime, D(description="When it was recorded.", examples=[WHEN])]


class StatementOut(msgspec.Struct):
    """Some movements of a wallet."""

    items: Annotated[list[StatementLineOut], D(description="The movements, newest first.")]
    next: Annotated[
        str | None, D(description="Cursor of the next page; null at the end.", examples=["WzEyXQ"])
    ]


WalletPath = Annotated[UUID, PathParameter(description="The wallet.")]
FileFormat = Annotated[
    Format, QueryParameter(name="format", description="How it is written.", required=False)
]
At = Annotated[
    str | None,
    QueryParameter(
        description="The moment, RFC 3339; now when absent.", required=False, schema_extra=MOMENT
    ),
]


@get("/wallets", permission="payments.wallets.read")
async def list_wallets(caller: Caller, db: Database) -> Wallets:
    """The caller's wallets with their balances."""
    async with db.transaction() as tx:
        found = await service.wallets(tx, PersonId(caller.person))
    return Wallets([_out(view) for view in found])


@post("/wallets", permission="payments.wallets.open", refuses=[UnknownCurrency])
async def open_wallet(caller: Caller, db: Database, data: OpenWallet) -> WalletOut:
    """Open a wallet in a currency; a second call returns the first one."""
    currency = Currency(data.currency)
    async with db.transaction() as tx:
        person = PersonId(caller.person)
        opened = await service.open_wallet(tx, person, currency)
        return _out(await service.wallet(tx, person, opened.account))


@get(
    "/wallets/{id:uuid}",
    permission="payments.wallets.read",
    refuses=[WalletNotFound],
    express=True,
)
async def read_wallet(caller: Caller, wallet_reader: WalletReader, id: WalletPath) -> WalletOut:
    """One wallet of the caller."""
    return _out(await wallet_reader.wallet(PersonId(caller.person), id))


@get(
    "/wallets/{id:uuid}/balance",
    permission="payments.wallets.read",
    refuses=[WalletNotFound],
    is_report=True,
)
async def read_balance(caller: Caller, db: Database, id: WalletPath, at: At = None) -> BalanceOut:
    """What a wallet held at a moment."""
    moment = clock.now() if at is None else moment_of(at, "at")
    person = PersonId(caller.person)
    balance = await db.report(
        lambda tx: service.balance_at(tx, person, id, moment), service.come_to(person, id)
    )
    return BalanceOut(Amount.of(balance), moment)


@get(
    "/wallets/{id:uuid}/statement",
    permission="payments.wallets.read",
    refuses=[WalletNotFound, BadCursor],
    is_report=True,
)
async def read_statement(
    caller: Caller, db: Database, id: WalletPath, cursor: Cursor = None, limit: Limit = 50
) -> StatementOut:
    """Every movement of a wallet, newest first."""
    person = PersonId(caller.person)
    page = await db.report(
        lambda tx: service.statement(tx, person, id, cursor, limit), service.come_to(person, id)
    )
    return StatementOut([_line(line) for line in page.items], page.next)


@get(
    "/wallets/{id:uuid}/statement/export",
    permission="payments.wallets.read",
    media_type="application/octet-stream",
    answers={each.media_type.partition(";")[0]: str for each in Format},
    refuses=[WalletNotFound],
    is_report=True,
)
async def export_statement(
    caller: Caller, db: Database, id: WalletPath, file_format: FileFormat = Format.CSV
) -> Stream:
    """Every movement of a wallet as a file, newest first, streamed: CSV, NDJSON or Parquet."""
    file = await service.statement_file(db, PersonId(caller.person), id, file_format)
    return Stream(
        file,
        # As a header: the media type of the route would go over that of the response.
        headers={
            "Content-Type": file_format.media_type,
            "Content-Disposition": f'attachment; filename="batua-statement.{file_format}"',
        },
    )


def _out(view: WalletView) -> WalletOut:
    account = view.account
    currency = str(account.currency)
    return WalletOut(
        id=account.id,
        currency=currency,
        balance=Amount.of(account.balance),
        available=Amount.of(account.available),
        pending_in=Amount(account.pending_credits, currency),
        pending_out=Amount(account.pending_debits, currency),
        opened_at=view.wallet.opened_at,
    )


def _line(line: StatementLine) -> StatementLineOut:
    return StatementLineOut(
        entry_id=line.entry_id,
        kind=line.kind,
        payment_id=_payment(line),
        amount=Amount.of(line.amount),
        balance_after=Amount.of(line.balance_after),
        recorded_at=line.recorded_at,
    )


def _payment(line: StatementLine) -> UUID | None:
    """An entry without a reference has the payment's own id; other modules' refer to something else."""
    if not line.ref:
        return line.entry_id
    try:
        return UUID(line.ref)
    except ValueError:
        return None


ROUTES = [
    list_wallets,
    open_wallet,
    read_wallet,
    read_balance,
    read_statement,
    export_statement,
]
