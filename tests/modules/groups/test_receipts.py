"""Receipts: what is taken, who may bring, see and remove them, and for how long a link opens one."""

import asyncio
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject
from tests.modules.groups.test_api import Json, done, let_in, made, refused
from tests.modules.payments.client import Client, rupees

from batua.kit import clock
from batua.modules.groups.service import attaching as service
from batua.modules.groups.service.links import LINK_S

PLACE = "/api/v1"


def picture(color: str = "teal", kind: str = "PNG") -> bytes:
    written = BytesIO()
    Image.new("RGB", (80, 40), color).save(written, kind)
    return written.getvalue()


def document(*, acts: bool = False) -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    if acts:
        script = DictionaryObject(
            {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("1")}
        )
        writer.root_object[NameObject("/OpenAction")] = script
    found = BytesIO()
    writer.write(found)
    return found.getvalue()


class Pot:
    """A group of Asha, its chair, and Bina, who has paid in."""

    def __init__(self, group: Json, paid: Json) -> None:
        self.group, self.paid = group, paid
        self.path = f"/groups/{group['id']}/transactions/{paid['id']}"

    async def attach(self, who: Client, content: bytes, kind: str = "image/png") -> Any:
        headers = {"Content-Type": kind}
        return await who("POST", f"{self.path}/receipts", content=content, headers=headers)

    async def receipts(self, who: Client) -> list[Json]:
        return list(done(await who("GET", f"{self.path}/receipts"))["items"])

    async def remove(self, who: Client, receipt: Json) -> Any:
        return await who("DELETE", f"/groups/{self.group['id']}/receipts/{receipt['id']}")


async def pot_of(chair: Client, *members: Client) -> Pot:
    group = await made(chair)
    await let_in(chair, group, *members)
    path = f"/groups/{group['id']}/transactions"
    return Pot(group, done(await (members or (chair,))[0]("POST", path, {"amount": rupees(20)})))


async def opened(who: Client, url: str) -> Any:
    """As a browser opens a link: without a token."""
    return await who.http.get(url)


async def test_a_picture_is_drawn_anew_and_seen_by_every_member(
    as_asha: Client, as_bina: Client
) -> None:
    pot = await pot_of(as_asha, as_bina)
    hidden = picture() + b"<script>alert(1)</script>"
    receipt = done(await pot.attach(as_bina, hidden))
    assert (receipt["media_type"], receipt["may_remove"]) == ("image/jpeg", True)
    assert receipt["added_by"]["name"] == "Bina Kumari"
    (seen,) = await pot.receipts(as_asha)
    assert seen["id"] == receipt["id"] and seen["url"] != receipt["url"]
    for url in (receipt["url"], seen["url"]):
        file = await opened(as_asha, url)
        assert (file.status_code, file.headers["content-type"]) == (200, "image/jpeg")
        assert file.headers["x-content-type-options"] == "nosniff"
        assert b"script" not in file.content and len(file.content) == receipt["size"]
        assert Image.open(BytesIO(file.content)).size == (80, 40)
    lines = done(await as_asha("GET", f"/groups/{pot.group['id']}/transactions"))["items"]
    one = done(await as_asha("GET", pot.path))
    assert (lines[0]["receipts"], one["receipts"]) == (1, 1)


async def test_a_document_is_kept_as_it_is_and_only_downloaded(as_asha: Client) -> None:
    pot = await pot_of(as_asha)
    given = document()
    receipt = done(
        await pot.attach(as_asha, given, "image/png")
    )  # what it says of itself is nothing
    file = await opened(as_asha, receipt["url"])
    assert (file.headers["content-type"], file.content) == ("application/pdf", given)
    assert file.headers["content-disposition"].startswith("attachment")
    assert "sandbox" in file.headers["content-security-policy"]
    assert len(PdfReader(BytesIO(file.content)).pages) == 1


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"just words",
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        b"<html><script>alert(1)</script></html>",
        picture(kind="GIF"),
        picture()[:40],
        b"%PDF-1.7 and nothing",
        document(acts=True),
    ],
    ids=["empty", "words", "svg", "html", "gif", "cut", "no pdf", "script in pdf"],
)
async def test_what_lies_about_its_type_or_holds_scripts_is_refused(
    as_asha: Client, content: bytes
) -> None:
    pot = await pot_of(as_asha)
    for kind in ("image/png", "application/pdf"):
        assert refused(await pot.attach(as_asha, content, kind)) == (400, "groups.not_a_receipt")
    assert await pot.receipts(as_asha) == []


async def test_what_is_too_large_is_refused(as_asha: Client) -> None:
    pot = await pot_of(as_asha)
    large = picture() + b"\0" * service.MAX_BYTES
    assert refused(await pot.attach(as_asha, large)) == (400, "groups.receipt_too_large")
    assert (await pot.attach(as_asha, b"\0" * 12_000_000)).status_code == 413


