"""Templates: typed holes, previews, words of one's own, and what India's operators must know."""

from datetime import timedelta
from typing import Any

import httpx
import pytest
import pytest_asyncio
from tests.modules.groups.given import NOON
from tests.modules.notifications.dispatching import Debt, Wire, indebted
from tests.modules.payments import given
from tests.modules.payments.client import Client

from batua.kit import clock
from batua.kit.db import Database
from batua.kit.secrets import KeyRing
from batua.kit.web import AppParts, WebSettings, create_app
from batua.kit.words import LANGUAGES
from batua.modules.identity import service as identity
from batua.modules.notifications.api import templates
from batua.modules.notifications.errors import BadTemplate
from batua.modules.notifications.rules import segments
from batua.modules.notifications.rules import templates as rules
from batua.modules.notifications.types import PERMISSIONS, DispatchState, Kind, Via
from batua.modules.notifications.types.templates import Alphabet, Hole, Segments, Words

LATE = NOON + timedelta(days=35)
OURS = {"entity": "1001123456789012345", "header": "BATUAA", "is_required": True}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("via", sorted(Via))
def test_every_template_names_what_it_must_and_nothing_unknown(via: Via, language: str) -> None:
    said = 0
    for kind in Kind:
        found = rules.house_words(kind, via, language)
        if found is None:
            continue
        rules.check(kind, via, found)
        values = rules.written(rules.examples(kind, language), language, "Asia/Kolkata")
        shown = rules.filled(found, values)
        assert "{" not in shown.text + shown.subject
        assert all(value in shown.text + shown.subject for value in needed(kind, values))
        said += 1
    if via in rules.FRAMED:
        # A summary is long: it leaves by e-mail alone.
        assert said == len(Kind) - {Via.EMAIL: 0, Via.PUSH: 3}.get(via, 1)


def needed(kind: Kind, values: dict[str, str]) -> list[str]:
    return [values[hole] for hole in rules.HOLES[kind].required]


@pytest.mark.parametrize(
    ("text", "unknown", "missing"),
    [
        ("{name} sent {amount} to {iban}", ["iban"], []),
        ("{name} sent you money", [], ["amount"]),
        ("{name.__class__} {amount}", ["name.__class__"], ["name"]),
        ("{name!r} {amount}", ["name!r"], ["name"]),
        ("{name:>999999} {amount}", ["name!>999999"], ["name"]),
        ("{} {amount} {name}", [""], []),
        ("{name} {amount", ["{"], []),
    ],
)
def test_a_template_is_refused_for_each_wrong_hole(
    text: str, unknown: list[str], missing: list[str]
) -> None:
    with pytest.raises(BadTemplate) as refused:
        rules.check(Kind.RECEIVED, Via.SMS, Words(text))
    assert (refused.value.unknown, refused.value.missing) == (unknown, missing)


@pytest.mark.parametrize(
    ("via", "subject"),
    [
        (Via.SMS, "A line"),
        (Via.EMAIL, ""),
        (Via.EMAIL, "You got {amount}"),
        (Via.EMAIL, "Two\nlines"),
    ],
)
def test_only_an_email_has_a_line_and_it_holds_no_amount(via: Via, subject: str) -> None:
    with pytest.raises(BadTemplate):
        rules.check(Kind.RECEIVED, via, Words("{name} {amount}", subject))


def test_a_value_of_a_wrong_type_is_not_written() -> None:
    with pytest.raises(AssertionError):
        rules.written({Hole.AMOUNT: "₹5"}, "en", "UTC")


