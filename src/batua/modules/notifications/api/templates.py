"""Templates and India's registrations over HTTP, for those who run the house."""

from typing import Annotated, Any, Final

import msgspec
from litestar.params import PathParameter, QueryParameter

from batua.kit.caller import Caller
from batua.kit.db import Database
from batua.kit.web import get, post, put
from batua.modules.notifications import service
from batua.modules.notifications.errors import (
    BadDlt,
    BadTemplate,
    NoSuchTemplate,
    WordsAreApproved,
)
from batua.modules.notifications.rules.templates import APPROVED, HOLES
from batua.modules.notifications.types import Kind, Via
from batua.modules.notifications.types.templates import Alphabet, Dlt, Preview, Template, Words

D = msgspec.Meta
TEXT: Final = "Batua: {title}. {body}"
Language = Annotated[str, D(description="Whose words.", pattern="^[a-z]{2,8}$", examples=["hi"])]
OfLanguage = Annotated[
    str,
    QueryParameter(
        description="Whose words.", pattern="^[a-z]{2,8}$", schema_extra={"examples": ["hi"]}
    ),
]
KindPath = Annotated[Kind, PathParameter(description="What it is about.")]
ChannelPath = Annotated[Via, PathParameter(description="How it leaves.")]
LanguagePath = Annotated[str, PathParameter(description="Whose words.", pattern="^[a-z]{2,8}$")]
Text = Annotated[
    str,
    D(description="The words, with their holes.", max_length=4000, examples=[TEXT]),
]
Subject = Annotated[
    str, D(description="The line of an e-mail; empty for others.", max_length=200, examples=[""])
]
DltTemplate = Annotated[
    str,
    D(
        description="What India's operators call a text message; empty: not registered.",
        max_length=30,
        examples=["1007161234567890123"],
    ),
]


class TemplateOut(msgspec.Struct):
    """What is said of a kind through a channel in a language."""

    kind: Annotated[str, D(description="What it is about.", examples=["group_loan_late"])]
    channel: Annotated[Via, D(description="How it leaves.")]
    language: Language
    subject: Subject
    text: Text
    required: Annotated[
        list[str], D(description="The values that it must name.", examples=[["amount"]])
    ]
    optional: Annotated[
        list[str], D(description="Those that it may name besides.", examples=[["name"]])
    ]
    is_changed: Annotated[bool, D(description="Whether these are not the house's own words.")]
    may_change: Annotated[
        bool, D(description="False for words that a provider approved as they are.")
    ]
    dlt_template: DltTemplate

    @classmethod
    def of(cls, found: Template) -> "TemplateOut":
        holes = HOLES[found.kind]
        return cls(
            kind=found.kind.value,
            channel=found.via,
            language=found.language,
            subject=found.words.subject,
            text=found.words.text,
            required=sorted(holes.required),
            optional=sorted(holes.optional),
            is_changed=found.is_changed,
            may_change=found.via not in APPROVED,
            dlt_template=found.dlt_template,
        )


class TemplatesOut(msgspec.Struct):
    """All templates of a language, by kind and channel."""

    items: Annotated[list[TemplateOut], D(description="The templates.")]


class TemplateIn(msgspec.Struct, forbid_unknown_fields=True):
    """What is said from now on."""

    text: Annotated[Text | None, D(description="Null puts the house's own words back.")] = None
    subject: Subject = ""
    dlt_template: DltTemplate = ""


class TemplatePreviewIn(msgspec.Struct, forbid_unknown_fields=True):
    """Words to try."""

    kind: Annotated[Kind, D(description="What they are about.")]
    channel: Annotated[Via, D(description="How they leave.")]
    language: Language
    text: Text
    subject: Subject = ""


class SegmentsOut(msgspec.Struct):
    """What a text message is charged as."""

    alphabet: Annotated[Alphabet, D(description="How its characters are written.")]
    units: Annotated[int, D(description="How long it is in that alphabet.", examples=[121])]
    count: Annotated[int, D(description="How many messages it is charged as.", examples=[1])]


