"""Connections over HTTP: what every module that has some takes and answers. No answer holds a secret."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

import msgspec
from litestar.params import Dependency, QueryParameter

from batua.kit.connections import Change, Connection, Connections, Probe, Shown, Source, Verdict

D = msgspec.Meta
Desk = Annotated[Connections, Dependency(skip_validation=True)]
Version = Annotated[
    int, QueryParameter(description="The version that was read.", ge=0, le=2**31 - 2)
]
WHEN = "2026-11-21T09:30:00Z"
Name = Annotated[str, D(min_length=1, max_length=64, pattern="^[a-z0-9_]+$")]
Text = Annotated[str, D(max_length=4000)]
Values = Annotated[
    dict[Name, Text | None],
    D(
        description="By field; null takes one away, what is absent stays as it is.",
        max_length=40,
        examples=[{"key_id": "rzp_live_8Yk2"}],
    ),
]
KeepHours = Annotated[
    int,
    D(
        description="How long a secret of callbacks that is replaced is still taken, in hours.",
        ge=0,
        le=336,
    ),
]


class ConnectionSettingOut(msgspec.Struct):
    """One setting; of a secret its last four signs at most."""

    field: Annotated[str, D(description="Its name.", examples=["key_secret"])]
    help: Annotated[str, D(description="What it is.", examples=["Key secret."])]
    is_secret: Annotated[bool, D(description="Whether it is never shown again.")]
    has_lines: Annotated[bool, D(description="Whether it may be of more than one line.")]
    is_set: Annotated[bool, D(description="Whether somebody has set it.")]
    value: Annotated[
        str | None, D(description="What it is set to; null for a secret.", examples=["INR"])
    ]
    ending: Annotated[
        str | None, D(description="The last signs of a long secret.", examples=["x4Qz"])
    ]
    default: Annotated[str, D(description="What counts when it is not set.", examples=["4000"])]
    set_at: Annotated[
        datetime | None, D(description="Since when; null for the environment.", examples=[WHEN])
    ]
    set_by: Annotated[
        UUID | None, D(description="By whom; null for the command line and the environment.")
    ]
    previous_until: Annotated[
        datetime | None,
        D(description="Until when the secret before it is taken too.", examples=[WHEN]),
    ]

    @classmethod
    def of(cls, one: Shown) -> "ConnectionSettingOut":
        own = (name for name in cls.__struct_fields__ if name != "previous_until")
        return cls(**{name: getattr(one, name) for name in own}, previous_until=one.until)


class ConnectionOut(msgspec.Struct):
    """How something outside is connected."""

    name: Annotated[str, D(description="Its name.", examples=["razorpay"])]
    source: Annotated[
        Source, D(description="Whose settings are in force: kept ones go over the environment's.")
    ]
    version: Annotated[int, D(description="Of what is kept; 0 when nothing ever was.")]
    is_connected: Annotated[bool, D(description="Whether the settings in force are enough.")]
    trouble: Annotated[
        str | None,
        D(description="Why they cannot be used.", examples=["Key secret is not set."]),
    ]
    callbacks: Annotated[
        list[str],
        D(
            description="Addresses to enter there, so that it can call us.",
            examples=[["https://batua.example/api/v1/webhooks/razorpay"]],
        ),
    ]
    settings: Annotated[list[ConnectionSettingOut], D(description="Each setting.")]
    changed_at: Annotated[
        datetime | None, D(description="When what is kept was changed.", examples=[WHEN])
    ]
    changed_by: Annotated[UUID | None, D(description="By whom; null for the command line.")]

    @classmethod
    def of(cls, found: Connection) -> "ConnectionOut":
        return cls(
            name=found.name,
            source=found.source,
            version=found.version,
            is_connected=found.is_connected,
            trouble=found.trouble,
            callbacks=list(found.callbacks),
            settings=[ConnectionSettingOut.of(one) for one in found.settings],
            changed_at=found.changed_at,
            changed_by=found.changed_by,
        )


class ConnectionKeysIn(msgspec.Struct, forbid_unknown_fields=True):
    """Settings in the place of those of a version."""

    version: Annotated[int, D(description="The version that was read.", ge=0, le=2**31 - 2)]
    values: Values
    keep_hours: KeepHours = 24

    def to_change(self) -> Change:
        """As the door takes it."""
        return Change(version=self.version, values=self.values, keep_hours=self.keep_hours)


class ConnectionTestIn(msgspec.Struct, forbid_unknown_fields=True):
    """What is tried: the settings in force with these over them."""

    values: Annotated[
        Values | None, D(description="Settings that are not kept yet; null for those in force.")
    ] = None

    def to_change(self) -> Change | None:
        """As the door takes it."""
        return Change(version=0, values=self.values) if self.values else None


class ConnectionTestOut(msgspec.Struct):
    """How a harmless call ended."""

    verdict: Annotated[Verdict, D(description="What it told.")]
    status: Annotated[
        int | None, D(description="The last answer's number, if one came.", examples=[401])
    ]
    skew_s: Annotated[
        int | None, D(description="How many seconds its clock is before ours.", examples=[1])
    ]

    @classmethod
    def of(cls, found: Probe) -> "ConnectionTestOut":
        return cls(found.verdict, found.status, found.skew_s)
