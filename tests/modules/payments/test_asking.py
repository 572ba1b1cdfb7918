"""Payment requests: asked, paid once, declined, reminded of, cancelled, expired."""

from datetime import timedelta
from typing import Any

import pytest
from tests.modules.payments import given
from tests.modules.payments.given import Someone, inr, usd

from batua.kit import clock
from batua.kit.db import Database
from batua.kit.jobs import Context
from batua.kit.refusal import Refusal
from batua.kit.secrets import KeyRing
from batua.modules.identity.errors import StepUpRequired
from batua.modules.ledger.errors import NotEnoughMoney
from batua.modules.payments import jobs
from batua.modules.payments import service as payments
from batua.modules.payments.errors import (
    AmountNotPositive,
    KeyReused,
    NoWalletOfYours,
    OnlyTheAsker,
    OnlyTheOneAsked,
    PayeeIsYourself,
    PayeeNotFound,
    RemindedToday,
    RequestClosed,
    RequestNotFound,
    RequestOutOfTime,
    RequestTermInvalid,
    TooManyOpenRequests,
)
from batua.modules.payments.types import (
    AskOrder,
    Direction,
    PaymentKind,
    RequestDeclined,
    Requested,
    RequestFilter,
    RequestPaid,
    RequestStatus,
)


async def refused(db: Database, refusal: type[Refusal], act: Any) -> Refusal:
    """Act, be refused, and find everything as it was."""
    before = await given.picture(db)
    with pytest.raises(refusal) as caught:
        async with db.transaction() as tx:
            await act(tx)
    assert await given.picture(db) == before
    return caught.value


async def status(db: Database, keys: KeyRing, who: Someone, id: Any) -> RequestStatus:
    async with db.read() as tx:
        return (await payments.request_of(tx, keys, who.id, id)).request.status


async def test_a_request_is_seen_by_both_and_paid_once(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    id = await given.ask(db, keys, bina, asha, inr(120_00), note="Rent")
    async with db.read() as tx:
        asked = await payments.request_of(tx, keys, bina.id, id)
        wished = await payments.request_of(tx, keys, asha.id, id)
    assert (asked.direction, wished.direction) == (Direction.OUT, Direction.IN)
    # A wish alone uncovers nobody's name.
    assert asked.other is not None and asked.other.name == "Asha D•••"
    assert wished.other is not None and wished.other.name == "Bina K•••"
    assert asked.request.expires_at - asked.request.created_at == timedelta(days=7)

    view = await given.pay(db, keys, asha, id, key="k")
    assert (view.payment.kind, view.payment.note) == (PaymentKind.REQUEST, "Rent")
    assert view.payment.request == id
    assert await given.balance(db, bina) == 120_00
    async with db.read() as tx:
        paid = (await payments.request_of(tx, keys, bina.id, id)).request
    assert (paid.status, paid.payment) == (RequestStatus.PAID, view.payment.id)
    assert paid.closed_at == view.payment.created_at

    assert await given.pay(db, keys, asha, id, key="k") == view
    assert await given.balance(db, bina) == 120_00

    requested, sent, answered = await given.facts(
        db, "payments.requested", "payments.sent", "payments.request_paid"
    )
    sides = {"asker": bina.id, "payer": asha.id, "amount": inr(120_00), "request": id}
    audience = (bina.id, asha.id)
    assert requested == Requested(subject=id, actor=bina.id, audience=audience, **sides)
    assert sent.request == id
    assert answered == RequestPaid(
        subject=id, actor=asha.id, audience=audience, payment=view.payment.id, **sides
    )


async def test_a_paid_request_is_not_paid_again_by_another_key(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    id = await given.ask(db, keys, bina, asha, inr(100))
    await given.pay(db, keys, asha, id)
    before = await given.picture(db)
    with pytest.raises(RequestClosed) as caught:
        await given.pay(db, keys, asha, id)
    assert caught.value.status == "paid"
    assert await given.picture(db) == before


async def test_paying_asks_for_the_pin_and_for_the_money(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    id = await given.ask(db, keys, bina, asha, inr(5_000_00))
    before = await given.picture(db)
    with pytest.raises(StepUpRequired):
        await given.pay(db, keys, asha, id, pin=False)
    with pytest.raises(NotEnoughMoney):
        await given.pay(db, keys, asha, id)
    assert await given.picture(db) == before
    assert await status(db, keys, asha, id) is RequestStatus.OPEN


async def test_the_same_key_asks_once(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    first = await given.ask(db, keys, bina, asha, inr(100), key="k")
    assert await given.ask(db, keys, bina, asha, inr(100), key="k") == first
    assert len(await given.facts(db, "payments.requested")) == 1
    order = given.ask_order(bina, asha, inr(101), key="k")
    await refused(db, KeyReused, lambda tx: payments.ask(tx, keys, order))


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"amount": inr(0)}, AmountNotPositive),
        ({"amount": inr(-1)}, AmountNotPositive),
        ({"amount": usd(100)}, NoWalletOfYours),
        ({"days": 0}, RequestTermInvalid),
        ({"days": 91}, RequestTermInvalid),
    ],
)
async def test_a_wish_that_cannot_be_is_refused(
    db: Database,
    keys: KeyRing,
    asha: Someone,
    bina: Someone,
    change: dict[str, Any],
    refusal: type[Refusal],
) -> None:
    amount = change.pop("amount", inr(100))
    order = given.ask_order(bina, asha, amount, **change)
    await refused(db, refusal, lambda tx: payments.ask(tx, keys, order))


