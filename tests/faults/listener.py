"""Somebody who listens to her live changes all the time, as a browser does."""

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator

import httpx
from tests.given import Member


async def follow(who: Member, heard: set[str]) -> None:
    """Listen, resuming after every loss of the line, until cancelled.

    heard  gets the subject of each change, or "reset" when everything had to be read anew
    """
    place = {"id": "0-0"}
    while True:
        with contextlib.suppress(httpx.HTTPError):
            async for name, value in heard_lines(who, place):
                place[name] = value
                heard |= subject_of(place["event"], value) if name == "data" else set()
        await asyncio.sleep(0.2)


def subject_of(event: str, data: str) -> set[str]:
    """What an event tells of."""
    return {"reset"} if event == "reset" else {str(json.loads(data)["subject"])}


async def heard_lines(who: Member, place: dict[str, str]) -> AsyncIterator[tuple[str, str]]:
    """Names and values of the stream's lines, from the last id on."""
    headers = {**who.headers, "Last-Event-ID": place["id"]}
    stream = who.http.stream("GET", "/api/v1/events", headers=headers, timeout=20)
    async with stream as answer:
        async for line in answer.aiter_lines():
            name, _, value = line.partition(": ")
            yield name, value
