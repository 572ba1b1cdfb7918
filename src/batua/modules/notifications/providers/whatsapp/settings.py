"""How we reach the Cloud API, and how Meta reaches us."""

from dataclasses import dataclass, field
from typing import ClassVar, Final, NamedTuple

import msgspec

from batua.kit.settings import SettingsError, register

CLOUD: Final = "cloud"
TWILIO: Final = "twilio"


class Approved(NamedTuple):
    """A template as Meta knows it: its name, and the language it was approved in."""

    name: str
    language: str


@register
@dataclass(frozen=True, slots=True)
class WhatsAppSettings:
    """A number at the WhatsApp Cloud API."""

    ENV_PREFIX: ClassVar[str] = "BATUA_WHATSAPP_"
    url: str = field(
        default="https://graph.facebook.com", metadata={"help": "Address of the Graph API."}
    )
    version: str = field(default="v23.0", metadata={"help": "Version of the Graph API."})
    phone_number_id: str = field(
        default="", metadata={"help": "Meta's id of our number; empty for none."}
    )
    access_token: str = field(
        default="", repr=False, metadata={"help": "Token of the system user that sends."}
    )
    app_secret: str = field(
        default="", repr=False, metadata={"help": "The app's secret; signs callbacks."}
    )
    verify_token: str = field(
        default="", repr=False, metadata={"help": "What Meta shows when it asks for our address."}
    )
    templates: str = field(
        default="{}",
        metadata={"help": 'Approved templates: {"group_loan_late.en": "loan_late:en_US"}.'},
    )
    carrier: str = field(
        default=CLOUD,
        metadata={"help": "Who carries WhatsApp when both are connected: cloud or twilio."},
    )

    @property
    def approved(self) -> dict[str, Approved]:
        """Approved templates by kind and language.

        refuses  SettingsError
        """
        try:
            found = msgspec.json.decode(self.templates, type=dict[str, str])
        except msgspec.MsgspecError as error:
            raise SettingsError("BATUA_WHATSAPP_TEMPLATES is no JSON of template names.") from error
        return {key: _approved(key, value) for key, value in found.items()}


def _approved(key: str, value: str) -> Approved:
    name, _, language = value.partition(":")
    return Approved(name, language or key.rpartition(".")[2])
