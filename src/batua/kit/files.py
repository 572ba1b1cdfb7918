"""Files by key: in a folder by default, in S3-compatible storage by setting."""

import re
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final, Self
from urllib.parse import urlsplit

import obstore
from obstore.store import LocalStore, MemoryStore, ObjectStore, S3Store

from batua.kit import settings

if TYPE_CHECKING:
    from obstore.store import S3Config  # a name of its type stubs only

_KEY: Final = re.compile(r"(?!.*\.\.)[a-z0-9][a-z0-9._/-]{0,254}")


@settings.register
@dataclass(frozen=True)
class FileSettings:
    """Where files live."""

    ENV_PREFIX: ClassVar[str] = "BATUA_FILES_"

    url: str = field(
        default="data/files",
        metadata={"help": "A folder, or s3://bucket/prefix."},
    )
    endpoint: str = field(default="", metadata={"help": "The address of an S3-compatible server."})
    region: str = field(default="us-east-1", metadata={"help": "The region of the bucket."})
    access_key_id: str = field(default="", metadata={"help": "The name of the S3 key."})
    secret_access_key: str = field(default="", repr=False, metadata={"help": "The S3 key itself."})


class Files:
    """A flat store of bytes; keys are lower-case paths that we make, never a person's words."""

    def __init__(self, store: ObjectStore) -> None:
        self._store = store

    @classmethod
    def from_settings(cls, given: FileSettings) -> Self:
        """The store that the settings name; a folder is made when it is missing."""
        if given.url.startswith("s3://"):
            return cls(_bucket(given))
        folder = Path(given.url.removeprefix("file://")).expanduser().absolute()
        return cls(LocalStore(folder, mkdir=True))

    @classmethod
    def in_memory(cls) -> Self:
        """A store that is gone with its process, for tests and for work that keeps no files."""
        return cls(MemoryStore())

    async def put(self, key: str, content: bytes, content_type: str) -> None:
        """Keep some bytes under a key; a second put replaces the first."""
        # A folder has no place for the type, so readers that need it keep it in their own table.
        is_folder = isinstance(self._store, LocalStore)
        attributes = None if is_folder else {"Content-Type": content_type}
        await obstore.put_async(self._store, _checked(key), content, attributes=attributes)

    async def get(self, key: str) -> bytes | None:
        """The bytes of a key, or None."""
        try:
            found = await obstore.get_async(self._store, _checked(key))
        except FileNotFoundError:
            return None
        return bytes(await found.bytes_async())

    async def delete(self, key: str) -> None:
        """Remove a key; removing what is not there is no error."""
        try:
            await obstore.delete_async(self._store, _checked(key))
        except FileNotFoundError:
            return


def _bucket(given: FileSettings) -> S3Store:
    parts = urlsplit(given.url)
    if not parts.netloc:
        raise settings.SettingsError("BATUA_FILES_URL names no bucket: write s3://bucket/prefix.")
    config: S3Config = {"region": given.region}
    if given.endpoint:
        config["endpoint"] = given.endpoint
    if given.access_key_id:
        config["access_key_id"] = given.access_key_id
        config["secret_access_key"] = given.secret_access_key
    return S3Store(
        parts.netloc,
        prefix=parts.path.strip("/") or None,
        config=config,
        client_options={"allow_http": given.endpoint.startswith("http://"), "timeout": "30s"},
        retry_config={"max_retries": 3, "retry_timeout": timedelta(seconds=30)},
    )


def _checked(key: str) -> str:
    if not _KEY.fullmatch(key):
        raise ValueError("a key is a lower-case path without dots in a row")
    return key
