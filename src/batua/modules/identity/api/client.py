"""What a request tells about its sender, and the cookies that a web page gets."""

from typing import Annotated, Any, Final

from litestar import Request, Response
from litestar.datastructures import Cookie
from litestar.params import HeaderParameter

from batua.kit.web import WebSettings, client_address
from batua.modules.identity.api import shapes
from batua.modules.identity.errors import ClientHeaderMissing, SessionEnded
from batua.modules.identity.rules import limits, profile
from batua.modules.identity.types import Origin, Signed

AnyRequest = Request[Any, Any, Any]
ClientKind = Annotated[
    str | None,
    HeaderParameter(
        name="Batua-Client",
        description="`web` keeps the tokens in cookies that scripts cannot read.",
        required=False,
    ),
]

_PATH: Final = "/api/v1/auth"
_REFRESH: Final = "batua_refresh"
_DEVICE: Final = "batua_device"
_DEVICE_LIFE_S: Final = 400 * 24 * 3600  # as long as browsers keep any cookie
_DEVICES_MAX: Final = 5


def is_web(request: AnyRequest) -> bool:
    """Whether the sender is a page of ours; another site's page cannot send this header."""
    return request.headers.get("batua-client") == "web"


def origin(
    request: AnyRequest, device_name: str | None = None, device_token: str | None = None
) -> Origin:
    """Where a request comes from."""
    held = _held_devices(request) if is_web(request) else ()
    given = (device_token,) if device_token else ()
    name = profile.device_name(device_name, request.headers.get("user-agent", ""))
    return Origin(client_address(request), (*given, *held), name)


def refresh_of(request: AnyRequest, body: shapes.RefreshIn) -> tuple[str, tuple[str, ...] | None]:
    """The refresh token of a request, and the device tokens if its sender tells them.

    refuses  ClientHeaderMissing, SessionEnded when there is no token
    """
    if body.refresh_token:
        return body.refresh_token, (body.device_token,) if body.device_token else None
    kept = _cookie(request, _REFRESH)
    if kept is None:
        raise SessionEnded
    if not is_web(request):
        raise ClientHeaderMissing
    return kept, _held_devices(request)


def answer(
    request: AnyRequest, signed: Signed, status: int, *, in_sign_in: bool = False
) -> Response[Any]:
    """Somebody is signed in: the tokens go into cookies for the web, into the body otherwise."""
    web = is_web(request)
    session = shapes.Session(
        access_token=signed.access_token,
        token_type="Bearer",  # noqa: S106 - a name of RFC 6750, not a secret
        expires_in_s=signed.expires_in_s,
        refresh_token=None if web else signed.refresh_token,
        device_token=None if web else signed.device_token,
        person=shapes.Profile.of(signed.person),
    )
    content = shapes.SignInOut(session, None) if in_sign_in else session
    cookies = _cookies(request, signed) if web else []
    return Response(content, status_code=status, cookies=cookies)


def signed_out(request: AnyRequest) -> Response[None]:
    """Nobody is signed in any longer; the device stays known."""
    cookies = [_kept(request, _REFRESH, "", 0)]
    return Response(None, status_code=204, cookies=cookies)


def _cookies(request: AnyRequest, signed: Signed) -> list[Cookie]:
    idle_s = int(limits.SESSION_IDLE.total_seconds())
    cookies = [_kept(request, _REFRESH, signed.refresh_token, idle_s)]
    if signed.device_token is not None:
        # The others who share this browser stay known on it, each by a token of her own.
        devices = (signed.device_token, *_held_devices(request))[:_DEVICES_MAX]
        cookies.append(_kept(request, _DEVICE, ".".join(devices), _DEVICE_LIFE_S))
    return cookies


def _held_devices(request: AnyRequest) -> tuple[str, ...]:
    kept = _cookie(request, _DEVICE) or ""
    return tuple(part for part in kept.split(".") if part)[:_DEVICES_MAX]


def _cookie(request: AnyRequest, name: str) -> str | None:
    return request.cookies.get(_full_name(request, name)) or None


def _kept(request: AnyRequest, name: str, value: str, max_age_s: int) -> Cookie:
    return Cookie(
        key=_full_name(request, name),
        value=value,
        max_age=max_age_s,
        path=_PATH,
        httponly=True,
        secure=_is_secure(request),
        samesite="strict",
    )


def _full_name(request: AnyRequest, name: str) -> str:
    """Browsers take a cookie of this prefix over https alone."""
    return f"__Secure-{name}" if _is_secure(request) else name


def _is_secure(request: AnyRequest) -> bool:
    settings: WebSettings = request.app.state["web_settings"]
    return settings.public_url.startswith("https://")
