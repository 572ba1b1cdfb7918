"""What a superuser alters in the tests of the chain: an edit, and table, row and words that name it."""

ENTRY = ("ledger.entry", "entry {sent_id}", "it is not what was sealed")
OF_ENTRY = [
    ("UPDATE ledger.entry SET kind = 'gift' WHERE id = '{sent_id}'", ENTRY),
    ("UPDATE ledger.entry SET ref = 'another' WHERE id = '{sent_id}'", ENTRY),
    (
        "UPDATE ledger.entry SET recorded_at = recorded_at - interval '1 s' WHERE id = '{sent_id}'",
        ENTRY,
    ),
    ("UPDATE ledger.entry SET effective_at = now() WHERE id = '{sent_id}'", ENTRY),
    (
        (
            "UPDATE ledger.entry SET id = 'aaaaaaaa-0000-7000-8000-000000000000'"
            " WHERE id = '{sent_id}'"
        ),
        ("ledger.entry", "entry aaaaaaaa", "it is not what was sealed"),
    ),
    ("UPDATE ledger.entry SET legs = 2 WHERE id = '{sent_id}'", ENTRY),
    (
        "UPDATE ledger.entry SET hold_id = NULL WHERE id = '{posted_id}'",
        ("ledger.entry", "entry {posted_id}", "it is not what was sealed"),
    ),
    (
        "UPDATE ledger.entry SET reverses = NULL WHERE id = '{reversal_id}'",
        ("ledger.entry", "entry {reversal_id}", "it is not what was sealed"),
    ),
    (
        "DELETE FROM ledger.entry WHERE id = '{sent_id}'",
        ("ledger.entry", "entry number", "it was sealed and is gone"),
    ),
    (
        (
            "INSERT INTO ledger.entry (seq, recorded_at, id, legs, kind, ref) OVERRIDING SYSTEM VALUE"
            " SELECT 0, recorded_at, 'aaaaaaaa-0000-7000-8000-000000000000', 1, 'send', ''"
            " FROM ledger.entry WHERE id = '{sent_id}'"
        ),
        ("ledger.entry", "entry aaaaaaaa", "it was not there when its block was sealed"),
    ),
]
OF_POSTING = [
    (
        (
            "UPDATE ledger.posting SET amount_minor = amount_minor * 2, balance_after_minor = 0"
            " WHERE entry_seq = {sent}"
        ),
        ("ledger.posting", "entry {sent_id}", "its postings are not those that were sealed"),
    ),
    (
        "UPDATE ledger.posting SET line = line + 2 WHERE entry_seq = {sent}",
        ("ledger.posting", "entry {sent_id}", "its postings are not those that were sealed"),
    ),
    (
        "UPDATE ledger.posting SET account_id = account_id + 1000 WHERE entry_seq = {sent}",
        ("ledger.posting", "entry {sent_id}", "its postings are not those that were sealed"),
    ),
    (
        "DELETE FROM ledger.posting WHERE entry_seq = {sent} AND line = 1",
        ("ledger.posting", "entry {sent_id}", "its postings are not those that were sealed"),
    ),
    (
        (
            "INSERT INTO ledger.posting SELECT account_id, 999, entry_seq, 5, 5, recorded_at, 3"
            " FROM ledger.posting WHERE entry_seq = {sent} AND line = 1"
        ),
        ("ledger.posting", "entry {sent_id}", "its postings are not those that were sealed"),
    ),
]
OF_HOLD = [
    (
        f"UPDATE ledger.hold SET {change} WHERE id = '{{open_hold}}'",
        ("ledger.hold", "hold", "it is not what was sealed"),
    )
    for change in (
        "kind = 'gift'",
        "ref = 'another'",
        "expires_at = expires_at + interval '1 year'",
        "expires_at = NULL",
        "held_at = held_at - interval '1 s'",
        "id = 'aaaaaaaa-0000-7000-8000-000000000000'",
        "debit_id = credit_id, credit_id = debit_id",
    )
]
OF_ACCOUNT = [
    (edit, ("ledger.account_name", "account", "it is not what was sealed"))
    for edit in (
        "UPDATE ledger.account_name SET owner = 'me' WHERE account_id = {ravi}",
        "UPDATE ledger.account_name SET kind = 'merchant' WHERE account_id = {ravi}",
        "UPDATE ledger.account_name SET opened_at = now() WHERE account_id = {ravi}",
        "UPDATE ledger.account SET floor_minor = -1000000 WHERE id = {ravi}",
        "UPDATE ledger.account SET floor_minor = NULL WHERE id = {ravi}",
        "UPDATE ledger.account SET public_id = gen_random_uuid() WHERE id = {ravi}",
    )
]
OF_BLOCK = [
    (f"UPDATE ledger.block SET {change} WHERE n = 2", ("ledger.block", "block 2", fault))
    for change, fault in (
        ("digest = sha256('x')", "its head is not what its fields make"),
        ("head = sha256('x')", "its head is not what its fields make"),
        ("previous = sha256('x')", "it does not continue the block before it"),
        ("seal = sha256('x')", "its seal was not made with our key"),
        ("marks = 'x'", "its head is not what its fields make"),
        ("sealed_at = sealed_at + interval '1 s'", "its head is not what its fields make"),
        ("last_entry = last_entry + 1", "its head is not what its fields make"),
        ("entries_so_far = 0", "its head is not what its fields make"),
        ("postings = postings + 1", "its head is not what its fields make"),
    )
] + [
    ("DELETE FROM ledger.block WHERE n = 1", ("ledger.block", "block 2", "is gone")),
    ("DELETE FROM ledger.block WHERE n = 2", ("ledger.block", "block 3", "is gone")),
    (
        "DELETE FROM ledger.block WHERE n = 3",
        ("ledger.block", "block 3", "was written elsewhere and the block is gone"),
    ),
    ("DELETE FROM ledger.block", ("ledger.block", "block 1", "written elsewhere")),
    ("UPDATE ledger.block SET n = 4 WHERE n = 3", ("ledger.block", "block 4", "is gone")),
]
NOT_SEALED = [
    (
        (
            "UPDATE ledger.posting SET recorded_at = recorded_at - interval '1 s'"
            " WHERE line = 0 AND entry_seq = (SELECT seq FROM ledger.entry WHERE id = '{late}')"
        ),
        ("ledger.entry", "entry {late}", "its postings lie at another time"),
    ),
    (
        (
            "UPDATE ledger.posting SET amount_minor = amount_minor * 2"
            " WHERE entry_seq = (SELECT seq FROM ledger.entry WHERE id = '{late}')"
        ),
        ("ledger.posting", "account {asha_id}", "the chain of balances breaks here"),
    ),
    (
        "DELETE FROM ledger.entry WHERE id = '{late}'",
        ("ledger.entry", "entry number", "there are postings but no entry"),
    ),
    (
        "UPDATE ledger.entry SET legs = 2 WHERE id = '{late}'",
        ("ledger.entry", "entry {late}", "it has not the postings its legs need"),
    ),
]
EDITS = [*OF_ENTRY, *OF_POSTING, *OF_HOLD, *OF_ACCOUNT, *OF_BLOCK, *NOT_SEALED]

