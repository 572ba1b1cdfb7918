"""The HTTP edge that every module shares: routes, callers, problems, limits, OpenAPI."""

from batua.kit.caller import Caller
from batua.kit.web.app import AppParts, create_app
from batua.kit.web.downloads import csv_file
from batua.kit.web.problem import Problem
from batua.kit.web.qr import qr_svg
from batua.kit.web.rate import Rate, WebSettings, client_address
from batua.kit.web.raw import Raw
from batua.kit.web.routes import (
    MOMENT,
    Amount,
    Cursor,
    From,
    IdempotencyKey,
    Limit,
    StepUpToken,
    To,
    delete,
    get,
    key_of,
    moment_of,
    patch,
    post,
    put,
    second_name,
)

__all__ = [
    "MOMENT",
    "Amount",
    "AppParts",
    "Caller",
    "Cursor",
    "From",
    "IdempotencyKey",
    "Limit",
    "Problem",
    "Rate",
    "Raw",
    "StepUpToken",
    "To",
    "WebSettings",
    "client_address",
    "create_app",
    "csv_file",
    "delete",
    "get",
    "key_of",
    "moment_of",
    "patch",
    "post",
    "put",
    "qr_svg",
    "second_name",
]
