"""What may be looked for in a statement and among members."""

from dataclasses import replace

from batua.kit.text import clean
from batua.modules.groups.types import StatementFilter
from batua.modules.payments.errors import FilterInvalid


def checked(wanted: StatementFilter) -> StatementFilter:
    """The same with its text as it is looked for; refuses FilterInvalid."""
    since, until = wanted.since, wanted.until
    if since is not None and until is not None and since > until:
        raise FilterInvalid
    least, most = wanted.min_minor, wanted.max_minor
    if least is not None and most is not None and least > most:
        raise FilterInvalid
    return replace(wanted, text=clean(wanted.text))
