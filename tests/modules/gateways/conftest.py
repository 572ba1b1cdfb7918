"""The sandbox is running for these tests."""

from tests.sandbox.fixtures import receiver, sandbox, sandbox_server

__all__ = ["receiver", "sandbox", "sandbox_server"]