@pytest.mark.parametrize(
    ("text", "alphabet", "units", "count"),
    [
        ("", Alphabet.GSM_7, 0, 1),
        ("a" * 160, Alphabet.GSM_7, 160, 1),
        ("a" * 161, Alphabet.GSM_7, 161, 2),
        ("a" * 306, Alphabet.GSM_7, 306, 2),
        ("a" * 307, Alphabet.GSM_7, 307, 3),
        ("€" * 80, Alphabet.GSM_7, 160, 1),
        # An escaped character is not cut in two: 76 of them fit into 153 units.
        ("€" * 153, Alphabet.GSM_7, 306, 3),
        ("é" * 160, Alphabet.GSM_7, 160, 1),
        ("₹" + "a" * 69, Alphabet.UCS_2, 70, 1),
        ("₹" + "a" * 70, Alphabet.UCS_2, 71, 2),
        ("क" * 134, Alphabet.UCS_2, 134, 2),
        ("क" * 135, Alphabet.UCS_2, 135, 3),
        ("🙏" * 35, Alphabet.UCS_2, 70, 1),
        ("🙏" * 67, Alphabet.UCS_2, 134, 3),
    ],
    ids=str,
)
def test_segments_are_counted_as_operators_do(
    text: str, alphabet: Alphabet, units: int, count: int
) -> None:
    assert segments.count(text) == Segments(alphabet, units, count)


@pytest_asyncio.fixture
async def http(db: Database, keys: KeyRing) -> Any:
    app = create_app(
        AppParts(
            db=db,
            keys=keys,
            routes=templates.ROUTES,
            authenticate=identity.Authenticator(db, keys),
            grants=PERMISSIONS,
            web_settings=WebSettings(rate_factor=1000),
        )
    )
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://batua.test") as client:
        yield client


async def who(http: Any, db: Database, keys: KeyRing, *roles: str) -> Client:
    phone = f"+9198123999{len(roles):02d}"
    person = await given.someone(db, keys, "Om Das", phone, roles=frozenset({"person", *roles}))
    return Client(http, person)


async def test_an_admin_says_it_otherwise_and_puts_it_back(
    db: Database, keys: KeyRing, http: Any
) -> None:
    admin = await who(http, db, keys, "admin", "support")
    path = "/notifications/templates/group_loan_late/sms/hi"
    house = await line(admin, "group_loan_late", "sms")
    assert (house["required"], house["optional"]) == (["amount", "day", "group"], ["name"])
    own = {"text": "{group}: {amount}, {day}. बटुआ", "dlt_template": "1007161234567890123"}
    changed = (await admin("PUT", path, own)).json()
    assert changed == {**house, **own, "is_changed": True}
    assert await line(admin, "group_loan_late", "sms") == changed

    debt: Debt = await indebted(db, keys)
    wire = Wire()
    with clock.frozen(LATE):
        await debt.send(await debt.queue(Via.SMS), wire)
        await debt.send(await debt.queue(Via.CALL), wire)
    sms, call = wire.given
    assert sms.text == "Friends of the well: ₹16.20, 10 अप्रैल. बटुआ"
    assert call.text.startswith("नमस्ते Sita Devi। यह बटुआ है।")
    assert (sms.dlt, call.dlt) == (None, None)  # who we are was never said

    wrong = await admin("PUT", path, {"text": "{group}: {amount} {iban}"})
    assert (wrong.status_code, wrong.json()["code"]) == (400, "notifications.bad_template")
    facts = wrong.json()["facts"]
    assert (facts["unknown"], facts["missing"]) == (["iban"], ["day"])
    assert await line(admin, "group_loan_late", "sms") == changed, "nothing was changed"
    back = (await admin("PUT", path, {})).json()
    assert back == house


async def line(client: Client, kind: str, channel: str) -> dict[str, Any]:
    found = (await client("GET", "/notifications/templates?language=hi")).json()["items"]
    (one,) = (each for each in found if (each["kind"], each["channel"]) == (kind, channel))
    return dict(one)


