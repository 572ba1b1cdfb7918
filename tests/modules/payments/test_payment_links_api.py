"""The HTTP of payment links: the owner's with her session, the payer's with none."""

from uuid import UUID

import httpx
import pytest
import pytest_asyncio
from tests.modules.payments.client import rupees
from tests.modules.payments.given import picture
from tests.modules.payments.rails_given import counter as open_counter
from tests.modules.payments.test_rails_api import app_of, deliver

from batua.kit.ids import new_id

LINK = {"currency": "INR", "amount_minor": 500_00, "note": "Two saris"}
FRONT = "https://batua.example/pay-link"


@pytest_asyncio.fixture
async def counter(db, keys, sandbox, receiver):
    async with open_counter(db, keys, sandbox, receiver) as found:
        yield found


@pytest.fixture
def app(counter):
    return app_of(counter)


@pytest_asyncio.fixture
async def http(app):
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://batua.test") as client:
        yield client


@pytest.fixture
def stranger(http):
    """Somebody without an account: no session, no token."""

    async def call(method: str, path: str, body=None, key: str | None = None):
        headers = {} if key is None else {"Idempotency-Key": key}
        return await http.request(
            method,
            f"/api/v1/payment-links{path}",
            headers=headers,
            **({} if body is None else {"json": body}),
        )

    return call


def secret_of(link) -> str:
    front, secret = link["link"].split("#")
    assert front == FRONT
    return secret


async def test_from_the_link_to_the_balance(as_asha, stranger, http, counter):
    made = await as_asha("POST", "/payment-links", {**LINK, "is_once": True})
    assert made.status_code == 201
    link = made.json()
    assert (link["status"], link["amount"], link["note"]) == ("open", rupees(500), "Two saris")
    assert link["qr_svg"].startswith("<svg")
    secret = secret_of(link)

    looked = await stranger("POST", "/look", {"secret": secret})
    assert looked.status_code == 200
    assert looked.json() == {
        "name": "Asha D•••",
        "status": "open",
        "amount": rupees(500),
        "least": rupees(500),
        "most": rupees(500),
        "note": "Two saris",
        "is_once": True,
        "expires_at": link["expires_at"],
    }
    begun = await stranger("POST", "/pay", {"secret": secret}, "one")
    assert begun.status_code == 201
    checkout = begun.json()
    assert (checkout["status"], checkout["name"]) == ("pending", "Asha D•••")
    assert checkout["checkout_url"].startswith(counter.sandbox.url)
    back = await counter.sandbox.http.post(checkout["checkout_url"], data={"act": "pay"})
    assert back.headers["location"] == f"{FRONT}/{checkout['id']}"
    assert (await as_asha("GET", "/payments")).json()["items"] == []

    assert await deliver(http, counter) == [200]
    after = (await stranger("GET", f"/checkouts/{checkout['id']}")).json()
    assert (after["status"], after["checkout_url"]) == ("succeeded", None)
    payment = (await as_asha("GET", f"/payments/{checkout['id']}")).json()
    assert (payment["kind"], payment["direction"], payment["other"]) == ("link", "in", None)
    assert (payment["note"], payment["reference"]) == ("Two saris", after["reference"])
    assert payment["balance_after"] == rupees(1500)
    shown = (await as_asha("GET", f"/payment-links/{link['id']}")).json()
    assert (shown["status"], shown["paid_count"], shown["received"]) == ("paid", 1, rupees(500))
    (listed,) = (await as_asha("GET", "/payment-links")).json()["items"]
    assert listed == shown
    (came,) = (await as_asha("GET", f"/payment-links/{link['id']}/payments")).json()["items"]
    assert came["id"] == checkout["id"]
    found = (await as_asha("GET", "/payments?kind=link")).json()["items"]
    assert [one["id"] for one in found] == [checkout["id"]]
    receipt = await as_asha("GET", f"/payments/{checkout['id']}/receipt.pdf")
    assert receipt.content.startswith(b"%PDF")


