"""A group's constitution: its settings as one document, changed by vote, every version kept.

Amounts are minor units of the group's currency, rates basis points. A field that is added has a
default, so that older versions still read.
"""

from enum import StrEnum
from typing import Annotated

import msgspec

from batua.modules.groups.types.dues import FineEvery, FineKind, Rhythm
from batua.modules.groups.types.escalation import Channel
from batua.modules.groups.types.lending import Grace, Interest, Period

D = msgspec.Meta

SCHEMA = 1


class GroupKind(StrEnum):
    """Ready-made kinds: what a new group starts with."""

    SIMPLE_POT = "simple_pot"
    SAVINGS_GROUP = "savings_group"
    EVENT_FUND = "event_fund"


class Admission(StrEnum):
    """Who decides whether somebody comes in."""

    INVITED = "invited"
    """Whoever holds an invite is in."""
    OFFICERS = "officers"
    VOTE = "vote"


class VoteRule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When a proposal passes.

    percent               of the electorate that must say yes
    weighty_percent       the same for a new constitution, a removal and the end of the group
    open_hours            how long a vote lasts at most
    lapse_days            how long an approved payout may still be made
    second_factor_minor   from this amount on a vote asks for the PIN
    delegations           how many other members one may vote for
    delegation_days       how long that may last
    """

    percent: Annotated[
        int, D(description="How many percent of the electorate must say yes.", examples=[51])
    ] = 51
    weighty_percent: Annotated[
        int,
        D(
            description="The same for a new constitution, a removal and the end of the group.",
            examples=[67],
        ),
    ] = 51
    open_hours: Annotated[int, D(description="How long a vote lasts at most.", examples=[72])] = 72
    lapse_days: Annotated[
        int, D(description="How long an approved payout may still be made.", examples=[7])
    ] = 7
    second_factor_minor: Annotated[
        int, D(description="From this amount on a vote asks for the PIN.", examples=[50000])
    ] = 0
    delegations: Annotated[int, D(description="How many other members one may vote for.")] = 2
    delegation_days: Annotated[int, D(description="How long that may last.")] = 90


class FineRule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What lateness costs.

    grace_days  days after the due date without a fine
    cap_minor   the most for one row; 0 for as much as was late
    """

    kind: Annotated[
        FineKind, D(description="Whether lateness costs nothing, a flat amount or a percentage.")
    ] = FineKind.NONE
    flat_minor: Annotated[int, D(description="The flat amount.")] = 0
    percent_bps: Annotated[int, D(description="The percentage, in hundredths of a percent.")] = 0
    every: Annotated[FineEvery, D(description="How often it is added.")] = FineEvery.ONCE
    grace_days: Annotated[int, D(description="Days after the due date without a fine.")] = 0
    cap_minor: Annotated[int, D(description="The most for one row; 0 for as much as was late.")] = 0


