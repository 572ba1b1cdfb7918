"""Identity over HTTP: parse, one verb, shape."""

from typing import Any

from batua.modules.identity.api import account, auth, devices, photos

ROUTES: list[Any] = [*auth.ROUTES, *account.ROUTES, *devices.ROUTES, *photos.ROUTES]
