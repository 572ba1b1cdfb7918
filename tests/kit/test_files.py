"""Files are kept, replaced and removed alike in a folder and in S3-compatible storage."""

import asyncio
import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from batua.kit.files import Files, FileSettings
from batua.kit.settings import SettingsError


class Bucket(BaseHTTPRequestHandler):
    """The three requests of S3 that we use, answered over real HTTP."""

    kept: dict[str, tuple[bytes, str]]

    def do_PUT(self) -> None:
        size = int(self.headers["Content-Length"])
        self.kept[self.path] = (self.rfile.read(size), self.headers.get("Content-Type", ""))
        self.answer(200)

    def do_GET(self) -> None:
        found = self.kept.get(self.path)
        self.answer(404 if found is None else 200, b"" if found is None else found[0])

    def do_POST(self) -> None:
        """Keys are deleted by a list; each is confirmed, whether it was there or not."""
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        keys = re.findall(r"<Key>(.*?)</Key>", body)
        for key in keys:
            self.kept.pop(f"{self.path.partition('?')[0]}/{key}", None)
        done = "".join(f"<Deleted><Key>{key}</Key></Deleted>" for key in keys)
        self.answer(200, f"<DeleteResult>{done}</DeleteResult>".encode())

    def answer(self, status: int, body: bytes = b"") -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("ETag", '"1"')
        self.send_header("Last-Modified", "Tue, 01 Jan 2030 00:00:00 GMT")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_args: object) -> None:
        pass


@pytest.fixture
def bucket():
    served = type("Served", (Bucket,), {"kept": {}})
    server = ThreadingHTTPServer(("127.0.0.1", 0), served)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(params=["folder", "s3"])
def files(request, tmp_path) -> Files:
    if request.param == "folder":
        return Files.from_settings(FileSettings(url=str(tmp_path / "new" / "folder")))
    server = request.getfixturevalue("bucket")
    return Files.from_settings(
        FileSettings(
            url="s3://photos/batua",
            endpoint=f"http://127.0.0.1:{server.server_port}",
            access_key_id="test",
            secret_access_key="test",
        )
    )


def test_what_is_put_can_be_got_replaced_and_deleted(files):
    async def walk() -> None:
        assert await files.get("photo/1.jpg") is None
        await files.put("photo/1.jpg", b"one", "image/jpeg")
        assert await files.get("photo/1.jpg") == b"one"
        await files.put("photo/1.jpg", b"two", "image/jpeg")
        assert await files.get("photo/1.jpg") == b"two"
        await files.delete("photo/1.jpg")
        assert await files.get("photo/1.jpg") is None
        await files.delete("photo/1.jpg")

    asyncio.run(walk())


def test_s3_is_told_the_content_type_under_the_prefix(bucket):
    files = Files.from_settings(
        FileSettings(
            url="s3://photos/batua",
            endpoint=f"http://127.0.0.1:{bucket.server_port}",
            access_key_id="test",
            secret_access_key="test",
        )
    )
    asyncio.run(files.put("a.png", b"x", "image/png"))
    assert bucket.RequestHandlerClass.kept == {"/photos/batua/a.png": (b"x", "image/png")}


@pytest.mark.parametrize("key", ["", "../up", "a/../../b", "/root", "A", "a b", "a\n", "a" * 300])
def test_a_key_that_is_not_ours_is_refused(tmp_path, key):
    files = Files.from_settings(FileSettings(url=str(tmp_path)))
    with pytest.raises(ValueError, match="key"):
        asyncio.run(files.put(key, b"x", "text/plain"))
    assert list(tmp_path.iterdir()) == []


def test_a_bucket_needs_a_name():
    with pytest.raises(SettingsError, match="BATUA_FILES_URL"):
        Files.from_settings(FileSettings(url="s3:///prefix"))
