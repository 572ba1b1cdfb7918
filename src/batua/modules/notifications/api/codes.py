"""What India's operators call the messages that hold codes, over HTTP."""

from typing import Annotated, Any, Final

import msgspec
from litestar.params import PathParameter

from batua.kit.caller import Caller
from batua.kit.db import Database
from batua.kit.web import get, put
from batua.modules.identity.types import Purpose
from batua.modules.notifications import service
from batua.modules.notifications.api.templates import LanguagePath, OfLanguage
from batua.modules.notifications.errors import BadDlt, NoSuchTemplate
from batua.modules.notifications.types.templates import CodeTemplate

D = msgspec.Meta
PurposePath = Annotated[Purpose, PathParameter(description="What the code is for.")]
DltId = Annotated[
    str,
    D(
        description="What the operators call it; empty: not registered.",
        max_length=30,
        examples=["1007165432109876543"],
    ),
]


class CodeTemplateOut(msgspec.Struct):
    """What a message about a code says; `code` is filled in when it leaves."""

    purpose: Annotated[Purpose, D(description="What the code is for.")]
    language: Annotated[str, D(description="Of these words.", examples=["hi"])]
    text: Annotated[str, D(description="The words.", examples=["{code} is your Batua code …"])]
    dlt_template: DltId

    @classmethod
    def of(cls, found: CodeTemplate) -> "CodeTemplateOut":
        return cls(found.purpose, found.language, found.text, found.dlt_template)


class CodeTemplatesOut(msgspec.Struct):
    """What is said of codes in a language."""

    items: Annotated[list[CodeTemplateOut], D(description="One for each purpose.")]


class CodeDltIn(msgspec.Struct, forbid_unknown_fields=True):
    """How a message is registered."""

    dlt_template: DltId


@get(
    "/notifications/codes/templates",
    permission="notifications.templates.read",
    refuses=(NoSuchTemplate,),
)
async def list_code_templates(db: Database, language: OfLanguage) -> CodeTemplatesOut:
    """What every message that holds a code says in a language; its words are the house's."""
    async with db.read() as tx:
        found = await service.code_templates(tx, language)
    return CodeTemplatesOut([CodeTemplateOut.of(one) for one in found])


@put(
    "/notifications/codes/templates/{purpose:str}/{language:str}",
    permission="notifications.templates.change",
    refuses=(BadDlt, NoSuchTemplate),
)
async def change_code_template(
    caller: Caller, db: Database, purpose: PurposePath, language: LanguagePath, data: CodeDltIn
) -> CodeTemplatesOut:
    """Name a message so to India's operators from now on. None is held back for want of it."""
    async with db.transaction() as tx:
        found = await service.change_code_dlt(
            tx, purpose, language, data.dlt_template, caller.person
        )
    return CodeTemplatesOut([CodeTemplateOut.of(one) for one in found])


ROUTES: Final[list[Any]] = [list_code_templates, change_code_template]
