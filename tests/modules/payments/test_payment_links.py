"""Payment links: money of strangers reaches the owner exactly when the provider confirms it, once."""

import asyncio
from datetime import timedelta

import pytest
import pytest_asyncio
from tests.modules.payments.given import inr, picture
from tests.modules.payments.links_given import PAID, START, Links
from tests.modules.payments.rails_given import counter as open_counter

from batua.kit import clock
from batua.kit.ids import new_id
from batua.kit.money import Currency
from batua.kit.refusal import BadField
from batua.kit.secrets import KeyRing
from batua.modules.payments import service as payments
from batua.modules.payments.errors import (
    AmountNotPositive,
    KeyReused,
    LinkAmountOutside,
    LinkBusy,
    NoteTooLong,
    NoWalletOfYours,
    PaymentLinkNotFound,
    PaymentLinkOver,
    PaymentNotFound,
    TooManyPaymentLinks,
)
from batua.modules.payments.rules import payment_links as rules
from batua.modules.payments.types import PaymentKind, PaymentStatus
from batua.modules.payments.types.payment_links import LinkOrder, LinkStatus

P = PaymentStatus


@pytest_asyncio.fixture
async def links(db, keys, sandbox, receiver):
    async with open_counter(db, keys, sandbox, receiver) as found:
        yield Links(found)


async def test_somebody_without_an_account_pays_and_the_owner_has_it_once(links, asha, keys):
    link = await links.make(asha, note="Two saris", is_once=True)
    assert (link.status, link.link.amount) == (LinkStatus.OPEN, inr(500_00))
    async with links.at.db.read() as tx:
        glimpse = await payments.look_at_payment_link(tx, keys, link.secret)
    assert (glimpse.name, glimpse.link.note) == ("Asha D•••", "Two saris")
    made = await links.begin(link)
    assert (made.checkout.status, made.name, made.note) == (P.PENDING, "Asha D•••", "Two saris")
    assert made.attempt.checkout_url
    assert made.attempt.return_url == f"http://batua.test/pay-link/{made.checkout.id}"
    assert await links.at.books() == START
    assert [item.payment.kind for item in await links.history(asha)] == []
    await links.pay(made)
    await links.at.callbacks(1)
    after = await links.seen(made.checkout.id)
    assert (after.checkout.status, after.reference) == (P.SUCCEEDED, made.reference)
    (item,) = await links.history(asha)
    payment = item.payment
    assert (payment.kind, payment.payer, payment.payee) == (PaymentKind.LINK, None, asha.id)
    assert (payment.amount, payment.note, item.other) == (inr(500_00), "Two saris", None)
    assert (payment.payee_balance, payment.reference) == (inr(1_500_00), made.reference)
    assert await links.at.books() == PAID
    own = await links.own(asha, link)
    assert (own.status, own.link.paid_count, own.link.received) == (
        LinkStatus.PAID,
        1,
        inr(500_00),
    )
    (fact,) = await links.at.facts("payments.payment_by_link")
    assert (fact.payment, fact.link, fact.person) == (payment.id, link.link.id, asha.id)
    assert (fact.amount, fact.audience) == (inr(500_00), (asha.id,))
    assert await links.at.facts("payments.topped_up") == []
    assert await links.is_sound()


async def test_the_same_key_makes_one_link_with_one_secret(links, asha):
    key = str(new_id())
    made = await asyncio.gather(*(links.make(asha, key=key) for _ in range(5)))
    assert len({(one.link.id, one.secret) for one in made}) == 1
    with pytest.raises(KeyReused):
        await links.make(asha, 1, key=key)
    assert await links.wrong() == []


async def test_the_same_key_at_a_link_begins_one_checkout(links, asha):
    link, key = await links.make(asha), str(new_id())
    made = await asyncio.gather(*(links.begin(link, key=key) for _ in range(5)))
    assert len({one.checkout.id for one in made}) == 1
    assert len({one.attempt.checkout_url for one in made}) == 1
    with pytest.raises(KeyReused):
        await links.begin(link, 1_00, key=key)
    other = await links.begin(await links.make(asha), key=key)
    assert other.checkout.id != made[0].checkout.id


