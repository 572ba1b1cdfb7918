"""What identity takes and answers over HTTP."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta

from batua.modules.identity import types

Phone = Annotated[
    str,
    Meta(
        description="Phone with + and the country's code.",
        examples=["+919876543210"],
        max_length=40,
    ),
]
Name = Annotated[str, Meta(description="The name others see.", examples=["Asha Devi"])]
Language = Annotated[
    str, Meta(description="A language of the app.", examples=["hi"], max_length=20)
]
TimeZone = Annotated[
    str, Meta(description="IANA time zone.", examples=["Asia/Kolkata"], max_length=60)
]
Identifier = Annotated[
    str, Meta(description="Phone or e-mail.", examples=["+919876543210"], max_length=254)
]
Password = Annotated[
    str,
    Meta(
        description="8 to 256 characters of any kind; common ones are refused.",
        examples=["mango tree by the well"],
        max_length=1024,
    ),
]
Pin = Annotated[str, Meta(description="6 digits.", examples=["482915"], max_length=20)]
Code = Annotated[
    str, Meta(description="The code of the text message.", examples=["204417"], max_length=20)
]
ChallengeName = Annotated[
    str,
    Meta(
        description="Names the challenge.",
        examples=["Jx0bT5nGkq3cQYw1vVd7Zr2mPa8sLfEh9uXoIi4tN6g"],
        max_length=100,
    ),
]
TicketName = Annotated[
    str,
    Meta(
        description="The right to go on, once.",
        examples=["mQ7uWd2nRz9kXv4tYb6cLs1pJf8hGa3eOi5xTq0yVrE"],
        max_length=100,
    ),
]
DeviceName = Annotated[
    str | None, Meta(description="What this device is called.", examples=["Asha's phone"])
]
Moment = Annotated[datetime, Meta(description="UTC, RFC 3339.", examples=["2026-03-01T10:00:00Z"])]
Id = Annotated[UUID, Meta(description="An id.", examples=["0197d5c0-0000-7000-8000-000000000001"])]
RefreshToken = Annotated[
    str | None,
    Meta(
        description="For programs; null when the cookie carries it.",
        examples=["p3Xk8vQz1mNc6tRb9wYd2sLf5hJa7gUe4oIi0xTqVrE"],
    ),
]
DeviceToken = Annotated[
    str | None,
    Meta(
        description="For programs: makes this device known. Null when it is known already, or"
        " when the cookie carries it.",
        examples=["Zr2mPa8sLfEh9uXoIi4tN6gJx0bT5nGkq3cQYw1vVd7"],
    ),
]


class In(msgspec.Struct, forbid_unknown_fields=True):
    """A body; unknown fields are refused."""


class RegisterIn(In):
    """Who wants an account."""

    phone: Phone
    name: Name
    language: Language
    email: Annotated[
        str | None, Meta(description="Optional e-mail.", examples=["asha@example.org"])
    ] = None
    time_zone: Annotated[
        str | None,
        Meta(description="IANA time zone; from the phone if absent.", examples=["Asia/Kolkata"]),
    ] = None


class ResendIn(In):
    """The challenge that needs another code."""

    challenge: ChallengeName


class ConfirmIn(In):
    """A code."""

    challenge: ChallengeName
    code: Code


class CompleteIn(In):
    """The secrets of a new account."""

    ticket: TicketName
    password: Password
    pin: Pin
    device_name: DeviceName = None


class SignInIn(In):
    """Who signs in."""

    identifier: Identifier
    password: Password
    device_name: DeviceName = None
    device_token: DeviceToken = None


class ConfirmSignInIn(In):
    """The code of a new device."""

    challenge: ChallengeName
    code: Code
    device_name: DeviceName = None


class RefreshIn(In):
    """The refresh token of a program; a web page leaves it to the cookie."""

    refresh_token: RefreshToken = None
    device_token: DeviceToken = None


class RecoverIn(In):
    """Whose account is to be recovered."""

    identifier: Identifier
    language: Annotated[
        str, Meta(description="Of who asks; the message is in the account's.", examples=["en"])
    ] = "en"


class RecoverCompleteIn(In):
    """The new password."""

    ticket: TicketName
    password: Password
    device_name: DeviceName = None


class StepUpIn(In):
    """The PIN."""

    pin: Pin


class PasswordIn(In):
    """The password that is and the one that is wanted."""

    current: Password
    new: Password


class PinIn(In):
    """A new PIN, by the current one or by password, challenge and code."""

    new_pin: Pin
    current_pin: Annotated[
        Annotated[str, Meta(max_length=20)] | None,
        Meta(description="The PIN that is.", examples=["739164"]),
    ] = None
    password: Annotated[
        str | None,
        Meta(description="When the PIN is forgotten.", examples=["mango tree by the well"]),
    ] = None
    challenge: Annotated[
        str | None,
        Meta(
            description="When the PIN is forgotten: of /me/pin/code.",
            examples=["Jx0bT5nGkq3cQYw1vVd7Zr2mPa8sLfEh9uXoIi4tN6g"],
        ),
    ] = None
    code: Annotated[
        str | None, Meta(description="When the PIN is forgotten.", examples=["204417"])
    ] = None


class ProfileIn(In):
    """What changes; what is absent stays."""

    name: Annotated[str | None, Meta(description="New name.", examples=["Asha Devi"])] = None
    email: Annotated[
        str | None,
        Meta(
            description="New e-mail, empty to remove it; needs Step-Up-Token.",
            examples=["asha@example.org"],
        ),
    ] = None
    handle: Annotated[
        Annotated[str, Meta(max_length=60)] | None,
        Meta(description="New handle.", examples=["asha@batua"]),
    ] = None
    language: Annotated[str | None, Meta(description="New language.", examples=["hi"])] = None
    time_zone: Annotated[
        str | None, Meta(description="New time zone.", examples=["Asia/Kolkata"])
    ] = None


class DeviceIn(In):
    """A device's new name."""

    name: Annotated[
        str,
        Meta(
            description="1 to 60 characters.",
            examples=["Kitchen tablet"],
            min_length=1,
            max_length=60,
        ),
    ]