async def test_what_may_not_be_changed_is_refused(db: Database, keys: KeyRing, http: Any) -> None:
    admin = await who(http, db, keys, "admin", "support")
    base = "/notifications/templates"
    text = "{group}: {amount}, {day}"
    for path, body, status, code in (
        ("group_loan_late/whatsapp/hi", {"text": text}, 409, "notifications.words_are_approved"),
        ("new_device/whatsapp/hi", {"text": "x"}, 404, "notifications.no_such_template"),
        ("group_loan_late/sms/xx", {"text": text}, 404, "notifications.no_such_template"),
        ("group_loan_late/sms/hi", {"dlt_template": "12a"}, 400, "notifications.bad_dlt"),
        ("group_loan_late/call/hi", {"dlt_template": "12"}, 400, "notifications.bad_dlt"),
    ):
        answer = await admin("PUT", f"{base}/{path}", body)
        assert (answer.status_code, answer.json()["code"]) == (status, code), path
    for path in ("nonsense/sms/hi", "group_loan_late/pigeon/hi"):
        assert (await admin("PUT", f"{base}/{path}", {"text": text})).status_code in {400, 404}
    for body in (
        {**OURS, "entity": ""},
        {**OURS, "header": "too-long-header"},
        {**OURS, "entity": "not digits"},
    ):
        answer = await admin("PUT", "/notifications/dlt", body)
        assert answer.status_code == 400, body
    support, person = [await who(http, db, keys, *roles) for roles in (("support",), ())]
    assert (await support("GET", f"{base}?language=en")).status_code == 200
    for denied, method, path, body in (
        (support, "PUT", f"{base}/new_device/sms/hi", {}),
        (support, "PUT", "/notifications/dlt", OURS),
        (person, "GET", f"{base}?language=en", None),
        (person, "GET", "/notifications/dlt", None),
    ):
        assert (await denied(method, path, body)).status_code == 403, path


async def test_a_preview_shows_each_channel_as_it_is_read(
    db: Database, keys: KeyRing, http: Any
) -> None:
    support = await who(http, db, keys, "support")

    async def preview(**body: Any) -> Any:
        answer = await support("POST", "/notifications/templates/preview", body)
        return answer.json() | {"was": answer.status_code}

    sms = await preview(kind="received", channel="sms", language="en", text="{name}: {amount}")
    assert (sms["text"], sms["html"]) == ("Asha Devi: ₹1,234.50", None)
    assert sms["segments"] == {"alphabet": "ucs_2", "units": 20, "count": 1}
    about = {"kind": "received", "channel": "email", "language": "hi"}
    mail = await preview(**about, subject="{name} <b>", text="{amount} <script>\n\nBatua")
    assert (mail["subject"], mail["segments"]) == ("आशा देवी <b>", None)
    assert "<p>₹1,234.50 &lt;script&gt;</p><p>Batua</p>" in mail["html"]
    assert "<script>" not in mail["html"]
    bad = await preview(**about, subject="{amount}", text="{name} {amount}")
    assert (bad["was"], bad["facts"]["unknown"]) == (400, ["amount"])


async def test_what_indias_operators_must_know_and_do_not_stays_here(
    db: Database, keys: KeyRing, http: Any
) -> None:
    admin = await who(http, db, keys, "admin", "support")
    assert (await admin("PUT", "/notifications/dlt", OURS)).json() == OURS
    assert (await admin("GET", "/notifications/dlt")).json() == OURS
    debt, wire = await indebted(db, keys), Wire()
    with clock.frozen(LATE):
        found = await debt.send(await debt.queue(Via.SMS), wire)
        assert (found.state, found.failure, found.tries) == (DispatchState.FAILED, "no_dlt", 0)
        assert wire.given == []
        # A call needs no registration.
        assert (await debt.send(await debt.queue(Via.CALL), wire)).state is DispatchState.SENT
    path = "/notifications/templates/group_loan_late/sms/hi"
    await admin("PUT", path, {"dlt_template": "1007161234567890123"})
    with clock.frozen(LATE):
        id = await debt.queue(Via.SMS, cause="again")
        assert (await debt.send(id, wire)).state is DispatchState.SENT
    sms = wire.given[-1].dlt
    assert sms is not None
    assert (sms.entity, sms.header, sms.template) == (
        "1001123456789012345",
        "BATUAA",
        "1007161234567890123",
    )


async def test_a_number_abroad_is_nothing_to_indias_operators(
    db: Database, keys: KeyRing, http: Any
) -> None:
    admin = await who(http, db, keys, "admin", "support")
    await admin("PUT", "/notifications/dlt", OURS)
    debt, wire = await indebted(db, keys, phone="+447911123456"), Wire()
    with clock.frozen(LATE + timedelta(hours=4)):
        assert (await debt.send(await debt.queue(Via.SMS), wire)).state is DispatchState.SENT
    assert wire.given[0].dlt is None
