"""What batches, their lines and their previews look like on the wire."""

from datetime import datetime
from typing import Annotated, Any, Final
from uuid import UUID

import msgspec

from batua.kit import clock
from batua.kit.refusal import Refusal
from batua.kit.web import Amount
from batua.modules.payments import service
from batua.modules.payments.api.shapes import (
    PAYMENT_ID,
    WHEN,
    PartyOut,
    PayeeOut,
    amount_out,
    party_out,
    payee_out,
)
from batua.modules.payments.rules import bulk as rules
from batua.modules.payments.rules.limits import left
from batua.modules.payments.types import (
    Batch,
    BatchLine,
    BatchMode,
    BatchStatus,
    Caution,
    Fault,
    LineRefusal,
    LineResult,
    LineStatus,
    Party,
    Preview,
    PreviewLine,
    PreviewTotal,
)

D = msgspec.Meta

BATCH_ID: Final = "0198c5f4-33aa-7c01-9e77-1020304050aa"


class BatchItemIn(msgspec.Struct, forbid_unknown_fields=True):
    """One payment of a batch."""

    payee: Annotated[
        str,
        D(
            description="Who is paid: a person's id, a handle, or a telephone number.",
            examples=["asha@batua"],
            max_length=100,
        ),
    ]
    amount: Annotated[Amount, D(description="How much.")]
    note: Annotated[
        str, D(description="A line for both sides.", examples=["Salary of May"], max_length=1000)
    ] = ""


class BatchIn(msgspec.Struct, forbid_unknown_fields=True):
    """Many payments by one order, at most ten thousand."""

    items: Annotated[list[BatchItemIn], D(description="The payments, in their order.")]
    mode: Annotated[
        BatchMode, D(description="`all`: all lines or none; `each`: each on its own.")
    ] = BatchMode.EACH
    name: Annotated[
        str,
        D(description="What the payer calls it.", examples=["Salaries of May"], max_length=100),
    ] = ""


class ItemsIn(msgspec.Struct, forbid_unknown_fields=True):
    """Payments that are being thought of, at most ten thousand."""

    items: Annotated[list[BatchItemIn], D(description="The payments, in their order.")]


class LineRefusalOut(msgspec.Struct):
    """Why a line was refused."""

    code: Annotated[
        str, D(description="Stable name of the reason.", examples=["payments.payee_not_found"])
    ]
    detail: Annotated[
        str, D(description="What happened.", examples=["Nobody with a wallet was found."])
    ]
    todo: Annotated[str, D(description="What to do now.", examples=["Check the number."])]
    facts: Annotated[
        dict[str, Any], D(description="Typed facts of the refusal, by name.", examples=[{}])
    ]


class ResultOut(msgspec.Struct):
    """What became of a line."""

    line: Annotated[int, D(description="Its place in the order, from 1.", examples=[1])]
    status: Annotated[LineStatus, D(description="Whether it was sent, refused, or still waits.")]
    payment_id: Annotated[
        UUID | None, D(description="The payment that was made.", examples=[PAYMENT_ID])
    ]
    refusal: Annotated[LineRefusalOut | None, D(description="Why it was refused.")]


class BatchOut(msgspec.Struct):
    """A batch as it stands."""

    id: Annotated[UUID, D(description="The batch.", examples=[BATCH_ID])]
    mode: Annotated[BatchMode, D(description="Whether its lines stand together.")]
    name: Annotated[str, D(description="What the payer calls it.", examples=["Salaries of May"])]
    status: Annotated[
        BatchStatus,
        D(description="`stopped`: it waits to be gone on with, by `POST …/continue`."),
    ]
    items: Annotated[int, D(description="How many lines it has.", examples=[48])]
    sent: Annotated[int, D(description="How many were sent.", examples=[47])]
    refused: Annotated[int, D(description="How many were refused.", examples=[1])]
    totals: Annotated[list[Amount], D(description="What was ordered, by currency.")]
    sent_totals: Annotated[list[Amount], D(description="What went, by currency.")]
    begun_at: Annotated[datetime, D(description="When it began.", examples=[WHEN])]
    finished_at: Annotated[
        datetime | None, D(description="When its last line was decided.", examples=[WHEN])
    ]


class BatchAnswer(msgspec.Struct):
    """A batch with what became of every line."""

    batch: Annotated[BatchOut, D(description="The batch.")]
    results: Annotated[list[ResultOut], D(description="Every line, in its order.")]


class BatchPage(msgspec.Struct):
    """Some batches."""

    items: Annotated[list[BatchOut], D(description="The batches, newest first.")]
    next: Annotated[
        str | None, D(description="Cursor of the next page; null at the end.", examples=["WyIy"])
    ]


class BatchLineOut(ResultOut):
    """A line of a batch with what became of it."""

    payee: Annotated[PartyOut | None, D(description="Who is paid; null when nobody was found.")]
    amount: Annotated[Amount | None, D(description="How much; null when it could not be read.")]
    note: Annotated[str, D(description="The note.", examples=["Salary of May"])]