@pytest.mark.parametrize(
    ("minor", "more", "refusal"),
    [
        (0, {}, AmountNotPositive),
        (50_000_01, {}, LinkAmountOutside),
        (None, {"most_minor": 50_000_01}, LinkAmountOutside),
        (None, {"least_minor": 0}, LinkAmountOutside),
        (None, {"least_minor": 2, "most_minor": 1}, BadField),
        (1_00, {"most_minor": 1}, BadField),
        (1_00, {"days": 0}, BadField),
        (1_00, {"days": rules.MAX_DAYS + 1}, BadField),
        (1_00, {"note": "x" * 201}, NoteTooLong),
    ],
)
async def test_a_refused_link_leaves_everything_as_it_was(links, asha, minor, more, refusal):
    before = await picture(links.at.db)
    with pytest.raises(refusal):
        await links.make(asha, minor, **more)
    assert await picture(links.at.db) == before
    async with links.at.db.read() as tx:
        page = await payments.payment_links(tx, links.at.keys, asha.id, None, 30)
    assert page.items == []


async def test_a_link_needs_a_wallet_in_its_currency(links, asha):
    order = LinkOrder(person=asha.id, currency=Currency("USD"), amount_minor=1, key="a")
    with pytest.raises(NoWalletOfYours):
        async with links.at.db.transaction() as tx:
            await payments.make_payment_link(tx, links.at.keys, order)


async def test_nobody_has_more_links_than_she_can_keep_in_mind(links, asha, monkeypatch):
    monkeypatch.setattr(rules, "MAX_OPEN", 2)
    first = await links.make(asha)
    made = await asyncio.gather(*(links.make(asha) for _ in range(3)), return_exceptions=True)
    assert sum(isinstance(one, TooManyPaymentLinks) for one in made) == 2
    await links.cancel(asha, first)
    assert (await links.make(asha)).status is LinkStatus.OPEN


async def test_of_a_link_nobody_else_knows_anything(links, asha, bina):
    link = await links.make(asha)
    for verb in (links.own, links.cancel):
        with pytest.raises(PaymentLinkNotFound):
            await verb(bina, link)
    with pytest.raises(PaymentLinkNotFound):
        await links.begin("a secret of nobody's")
    with pytest.raises(PaymentNotFound):
        await links.seen(new_id())
    async with links.at.db.read() as tx:
        assert (await payments.payment_links(tx, links.at.keys, bina.id, None, 30)).items == []
        with pytest.raises(PaymentLinkNotFound):
            await payments.payments_by_link(tx, bina.id, link.link.id, None, 30)


async def test_an_open_amount_stays_within_its_bounds(links, asha):
    link = await links.make(asha, None, least_minor=10_00, most_minor=600_00)
    assert link.link.amount is None
    for minor in (None, 9_99, 600_01, 0):
        with pytest.raises(LinkAmountOutside):
            await links.begin(link, minor)
    made = await links.begin(link, 600_00)
    await links.pay(made)
    await links.at.callbacks(1)
    assert (await links.own(asha, link)).link.received == inr(600_00)
    with pytest.raises(LinkAmountOutside):
        await links.begin(await links.make(asha, 5_00), 5_01)
    assert (await links.begin(await links.make(asha, 5_00), 5_00)).checkout.amount == inr(5_00)


async def test_what_is_over_begins_nothing(links, asha):
    link = await links.make(asha, days=1)
    with clock.frozen(clock.now() + timedelta(days=1)), pytest.raises(PaymentLinkOver) as expired:
        await links.begin(link)
    assert expired.value.status == "expired"
    assert (await links.cancel(asha, link)).status is LinkStatus.CANCELLED
    assert (await links.cancel(asha, link)).status is LinkStatus.CANCELLED
    assert len(await links.at.facts("payments.payment_link_cancelled")) == 1
    before = await picture(links.at.db)
    with pytest.raises(PaymentLinkOver) as cancelled:
        await links.begin(link)
    assert cancelled.value.status == "cancelled"
    assert await picture(links.at.db) == before


