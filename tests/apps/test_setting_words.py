"""Each setting that officers can fill in has a name and help in each language of the web app."""

import json
from pathlib import Path

import pytest

from batua.apps.joining import channel_specs
from batua.kit.connections.merging import open_fields
from batua.kit.secrets import KeyRing
from batua.kit.web import WebSettings
from batua.modules.gateways.providers import registry

LOCALES = Path(__file__).parents[2] / "web" / "src" / "locales"


def names_of_settings() -> set[str]:
    """By every provider and channel, as the form of its keys lists them."""
    ring = KeyRing({"k001": bytes(32)}, bytes(32))
    specs = [*registry.specs(), *channel_specs(WebSettings(), ring)]
    return {field.name for spec in specs for field in open_fields(spec.settings)}


@pytest.mark.parametrize("language", ["en", "hi"])
def test_each_setting_has_words(language: str) -> None:
    words = json.loads((LOCALES / language / "office" / "connection-fields.json").read_text())
    assert set(words) == names_of_settings()
    assert all(one["name"] and one["help"] for one in words.values())
