"""Every route of groups."""

from typing import Any

from batua.modules.groups.api import (
    asked,
    constitutions,
    delegations,
    dues,
    ending,
    figures,
    groups,
    invites,
    loan_steps,
    loans,
    log,
    members,
    money,
    pictures,
    previews,
    printing,
    proposals,
    receipts,
)

ROUTES: list[Any] = [
    *groups.ROUTES,
    *pictures.ROUTES,
    *constitutions.ROUTES,
    *members.ROUTES,
    *invites.ROUTES,
    *asked.ROUTES,
    *money.ROUTES,
    *printing.ROUTES,
    *dues.ROUTES,
    *previews.ROUTES,
    *figures.ROUTES,
    *receipts.ROUTES,
    *proposals.ROUTES,
    *loans.ROUTES,
    *ending.ROUTES,
    *loan_steps.ROUTES,
    *delegations.ROUTES,
    *log.ROUTES,
]
