"""HTTP of rules that are being written: the days of dues, and what a loan would cost by them."""

from datetime import date
from itertools import islice
from typing import Annotated, Any, Final

import msgspec

from batua.kit import clock
from batua.kit.money import Money, UnknownCurrency
from batua.kit.web import Amount, post
from batua.modules.groups.api.loan_shapes import CostOut, RowOut, cost_out, row_out
from batua.modules.groups.errors import ConstitutionInvalid, LoanTermsInvalid
from batua.modules.groups.rules import constitution as rules
from batua.modules.groups.rules import dues, repaying, schedules
from batua.modules.groups.types import Constitution, DuesPlan, LoanProduct, Rhythm

D = msgspec.Meta
SHOWN: Final = 5
_KEY: Final = "plan"


class DuesDaysIn(msgspec.Struct, forbid_unknown_fields=True):
    """The days of dues as a plan tells them."""

    rhythm: Annotated[Rhythm, D(description="Weekly, monthly, or by a rule.")]
    starts_on: Annotated[
        str,
        D(description="The first day that may be due.", examples=["2026-11-21"], max_length=10),
    ]
    every: Annotated[int, D(description="Every so many weeks or months.")] = 1
    weekday: Annotated[int, D(description="1 Monday to 7 Sunday, of weekly dues.")] = 1
    day: Annotated[int, D(description="1 to 31, of monthly dues.")] = 1
    rule: Annotated[
        str,
        D(
            description="An RRULE, of dues by rule.",
            examples=["FREQ=MONTHLY;BYMONTHDAY=-1"],
            max_length=500,
        ),
    ] = ""


class DuesDaysOut(msgspec.Struct):
    """On which days such dues fall due."""

    days: Annotated[
        list[date],
        D(description="The next five, today included; fewer when there are no more."),
    ]


class ExampleIn(msgspec.Struct, forbid_unknown_fields=True):
    """A loan by a product that need not be in force."""

    product: Annotated[LoanProduct, D(description="The product.")]
    amount: Annotated[Amount, D(description="How much.")]
    count: Annotated[int, D(description="In how many instalments.", examples=[12])]


class ExampleOut(msgspec.Struct):
    """What it would cost if it were paid out today."""

    rows: Annotated[list[RowOut], D(description="Its schedule.")]
    cost: Annotated[CostOut, D(description="What it costs.")]


@post(
    "/groups/dues/preview",
    status_code=200,
    permission="groups.read",
    refuses=[ConstitutionInvalid],
)
async def preview_dues(data: DuesDaysIn) -> DuesDaysOut:
    """The next days of dues by a rule that is being written; it names what is wrong with it."""
    plan = DuesPlan(
        key=_KEY,
        name=_KEY,
        amount_minor=1,
        rhythm=data.rhythm,
        every=data.every,
        weekday=data.weekday,
        day=data.day,
        rule=data.rule,
        starts_on=data.starts_on,
    )
    rules.check(Constitution(dues=(plan,)))
    today = dues.today(clock.now())
    return DuesDaysOut(list(islice(dues.days_from(plan, today), SHOWN)))


@post(
    "/groups/loans/example",
    status_code=200,
    permission="groups.read",
    refuses=[ConstitutionInvalid, LoanTermsInvalid, UnknownCurrency],
)
async def example_loan(data: ExampleIn) -> ExampleOut:
    """What a loan would cost by a product that is being written, with the yearly rate."""
    rules.check(Constitution(loans=(data.product,)))
    money = data.amount.to_money()
    first = schedules.due_on(clock.now().date(), data.product.period, 1)
    terms = repaying.terms_of(data.product, money.minor, data.count, first)
    rows = schedules.schedule(terms)
    unit = money.currency
    return ExampleOut(
        [row_out(lambda minor: Money(minor, unit), row, first) for row in rows],
        cost_out(lambda minor: Money(minor, unit), schedules.cost(terms, rows)),
    )


ROUTES: list[Any] = [preview_dues, example_loan]
