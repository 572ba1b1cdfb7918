"""Files in a real S3 server: moto's, in a process and an environment of its own (requirements/s3.in)."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from obstore.exceptions import BaseError
from tests.sandbox.server import free_port

from batua.kit.files import Files, FileSettings

pytestmark = pytest.mark.xdist_group("s3")

PYTHON = Path(sys.prefix) / "s3" / "bin" / "python"
BUCKET = "batua-files"
LARGE = 12 * 1024 * 1024 + 7
"""More than goes in one piece, and no whole number of pieces."""
POLICY = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}'


@dataclass(frozen=True)
class Server:
    """A running S3 server that knows one key."""

    url: str
    key: str
    secret: str

    def files(self, url: str = f"s3://{BUCKET}/house", **other: str) -> Files:
        known = {"access_key_id": self.key, "secret_access_key": self.secret, **other}
        return Files.from_settings(FileSettings(url=url, endpoint=self.url, **known))


@pytest.fixture(scope="session")
def s3() -> Iterator[Server]:
    """The server with a bucket, a person who may use it, and her key; others are refused."""
    assert PYTHON.exists(), "the S3 server is not installed: make .venv/.s3"
    url = f"http://127.0.0.1:{free_port()}"
    # So many calls are made before keys are asked for: those that make the person and the bucket.
    env = {**os.environ, "INITIAL_NO_AUTH_ACTION_COUNT": "4", "PYTHONWARNINGS": "ignore"}
    command = [str(PYTHON), "-m", "moto.server", "-H", "127.0.0.1", "-p", url.rpartition(":")[2]]
    process = subprocess.Popen(
        command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        with httpx.Client(base_url=url, timeout=60, trust_env=False) as client:
            _wait(client, process)
            yield _prepared(client, url)
    finally:
        process.terminate()
        process.wait(20)


def _wait(client: httpx.Client, process: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        assert process.poll() is None, "the S3 server ended at its start"
        try:
            if client.get("/moto-api/").is_success:
                return
        except httpx.TransportError:
            time.sleep(0.05)
    raise AssertionError("the S3 server did not start")


def _prepared(client: httpx.Client, url: str) -> Server:
    def ask(action: str, **more: str) -> str:
        answer = client.post(
            "/",
            data={"Action": action, "Version": "2010-05-08", "UserName": "batua", **more},
            headers=_as_of("iam"),
        )
        assert answer.is_success, answer.text
        return answer.text

    ask("CreateUser")
    ask("PutUserPolicy", PolicyName="files", PolicyDocument=POLICY)
    made = ask("CreateAccessKey")
    assert client.put(f"/{BUCKET}", headers=_as_of("s3")).is_success
    key, secret = (
        re.findall(f"<{name}>(.*?)</{name}>", made)[0]
        for name in ("AccessKeyId", "SecretAccessKey")
    )
    return Server(url, key, secret)


def _as_of(service: str) -> dict[str, str]:
    """By this the server knows whom of its services is meant."""
    scope = f"nobody/20260101/us-east-1/{service}/aws4_request"
    return {
        "authorization": f"AWS4-HMAC-SHA256 Credential={scope}, SignedHeaders=host, Signature=0"
    }


async def test_what_is_put_is_there_until_it_is_deleted(s3: Server) -> None:
    files = s3.files()
    await files.put("people/one/picture.webp", b"\x00first", "image/webp")
    assert await files.get("people/one/picture.webp") == b"\x00first"
    await files.put("people/one/picture.webp", b"second", "image/webp")
    assert await files.get("people/one/picture.webp") == b"second"
    await files.delete("people/one/picture.webp")
    assert await files.get("people/one/picture.webp") is None
    await files.delete("people/one/picture.webp")


async def test_an_empty_file_is_a_file(s3: Server) -> None:
    files = s3.files()
    await files.put("empty", b"", "text/plain")
    assert await files.get("empty") == b""


async def test_a_key_that_others_begin_with_is_a_key_of_its_own(s3: Server) -> None:
    files = s3.files()
    await files.put("receipts/1", b"one", "image/png")
    await files.put("receipts/10", b"ten", "image/png")
    await files.delete("receipts/1")
    assert await files.get("receipts/1") is None
    assert await files.get("receipts/10") == b"ten"
    assert await files.get("receipts") is None


async def test_a_large_file_goes_in_pieces_and_comes_back_whole(s3: Server) -> None:
    content = os.urandom(4096) * (LARGE // 4096) + b"the end"
    files = s3.files()
    await files.put("large.bin", content, "application/octet-stream")
    assert await files.get("large.bin") == content


async def test_a_prefix_keeps_houses_apart_in_one_bucket(s3: Server) -> None:
    one, other, all_of_it = (s3.files(f"s3://{BUCKET}{path}") for path in ("/a", "/b", ""))
    await one.put("shared/name", b"of a", "text/plain")
    assert await other.get("shared/name") is None
    assert await all_of_it.get("a/shared/name") == b"of a"


async def test_nobody_without_a_key_reads_it(s3: Server) -> None:
    await s3.files().put("cards/one.png", b"png", "image/png")
    async with httpx.AsyncClient(base_url=s3.url, trust_env=False) as client:
        answer = await client.get(f"/{BUCKET}/house/cards/one.png")
    assert (answer.status_code, b"png" in answer.content) == (403, False)


@pytest.mark.parametrize(
    "wrong",
    [
        {"access_key_id": "AKIANOBODYKNOWSTHIS1"},
        {"secret_access_key": "not the secret that goes with it"},
    ],
)
async def test_a_wrong_key_is_refused_and_changes_nothing(
    s3: Server, wrong: dict[str, str]
) -> None:
    files = s3.files()
    await files.put("kept", b"kept", "text/plain")
    stranger = s3.files(**wrong)
    for step in (
        stranger.put("kept", b"changed", "text/plain"),
        stranger.get("kept"),
        stranger.delete("kept"),
    ):
        with pytest.raises((BaseError, OSError)) as raised:
            await step
        assert s3.secret not in str(raised.value)
    assert await files.get("kept") == b"kept"


async def test_a_bucket_that_is_not_there_is_no_place_for_files(s3: Server) -> None:
    files = s3.files("s3://nobody-made-this-one")
    with pytest.raises((BaseError, OSError)):
        await files.put("name", b"bytes", "text/plain")


async def test_a_server_that_is_not_there_is_no_place_for_files() -> None:
    files = Server(f"http://127.0.0.1:{free_port()}", "key", "secret").files()
    with pytest.raises((BaseError, OSError)):
        await files.put("name", b"bytes", "text/plain")