async def test_nobody_asks_herself_or_a_stranger_who_does_not_exist(
    db: Database, keys: KeyRing, asha: Someone
) -> None:
    own = given.ask_order(asha, asha, inr(1))
    await refused(db, PayeeIsYourself, lambda tx: payments.ask(tx, keys, own))
    nobody = AskOrder(asha.id, given.stranger(), inr(1), "", 7, "k")  # type: ignore[arg-type]
    await refused(db, PayeeNotFound, lambda tx: payments.ask(tx, keys, nobody))


async def test_a_sixth_open_wish_to_the_same_person_is_refused(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    ids = [await given.ask(db, keys, bina, asha, inr(n)) for n in range(1, 6)]
    sixth = given.ask_order(bina, asha, inr(6))
    await refused(db, TooManyOpenRequests, lambda tx: payments.ask(tx, keys, sixth))
    async with db.transaction() as tx:
        await payments.decline(tx, keys, asha.id, ids[0])
        await payments.ask(tx, keys, sixth)


async def test_a_decline_closes_it_and_a_second_one_changes_nothing(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    id = await given.ask(db, keys, bina, asha, inr(100))
    for _ in range(2):
        async with db.transaction() as tx:
            view = await payments.decline(tx, keys, asha.id, id)
        assert view.request.status is RequestStatus.DECLINED
    (fact,) = await given.facts(db, "payments.request_declined")
    assert fact == RequestDeclined(
        subject=id,
        actor=asha.id,
        audience=(bina.id, asha.id),
        request=id,
        asker=bina.id,
        payer=asha.id,
        amount=inr(100),
    )
    before = await given.picture(db)
    with pytest.raises(RequestClosed):
        await given.pay(db, keys, asha, id)
    assert await given.picture(db) == before


async def test_a_cancelled_request_cannot_be_paid_or_declined(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    id = await given.ask(db, keys, bina, asha, inr(100))
    for _ in range(2):
        async with db.transaction() as tx:
            await payments.cancel_request(tx, keys, bina.id, id)
    assert len(await given.facts(db, "payments.request_cancelled")) == 1
    await refused(db, RequestClosed, lambda tx: payments.decline(tx, keys, asha.id, id))
    with pytest.raises(RequestClosed):
        await given.pay(db, keys, asha, id)


async def test_each_side_does_only_her_own_part(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    id = await given.ask(db, keys, bina, asha, inr(100))
    before = await given.picture(db)
    with pytest.raises(OnlyTheOneAsked):
        await given.pay(db, keys, bina, id)
    assert await given.picture(db) == before
    await refused(db, OnlyTheOneAsked, lambda tx: payments.decline(tx, keys, bina.id, id))
    await refused(db, OnlyTheAsker, lambda tx: payments.cancel_request(tx, keys, asha.id, id))
    await refused(db, OnlyTheAsker, lambda tx: payments.remind(tx, keys, asha.id, id))


async def test_a_stranger_finds_no_request(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    chitra = await given.someone(db, keys, "Chitra Rao", "+919811111111", money=500)
    id = await given.ask(db, keys, bina, asha, inr(100))
    for verb in (
        payments.request_of,
        payments.decline,
        payments.cancel_request,
        payments.remind,
    ):
        await refused(db, RequestNotFound, lambda tx, v=verb: v(tx, keys, chitra.id, id))
    before = await given.picture(db)
    for unknown in (id, given.stranger()):
        with pytest.raises(RequestNotFound):
            await given.pay(db, keys, chitra, unknown)  # type: ignore[arg-type]
    assert await given.picture(db) == before


async def test_a_reminder_goes_once_a_day(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    id = await given.ask(db, keys, bina, asha, inr(100))
    at = clock.now()
    with clock.frozen(at) as time:
        async with db.transaction() as tx:
            view = await payments.remind(tx, keys, bina.id, id)
        assert view.request.reminded_at == at
        time.advance(timedelta(hours=23, minutes=59))
        refusal = await refused(
            db, RemindedToday, lambda tx: payments.remind(tx, keys, bina.id, id)
        )
        assert refusal.facts() == {"retry_after_s": 60}
        time.advance(timedelta(minutes=1))
        async with db.transaction() as tx:
            await payments.remind(tx, keys, bina.id, id)
    assert len(await given.facts(db, "payments.request_reminded")) == 2


async def test_a_request_ends_at_its_time_before_and_after_the_job(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    id = await given.ask(db, keys, bina, asha, inr(100), days=1)
    kept = await given.ask(db, keys, bina, asha, inr(100), days=2)
    with clock.frozen(clock.now() + timedelta(days=1, seconds=1)):
        assert await status(db, keys, asha, id) is RequestStatus.EXPIRED
        await refused(db, RequestOutOfTime, lambda tx: payments.decline(tx, keys, asha.id, id))
        await refused(db, RequestOutOfTime, lambda tx: payments.remind(tx, keys, bina.id, id))
        with pytest.raises(RequestOutOfTime):
            await given.pay(db, keys, asha, id)
        for _ in range(2):
            await jobs.expire_requests(Context(db))
        assert await status(db, keys, asha, id) is RequestStatus.EXPIRED
        assert await status(db, keys, asha, kept) is RequestStatus.OPEN
    (fact,) = await given.facts(db, "payments.request_expired")
    assert (fact.subject, fact.actor, fact.asker) == (id, None, bina.id)


async def test_the_job_ends_more_than_one_batch(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "BATCH", 2)
    for n in range(1, 6):
        await given.ask(db, keys, bina, asha, inr(n), days=1)
    with clock.frozen(clock.now() + timedelta(days=2)):
        await jobs.expire_requests(Context(db))
    assert len(await given.facts(db, "payments.request_expired")) == 5


async def test_requests_are_listed_by_side_state_and_page(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    out = [await given.ask(db, keys, asha, bina, inr(n)) for n in range(1, 4)]
    back = [await given.ask(db, keys, bina, asha, inr(n)) for n in range(4, 6)]
    async with db.transaction() as tx:
        await payments.decline(tx, keys, bina.id, out[0])

    async def listed(cursor: str | None = None, limit: int = 10, **wanted: Any) -> Any:
        async with db.read() as tx:
            return await payments.requests(
                tx, keys, asha.id, RequestFilter(**wanted), cursor, limit
            )

    def ids(page: Any) -> list[Any]:
        return [view.request.id for view in page.items]

    newest_first = [*reversed(back), *reversed(out)]
    assert ids(await listed()) == newest_first
    assert ids(await listed(direction=Direction.OUT)) == list(reversed(out))
    assert ids(await listed(direction=Direction.IN)) == list(reversed(back))
    assert ids(await listed(statuses=(RequestStatus.DECLINED,))) == [out[0]]
    with clock.frozen(clock.now() + timedelta(days=8)):
        assert len((await listed(statuses=(RequestStatus.EXPIRED,))).items) == 4
        assert (await listed(statuses=(RequestStatus.OPEN,))).items == []

    first = await listed(limit=2)
    second = await listed(first.next, limit=2)
    third = await listed(second.next, limit=2)
    assert ids(first) + ids(second) + ids(third) == newest_first
    assert third.next is None
