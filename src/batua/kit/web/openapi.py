"""The OpenAPI document: what the routes state, with every refusal and an example for everything."""

import inspect
import typing
from collections import defaultdict
from collections.abc import Iterator, Sequence
from enum import Enum
from http import HTTPStatus
from typing import Any, Final

import msgspec
from litestar import Litestar
from litestar.handlers import HTTPRouteHandler
from litestar.routes import HTTPRoute

from batua.kit.refusal import BadField, IdempotencyKeyMissing, Refusal, TooManyRequests, Unavailable
from batua.kit.web import problem
from batua.kit.web.app import NotPermitted, NotSignedIn
from batua.kit.web.routes import KEY_PATTERN, PUBLIC

Json = dict[str, Any]
_METHODS = ("get", "post", "put", "patch", "delete")
_IN_PATH: Final = {
    "id": "Names the one that is meant.",
    "handle": "A handle, with or without @batua.",
    "provider": "The provider's name, such as `sandbox`.",
}
DATA_AGE: Final[Json] = {
    "description": (
        "Seconds by which the answer may be behind the newest state; 0 when the primary answered."
        " What the caller has written before is in it all the same."
    ),
    "required": True,
    "schema": {"type": "number", "minimum": 0, "examples": [0.25]},
}


def document(app: Litestar) -> Json:
    """The whole document as JSON values (OpenAPI 3.1)."""
    doc: Json = msgspec.json.decode(msgspec.json.encode(app.openapi_schema.to_schema()))
    components = doc.setdefault("components", {})
    schemas: Json = components.setdefault("schemas", {})
    _, found = msgspec.json.schema_components(
        [problem.Problem], ref_template="#/components/schemas/{name}"
    )
    schemas.update(found)
    components["securitySchemes"] = {
        "bearer": {
            "type": "http",
            "scheme": "bearer",
            "bearerFormat": "JWT",
            "description": "Access token of ten minutes, from signing in or refreshing.",
        }
    }
    told = [
        (doc["paths"][path][method], handler)
        for handler, path, method in operations(app)
        if method in doc.get("paths", {}).get(path, {})
    ]
    for operation, handler in told:
        _describe_raw(operation, handler, schemas)
        _describe_structs(handler, schemas)
    session: Sequence[type[Refusal]] = app.state.get("session_refusals", ())
    for operation, handler in told:
        _complete(operation, handler, schemas, session)
    doc["servers"] = [{"url": "/", "description": "This installation."}]
    doc["info"]["description"] = (
        "Everyday money on one exact double-entry ledger. Amounts are whole minor units; "
        "refusals are RFC 9457 problems with a stable code."
    )
    return doc


def operations(app: Litestar) -> list[tuple[HTTPRouteHandler, str, str]]:
    """Every handler with its path template and method."""
    routes = [route for route in app.routes if isinstance(route, HTTPRoute)]
    return [
        (handler, route.path_format, method.lower())
        for route in routes
        for handler in route.route_handlers
        for method in handler.http_methods
        if method.lower() in _METHODS
    ]


def refusals_of(
    handler: HTTPRouteHandler, session: Sequence[type[Refusal]] = ()
) -> list[type[Refusal]]:
    """Every refusal a handler may answer with: its own, those of the edge and of the session."""
    found: list[type[Refusal]] = list(handler.opt.get("refuses", ()))
    found += [BadField, Unavailable]
    if handler.opt.get("permission") != PUBLIC:
        found += [NotSignedIn, NotPermitted, *session]
    if handler.opt.get("rate") is not None:
        found.append(TooManyRequests)
    if "key" in handler.parsed_fn_signature.parameters:
        found.append(IdempotencyKeyMissing)
    return sorted(set(found), key=lambda cls: cls.code)


def _describe_raw(operation: Json, handler: HTTPRouteHandler, schemas: Json) -> None:
    """Bodies that the handler reads itself, and answers beside JSON; of NDJSON, one line."""
    reads: dict[str, Any] = handler.opt.get("reads", {})
    answers: dict[str, Any] = handler.opt.get("answers", {})
    if not reads and not answers:
        return
    kinds = [*reads.values(), *answers.values()]
    told, found = msgspec.json.schema_components(kinds, ref_template="#/components/schemas/{name}")
    schemas.update({name: one for name, one in found.items() if name not in schemas})
    contents = [{"schema": schema} for schema in told]
    if reads:
        body = dict(zip(reads, contents, strict=False))
        operation["requestBody"] = {"content": body, "required": True}
    answer: Json = operation["responses"][str(handler.status_code)]["content"] if answers else {}
    answer.update(zip(answers, contents[len(reads) :], strict=True))


def _complete(
    operation: Json,
    handler: HTTPRouteHandler,
    schemas: Json,
    session: Sequence[type[Refusal]],
) -> None:
    operation["tags"] = [_tag(handler)]
    if handler.opt.get("permission") != PUBLIC:
        operation["security"] = [{"bearer": []}]
        operation["x-permission"] = handler.opt.get("permission")
    for parameter in operation.get("parameters", []):
        _describe_parameter(parameter)
    if "requestBody" in operation and handler.parsed_data_field is not None:
        operation["requestBody"]["required"] = not handler.parsed_data_field.is_optional
    responses: Json = operation.setdefault("responses", {})
    for known in [s for s in responses if s.startswith(("4", "5"))]:
        del responses[known]
    for content in _contents(operation):
        if "example" not in content and "schema" in content:
            content["example"] = example_of(content["schema"], schemas)
    responses.get("204", {}).pop("content", None)
    for named, response in responses.items():
        if response["description"] in {HTTPStatus(int(named)).description, ""}:
            response["description"] = _answered(response, operation, schemas)
    if handler.opt.get("is_report"):
        responses[str(handler.status_code)]["headers"] = {"Batua-Data-Age": DATA_AGE}
    grouped: dict[int, list[type[Refusal]]] = defaultdict(list)
    for refusal in refusals_of(handler, session):
        grouped[problem.STATUS[refusal.kind]].append(refusal)
    for status, refusals in sorted(grouped.items()):
        responses[str(status)] = _refused(refusals)


