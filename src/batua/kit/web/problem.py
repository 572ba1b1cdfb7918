"""Problems: every refusal and error as RFC 9457 says it, with a stable code and what to do."""

import re
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import msgspec
import psycopg
from litestar import Request, Response
from litestar.exceptions import HTTPException, ValidationException

from batua.kit.logs import log
from batua.kit.money import Money
from batua.kit.refusal import Kind, Refusal, Unavailable

STATUS: dict[Kind, int] = {
    Kind.INVALID: 400,
    Kind.UNAUTHENTICATED: 401,
    Kind.FORBIDDEN: 403,
    Kind.NOT_FOUND: 404,
    Kind.CONFLICT: 409,
    Kind.LIMITED: 429,
    Kind.UNAVAILABLE: 503,
}
MEDIA_TYPE = "application/problem+json"
D = msgspec.Meta


class FieldProblem(msgspec.Struct):
    """One field that is not as it should be."""

    field: Annotated[str, D(description="Path of the field.", examples=["amount.minor"])]
    message: Annotated[
        str, D(description="What is wrong with it.", examples=["Expected `int` >= 1"])
    ]


class Problem(msgspec.Struct):
    """Why a request was refused, after RFC 9457."""

    type: Annotated[
        str, D(description="Page about the code.", examples=["/docs/errors#kit.bad_field"])
    ]
    title: Annotated[str, D(description="The kind of refusal.", examples=["Invalid"])]
    status: Annotated[int, D(description="HTTP status.", examples=[400])]
    detail: Annotated[
        str,
        D(
            description="What happened, in one sentence.",
            examples=["A field of the request is not as it should be."],
        ),
    ]
    code: Annotated[str, D(description="Stable name of the reason.", examples=["kit.bad_field"])]
    retry: Annotated[
        bool, D(description="Whether the same request may succeed later.", examples=[False])
    ]
    todo: Annotated[
        str, D(description="What to do now.", examples=["Mend the fields that are named."])
    ]
    request_id: Annotated[
        str, D(description="Name of this request in the logs.", examples=["0198c5f0a1b2"])
    ]
    facts: Annotated[
        dict[str, Any],
        D(description="Typed facts of the refusal, by name.", examples=[{"retry_after_s": 30}]),
    ] = {}
    errors: Annotated[list[FieldProblem], D(description="Fields to mend.", examples=[[]])] = []


def answer(request: Request[Any, Any, Any], problem: Problem, **headers: str) -> Response[bytes]:
    """The response that carries a problem."""
    problem.request_id = request_id(request)
    return Response(
        msgspec.json.encode(problem),
        status_code=problem.status,
        media_type=MEDIA_TYPE,
        headers=headers,
    )


def request_id(request: Request[Any, Any, Any]) -> str:
    """The id that the edge gave this request."""
    return str(request.scope.get("state", {}).get("request_id", ""))


def of_refusal(refusal: Refusal | type[Refusal], status: int | None = None) -> Problem:
    """A refusal as a problem; a class gives its example."""
    cls, detail, facts = _said_by(refusal)
    code = cls.code
    return Problem(
        type=f"/docs/errors#{code}",
        title=cls.kind.value.replace("_", " ").capitalize(),
        status=status or STATUS[cls.kind],
        detail=detail,
        code=code,
        retry=cls.retry,
        todo=cls.todo,
        request_id="",
        facts={name: _plain(value) for name, value in facts.items()},
    )


def _said_by(
    refusal: Refusal | type[Refusal],
) -> tuple[type[Refusal], str, dict[str, Any]]:
    if isinstance(refusal, Refusal):
        return type(refusal), refusal.detail(), refusal.facts()
    return refusal, refusal.summary(), {}


def _plain(value: Any) -> Any:
    if isinstance(value, Money):
        return {"minor": value.minor, "currency": str(value.currency)}
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    return value


def on_refusal(request: Request[Any, Any, Any], refusal: Refusal) -> Response[bytes]:
    """A stated refusal: 4xx, or 503 when a retry helps."""
    headers: dict[str, str] = {}
    wait = refusal.facts().get("retry_after_s")
    if wait is not None:
        headers["Retry-After"] = str(wait)
    elif refusal.kind is Kind.UNAVAILABLE:
        headers["Retry-After"] = "1"
    if refusal.kind is Kind.UNAUTHENTICATED:
        headers["WWW-Authenticate"] = "Bearer"
    return answer(request, of_refusal(refusal), **headers)


_FIELD = re.compile(r"^(?P<message>.*?)(?: - at `\$?\.?(?P<field>.*)`)?$")


def on_invalid(request: Request[Any, Any, Any], error: ValidationException) -> Response[bytes]:
    """A body, query or header that does not fit its schema."""
    problem = Problem(
        type="/docs/errors#kit.bad_field",
        title="Invalid",
        status=400,
        detail="A field of the request is not as it should be.",
        code="kit.bad_field",
        retry=False,
        todo="Mend the fields that are named and send the request again.",
        request_id="",
        errors=_field_problems(error),
    )
    return answer(request, problem)


def _field_problems(error: ValidationException) -> list[FieldProblem]:
    extra = error.extra if isinstance(error.extra, list) else []
    found: list[FieldProblem] = []
    for item in extra:
        if not isinstance(item, dict):
            continue
        match = _FIELD.match(str(item.get("message", "")))
        field = str(item.get("key") or (match and match["field"]) or "body")
        message = match["message"] if match else str(item.get("message", ""))
        found.append(FieldProblem(field, message))
    if not found:
        match = _FIELD.match(error.detail)
        found.append(
            FieldProblem((match and match["field"]) or "body", match["message"] if match else "")
        )
    return found


def on_http(request: Request[Any, Any, Any], error: HTTPException) -> Response[bytes]:
    """What the framework itself refuses: unknown paths, wrong methods, bodies too large."""
    if isinstance(error, ValidationException):
        return on_invalid(request, error)
    if error.status_code == 400:
        return on_invalid(request, ValidationException(detail=error.detail))
    title, todo = _HTTP_WORDS.get(error.status_code, ("Error", "Check the request."))
    problem = Problem(
        type=f"/docs/errors#kit.http_{error.status_code}",
        title=title,
        status=error.status_code,
        detail=f"{title}.",
        code=f"kit.http_{error.status_code}" if error.status_code != 404 else "kit.not_found",
        retry=error.status_code >= 500,
        todo=todo,
        request_id="",
    )
    return answer(request, problem, **{k: str(v) for k, v in (error.headers or {}).items()})


_HTTP_WORDS: dict[int, tuple[str, str]] = {
    401: ("Not signed in", "Sign in and send the access token."),
    404: ("Nothing here", "Check the address."),
    405: ("Method not allowed", "Use one of the methods in Allow."),
    413: ("Body too large", "Send a smaller body."),
    415: ("Unsupported media type", "Send one of the documented content types."),
    429: ("Too many requests", "Wait and try again."),
}


def on_error(request: Request[Any, Any, Any], error: Exception) -> Response[bytes]:
    """A broken invariant or a lost database: logged by name only, never by its detail."""
    if isinstance(error, psycopg.OperationalError):
        log.error("database_away", error=type(error).__name__)
        return on_refusal(request, Unavailable())
    log.error("request_failed", error=type(error).__name__, exc_info=error)
    problem = Problem(
        type="/docs/errors#kit.internal",
        title="Internal error",
        status=500,
        detail="Something went wrong on our side; nothing more was done.",
        code="kit.internal",
        retry=True,
        todo="Try again with the same key; if it stays, tell support the request id.",
        request_id="",
    )
    return answer(request, problem)
