"""Who may do what in a group: one table."""

from typing import Final

from batua.modules.groups.errors import NotInYourRole
from batua.modules.groups.types import Right, Role

READING: Final = frozenset({Right.READ, Right.EXPORT})
"""What is left of all rights once a group has ended."""

_VIEWER: Final = frozenset({Right.READ})
_MEMBER: Final = _VIEWER | {
    Right.CONTRIBUTE,
    Right.VOTE,
    Right.PROPOSE,
    Right.BORROW,
    Right.GUARANTEE,
    Right.DELEGATE,
    Right.ATTACH,
    Right.EXPORT,
}
_OFFICER: Final = _MEMBER | {Right.INVITE, Right.ANSWER_JOINS, Right.ATTACH_ANY, Right.REMIND}

# No role may change roles, rules or members, or pay out of the pot: these are voted on.
RIGHTS: Final[dict[Role, frozenset[Right]]] = {
    Role.CHAIR: _OFFICER | {Right.DESCRIBE, Right.RETRY_PAYOUT, Right.WAIVE_FINES},
    Role.TREASURER: _OFFICER | {Right.RETRY_PAYOUT, Right.WAIVE_FINES},
    Role.SECRETARY: _OFFICER | {Right.DESCRIBE},
    Role.MEMBER: _MEMBER,
    Role.VIEWER: _VIEWER,
}


def may(role: Role, right: Right) -> bool:
    """Whether a role has a right."""
    return right in RIGHTS[role]


def check(role: Role, right: Right) -> None:
    """Refuse what a role may not do; refuses NotInYourRole."""
    if not may(role, right):
        raise NotInYourRole(role.value, right.value)
