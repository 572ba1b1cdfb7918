"""What members look for: lines of the statement, and one another."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from batua.modules.groups.types.nouns import TransactionKind
from batua.modules.groups.types.roles import MemberStatus, Role
from batua.modules.groups.types.voting import MemberId


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementFilter:
    """Which lines of a statement; nothing named is every line.

    since, until          when they began, the second not included
    min_minor, max_minor  how much it was, in or out
    text                  each word of it begins a word of the note
    """

    member: MemberId | None = None
    kinds: tuple[TransactionKind, ...] = ()
    since: datetime | None = None
    until: datetime | None = None
    min_minor: int | None = None
    max_minor: int | None = None
    text: str = ""


EVERY_LINE: Final = StatementFilter()


@dataclass(frozen=True, slots=True, kw_only=True)
class MembersWanted:
    """Which members.

    text  each word of it begins a word of the name, or the handle
    """

    status: MemberStatus = MemberStatus.ACTIVE
    role: Role | None = None
    text: str = ""
