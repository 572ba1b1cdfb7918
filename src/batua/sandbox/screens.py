"""The sandbox's pages: checkout and outbox, in plain HTML with no inline script or style."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from html import escape
from pathlib import Path
from string import Template
from typing import Final
from urllib.parse import urlsplit

from batua.kit.money import Currency, Money
from batua.sandbox import rules
from batua.sandbox.types import Channel, ChannelFault, Message, Mishap, Movement, Status

_FOLDER: Final = Path(__file__).with_name("templates")

_OVER: Final = {
    Status.SUCCEEDED: ("Paid", "The payment went through."),
    Status.PROCESSING: ("On its way", "The payment was made and takes a moment to arrive."),
    Status.FAILED: ("Declined", "Nothing was paid."),
    Status.EXPIRED: ("Out of time", "This checkout is over. Nothing was paid."),
}


class Html(str):
    """Text that is HTML already; everything else is escaped."""

    __slots__ = ()


def render(template: str, **values: str) -> Html:
    """A template with its values escaped."""
    safe = {k: v if isinstance(v, Html) else escape(v) for k, v in values.items()}
    return Html(_template(template).substitute(safe))


@cache
def _template(name: str) -> Template:
    return Template((_FOLDER / f"{name}.html").read_text("utf-8"))


def _page(title: str, body: Html, *, width: str = "narrow", script: str = "") -> str:
    return render("frame", title=title, body=body, width=width, script=Html(script))


def checkout(movement: Movement) -> str:
    """The page on which the payer pays, or what became of it."""
    amount = written(movement)
    if movement.status is Status.OPEN:
        body = render(
            "checkout_open",
            id=movement.id,
            reference=movement.reference,
            amount=amount,
            minor_unit=f"hundredths of {movement.currency}"
            if Currency(movement.currency).exponent == 2
            else f"the smallest unit of {movement.currency}",
        )
        return _page(f"Pay {amount} · Sandbox", body)
    headline, words = _OVER[movement.status]
    url = movement.return_url
    back = Html("") if url is None else render("back", url=url)
    body = render(
        "checkout_over",
        headline=headline,
        words=words,
        amount=amount,
        reference=movement.reference,
        back=back,
    )
    return _page(f"{headline} · Sandbox", body)


def missing() -> str:
    """The page of an address that leads nowhere."""
    body = render("refused", headline="Nothing here", words="There is no such checkout.")
    return _page("Nothing here · Sandbox", body)


@dataclass(frozen=True, slots=True)
class Asked:
    """What the outbox is asked for: messages to one address or to all, of one channel or of all."""

    address: str
    channel: Channel | None


Shown = tuple[Sequence[Message], Sequence[Movement], Sequence[ChannelFault]]


def outbox(shown: Shown, asked: Asked, now: datetime) -> str:
    """Messages of every channel, what shall go wrong, movements, and the accounts with a fate."""
    messages, movements, faults = shown
    each = Html("".join(_message(message, now) for message in messages))
    listed = Html(f'<ol class="messages" aria-live="polite">{each}</ol>')
    fates = Html(
        "".join(
            f"<dt class=mono>…{escape(ending)}</dt><dd>{escape(fate.meaning)}</dd>"
            for ending, fate in rules.FATES.items()
        )
    )
    nothing = Html('<p class="empty">Nothing yet. Codes appear here as soon as they are sent.</p>')
    body = render(
        "outbox",
        phone=asked.address,
        channels=_options(asked.channel),
        messages=listed if messages else nothing,
        mishap_channels=_options(Channel.EMAIL),
        mishaps=_mishaps(faults),
        movements=_table(movements),
        fates=fates,
    )
    script = '<script src="/assets/outbox.js" defer></script>'
    return _page("Outbox · Sandbox", body, width="wide", script=script)


_CHANNELS: Final = {
    Channel.EMAIL: "E-mail",
    Channel.SMS: "Text message",
    Channel.WHATSAPP: "WhatsApp",
    Channel.CALL: "Call",
    Channel.PUSH: "Push",
}
_MISHAPS: Final = {
    Mishap.FAIL: "is not taken",
    Mishap.REFUSE: "is refused for good",
    Mishap.LOSE: "is sent, but the answer is lost",
    Mishap.SLOW: "is sent, and the answer is late",
}


def _options(chosen: Channel | None) -> Html:
    return Html(
        "".join(
            f'<option value="{channel.value}"{" selected" if channel is chosen else ""}>'
            f"{escape(name)}</option>"
            for channel, name in _CHANNELS.items()
        )
    )


def _mishaps(faults: Sequence[ChannelFault]) -> Html:
    if not faults:
        return Html('<p class="empty">Every message goes right.</p>')
    return Html(f"<ul>{''.join(map(_mishap, faults))}</ul>")


def _mishap(fault: ChannelFault) -> str:
    whom = "" if fault.address is None else f" to {fault.address}"
    often = "" if fault.times_left is None else f", {fault.times_left} more"
    words = f"{_CHANNELS[Channel(fault.channel)]}{whom} {_MISHAPS[Mishap(fault.mode)]}{often}"
    return f"<li>{escape(words)}</li>"


def _message(message: Message, now: datetime) -> Html:
    language = f" lang={escape(message.language)}" if message.language else ""
    return render(
        "message",
        channel=_CHANNELS[Channel(message.channel)],
        to=message.to_address,
        at=message.sent_at.isoformat(),
        time=_ago(message.sent_at, now),
        code=rules.code_of(message) or "",
        subject=message.subject,
        body=message.body,
        lang=Html(language),
    )


def _ago(at: datetime, now: datetime) -> str:
    """A time that a page refreshed every two seconds does not change every two seconds."""
    minutes = int((now - at).total_seconds()) // 60
    return "just now" if minutes < 1 else f"{at:%H:%M} UTC, {minutes} min ago"


def _table(movements: Sequence[Movement]) -> Html:
    if not movements:
        return Html('<p class="empty">Nothing yet.</p>')
    head = (
        '<th scope="col">What</th><th scope="col" class="sum">Amount</th>'
        '<th scope="col">Status</th><th scope="col">Order</th><th scope="col">At (UTC)</th>'
    )
    rows = "".join(_row(movement) for movement in movements)
    return Html(f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>")


def _row(movement: Movement) -> str:
    what = escape(movement.kind.value)
    if movement.kind == "checkout":
        what = f'<a href="/checkout/{escape(movement.id)}">{what}</a>'
    status = (
        f"{movement.status.value} ({movement.failure})" if movement.failure else movement.status
    )
    cells = (
        f"<td>{what}</td>",
        f'<td class="sum">{escape(written(movement))}</td>',
        f"<td>{escape(status)}</td>",
        f"<td class=mono>{escape(movement.reference)}</td>",
        f"<td>{movement.created_at:%Y-%m-%d %H:%M:%S}</td>",
    )
    return f"<tr>{''.join(cells)}</tr>"


def written(movement: Movement) -> str:
    """The amount as people write it."""
    return Money(movement.amount_minor, Currency(movement.currency)).format("en_IN")


def policy(movement: Movement | None = None) -> str:
    """The Content-Security-Policy of a page.

    A browser checks `form-action` on the redirect after the form too, so the shop is named.
    """
    targets = "'self'"
    if movement is not None and movement.return_url is not None:
        parts = urlsplit(movement.return_url)
        targets += f" {parts.scheme}://{parts.netloc}"
    return (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
        f" connect-src 'self'; form-action {targets}; base-uri 'none'; frame-ancestors 'none'"
    )
