"""Whatever ends a session ends it at once, on every web process."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable

import httpx
import pytest
import pytest_asyncio
from tests import given
from tests.given import API, PASSWORD, PIN, Member
from tests.system import System

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.xdist_group("system")]
NEW_PASSWORD = "seven clay pots in a row"
Ending = Callable[[Member, Member], Awaitable[None]]


@pytest_asyncio.fixture(loop_scope="module")
async def both(system: System) -> AsyncIterator[tuple[Member, Member]]:
    """One person, signed in at home and with a phone that will be lost."""
    at_home = await given.member(system, "Asha Devi")
    lost = await given.sign_in_again(at_home)
    yield at_home, lost
    await at_home.http.aclose()


async def by_its_access_token(_: Member, lost: Member) -> None:
    given.done(await lost.ask("POST", "/auth/logout"))


async def by_its_refresh_token(_: Member, lost: Member) -> None:
    body = {"refresh_token": lost.refresh_token}
    given.done(await lost.http.post(f"{API}/auth/logout", json=body))


async def by_its_id(at_home: Member, _: Member) -> None:
    device = await other_device(at_home)
    given.done(await at_home.ask("DELETE", f"/me/sessions/{device['sessions'][0]['id']}"))


async def by_its_device(at_home: Member, _: Member) -> None:
    given.done(await at_home.ask("DELETE", f"/me/devices/{(await other_device(at_home))['id']}"))


async def by_ending_all_others(at_home: Member, _: Member) -> None:
    await at_home.post("/me/sessions/revoke-others")


async def by_another_password(at_home: Member, _: Member) -> None:
    await at_home.post("/me/password", {"current": PASSWORD, "new": NEW_PASSWORD})


async def by_recovery(at_home: Member, _: Member) -> None:
    last = await at_home.system.message(at_home.phone)
    asked = await at_home.post("/auth/recover", {"identifier": at_home.phone})
    code = await at_home.system.code(at_home.phone, after=last["id"])
    proof = {"challenge": asked["challenge"], "code": code}
    ticket = (await at_home.post("/auth/recover/confirm", proof))["ticket"]
    renewal = {"ticket": ticket, "password": NEW_PASSWORD}
    at_home.take(await at_home.post("/auth/recover/complete", renewal))


async def by_a_refresh_token_that_came_twice(_: Member, lost: Member) -> None:
    stolen = lost.refresh_token
    await lost.refresh()
    await lost.refresh()
    answer = await lost.http.post(f"{API}/auth/refresh", json={"refresh_token": stolen})
    assert answer.json()["code"] == "identity.refresh_reused"


async def other_device(at_home: Member) -> dict:
    devices = (await at_home.get("/me/devices"))["items"]
    return next(device for device in devices if not device["is_current"])


ENDINGS: list[Ending] = [
    by_its_access_token,
    by_its_refresh_token,
    by_its_id,
    by_its_device,
    by_ending_all_others,
    by_another_password,
    by_recovery,
    by_a_refresh_token_that_came_twice,
]


@pytest.mark.parametrize("end", ENDINGS)
async def test_the_next_request_fails_on_every_process(
    both: tuple[Member, Member], end: Ending
) -> None:
    at_home, lost = both
    addresses = at_home.system.twins()
    assert [await status(lost, one) for one in addresses] == [200, 200]

    await end(at_home, lost)

    assert [await status(lost, one) for one in reversed(addresses)] == [401, 401]
    assert [await status(at_home, one) for one in addresses] == [200, 200]


@pytest.mark.parametrize("end", ENDINGS)
async def test_nothing_of_a_dead_session_can_be_used(
    both: tuple[Member, Member], end: Ending
) -> None:
    at_home, lost = both
    await lost.give_pin()
    stolen = lost.step_up

    await end(at_home, lost)

    body = {"refresh_token": lost.refresh_token}
    refreshed = await lost.http.post(f"{API}/auth/refresh", json=body)
    assert refreshed.status_code == 401
    tried = await lost.ask("POST", "/auth/step-up", json={"pin": PIN})
    assert tried.status_code == 401
    # Proof of the PIN is bound to the session that gave it.
    change = {"headers": {"Step-Up-Token": stolen}, "json": {"email": "asha@example.org"}}
    assert (await at_home.ask("PATCH", "/me", **change)).json()["code"].startswith("identity.step")


@pytest.mark.parametrize("end", [by_its_id, by_its_device, by_its_access_token])
async def test_an_open_stream_of_changes_ends_with_its_session(
    both: tuple[Member, Member], end: Ending
) -> None:
    at_home, lost = both
    async with httpx.AsyncClient(base_url=at_home.system.twins()[1], timeout=60) as client:
        stream = client.stream("GET", f"{API}/events", headers=lost.headers)
        async with stream as answer, asyncio.timeout(60):
            lines = answer.aiter_lines()
            assert (await anext(lines)).startswith("retry:")

            await end(at_home, lost)

            rest = [line async for line in lines]  # it ends; else the time limit raises
    assert not any("event: reset" in line for line in rest)


async def status(who: Member, address: str) -> int:
    return (await who.ask("GET", f"{address}{API}/me")).status_code
