"""A group's constitution: its settings as one document, changed by vote, every version kept.

Amounts are minor units of the group's currency, rates basis points. A field that is added has a
default, so that older versions still read.
"""

from enum import StrEnum

import msgspec

from batua.modules.groups.types.dues import FineEvery, FineKind, Rhythm
from batua.modules.groups.types.escalation import Channel
from batua.modules.groups.types.lending import Grace, Interest, Period

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

    percent: int = 51
    weighty_percent: int = 51
    open_hours: int = 72
    lapse_days: int = 7
    second_factor_minor: int = 0
    delegations: int = 2
    delegation_days: int = 90


class FineRule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What lateness costs.

    grace_days  days after the due date without a fine
    cap_minor   the most for one row; 0 for as much as was late
    """

    kind: FineKind = FineKind.NONE
    flat_minor: int = 0
    percent_bps: int = 0
    every: FineEvery = FineEvery.ONCE
    grace_days: int = 0
    cap_minor: int = 0


class DuesPlan(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What every member pays in a rhythm.

    key       names the plan within the group for ever
    every     every so many weeks or months
    weekday   1 Monday to 7 Sunday, of weekly dues
    day       1 to 31, of monthly dues; in a shorter month its last day
    rule      an RRULE, of dues by rule
    starts_on the first day that may be due, YYYY-MM-DD
    """

    key: str
    name: str
    amount_minor: int
    rhythm: Rhythm = Rhythm.MONTHLY
    every: int = 1
    weekday: int = 1
    day: int = 1
    rule: str = ""
    starts_on: str = ""
    fine: FineRule = FineRule()


class LoanProduct(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A loan that members may ask for.

    rate_bps              interest for one period
    savings_multiple_pct  the most that is lent, in percent of the borrower's savings; 0 for no cap
    max_minor             the most that is lent to one; 0 for no cap
    guarantors            how many must agree before the vote
    """

    key: str
    name: str
    interest: Interest = Interest.REDUCING
    rate_bps: int = 0
    period: Period = Period.MONTH
    min_count: int = 1
    max_count: int = 12
    grace: Grace = Grace.NONE
    grace_count: int = 0
    fee_minor: int = 0
    fee_bps: int = 0
    guarantors: int = 0
    savings_multiple_pct: int = 300
    max_minor: int = 0
    fine: FineRule = FineRule()


class EscalationStep(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One step: so many days after the due date, before it when negative."""

    channel: Channel
    day: int


class EscalationRule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is done about an unpaid instalment, and when people are left in peace.

    quiet_from, quiet_until  hours of the debtor's own day
    """

    steps: tuple[EscalationStep, ...] = (
        EscalationStep(channel=Channel.APP, day=-3),
        EscalationStep(channel=Channel.EMAIL, day=1),
        EscalationStep(channel=Channel.SMS, day=4),
        EscalationStep(channel=Channel.WHATSAPP, day=8),
        EscalationStep(channel=Channel.CALL, day=15),
    )
    quiet_from: int = 21
    quiet_until: int = 9


class Constitution(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All settings of a group.

    reserve_minor  what must stay in the pot when a loan is paid out
    """

    schema: int = SCHEMA
    admission: Admission = Admission.OFFICERS
    max_members: int = 500
    vote: VoteRule = VoteRule()
    dues: tuple[DuesPlan, ...] = ()
    loans: tuple[LoanProduct, ...] = ()
    reserve_minor: int = 0
    escalation: EscalationRule = EscalationRule()


class Change(msgspec.Struct, frozen=True):
    """One setting that a proposal changes; `was` or `becomes` is None where there is none.

    path   dotted; a plan or product stands by its key: `dues.weekly.amount_minor`
    """

    path: str
    was: str | int | None
    becomes: str | int | None


class Phrase(msgspec.Struct, frozen=True):
    """A sentence to be said in any language: its key and what stands in its holes.

    Holes whose name ends in `_minor` hold money of the group's currency.
    """

    key: str
    holes: dict[str, str | int] = {}
