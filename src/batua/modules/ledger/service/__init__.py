"""The ledger's door: money moves by entries that balance, is set aside by holds, never edited."""

from batua.modules.ledger.service.books import (
    EXPIRY_BATCH,
    Posts,
    account,
    accounts,
    balance_at,
    close_account,
    entry,
    expire_holds,
    find_account,
    held,
    hold,
    keep_months,
    lock,
    open_account,
    post,
    post_hold,
    reopen_account,
    reverse,
    statement,
    void_hold,
)
from batua.modules.ledger.service.exporting import (
    export,
)
from batua.modules.ledger.service.intake import (
    take_in,
)
from batua.modules.ledger.service.proving import (
    verify,
)
from batua.modules.ledger.service.publishing import (
    ROOM,
    HeadKeeper,
    publish_head,
)
from batua.modules.ledger.service.runs import (
    PROOFS,
    ask_verification,
    head_told,
    keep_verification,
    read_head,
    run_verification,
    told,
    verification,
    verifications,
)
from batua.modules.ledger.service.sealing import (
    Unsound,
    blocks,
    head,
    seal,
    waiting,
)

__all__ = [
    "EXPIRY_BATCH",
    "PROOFS",
    "ROOM",
    "HeadKeeper",
    "Posts",
    "Unsound",
    "account",
    "accounts",
    "ask_verification",
    "balance_at",
    "blocks",
    "close_account",
    "entry",
    "expire_holds",
    "export",
    "find_account",
    "head",
    "head_told",
    "held",
    "hold",
    "keep_months",
    "keep_verification",
    "lock",
    "open_account",
    "post",
    "post_hold",
    "publish_head",
    "read_head",
    "reopen_account",
    "reverse",
    "run_verification",
    "seal",
    "statement",
    "take_in",
    "told",
    "verification",
    "verifications",
    "verify",
    "void_hold",
    "waiting",
]