async def test_the_same_file_is_one_receipt_also_at_the_same_time(as_asha: Client) -> None:
    pot = await pot_of(as_asha)
    answers = await asyncio.gather(*(pot.attach(as_asha, picture()) for _ in range(5)))
    assert len({done(answer)["id"] for answer in answers}) == 1
    assert len(await pot.receipts(as_asha)) == 1
    assert done(await pot.attach(as_asha, picture("red")))["id"] != done(answers[0])["id"]


async def test_ten_are_enough_also_at_the_same_time(
    as_asha: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "MOST", 3)
    pot = await pot_of(as_asha)
    colors = ["red", "blue", "green", "gray", "teal"]
    answers = await asyncio.gather(*(pot.attach(as_asha, picture(color)) for color in colors))
    codes = sorted(answer.status_code for answer in answers)
    assert codes == [201, 201, 201, 409, 409]
    assert len(await pot.receipts(as_asha)) == 3


async def test_who_may_attach_and_remove(
    as_asha: Client, as_bina: Client, as_chetan: Client
) -> None:
    pot = await pot_of(as_asha, as_bina, as_chetan)
    # Not to what another paid, unless she is an officer.
    assert refused(await pot.attach(as_chetan, picture())) == (403, "groups.not_in_your_role")
    of_bina = done(await pot.attach(as_bina, picture()))
    of_asha = done(await pot.attach(as_asha, picture("red")))
    (first, second) = await pot.receipts(as_chetan)
    assert (first["may_remove"], second["may_remove"]) == (False, False)
    for receipt in (of_bina, of_asha):
        assert refused(await pot.remove(as_chetan, receipt)) == (403, "groups.not_in_your_role")
    assert refused(await pot.remove(as_bina, of_asha)) == (403, "groups.not_in_your_role")
    for who, receipt in ((as_asha, of_bina), (as_asha, of_asha)):
        done(await pot.remove(who, receipt))
        assert refused(await pot.remove(who, receipt)) == (404, "groups.receipt_not_found")
        assert (await opened(who, receipt["url"])).status_code == 404
    assert await pot.receipts(as_bina) == []
    log = done(await as_bina("GET", f"/groups/{pot.group['id']}/log"))["items"]
    acts = [line["act"] for line in log if "receipt" in line["act"]]
    assert acts == ["receipt_removed"] * 2 + ["receipt_added"] * 2


async def test_a_link_ends_and_is_for_one_receipt_and_one_member(
    as_asha: Client, as_bina: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    pot = await pot_of(as_asha, as_bina)
    one = done(await pot.attach(as_bina, picture()))
    other = done(await pot.attach(as_bina, picture("red")))
    link, other_link = (each["url"].split("link=")[1] for each in (one, other))
    path = f"{PLACE}/group-receipts/{one['id']}?link="
    assert (await opened(as_asha, path + link)).status_code == 200
    # One of its letters is another: of the reader, of the time, of the seal.
    altered = [link[:n] + ("A" if link[n] != "A" else "B") + link[n + 1 :] for n in (5, 25, 40)]
    for wrong in (other_link, *altered, link[:-4], link + "AAAA", "", "x", "A" * 50, "é"):
        answer = await opened(as_asha, path + wrong)
        assert refused(answer) == (404, "groups.receipt_not_found"), wrong
    now = clock.now()
    with monkeypatch.context() as patch:
        patch.setattr(clock, "now", lambda: now + timedelta(seconds=LINK_S + 2))
        assert (await opened(as_asha, path + link)).status_code == 404
    # Who is no longer a member sees nothing of it, though her link has not ended.
    done(await as_bina("POST", f"/groups/{pot.group['id']}/leave"))
    assert (await opened(as_bina, path + link)).status_code == 404
    mine = (await pot.receipts(as_asha))[0]["url"]
    assert (await opened(as_asha, mine)).status_code == 200


async def test_a_stranger_finds_no_receipts(as_asha: Client, as_bina: Client) -> None:
    pot = await pot_of(as_asha)
    receipt = done(await pot.attach(as_asha, picture()))
    for answer in (
        await pot.attach(as_bina, picture()),
        await as_bina("GET", f"{pot.path}/receipts"),
        await pot.remove(as_bina, receipt),
    ):
        assert refused(answer) == (404, "groups.group_not_found")
    elsewhere = await made(as_bina)
    wrong = f"/groups/{elsewhere['id']}/transactions/{pot.paid['id']}/receipts"
    assert refused(await as_bina("GET", wrong)) == (404, "groups.transaction_not_found")
    theft = f"/groups/{elsewhere['id']}/receipts/{receipt['id']}"
    assert refused(await as_bina("DELETE", theft)) == (404, "groups.receipt_not_found")
