"""How people are reached outside the app: which provider carries which channel, by the settings."""

from contextlib import AsyncExitStack

from batua.kit import settings
from batua.kit.web import WebSettings
from batua.modules.notifications.providers.sandbox_channels import ChannelSettings, SandboxChannels
from batua.modules.notifications.providers.smtp import SmtpChannel, SmtpSettings
from batua.modules.notifications.types import Channel, Channels, Via


def channels(stack: AsyncExitStack, web: WebSettings) -> Channels:
    """What carries each channel: a provider of its own where one is set, else the sandbox.

    A channel that nothing carries is not there.
    """
    found = _sandbox(stack)
    smtp = settings.load(SmtpSettings)
    if smtp.host:
        found[Via.EMAIL] = SmtpChannel(smtp, web.public_url)
    return found


def _sandbox(stack: AsyncExitStack) -> dict[Via, Channel]:
    chosen = settings.load(ChannelSettings)
    if not chosen.url:
        return {}
    made = SandboxChannels(chosen)
    stack.push_async_callback(made.aclose)
    return dict(made.by_name)
