"""Files of many payments: read as people's spreadsheets write them, and never guessed."""

from uuid import UUID

import pytest
from hypothesis import given as for_any
from hypothesis import strategies as st

from batua.kit.money import Currency, Money
from batua.kit.refusal import Refusal
from batua.modules.identity.types import PersonId
from batua.modules.payments.errors import (
    BatchTooLong,
    ColumnsMissing,
    FileNotReadable,
    RecipientMissing,
    RecipientNotReadable,
)
from batua.modules.payments.rules import bulk_file
from batua.modules.payments.rules.bulk import Handle, Number, recipient
from batua.modules.payments.types import Wanted

INR = Currency("INR")
PLAIN = "recipient,amount,note\n+919812345678,12.50,Tea\nasha@batua,100,\n"
READ = [
    (2, "+919812345678", Money(12_50, INR), "Tea"),
    (3, "asha@batua", Money(100_00, INR), ""),
]


def read(text: str | bytes, locale: str = "en") -> list[Wanted]:
    body = text.encode() if isinstance(text, str) else text
    return bulk_file.read(body, INR, locale)


def parts(lines: list[Wanted]) -> list[tuple[int, str, Money | None, str]]:
    return [(line.line, line.recipient, line.amount, line.note) for line in lines]


def faults(line: Wanted) -> list[tuple[str, str]]:
    return [(fault.field, fault.refusal.code) for fault in line.faults]


@pytest.mark.parametrize(
    "body",
    [
        PLAIN.encode(),
        PLAIN.encode("utf-8-sig"),
        PLAIN.encode("utf-16"),
        PLAIN.encode("utf-16-le"),
        PLAIN.encode("utf-16-be"),
        b"\xfe\xff" + PLAIN.encode("utf-16-be"),
        PLAIN.replace("\n", "\r\n").encode(),
        PLAIN.replace(",", ";").encode(),
        PLAIN.replace(",", "\t").encode(),
        ("sep=;\r\n" + PLAIN.replace(",", ";")).encode(),
        PLAIN.replace("recipient", " Mobile No. ").replace("amount", "AMT").encode(),
        PLAIN.replace("recipient", "Phone_Number").replace("note", "Remarks").encode(),
        PLAIN.replace("recipient", "मोबाइल नंबर").replace("amount", "राशि").encode(),
        PLAIN.replace("+919812345678", "'+919812345678").encode(),
        PLAIN.replace("Tea", '"Tea"').encode(),
        PLAIN.encode() + b",,\n\n , ,\n",
    ],
)
def test_a_file_reads_the_same_however_it_was_saved(body: bytes) -> None:
    assert parts(read(body)) == READ


def test_columns_stand_in_any_order_and_others_are_passed_over() -> None:
    text = "Employee Name,City,Currency,Salary,Handle\nRavi,Pune,usd,10.5,ravi\n"
    (line,) = read(text)
    assert (line.recipient, line.name) == ("ravi", "Ravi")
    assert line.amount == Money(10_50, Currency("USD"))


def test_rows_are_counted_as_a_spreadsheet_counts_them() -> None:
    text = 'recipient,amount,note\n\na@batua,1,"two\nlines"\n\nb@batua,2,\n'
    assert parts(read(text)) == [
        (3, "a@batua", Money(1_00, INR), "two lines"),
        (5, "b@batua", Money(2_00, INR), ""),
    ]


@pytest.mark.parametrize(
    ("written", "minor"),
    [
        ("1200", 1200_00),
        ("1200.5", 1200_50),
        ("₹1,20,000.50", 120_000_50),
        ("120,000", 120_000_00),
        ("Rs. 500", 500_00),
        ("500/-", 500_00),
        ("१२.५०", 12_50),
    ],
)
def test_amounts_as_people_write_them(written: str, minor: int) -> None:
    (line,) = read(f'recipient,amount\na@batua,"{written}"\n')
    assert (line.amount, line.faults) == (Money(minor, INR), ())


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("", "kit.unreadable_amount"),
        ("twelve", "kit.unreadable_amount"),
        ("12,5", "kit.unreadable_amount"),
        ("12.345", "kit.unreadable_amount"),
        ("1e3", "kit.unreadable_amount"),
        ("=1+1", "kit.unreadable_amount"),
        ("NaN", "kit.unreadable_amount"),
        ("0", "payments.amount_not_positive"),
        ("0.00", "payments.amount_not_positive"),
        ("-5", "payments.amount_not_positive"),
        ("90000000000001", "kit.amount_too_large"),
        ("99999999999999999999", "kit.amount_too_large"),
    ],
)
def test_an_amount_that_cannot_go_is_a_fault_of_its_line(written: str, code: str) -> None:
    (line,) = read(f'recipient,amount\na@batua,"{written}"\n')
    assert (line.amount, faults(line)) == (None, [("amount", code)])


def test_every_fault_of_a_line_is_told() -> None:
    text = f"recipient,amount,currency,note\na@batua,x,INR,{'n' * 201},more\nb@batua,1,RUP,\n"
    first, second = read(text)
    assert faults(first) == [
        ("row", "payments.row_too_long"),
        ("amount", "kit.unreadable_amount"),
        ("note", "payments.note_too_long"),
    ]
    assert faults(second) == [("currency", "kit.unknown_currency")]


@pytest.mark.parametrize(
    ("body", "refusal"),
    [
        (b"", ColumnsMissing),
        (b"\n\n", ColumnsMissing),
        (b"asha@batua,5\n", ColumnsMissing),
        (b"recipient,note\n", ColumnsMissing),
        (b"recipient,amount\n", BatchTooLong),
        (b"recipient,amount\nasha,\x80\n", FileNotReadable),
        (b"PK\x03\x04\x00\x00\x08", FileNotReadable),
        (b"recipient,amount\n" + b"a,1\n" * 10_001, BatchTooLong),
        (b'recipient,amount\n"' + b"a" * 140_000 + b'",1\n', FileNotReadable),
    ],
)
def test_a_file_that_cannot_be_read_is_refused(body: bytes, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        read(body)


def test_the_missing_columns_are_named() -> None:
    with pytest.raises(ColumnsMissing) as caught:
        read("recipient,note\n")
    assert caught.value.missing == ["amount"]


@for_any(st.binary(max_size=300) | st.text(max_size=200).map(str.encode))
def test_whatever_comes_is_read_or_refused(body: bytes) -> None:
    for start in (b"", b"recipient,amount,note\n"):
        try:
            for line in read(start + body):
                assert line.amount is None or line.amount.minor > 0
                assert line.amount is not None or line.faults
        except Refusal:
            pass


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("+91 98123-45678", Number("+91 98123-45678")),
        ("'9812345678", Number("9812345678")),
        ("(0) 98123.45678", Number("(0) 98123.45678")),
        ("९८१२३४५६७८", Number("९८१२३४५६७८")),
        ("Asha@Batua", Handle("asha@batua")),
        ("asha", Handle("asha@batua")),
        (
            "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
            PersonId(UUID("0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e")),
        ),
    ],
)
def test_a_recipient_is_a_number_a_handle_or_an_id(text: str, named: object) -> None:
    assert recipient(text) == named


@pytest.mark.parametrize("text", ["9.81E+09", "asha@oksbi", "=1+1", "a b", "?", "+", "@"])
def test_other_recipients_are_not_guessed(text: str) -> None:
    with pytest.raises(RecipientNotReadable):
        recipient(text)


@pytest.mark.parametrize("text", ["", "  ", "'"])
def test_a_recipient_is_needed(text: str) -> None:
    with pytest.raises(RecipientMissing):
        recipient(text)
