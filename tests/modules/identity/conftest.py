"""Identity at the lowest hashing cost, with an outbox in the place of text messages."""

from pathlib import Path

import pytest
from tests.modules.identity.given import CHEAP, Outbox

from batua.kit.files import Files, FileSettings
from batua.kit.secrets import KeyRing
from batua.modules.identity.service import Hasher, Means


@pytest.fixture
def outbox() -> Outbox:
    """Every text message, in order."""
    return Outbox()


@pytest.fixture
def means(keys: KeyRing, outbox: Outbox, tmp_path: Path) -> Means:
    """What the verbs need."""
    files = Files.from_settings(FileSettings(url=str(tmp_path / "files")))
    return Means(keys=keys, hasher=Hasher(CHEAP), messenger=outbox, files=files)
