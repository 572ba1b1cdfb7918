"""Roles and rights: the whole table, and that what is voted on is nobody's right."""

import pytest

from batua.modules.groups.errors import NotInYourRole
from batua.modules.groups.rules import roles
from batua.modules.groups.types import Right, Role

TABLE = """
read            chair treasurer secretary member viewer
contribute      chair treasurer secretary member
vote            chair treasurer secretary member
propose         chair treasurer secretary member
borrow          chair treasurer secretary member
guarantee       chair treasurer secretary member
delegate        chair treasurer secretary member
attach          chair treasurer secretary member
export          chair treasurer secretary member
attach_any      chair treasurer secretary
invite          chair treasurer secretary
answer_joins    chair treasurer secretary
remind          chair treasurer secretary
waive_fines     chair treasurer
describe        chair secretary
retry_payout    chair treasurer
"""


def test_each_right_belongs_to_these_roles() -> None:
    wanted = {line.split()[0]: set(line.split()[1:]) for line in TABLE.strip().splitlines()}
    found = {r.value: {role.value for role in Role if roles.may(role, r)} for r in Right}
    assert found == wanted


@pytest.mark.parametrize("role", Role)
def test_no_role_changes_roles_or_pays_out(role: Role) -> None:
    held = {right.value for right in roles.RIGHTS[role]}
    assert not [right for right in held if "role" in right or right in {"withdraw", "pay"}]


def test_a_refusal_names_role_and_right() -> None:
    roles.check(Role.MEMBER, Right.VOTE)
    with pytest.raises(NotInYourRole) as refused:
        roles.check(Role.VIEWER, Right.VOTE)
    assert refused.value.facts() == {"role": "viewer", "right": "vote"}
