"""The door of kyc: ask to be verified, decide about it, and ask whether a claim holds."""

from batua.modules.kyc.service.asking import ask, holds, mine, take_back
from batua.modules.kyc.service.deciding import confirm, decline, withdraw
from batua.modules.kyc.service.looking import find, log, waiting

__all__ = [
    "ask",
    "confirm",
    "decline",
    "find",
    "holds",
    "log",
    "mine",
    "take_back",
    "waiting",
    "withdraw",
]