COVERED = {
    "an amount, with every balance and counter after it": [
        "UPDATE ledger.posting SET amount_minor = amount_minor * 2 WHERE entry_seq = {sent}",
        (
            "UPDATE ledger.posting SET balance_after_minor = balance_after_minor - 300"
            " WHERE account_id = {asha} AND entry_seq >= {sent}"
        ),
        (
            "UPDATE ledger.posting SET balance_after_minor = balance_after_minor + 300"
            " WHERE account_id = {ravi} AND entry_seq >= {sent}"
        ),
        (
            "UPDATE ledger.account SET posted_debits_minor = posted_debits_minor + 300"
            " WHERE id = {asha}"
        ),
        (
            "UPDATE ledger.account SET posted_credits_minor = posted_credits_minor + 300"
            " WHERE id = {ravi}"
        ),
    ],
    "two entries that change places": [
        (
            "UPDATE ledger.posting SET entry_seq = CASE entry_seq WHEN {sent} THEN {sent} + 1"
            " ELSE {sent} END WHERE entry_seq IN ({sent}, {sent} + 1)"
        ),
        (
            "UPDATE ledger.entry SET ref = CASE seq WHEN {sent} THEN 'second' ELSE 'first' END"
            " WHERE seq IN ({sent}, {sent} + 1)"
        ),
    ],
    "an account that is given to somebody else with its name": [
        "UPDATE ledger.account_name SET owner = owner || 'x' WHERE account_id IN ({asha}, {ravi})",
    ],
    "a hold that is made smaller with its counters": [
        "UPDATE ledger.hold SET amount_minor = 1 WHERE id = '{open_hold}'",
        "UPDATE ledger.account SET pending_debits_minor = 1 WHERE id = {asha}",
        "UPDATE ledger.account SET pending_credits_minor = 1 WHERE id = {source}",
    ],
    "a hold that is deleted with its counters": [
        "DELETE FROM ledger.hold WHERE id = '{open_hold}'",
        "UPDATE ledger.account SET pending_debits_minor = 0 WHERE id = {asha}",
        "UPDATE ledger.account SET pending_credits_minor = 0 WHERE id = {source}",
    ],
    "an entry that is deleted with all it did": [
        "DELETE FROM ledger.hold WHERE id = '{posted_hold}'",
        (
            "DELETE FROM ledger.posting WHERE entry_seq ="
            " (SELECT seq FROM ledger.entry WHERE id = '{posted_id}')"
        ),
        "DELETE FROM ledger.entry WHERE id = '{posted_id}'",
    ],
}