async def test_money_begun_before_the_link_was_cancelled_is_still_money(links, asha):
    link, key = await links.make(asha), str(new_id())
    made = await links.begin(link, key=key)
    await links.cancel(asha, link)
    assert (await links.begin(link, key=key)).checkout.id == made.checkout.id
    await links.pay(made)
    await links.at.callbacks(1)
    assert (await links.seen(made.checkout.id)).checkout.status is P.SUCCEEDED
    own = await links.own(asha, link)
    assert (own.status, own.link.received) == (LinkStatus.CANCELLED, inr(500_00))
    assert await links.at.books() == PAID
    assert await links.is_sound()


async def test_a_link_for_once_leads_everybody_to_one_checkout(links, asha):
    link = await links.make(asha, None, is_once=True)
    first, second = await asyncio.gather(*(links.begin(link, 500_00) for _ in range(2)))
    assert first.checkout.id == second.checkout.id
    assert first.attempt.checkout_url == second.attempt.checkout_url
    with pytest.raises(LinkBusy):
        await links.begin(link, 499_00)
    await links.pay(first)
    await links.at.callbacks(1)
    with pytest.raises(PaymentLinkOver) as over:
        await links.begin(link, 500_00)
    assert over.value.status == "paid"
    assert await links.at.books() == PAID


async def test_a_link_for_once_can_be_paid_after_somebody_gave_up(links, asha):
    link = await links.make(asha, is_once=True)
    left = await links.begin(link)
    await links.at.sandbox.act(left.attempt.provider_ref, "decline")
    await links.at.callbacks(1)
    seen = (await links.seen(left.checkout.id)).checkout
    assert (seen.status, seen.failure) == (P.FAILED, "declined")
    made = await links.begin(link)
    assert made.checkout.id != left.checkout.id
    await links.pay(made)
    await links.at.callbacks(2)
    assert await links.at.books() == PAID
    assert [item.payment.id for item in await links.history(asha)] == [made.checkout.id]


async def test_too_many_open_checkouts_wait(links, asha, monkeypatch):
    monkeypatch.setattr(rules, "MAX_CHECKOUTS", 2)
    link = await links.make(asha)
    made = await asyncio.gather(*(links.written(link) for _ in range(4)), return_exceptions=True)
    assert sum(isinstance(one, LinkBusy) for one in made) == 2


async def test_what_came_is_listed_newest_first_and_paged(links, asha):
    link = await links.make(asha, None)
    for minor in (1_00, 2_00, 3_00):
        await links.pay(await links.begin(link, minor))
    await links.begin(link, 4_00)
    await links.at.callbacks(3)
    async with links.at.db.read() as tx:
        first = await payments.payments_by_link(tx, asha.id, link.link.id, None, 2)
        rest = await payments.payments_by_link(tx, asha.id, link.link.id, first.next, 2)
    seen = [view.payment.amount.minor for view in (*first.items, *rest.items)]
    assert seen == [3_00, 2_00, 1_00]
    assert rest.next is None
    own = (await links.own(asha, link)).link
    assert (own.paid_count, own.received) == (3, inr(6_00))


async def test_secrets_are_sealed_again_under_a_new_key(links, asha):
    link = await links.make(asha)
    newer = KeyRing({"k003": b"3" * 32, "k002": b"2" * 32, "k001": b"1" * 32}, b"i" * 32)
    assert await payments.rotate_keys(links.at.db, newer, lambda *_: None) == 1
    assert await payments.rotate_keys(links.at.db, newer, lambda *_: None) == 0
    only_new = KeyRing({"k003": b"3" * 32}, b"i" * 32)
    async with links.at.db.read() as tx:
        page = await payments.payment_links(tx, only_new, asha.id, None, 30)
    assert [one.secret for one in page.items] == [link.secret]
