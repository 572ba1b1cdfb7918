"""Where somebody has left, nothing is pushed any more: address and keys of the browser are erased."""

from batua.kit.db import Tx
from batua.kit.journal import hears
from batua.modules.identity import types as identity
from batua.modules.notifications import service


@hears(identity.SignedOut)
@hears(identity.SessionRevoked)
async def forget_session(tx: Tx, fact: identity.SignedOut | identity.SessionRevoked) -> None:
    """The browsers of a session that ended, by whomever."""
    await service.forget_session(tx, fact.session)


@hears(identity.DeviceRevoked)
async def forget_device(tx: Tx, fact: identity.DeviceRevoked) -> None:
    """The browsers of a device that is not known any more."""
    await service.forget_device(tx, fact.device)
