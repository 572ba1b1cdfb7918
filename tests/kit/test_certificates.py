"""Certificates by which others sign."""

from datetime import UTC, datetime

import pytest

from batua.kit.certificates import Certificate, Signer

NOW = datetime(2026, 1, 2, tzinfo=UTC)


def test_what_was_signed_is_told_from_what_was_not():
    signer, other = Signer.named("a.example", NOW), Signer.named("a.example", NOW)
    found = Certificate.read(signer.pem)
    signature = signer.sign(b"text")
    assert found.has_signed(signature, b"text")
    assert not found.has_signed(signature, b"texu")
    assert not found.has_signed(signature[:-1] + bytes([signature[-1] ^ 1]), b"text")
    assert not found.has_signed(other.sign(b"text"), b"text")
    assert not found.has_signed(b"", b"text")


def test_a_certificate_tells_its_name_and_its_time():
    found = Certificate.read(Signer.named("a.example", NOW).pem)
    assert found.names == ("a.example",)
    assert found.since < NOW < found.until


@pytest.mark.parametrize("pem", [b"", b"nonsense", b"-----BEGIN CERTIFICATE-----"])
def test_what_is_no_certificate_is_none(pem):
    assert Certificate.read(pem) is None


def test_the_key_does_not_show():
    shown = repr(Signer.named("a.example", NOW))
    assert "PrivateKey" not in shown
