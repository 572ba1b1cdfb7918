"""The rails that are connected, and which of them comes first."""

import os

import pytest

from batua.apps import sandboxed
from batua.kit.secrets import KeyRing
from batua.kit.settings import SettingsError, load
from batua.modules.gateways.providers import registry

ADDRESS = "http://127.0.0.1:8001"


def test_without_keys_nothing_is_connected(monkeypatch):
    for variable in [one for one in os.environ if one.startswith("BATUA_GATEWAYS_")]:
        monkeypatch.delenv(variable)
    assert registry.connected() == {}


def test_an_installation_speaks_to_every_stand_in(keys: KeyRing):
    env = sandboxed.settings(keys, "http://127.0.0.1:8000", ADDRESS, {})
    for name, rail in registry.RAILS.items():
        found = load(rail.settings, env)
        assert found.url == f"{ADDRESS}/{name}"
        assert rail.connect(found) is not None
    assert env["BATUA_SANDBOX_WEBHOOKS_URL"] == "http://127.0.0.1:8000/api/v1/webhooks"


@pytest.mark.parametrize("name", list(registry.RAILS))
def test_a_true_key_never_goes_to_a_stand_in(keys: KeyRing, name):
    """Whoever sets anything of a provider sets all of it."""
    prefix = registry.RAILS[name].settings.ENV_PREFIX
    env = sandboxed.settings(keys, "http://127.0.0.1:8000", ADDRESS, {f"{prefix}URL": "https://x"})
    assert not [variable for variable in env if variable.startswith(prefix)]


def test_those_that_are_named_come_first():
    assert registry.first(("stripe",), ["sandbox", "razorpay", "stripe"]) == [
        *("stripe", "sandbox", "razorpay")
    ]
    assert registry.first((), ["sandbox", "stripe"]) == ["sandbox", "stripe"]


def test_one_that_is_named_and_not_connected_stops_the_start():
    with pytest.raises(SettingsError, match="other, which is not connected"):
        registry.first(("other",), ["sandbox"])
