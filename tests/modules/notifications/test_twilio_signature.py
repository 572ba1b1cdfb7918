"""The published vectors of Twilio's signature hold, and fail after one flipped byte."""

from urllib.parse import urlencode

import pytest

from batua.modules.notifications.providers.twilio.callbacks import TwilioDoor

TOKEN = "12345"
FORM = "application/x-www-form-urlencoded"
CALL = urlencode(
    {
        "CallSid": "CA1234567890ABCDE",
        "Digits": "1234",
        "From": "+14158675309",
        "To": "+18005551212",
        "Caller": "+14158675309",
    }
)
TWICE = "Sid=CA123&SidAccount=AC123&Digits=5678&Digits=1234&Digits=1234"
HTTPS, PATH = "https://mycompany.com", "/myapp.php?foo=1&bar=2"
JSON = '{"property": "value", "boolean": true}'
SHA = "0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620"

VECTORS = [
    (HTTPS, PATH, CALL, FORM, "RSOYDt4T1cUTdK1PDd93/VVr8B8="),
    (f"{HTTPS}:443", PATH, CALL, FORM, "kvajT1Ptam85bY51eRf/AJRuM3w="),
    ("http://mycompany.com:80", PATH, CALL, FORM, "0ZXoZLH/DfblKGATFgpif+LLRf4="),
    ("http://mycompany.com:1234", PATH, CALL, FORM, "Zmvh+3yNM1Phv2jhDCwEM3q5ebU="),
    (HTTPS, PATH, TWICE, FORM, "IK+Dwps556ElfBT0I3Rgjkr1wJU="),
    (HTTPS, f"{PATH}&bodySHA256={SHA}", JSON, "application/json", "a9nBmqA0ju/hNViExpshrM61xv4="),
]


@pytest.mark.parametrize(("base", "path", "body", "kind", "signature"), VECTORS)
def test_each_vector_holds_and_one_flipped_byte_breaks_it(
    base: str, path: str, body: str, kind: str, signature: str
) -> None:
    def holds(
        *,
        token: str = TOKEN,
        path: str = path,
        body: str = body,
        signature: str = signature,
    ) -> bool:
        return TwilioDoor(base, token).is_signed(path, body.encode(), signature, kind)

    assert holds()
    assert not holds(token="12346")
    assert not holds(path=path.replace("foo=1", "foo=2"))
    flipped = chr(ord(signature[3]) ^ 1)
    assert not holds(signature=signature[:3] + flipped + signature[4:])
    assert not holds(signature="")
    for place in range(0, len(body), 7):
        other = body[:place] + chr(ord(body[place]) ^ 1) + body[place + 1 :]
        assert not holds(body=other), other


def test_a_port_that_a_proxy_adds_or_takes_does_not_matter() -> None:
    signature = VECTORS[0][-1]
    for base in (HTTPS, f"{HTTPS}:443"):
        assert TwilioDoor(base, TOKEN).is_signed(PATH, CALL.encode(), signature, FORM)
    assert not TwilioDoor(f"{HTTPS}:444", TOKEN).is_signed(PATH, CALL.encode(), "x", FORM)


def test_a_body_of_another_kind_is_signed_by_its_digest_alone() -> None:
    door, signature = TwilioDoor(HTTPS, TOKEN), VECTORS[-1][-1]
    assert not door.is_signed(PATH, JSON.encode(), VECTORS[0][-1], "application/json")
    path = f"{PATH}&bodySHA256={SHA}"
    assert not door.is_signed(path, JSON.encode() + b" ", signature, "application/json")