async def test_a_repeated_order_is_the_same_link_and_the_same_checkout(as_asha, stranger):
    headers = {"Idempotency-Key": "mine"}
    first, again = [
        (await as_asha("POST", "/payment-links", LINK, headers=headers)).json() for _ in range(2)
    ]
    assert first == again
    order = {"secret": secret_of(first)}
    one, two = [(await stranger("POST", "/pay", order, "k")).json() for _ in range(2)]
    assert one == two
    reused = await stranger("POST", "/pay", {**order, "amount_minor": 500_00}, "k")
    assert (reused.status_code, reused.json()["code"]) == (409, "payments.key_reused")


async def test_i_have_paid_asks_the_provider_at_once(as_asha, stranger, counter):
    link = (await as_asha("POST", "/payment-links", LINK)).json()
    made = (await stranger("POST", "/pay", {"secret": secret_of(link)}, "k")).json()
    provider_ref = made["checkout_url"].rsplit("/", 1)[1]
    await counter.sandbox.switch(provider_ref, silent=True)
    before = await stranger("POST", f"/checkouts/{made['id']}/ask")
    assert (before.status_code, before.json()["status"]) == (200, "pending")
    await counter.sandbox.act(provider_ref, "pay")
    after = await stranger("POST", f"/checkouts/{made['id']}/ask")
    assert (after.status_code, after.json()["status"]) == (200, "succeeded")


@pytest.mark.parametrize(
    ("path", "body", "key", "status", "code"),
    [
        ("/look", {"secret": "nobody's"}, None, 404, "payments.payment_link_not_found"),
        ("/pay", {"secret": "nobody's"}, "k", 404, "payments.payment_link_not_found"),
        ("/pay", {"secret": "nobody's"}, None, 400, "kit.idempotency_key_missing"),
        (f"/checkouts/{UUID(int=1)}/ask", None, None, 404, "payments.payment_not_found"),
    ],
)
async def test_a_guess_opens_nothing(counter, stranger, path, body, key, status, code):
    before = await picture(counter.db)
    answer = await stranger("POST", path, body, key)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert await picture(counter.db) == before


async def test_over_is_said_with_its_reason(as_asha, stranger):
    link = (await as_asha("POST", "/payment-links", LINK)).json()
    ended = await as_asha("POST", f"/payment-links/{link['id']}/cancel")
    assert (ended.status_code, ended.json()["status"]) == (200, "cancelled")
    answer = await stranger("POST", "/pay", {"secret": secret_of(link)}, "k")
    assert (answer.status_code, answer.json()["code"]) == (409, "payments.payment_link_over")
    seen = (await stranger("POST", "/look", {"secret": secret_of(link)})).json()
    assert seen["status"] == "cancelled"


async def test_bounds_are_told(as_asha, stranger):
    wanted = {"currency": "INR", "least_minor": 10_00, "most_minor": 20_00}
    link = (await as_asha("POST", "/payment-links", wanted)).json()
    assert (link["amount"], link["least"], link["most"]) == (None, rupees(10), rupees(20))
    order = {"secret": secret_of(link), "amount_minor": 20_01}
    answer = await stranger("POST", "/pay", order, "k")
    assert (answer.status_code, answer.json()["code"]) == (400, "payments.link_amount_outside")
    assert answer.json()["facts"] == {"least": rupees(10), "most": rupees(20)}


async def test_of_a_link_a_stranger_with_an_account_sees_nothing(as_asha, as_bina):
    link = (await as_asha("POST", "/payment-links", LINK)).json()
    for method, path in (
        ("GET", ""),
        ("GET", "/payments"),
        ("POST", "/cancel"),
    ):
        mine = await as_bina(method, f"/payment-links/{link['id']}{path}")
        none = await as_bina(method, f"/payment-links/{new_id()}{path}")
        assert (mine.status_code, mine.json()["code"]) == (404, none.json()["code"])