class Challenge(msgspec.Struct):
    """A code is on its way, if there is somebody to send it to."""

    challenge: ChallengeName
    expires_at: Moment
    resend_after_s: Annotated[
        int, Meta(description="Seconds until another may be asked for.", examples=[30])
    ]
    sent_to: Annotated[
        str | None,
        Meta(description="Masked phone; null if asked by e-mail.", examples=["+91 ••••• ••210"]),
    ]

    @classmethod
    def of(cls, made: types.Challenge) -> "Challenge":
        return cls(made.token, made.expires_at, made.resend_after_s, made.sent_to)


class Ticket(msgspec.Struct):
    """The code was right; go on with this."""

    ticket: TicketName
    expires_at: Moment

    @classmethod
    def of(cls, made: types.Ticket) -> "Ticket":
        return cls(made.token, made.expires_at)


class Profile(msgspec.Struct):
    """What somebody sees of herself."""

    id: Id
    name: Name
    phone: Phone
    email: Annotated[str | None, Meta(description="E-mail.", examples=["asha@example.org"])]
    handle: Annotated[str | None, Meta(description="Handle.", examples=["asha@batua"])]
    language: Language
    time_zone: TimeZone
    photo_url: Annotated[
        str | None,
        Meta(
            description="Path of the photo; changes with it.",
            examples=["/api/v1/people/0197d5c0-0000-7000-8000-000000000001/photo?v=3f9a1c"],
        ),
    ]
    roles: Annotated[list[str], Meta(description="Roles.", examples=[["person"]])]
    created_at: Moment
    has_pin: Annotated[bool, Meta(description="Whether a PIN is set.", examples=[True])]

    @classmethod
    def of(cls, person: types.Person) -> "Profile":
        return cls(
            id=person.id,
            name=person.name,
            phone=person.phone,
            email=person.email,
            handle=person.handle,
            language=person.language,
            time_zone=person.time_zone,
            photo_url=person.photo_url,
            roles=sorted(person.roles),
            created_at=person.created_at,
            has_pin=person.has_pin,
        )


class Session(msgspec.Struct):
    """Somebody is signed in."""

    access_token: Annotated[
        str, Meta(description="JWT of ten minutes.", examples=["eyJhbGciOi.eyJpc3Mi.c2ln"])
    ]
    token_type: Annotated[str, Meta(description="Always Bearer.", examples=["Bearer"])]
    expires_in_s: Annotated[int, Meta(description="Life of the token.", examples=[600])]
    refresh_token: RefreshToken
    device_token: DeviceToken
    person: Annotated[Profile, Meta(description="Who is signed in.")]


class SignInOut(msgspec.Struct):
    """One of the two: signed in, or a code is needed because the device is new."""

    session: Annotated[Session | None, Meta(description="Signed in.")]
    challenge: Annotated[Challenge | None, Meta(description="A code is needed first.")]


class StepUp(msgspec.Struct):
    """Proof of the PIN, for the header Step-Up-Token."""

    token: Annotated[
        str, Meta(description="For five minutes.", examples=["eyJhbGciOi.eyJpc3Mi.c2ln"])
    ]
    expires_at: Moment


class DeviceSession(msgspec.Struct):
    """A live sign-in."""

    id: Id
    created_at: Moment
    last_used_at: Moment
    is_current: Annotated[bool, Meta(description="Whether it is this one.", examples=[True])]


class Device(msgspec.Struct):
    """A known device."""

    id: Id
    name: Annotated[str, Meta(description="Its name.", examples=["Chrome · Android"])]
    created_at: Moment
    last_seen_at: Moment
    is_current: Annotated[bool, Meta(description="Whether it is this one.", examples=[True])]
    sessions: Annotated[list[DeviceSession], Meta(description="Live sign-ins on it.")]


class Devices(msgspec.Struct):
    """All known devices."""

    items: Annotated[list[Device], Meta(description="The last used first.")]


class HandleOut(msgspec.Struct):
    """Whether a handle can be had."""

    available: Annotated[bool, Meta(description="Whether you can take it.", examples=[True])]
