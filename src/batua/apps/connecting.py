"""What the command line does with providers and channels: show, set, take away, try, and routes."""

import asyncio
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from batua.apps import chores, joining, reach, wiring
from batua.apps.trouble import Trouble
from batua.kit import settings
from batua.kit.connections import (
    Change,
    Connection,
    ConnectionChanged,
    Connections,
    ConnectionUnreadable,
    Keeper,
    NoSuchConnection,
    Shown,
    Source,
    Verdict,
)
from batua.kit.db import Database
from batua.kit.money import Currency, Money, UnknownCurrency
from batua.kit.refusal import BadField
from batua.kit.secrets import KeyRing
from batua.kit.web import WebSettings
from batua.kit.written_money import read
from batua.modules.gateways import service as gateways
from batua.modules.gateways.types import Direction, Rails, RouteAsk
from batua.modules.notifications import service as notifications

KEEPERS: Final[tuple[Keeper, ...]] = (gateways.keys, notifications.keys)
SAID: Final = {
    Verdict.OK: "The keys are right.",
    Verdict.WRONG_KEY: "It does not take the keys: look at them, and whether they are test keys.",
    Verdict.UNREACHABLE: "Nobody is there: look at the address, and at the network of this machine.",
    Verdict.UNTRUSTED: "Its certificate proves nothing: look at the address.",
    Verdict.SLOW: "No answer came in time.",
    Verdict.CLOCK: "Its clock and ours are minutes apart: set the clock of this machine.",
    Verdict.TROUBLE: "It says that something is wrong there just now: try again later.",
    Verdict.UNCLEAR: "It answers what nobody understands: look at the address.",
}


@dataclass(frozen=True, slots=True)
class At:
    """What a command works with."""

    db: Database
    ring: KeyRing
    connections: Connections

    def keeper(self, name: str) -> Keeper:
        """Whose connection it is; refuses NoSuchConnection."""
        for one in KEEPERS:
            if name in self.connections.names(one.owner):
                return one
        raise NoSuchConnection


def listed(data: Path) -> int:
    """Print every provider and channel."""

    async def work(at: At) -> int:
        table = Table("name", "for", "connected", "keys from", "since")
        for keeper in KEEPERS:
            for name in at.connections.names(keeper.owner):
                async with at.db.read() as tx:
                    found = await keeper.show(tx, at.connections, name)
                use = "money" if keeper is gateways.keys else "messages"
                since = "" if found.changed_at is None else f"{found.changed_at:%Y-%m-%d %H:%M}"
                is_in = "yes" if found.is_connected else escape(found.trouble or "no")
                table.add_row(name, use, is_in, found.source.value, since)
        Console().print(table)
        return 0

    return _with(data, work)


def shown(data: Path, name: str) -> int:
    """Print one connection; of a secret its last signs at most."""

    async def work(at: At) -> int:
        async with at.db.read() as tx:
            _print(await at.keeper(name).show(tx, at.connections, name))
        return 0

    return _with(data, work)


def set_keys(data: Path, name: str, fields: list[str], *, keep_hours: int) -> int:
    """Ask for settings on the terminal, or read lines of `field=value`, and keep them."""

    async def work(at: At) -> int:
        keeper = at.keeper(name)
        async with at.db.read() as tx:
            before = await keeper.show(tx, at.connections, name)
        change = Change(
            version=before.version, values=_asked(before, fields), keep_hours=keep_hours
        )
        async with at.db.transaction() as tx:
            _print(await keeper.change(tx, at.connections, None, name, change))
        return 0

    return _with(data, work)


def forget(data: Path, name: str, *, is_sure: bool) -> int:
    """Take away what is kept."""

    async def work(at: At) -> int:
        keeper = at.keeper(name)
        async with at.db.read() as tx:
            before = await keeper.show(tx, at.connections, name)
        if not is_sure:
            typer.confirm(f"Take away the kept keys of {name}?", abort=True)
        async with at.db.transaction() as tx:
            _print(await keeper.forget(tx, at.connections, None, name, before.version))
        return 0

    return _with(data, work)


def probe(data: Path, name: str) -> int:
    """Make a harmless call; 1 when it tells of something to mend."""

    async def work(at: At) -> int:
        found = await at.keeper(name).probe(at.db, at.connections, name)
        is_ok = found.verdict is Verdict.OK
        status = "" if found.status is None else f" (answer {found.status})"
        mark = "[green]✓[/]" if is_ok else "[red]✗[/]"
        Console().print(f"{mark} {SAID[found.verdict]}{status}", highlight=False)
        return 0 if is_ok else 1

    return _with(data, work)