class DuesPlan(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What every member pays in a rhythm.

    key       names the plan within the group for ever
    every     every so many weeks or months
    weekday   1 Monday to 7 Sunday, of weekly dues
    day       1 to 31, of monthly dues; in a shorter month its last day
    rule      an RRULE, of dues by rule
    starts_on the first day that may be due, YYYY-MM-DD
    """

    key: Annotated[
        str, D(description="Names the plan within the group for ever.", examples=["savings"])
    ]
    name: Annotated[str, D(description="What people call it.", examples=["Savings"])]
    amount_minor: Annotated[
        int, D(description="What each member pays each time.", examples=[20000])
    ]
    rhythm: Annotated[Rhythm, D(description="Weekly, monthly, or by a rule.")] = Rhythm.MONTHLY
    every: Annotated[int, D(description="Every so many weeks or months.")] = 1
    weekday: Annotated[int, D(description="1 Monday to 7 Sunday, of weekly dues.")] = 1
    day: Annotated[
        int, D(description="1 to 31, of monthly dues; in a shorter month its last day.")
    ] = 1
    rule: Annotated[str, D(description="An RRULE, of dues by rule.", examples=[""])] = ""
    starts_on: Annotated[
        str, D(description="The first day that may be due, YYYY-MM-DD.", examples=["2026-11-21"])
    ] = ""
    fine: Annotated[FineRule, D(description="What lateness costs.")] = FineRule()


class LoanProduct(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A loan that members may ask for.

    rate_bps              interest for one period
    savings_multiple_pct  the most that is lent, in percent of the borrower's savings; 0 for no cap
    max_minor             the most that is lent to one; 0 for no cap
    guarantors            how many must agree before the vote
    """

    key: Annotated[
        str, D(description="Names the product within the group for ever.", examples=["loan"])
    ]
    name: Annotated[str, D(description="What people call it.", examples=["Loan"])]
    interest: Annotated[Interest, D(description="How interest is reckoned.")] = Interest.REDUCING
    rate_bps: Annotated[
        int, D(description="Interest for one period, in hundredths of a percent.")
    ] = 0
    period: Annotated[Period, D(description="How long one period is.")] = Period.MONTH
    min_count: Annotated[int, D(description="The fewest instalments.")] = 1
    max_count: Annotated[int, D(description="The most instalments.")] = 12
    grace: Annotated[Grace, D(description="What is put off at the beginning.")] = Grace.NONE
    grace_count: Annotated[int, D(description="For how many instalments.")] = 0
    fee_minor: Annotated[int, D(description="A flat fee when it is paid out.")] = 0
    fee_bps: Annotated[int, D(description="A fee in hundredths of a percent of the loan.")] = 0
    guarantors: Annotated[int, D(description="How many must agree before the vote.")] = 0
    savings_multiple_pct: Annotated[
        int,
        D(description="The most that is lent, in percent of the borrower's savings; 0 for no cap."),
    ] = 300
    max_minor: Annotated[int, D(description="The most that is lent to one; 0 for no cap.")] = 0
    fine: Annotated[FineRule, D(description="What lateness costs.")] = FineRule()


class EscalationStep(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One step: so many days after the due date, before it when negative."""

    channel: Annotated[Channel, D(description="How the debtor is reached.")]
    day: Annotated[int, D(description="So many days after the due date; before it when negative.")]


class EscalationRule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is done about an unpaid instalment, and when people are left in peace.

    quiet_from, quiet_until  hours of the debtor's own day
    """

    steps: Annotated[tuple[EscalationStep, ...], D(description="One after another.")] = (
        EscalationStep(channel=Channel.APP, day=-3),
        EscalationStep(channel=Channel.EMAIL, day=1),
        EscalationStep(channel=Channel.SMS, day=4),
        EscalationStep(channel=Channel.WHATSAPP, day=8),
        EscalationStep(channel=Channel.CALL, day=15),
    )
    quiet_from: Annotated[
        int, D(description="From this hour of the debtor's own day on she is left in peace.")
    ] = 21
    quiet_until: Annotated[int, D(description="Until this hour.")] = 9


class Constitution(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All settings of a group.

    reserve_minor  what must stay in the pot when a loan is paid out
    """

    schema: Annotated[int, D(description="The shape of this document.")] = SCHEMA
    admission: Annotated[Admission, D(description="Who decides whether somebody comes in.")] = (
        Admission.OFFICERS
    )
    max_members: Annotated[int, D(description="How many members there may be.")] = 500
    vote: Annotated[VoteRule, D(description="When a proposal passes.")] = VoteRule()
    dues: Annotated[tuple[DuesPlan, ...], D(description="What every member pays in a rhythm.")] = ()
    loans: Annotated[
        tuple[LoanProduct, ...], D(description="The loans that members may ask for.")
    ] = ()
    reserve_minor: Annotated[
        int, D(description="What must stay in the pot when a loan is paid out.")
    ] = 0
    escalation: Annotated[
        EscalationRule, D(description="What is done about an unpaid instalment.")
    ] = EscalationRule()


class Change(msgspec.Struct, frozen=True):
    """One setting that a proposal changes; `was` or `becomes` is None where there is none.

    path   dotted; a plan or product stands by its key: `dues.weekly.amount_minor`
    """

    path: Annotated[
        str,
        D(
            description="The setting, dotted; a plan or product stands by its key.",
            examples=["vote.percent"],
        ),
    ]
    was: Annotated[
        str | int | None, D(description="What it was; null where there was none.", examples=[51])
    ]
    becomes: Annotated[
        str | int | None,
        D(description="What it becomes; null where there is none then.", examples=[67]),
    ]


class Phrase(msgspec.Struct, frozen=True):
    """A sentence to be said in any language: its key and what stands in its holes.

    Holes whose name ends in `_minor` hold money of the group's currency.
    """

    key: Annotated[str, D(description="Which sentence.", examples=["rule.vote.percent"])]
    holes: Annotated[
        dict[str, str | int],
        D(
            description="What stands in its holes; `_minor` at the end of a name says that it is money of the group.",
            examples=[{"percent": 51}],
        ),
    ] = {}