class LinePage(msgspec.Struct):
    """Some lines of a batch."""

    items: Annotated[list[BatchLineOut], D(description="The lines, in their order.")]
    next: Annotated[
        str | None, D(description="Cursor of the next page; null at the end.", examples=["WzFd"])
    ]


class FaultOut(LineRefusalOut):
    """What is wrong with a part of a line."""

    field: Annotated[
        str, D(description="recipient, amount, currency, note or row.", examples=["recipient"])
    ]


class PreviewLineOut(msgspec.Struct):
    """A line as it would be sent."""

    line: Annotated[int, D(description="Row of the file, or place among the items.", examples=[2])]
    recipient: Annotated[
        str, D(description="The recipient as written.", examples=["+919876543210"])
    ]
    payee: Annotated[PayeeOut | None, D(description="Who that is.")]
    amount: Annotated[Amount | None, D(description="How much.")]
    note: Annotated[str, D(description="The note.", examples=["Salary of May"])]
    errors: Annotated[
        list[FaultOut], D(description="Every reason why it would not go; none if it would.")
    ]
    warnings: Annotated[
        list[Caution],
        D(
            description="`paid_twice`: another line pays the same person. `name_differs`: the "
            "file has another first name.",
        ),
    ]


class PreviewTotalOut(msgspec.Struct):
    """One currency of a preview."""

    total: Annotated[Amount, D(description="What the good lines would move.")]
    balance_after: Annotated[Amount, D(description="What would be left to spend.")]
    per_send: Annotated[Amount, D(description="What may go in one payment.")]
    day_left: Annotated[Amount, D(description="What may go today, before this.")]
    month_left: Annotated[Amount, D(description="What may go this month, before this.")]


class PreviewOut(msgspec.Struct):
    """What a batch would do."""

    lines: Annotated[list[PreviewLineOut], D(description="Every line, in its order.")]
    good: Annotated[int, D(description="How many would go.", examples=[47])]
    wrong: Annotated[int, D(description="How many would not.", examples=[1])]
    totals: Annotated[list[PreviewTotalOut], D(description="By currency.")]
    needs_pin: Annotated[bool, D(description="Whether the PIN is asked.", examples=[True])]


def batch_out(batch: Batch) -> BatchOut:
    return BatchOut(
        id=batch.id,
        mode=batch.mode,
        name=batch.name,
        status=service.status_of(batch, clock.now()),
        items=batch.items,
        sent=batch.sent,
        refused=batch.refused,
        totals=[Amount.of(money) for money in batch.totals.values()],
        sent_totals=[Amount.of(money) for money in batch.sent_totals.values()],
        begun_at=batch.begun_at,
        finished_at=batch.finished_at,
    )


def result_out(result: LineResult) -> ResultOut:
    return ResultOut(result.line, result.status, result.payment, _refusal_out(result.refusal))


def _refusal_out(refusal: LineRefusal | None) -> LineRefusalOut | None:
    if refusal is None:
        return None
    cls = Refusal.registry[refusal.code]
    return LineRefusalOut(refusal.code, cls.summary(), cls.todo, dict(refusal.facts))


def line_out(line: BatchLine, payee: Party | None) -> BatchLineOut:
    result = line.result
    return BatchLineOut(
        line=result.line,
        status=result.status,
        payment_id=result.payment,
        refusal=_refusal_out(result.refusal),
        payee=None if payee is None else party_out(payee),
        amount=amount_out(line.amount),
        note=line.note,
    )


def preview_out(preview: Preview) -> PreviewOut:
    lines = [_preview_line_out(line) for line in preview.lines]
    good = sum(not line.errors for line in lines)
    totals = [_total_out(total) for total in preview.totals]
    return PreviewOut(lines, good, len(lines) - good, totals, preview.needs_pin)


def _preview_line_out(line: PreviewLine) -> PreviewLineOut:
    wanted = line.wanted
    return PreviewLineOut(
        line=wanted.line,
        recipient=wanted.recipient,
        payee=None if line.payee is None else payee_out(line.payee),
        amount=amount_out(wanted.amount),
        note=wanted.note,
        errors=[_fault_out(fault) for fault in line.faults],
        warnings=list(line.cautions),
    )


def _fault_out(fault: Fault) -> FaultOut:
    kept = rules.refusal_of(fault.refusal)
    return FaultOut(
        code=kept.code,
        detail=fault.refusal.detail(),
        todo=fault.refusal.todo,
        facts=dict(kept.facts),
        field=fault.field,
    )


def _total_out(total: PreviewTotal) -> PreviewTotalOut:
    limits = total.limits
    return PreviewTotalOut(
        total=Amount.of(total.total),
        balance_after=Amount.of(total.balance_after),
        per_send=Amount.of(limits.per_send),
        day_left=Amount.of(left(limits.day, limits.used_day)),
        month_left=Amount.of(left(limits.month, limits.used_month)),
    )