def _describe_parameter(parameter: Json) -> None:
    """Absent is how a parameter says nothing: it is never null."""
    schema: Json = parameter["schema"]
    choices = [choice for choice in schema.get("oneOf", []) if choice != {"type": "null"}]
    if len(choices) == 1:
        parameter["schema"] = {
            **{name: value for name, value in schema.items() if name != "oneOf"},
            **choices[0],
        }
    if parameter["in"] == "path":
        parameter.setdefault("description", _IN_PATH.get(parameter["name"]))
    if parameter["name"] == "Idempotency-Key":
        parameter["required"] = True
        parameter["schema"]["pattern"] = KEY_PATTERN


def _describe_structs(handler: HTTPRouteHandler, schemas: Json) -> None:
    """Write what the classes say and the framework leaves out: docstrings, closed bodies, tags."""
    fields = (handler.parsed_data_field, handler.parsed_return_field)
    for struct in {s for field in fields if field for s in _structs(field.annotation)}:
        schema = schemas.get(struct.__name__)
        if schema is None:
            continue
        schema["description"] = inspect.getdoc(struct)
        if not issubclass(struct, msgspec.Struct):
            continue
        if struct.__struct_config__.forbid_unknown_fields:
            schema["additionalProperties"] = False
        tag = schema["properties"].get(struct.__struct_config__.tag_field)
        if tag is not None:
            tag["description"] = "Says which of the choices this is."


def _structs(kind: Any) -> Iterator[type[msgspec.Struct] | type[Enum]]:
    """The structs and enums in a type, at any depth."""
    seen: set[Any] = set()
    todo = [kind]
    while todo:
        found = todo.pop()
        if isinstance(found, type) and issubclass(found, Enum):
            yield found
        elif isinstance(found, type) and issubclass(found, msgspec.Struct):
            if found in seen:
                continue
            seen.add(found)
            yield found
            todo += typing.get_type_hints(found, include_extras=True).values()
        todo += typing.get_args(found)


def _answered(response: Json, operation: Json, schemas: Json) -> str:
    """What an answer is: the struct's own words, or what the operation does."""
    for content in response.get("content", {}).values():
        name = str(content.get("schema", {}).get("$ref", "")).rsplit("/", 1)[-1]
        if schemas.get(name, {}).get("description"):
            return str(schemas[name]["description"])
    return str(operation.get("description") or "Done.") if response.get("content") else "Done."


def _refused(refusals: list[type[Refusal]]) -> Json:
    return {
        "description": " ".join(f"`{r.code}`: {r.summary()}" for r in refusals),
        "content": {
            problem.MEDIA_TYPE: {
                "schema": {"$ref": "#/components/schemas/Problem"},
                "examples": {
                    r.code: {
                        "summary": r.summary(),
                        "value": msgspec.to_builtins(problem.of_refusal(r)),
                    }
                    for r in refusals
                },
            }
        },
    }


def _tag(handler: HTTPRouteHandler) -> str:
    parts = str(handler.fn.__module__).split(".")
    return parts[parts.index("modules") + 1] if "modules" in parts else "system"


def _contents(operation: Json) -> list[Json]:
    holders = [operation.get("requestBody", {}), *operation["responses"].values()]
    return [content for holder in holders for content in holder.get("content", {}).values()]


def example_of(schema: Json, schemas: Json) -> Any:
    """An example value of a schema, put together from the examples of its fields."""
    if "$ref" in schema:
        return example_of(schemas[schema["$ref"].rsplit("/", 1)[-1]], schemas)
    if schema.get("examples"):
        examples = schema["examples"]
        first = examples[0] if isinstance(examples, list) else next(iter(examples.values()))
        return first.get("value", first) if isinstance(first, dict) and "value" in first else first
    for choice in ("oneOf", "anyOf", "allOf"):
        if schema.get(choice):
            return example_of(schema[choice][0], schemas)
    if "properties" in schema:
        return {name: example_of(field, schemas) for name, field in schema["properties"].items()}
    return _example_of_kind(schema, schemas)


def _example_of_kind(schema: Json, schemas: Json) -> Any:
    kind = schema.get("type")
    kind = kind[0] if isinstance(kind, list) else kind
    if "enum" in schema:
        return schema["enum"][0]
    if "const" in schema:
        return schema["const"]
    if kind == "array":
        return [example_of(schema["items"], schemas)] if "items" in schema else []
    formats = {
        "uuid": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
        "date-time": "2026-11-21T09:30:00Z",
        "date": "2026-11-21",
    }
    plain: Json = {"string": "text", "integer": 1, "number": 1, "boolean": True, "object": {}}
    return formats.get(schema.get("format", ""), plain.get(str(kind)))
