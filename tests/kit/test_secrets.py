"""Secrets open only with their key, for their purpose, unaltered; indexes outlive rotation."""

import base64
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from batua.kit import secrets
from batua.kit.secrets import KeyRing, KeySettings, UnreadableSecret
from batua.kit.settings import SettingsError, load

OLD, NEW, INDEX = bytes(range(32)), bytes(range(32, 64)), bytes(range(64, 96))


@pytest.fixture
def ring() -> KeyRing:
    return KeyRing({"0001": OLD}, INDEX)


@pytest.fixture
def rotated() -> KeyRing:
    return KeyRing({"0002": NEW, "0001": OLD}, INDEX)


@given(st.binary(max_size=300), st.text(min_size=1, max_size=30))
def test_a_secret_opens_for_its_purpose(plain, purpose):
    ring = KeyRing({"0001": OLD}, INDEX)
    assert ring.decrypt(ring.encrypt(plain, purpose=purpose), purpose=purpose) == plain


def test_a_text_may_be_of_any_script(ring):
    assert ring.open(ring.seal("आशा देवी", purpose="name"), purpose="name") == "आशा देवी"


def test_the_blob_has_the_documented_shape(ring):
    blob = ring.encrypt(b"x" * 10, purpose="name")
    assert blob[:1] == b"\x01"
    assert blob[1:5] == b"0001"
    assert len(blob) == 1 + 4 + 12 + 10 + 16


def test_the_same_text_is_never_sealed_to_the_same_bytes(ring):
    assert len({ring.seal("same", purpose="name") for _ in range(100)}) == 100


def test_another_purpose_does_not_open(ring):
    blob = ring.seal("asha", purpose="identity.name")
    with pytest.raises(UnreadableSecret):
        ring.open(blob, purpose="identity.email")


@pytest.mark.parametrize("at", [0, 1, 4, 5, 16, 17, -1])
def test_one_altered_byte_does_not_open(ring, at):
    blob = bytearray(ring.seal("asha", purpose="name"))
    blob[at] ^= 1
    with pytest.raises(UnreadableSecret):
        ring.open(bytes(blob), purpose="name")


@pytest.mark.parametrize("blob", [b"", b"\x01", b"\x01" + b"0001" + b"x" * 12, b"\x02" * 60])
def test_what_was_never_sealed_does_not_open(ring, blob):
    with pytest.raises(UnreadableSecret):
        ring.open(blob, purpose="name")


def test_a_rotated_ring_opens_old_secrets_and_seals_with_the_new_key(ring, rotated):
    old = ring.seal("asha", purpose="name")
    assert rotated.open(old, purpose="name") == "asha"
    assert rotated.needs_rotation(old)
    fresh = rotated.rotated(old, purpose="name")
    assert not rotated.needs_rotation(fresh)
    assert rotated.open(fresh, purpose="name") == "asha"
    with pytest.raises(UnreadableSecret):
        ring.open(fresh, purpose="name")


def test_the_blind_index_survives_rotation_and_differs_by_purpose(ring, rotated):
    phone = ring.index("+919876543210", purpose="phone")
    assert len(phone) == 32
    assert rotated.index("+919876543210", purpose="phone") == phone
    assert ring.index("+919876543211", purpose="phone") != phone
    assert ring.index("+919876543210", purpose="email") != phone
    assert KeyRing({"0001": OLD}, NEW).index("+919876543210", purpose="phone") != phone


def test_token_keys_are_their_own_and_known_by_id(ring, rotated):
    assert rotated.current_id == "0002"
    assert rotated.ids == ("0002", "0001")
    assert rotated.jwt_key("0001") == ring.jwt_key()
    assert rotated.jwt_key() != rotated.jwt_key("0001")
    assert ring.jwt_key() not in {OLD, INDEX}
    with pytest.raises(UnreadableSecret):
        ring.jwt_key("0009")


def env(keys: str, index_key: str = "") -> KeyRing:
    given = load(
        KeySettings,
        {"BATUA_KEYS": keys, "BATUA_INDEX_KEY": index_key or base64.b64encode(INDEX).decode()},
    )
    return KeyRing.from_settings(given)


def test_generated_settings_make_a_ring_that_can_rotate():
    first = secrets.new_key_setting()
    second = secrets.new_key_setting(first)
    blob = env(first).seal("asha", purpose="name")
    assert env(second).open(blob, purpose="name") == "asha"
    assert env(second).needs_rotation(blob)
    assert env(second).ids == ("0002", "0001")


GOOD = base64.b64encode(OLD).decode()


@pytest.mark.parametrize(
    "keys",
    ["x", "0001", "0001:", "0001:???", "0001:c2hvcnQ=", f"TOOLONG:{GOOD}", f":{GOOD}"]
    + [f"0001:{GOOD},0001:{GOOD}", f"0001:{GOOD},"],
)
def test_bad_key_settings_are_refused_without_showing_them(keys):
    with pytest.raises(SettingsError) as refused:
        env(keys)
    assert "BATUA_KEYS" in str(refused.value)
    assert GOOD not in str(refused.value)
    assert refused.value.__cause__ is None


def test_key_settings_do_not_print_keys():
    given = KeySettings(keys=f"0001:{GOOD}", index_key=GOOD)
    assert GOOD not in repr(given)


def test_digits_and_tokens_have_their_shape():
    codes = {secrets.digits(6) for _ in range(500)}
    assert all(len(code) == 6 and set(code) <= set(string.digits) for code in codes)
    assert len(codes) > 450
    assert len(secrets.token()) == 43
    assert secrets.equal("abc", b"abc")
    assert not secrets.equal("abc", "abd")