class TemplatePreviewOut(msgspec.Struct):
    """Words as a reader gets them, with example values."""

    text: Annotated[str, D(description="The words.", examples=["Batua: ₹1,234.50 …"])]
    subject: Annotated[str, D(description="The line of an e-mail.", examples=[""])]
    html: Annotated[str | None, D(description="An e-mail as a page; null for others.")]
    segments: Annotated[SegmentsOut | None, D(description="Of a text message; null for others.")]

    @classmethod
    def of(cls, found: Preview) -> "TemplatePreviewOut":
        counted = found.segments
        return cls(
            text=found.words.text,
            subject=found.words.subject,
            html=found.html,
            segments=None
            if counted is None
            else SegmentsOut(counted.alphabet, counted.units, counted.count),
        )


class DltShape(msgspec.Struct, forbid_unknown_fields=True):
    """Who we are to India's operators (DLT)."""

    entity: Annotated[
        str,
        D(description="Our principal entity id.", max_length=30, examples=["1001123456789012345"]),
    ]
    header: Annotated[
        str,
        D(description="The sender's name registered for us.", max_length=11, examples=["BATUAA"]),
    ]
    is_required: Annotated[
        bool,
        D(description="Whether a text message to India without a registered template stays here."),
    ]

    @classmethod
    def of(cls, found: Dlt) -> "DltShape":
        return cls(found.entity, found.header, found.is_required)


@get(
    "/notifications/templates",
    permission="notifications.templates.read",
    refuses=(NoSuchTemplate,),
)
async def list_templates(db: Database, language: OfLanguage) -> TemplatesOut:
    """What is said of every kind through every channel in a language."""
    async with db.read() as tx:
        found = await service.templates(tx, language)
    return TemplatesOut([TemplateOut.of(one) for one in found])


@put(
    "/notifications/templates/{kind:str}/{channel:str}/{language:str}",
    permission="notifications.templates.change",
    refuses=(BadDlt, BadTemplate, NoSuchTemplate, WordsAreApproved),
)
async def change_template(
    caller: Caller,
    db: Database,
    kind: KindPath,
    channel: ChannelPath,
    language: LanguagePath,
    data: TemplateIn,
) -> TemplateOut:
    """Say something else from now on, or know how India's operators call it."""
    wanted = Template(
        kind=kind,
        via=channel,
        language=language,
        words=Words(data.text or "", data.subject),
        is_changed=data.text is not None,
        dlt_template=data.dlt_template,
    )
    has_own = data.text is not None
    async with db.transaction() as tx:
        changed = await service.change_template(tx, wanted, caller.person, has_own_words=has_own)
    return TemplateOut.of(changed)


@post(
    "/notifications/templates/preview",
    permission="notifications.templates.read",
    refuses=(BadTemplate, NoSuchTemplate),
    status_code=200,
)
async def preview_template(data: TemplatePreviewIn) -> TemplatePreviewOut:
    """Words with example values, as they would be read; nothing is kept or sent."""
    wanted = Words(data.text, data.subject)
    return TemplatePreviewOut.of(service.preview(data.kind, data.channel, data.language, wanted))


@get("/notifications/dlt", permission="notifications.templates.read")
async def read_dlt(db: Database) -> DltShape:
    """Who we are to India's operators."""
    async with db.read() as tx:
        return DltShape.of(await service.dlt(tx))


@put("/notifications/dlt", permission="notifications.templates.change", refuses=(BadDlt,))
async def change_dlt(caller: Caller, db: Database, data: DltShape) -> DltShape:
    """Be known to India's operators so from now on."""
    wanted = Dlt(entity=data.entity, header=data.header, is_required=data.is_required)
    async with db.transaction() as tx:
        await service.change_dlt(tx, wanted, caller.person)
    return data


ROUTES: Final[list[Any]] = [
    list_templates,
    change_template,
    preview_template,
    read_dlt,
    change_dlt,
]
