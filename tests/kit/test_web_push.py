"""Web Push: the published example holds, and nobody else reads or signs."""

from datetime import UTC, datetime

import pytest

from batua.kit import web_push
from batua.kit.web_push import Unreadable, decoded, encoded

# RFC 8291, section 5.
AUTH = decoded("BTBZMqHH6r4Tts7J_aSIgg")
READER = decoded("q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94")
POINT = decoded(
    "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"
)
SALT = decoded("DGv6ra1nlYgDCS1FRnbzlw")
SENDER = decoded("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw")
PLAIN = b"When I grow up, I want to be a watermelon"
BODY = decoded(
    "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS"
    "6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qu"
    "lcy4a-fN"
)


def test_the_published_example_holds() -> None:
    assert web_push.public_of(READER) == POINT
    assert web_push.encrypt(PLAIN, POINT, AUTH, salt=SALT, sender=SENDER) == BODY
    assert web_push.decrypt(BODY, READER, AUTH) == PLAIN


@pytest.mark.parametrize("place", [*range(0, 16, 5), *range(21, len(BODY), 9)])
def test_one_flipped_byte_makes_it_unreadable(place: int) -> None:
    other = bytearray(BODY)
    other[place] ^= 1
    with pytest.raises(Unreadable):
        web_push.decrypt(bytes(other), READER, AUTH)


def test_only_the_reader_reads() -> None:
    for reader, auth in ((SENDER, AUTH), (READER, b"\0" * 16)):
        with pytest.raises(Unreadable):
            web_push.decrypt(BODY, reader, auth)
    for cut in (0, 20, 86, len(BODY) - 1):
        with pytest.raises(Unreadable):
            web_push.decrypt(BODY[:cut], READER, AUTH)


@pytest.mark.parametrize("size", [0, 1, 255, 256, 257, web_push.MOST_PLAIN])
def test_each_message_is_new_and_says_little_by_its_length(size: int) -> None:
    plain = bytes(index % 251 for index in range(size))
    first, second = (web_push.encrypt(plain, POINT, AUTH) for _ in range(2))
    assert first != second
    assert len(first) == len(second) <= web_push.MOST_BYTES
    assert web_push.decrypt(first, READER, AUTH) == plain
    with pytest.raises(ValueError, match="longer"):
        web_push.encrypt(b"x" * (web_push.MOST_PLAIN + 1), POINT, AUTH)


def test_short_messages_are_of_one_length() -> None:
    assert len({len(web_push.encrypt(b"x" * size, POINT, AUTH)) for size in range(1, 257)}) == 1


@pytest.mark.parametrize(
    ("p256dh", "auth"),
    [
        ("", encoded(AUTH)),
        (encoded(POINT), ""),
        (encoded(POINT[:-1]), encoded(AUTH)),
        (encoded(POINT[:-1] + b"\0"), encoded(AUTH)),
        (encoded(POINT), encoded(AUTH + b"1")),
        ("not base64!", encoded(AUTH)),
    ],
)
def test_what_is_no_key_of_a_browser(p256dh: str, auth: str) -> None:
    assert not web_push.is_fit(p256dh, auth)
    assert web_push.is_fit(encoded(POINT), encoded(AUTH))


def test_a_push_service_knows_who_sends() -> None:
    there, later = "https://push.example.net", datetime.now(UTC)
    header = web_push.authorization(SENDER, there, "mailto:a@example.org", later)
    ours = encoded(web_push.public_of(SENDER))
    assert web_push.sender_of(header, there) == ours
    assert web_push.sender_of(header, "https://other.example.net") is None
    assert web_push.sender_of(header.replace("vapid", "bearer"), there) is None
    claimed = header.replace(ours, encoded(POINT))
    assert web_push.sender_of(claimed, there) is None
    past = web_push.authorization(
        SENDER, there, "mailto:a@example.org", datetime(2020, 1, 1, tzinfo=UTC)
    )
    assert web_push.sender_of(past, there) is None
    for nothing in ("", "vapid", "vapid t=1", "vapid t=1, k=2", "vapid t=1, k=é"):
        assert web_push.sender_of(nothing, there) is None
