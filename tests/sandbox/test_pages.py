"""The sandbox's pages as a browser gets them."""

import re
from urllib.parse import urlsplit
from uuid import uuid4

import pytest
from tests.sandbox.test_api import checkout


async def page(sandbox, path: str) -> tuple[str, dict[str, str]]:
    answer = await sandbox.http.get(path)
    assert answer.status_code == 200, answer.text
    return answer.text, dict(answer.headers)


def has_nothing_inline(html: str) -> bool:
    scripts = re.findall(r"<script(?![^>]*\bsrc=)", html)
    return not scripts and "<style" not in html and not re.search(r"<[^>]*\s(style|on\w+)=", html)


async def test_the_checkout_says_that_no_money_is_real_and_shows_the_amount(sandbox, receiver):
    made = await checkout(sandbox, receiver, amount_minor=12_345_650)
    html, headers = await page(sandbox, f"/checkout/{made['id']}")
    assert "Sandbox – no real money." in html
    assert "₹1,23,456.50" in html
    assert has_nothing_inline(html)
    assert "'unsafe-inline'" not in headers["content-security-policy"]
    assert "default-src 'none'" in headers["content-security-policy"]
    assert headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("act", "status"),
    [("pay", "succeeded"), ("decline", "failed"), ("delay", "processing"), ("abandon", "open")],
)
async def test_each_button_does_what_it_says_and_leads_back(sandbox, receiver, act, status):
    back = "http://shop.test/back?order=1"
    made = await checkout(sandbox, receiver, return_url=back)
    html, headers = await page(sandbox, f"/checkout/{made['id']}")
    assert f'value="{act}"' in html
    assert "form-action 'self' http://shop.test" in headers["content-security-policy"]
    answer = await sandbox.http.post(f"/checkout/{made['id']}", data={"act": act})
    assert (answer.status_code, answer.headers["location"]) == (303, back)
    after = (await sandbox.api.get(f"/v1/checkouts/{made['id']}")).json()
    assert after["status"] == status


async def test_without_a_way_back_the_page_says_what_became_of_it(sandbox, receiver):
    made = await checkout(sandbox, receiver)
    answer = await sandbox.http.post(f"/checkout/{made['id']}", data={"act": "decline"})
    assert urlsplit(answer.headers["location"]).path == f"/checkout/{made['id']}"
    html, _ = await page(sandbox, f"/checkout/{made['id']}")
    assert "Declined" in html
    assert "Nothing was paid." in html
    assert "<form" not in html


async def test_the_form_sets_what_goes_wrong(sandbox, receiver):
    made = await checkout(sandbox, receiver)
    await sandbox.http.post(
        f"/checkout/{made['id']}",
        data={"act": "pay", "duplicates": "3", "paid_amount_minor": "1", "silent": ""},
    )
    sent = await sandbox.all_delivered(made["id"])
    assert len(sent) == 4
    after = (await sandbox.api.get(f"/v1/checkouts/{made['id']}")).json()
    assert after["moved_minor"] == 1


@pytest.mark.parametrize("form", [{}, {"act": "steal"}, {"act": "pay", "duplicates": "99"}])
async def test_an_unreadable_form_changes_nothing(sandbox, receiver, form):
    made = await checkout(sandbox, receiver)
    answer = await sandbox.http.post(f"/checkout/{made['id']}", data=form)
    assert answer.status_code == 400
    after = (await sandbox.api.get(f"/v1/checkouts/{made['id']}")).json()
    assert after["status"] == "open"


async def test_a_reference_cannot_write_html(sandbox, receiver):
    made = await checkout(sandbox, receiver, reference=f"<b onclick=x>{uuid4()}")
    html, _ = await page(sandbox, f"/checkout/{made['id']}")
    assert "&lt;b onclick=x&gt;" in html
    assert "<b onclick" not in html


async def test_the_outbox_shows_the_code_and_filters_by_number(sandbox):
    phone, other = (f"+9197{uuid4().int % 10**8:08d}" for _ in range(2))
    for to, code in ((phone, "351720"), (other, "990011")):
        body = {"to": to, "body": f"Your code is {code}.", "reference": str(uuid4())}
        assert (await sandbox.api.post("/v1/messages", json=body)).status_code == 201
    html, _ = await page(sandbox, f"/sandbox?phone=%2B{phone[1:]}")
    assert "351720" in html
    assert "990011" not in html
    assert has_nothing_inline(html)
    assert (await page(sandbox, f"/sandbox?phone={phone}"))[0].count("351720") == html.count(
        "351720"
    )


async def test_every_file_that_a_page_names_is_there(sandbox):
    html, _ = await page(sandbox, "/sandbox")
    names = set(re.findall(r'(?:href|src)="(/assets/[^"]+)"', html))
    assert names == {"/assets/sandbox.css", "/assets/sandbox.svg", "/assets/outbox.js"}
    for name in names:
        assert (await sandbox.http.get(name)).status_code == 200


async def test_an_unknown_checkout_is_a_page_too(sandbox):
    answer = await sandbox.http.get("/checkout/co_nothing")
    assert answer.status_code == 404
    assert "There is no such checkout." in answer.text
