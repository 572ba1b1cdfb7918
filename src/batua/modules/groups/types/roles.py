"""Roles within a group, what each may do, and how a membership stands."""

from enum import StrEnum


class Role(StrEnum):
    """What somebody is in a group; only a vote changes it."""

    CHAIR = "chair"
    TREASURER = "treasurer"
    SECRETARY = "secretary"
    MEMBER = "member"
    VIEWER = "viewer"


class Right(StrEnum):
    """What a role lets somebody do in her group."""

    READ = "read"
    CONTRIBUTE = "contribute"
    VOTE = "vote"
    PROPOSE = "propose"
    BORROW = "borrow"
    GUARANTEE = "guarantee"
    DELEGATE = "delegate"
    ATTACH = "attach"
    """Add a receipt to a transaction of her own."""
    ATTACH_ANY = "attach_any"
    INVITE = "invite"
    ANSWER_JOINS = "answer_joins"
    """Let people in or not, where the constitution leaves that to officers."""
    DESCRIBE = "describe"
    """Change name, picture and purpose."""
    REMIND = "remind"
    WAIVE_FINES = "waive_fines"
    RETRY_PAYOUT = "retry_payout"
    EXPORT = "export"


class MemberStatus(StrEnum):
    """How a membership stands; `rules.states` holds the allowed steps."""

    ASKED = "asked"
    ACTIVE = "active"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    LEFT = "left"
    REMOVED = "removed"