def routes(data: Path) -> int:
    """Print the rules of routing."""

    async def work(at: At) -> int:
        async with at.db.read() as tx:
            kept = await gateways.routing(tx)
        table = Table("rule", "direction", "country", "currency", "from", "below", "providers")
        for rule in kept.routing.rules:
            cells = (rule.direction, rule.country, rule.currency, rule.from_minor, rule.below_minor)
            who = ", ".join(rule.providers) or "all"
            order = f"{who}, the cheapest first" if rule.is_by_cost else who
            table.add_row(escape(rule.name), *("" if c is None else str(c) for c in cells), order)
        Console().print(f"Version {kept.version}", table)
        return 0

    return _with(data, work)


def try_route(data: Path, amount: str, country: str | None, *, out: bool) -> int:
    """Print what would happen to some money; 1 when nobody takes it."""
    way = Direction.OUT if out else Direction.IN
    ask = RouteAsk(way, _money(amount), country and country.upper())

    async def work(at: At) -> int:
        joined = joining.Joined(at.connections, settings.load(WebSettings), at.ring)
        await at.connections.refresh(at.db)
        try:
            async with at.db.read() as tx:
                rails = Rails(joined.providers, {}, at.ring)
                found = await gateways.route(tx, rails, ask)
        finally:
            await joined.aclose()
        console = Console(highlight=False)
        console.print(f"Rule: {escape(found.rule or 'none, the order of the settings')}")
        for one in found.candidates:
            console.print(f"  {one.provider:<12} {one.standing.value.replace('_', ' ')}")
        return 0 if found.taken else 1

    return _with(data, work)


def _money(amount: str) -> Money:
    number, _, code = amount.partition(" ")
    try:
        currency = Currency(code.strip().upper())
        minor = read(number, currency, currency.exponent, "en")
    except UnknownCurrency:
        minor = None
    if not minor or minor < 0:
        raise Trouble(f"{amount} is no amount of money.", 'Write it as "500 INR".')
    return Money(minor, currency)


def _with(data: Path, work: Callable[[At], Awaitable[int]]) -> int:
    """Do something with the connections of an installation; refusals are told in two lines."""
    wiring.load_watchers()
    with reach.database(data) as url:
        ring = chores.keys_of(data, url)

        async def do() -> int:
            async with _opened(url, ring) as at:
                return await work(at)

        try:
            return asyncio.run(do())
        except (BadField, ConnectionChanged, ConnectionUnreadable, NoSuchConnection) as refusal:
            raise Trouble(refusal.detail(), refusal.todo) from refusal


@asynccontextmanager
async def _opened(url: str, ring: KeyRing) -> AsyncIterator[At]:
    async with chores.opened(url) as db:
        yield At(db, ring, wiring.connections_of(ring, settings.load(WebSettings)))


def _asked(before: Connection, fields: list[str]) -> dict[str, str | None]:
    """Settings from the terminal, secrets unseen; from a pipe as lines of `field=value`."""
    known = {one.field: one for one in before.settings}
    unknown = next((name for name in fields if name not in known), None)
    if unknown is not None:
        raise Trouble(f"{before.name} has no setting {unknown}.", f"There are: {', '.join(known)}.")
    if not sys.stdin.isatty():
        lines = [line.strip() for line in sys.stdin if line.strip()]
        pairs = [line.partition("=") for line in lines]
        if any(not sign for _, sign, _ in pairs):
            raise Trouble("A line is not field=value.", "Write each setting in a line of its own.")
        return {name.strip(): value.strip() or None for name, _, value in pairs}
    wanted = [known[name] for name in fields] or [one for one in before.settings if not one.default]
    given = {one.field: _prompt(one) for one in wanted}
    return {name: text for name, text in given.items() if text}


def _prompt(one: Shown) -> str:
    hint = "Enter leaves it as it is" if one.is_set else "Enter for none"
    label = f"{one.field} — {one.help} ({hint})"
    return str(typer.prompt(label, default="", hide_input=one.is_secret, show_default=False))


def _print(found: Connection) -> None:
    console = Console(highlight=False)
    source = {
        Source.KEPT: "kept in the database",
        Source.ENVIRONMENT: "of the environment of this command",
        Source.NONE: "none",
    }[found.source]
    console.print(f"{found.name}: {'connected' if found.is_connected else 'not connected'}")
    console.print(f"settings: {source}, version {found.version}")
    if found.trouble:
        console.print(f"[red]{escape(found.trouble)}[/]")
    for address in found.callbacks:
        console.print(f"address to enter there: {address}", soft_wrap=True)
    table = Table("setting", "value", "since", "what it is")
    for one in found.settings:
        since = "" if one.set_at is None else f"{one.set_at:%Y-%m-%d %H:%M}"
        if one.until is not None:
            since += f"; the one before until {one.until:%Y-%m-%d %H:%M}"
        table.add_row(one.field, escape(_value(one)), since, escape(one.help))
    console.print(table)


def _value(one: Shown) -> str:
    if one.is_secret:
        return f"•••• {one.ending or ''}" if one.is_set else ""
    return one.value if one.value is not None else f"({one.default})" if one.default else ""
