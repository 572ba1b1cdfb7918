"""How we reach Twilio, and how it reaches us."""

from dataclasses import dataclass, field
from typing import ClassVar

import msgspec

from batua.kit.settings import SettingsError, register


@register
@dataclass(frozen=True, slots=True)
class TwilioSettings:
    """An account at Twilio; a sender that is empty leaves its channel as it is."""

    ENV_PREFIX: ClassVar[str] = "BATUA_TWILIO_"
    url: str = field(default="https://api.twilio.com", metadata={"help": "Address of the API."})
    account_sid: str = field(default="", metadata={"help": "AC… of the account; empty for none."})
    auth_token: str = field(
        default="", repr=False, metadata={"help": "The account's auth token; signs callbacks too."}
    )
    sms_from: str = field(
        default="", metadata={"help": "Number, name, or MG… that text messages come from."}
    )
    call_from: str = field(default="", metadata={"help": "Number that calls come from."})
    whatsapp_from: str = field(default="", metadata={"help": "Number of WhatsApp messages."})
    content: str = field(
        default="{}",
        metadata={"help": 'Approved WhatsApp templates: {"group_loan_late.hi": "HX…"}.'},
    )
    person_number: str = field(
        default="", metadata={"help": "Who is called when somebody presses 0; empty for nobody."}
    )
    callback_url: str = field(
        default="", metadata={"help": "Our address as Twilio reaches it; empty: the public one."}
    )

    @property
    def content_sids(self) -> dict[str, str]:
        """Names of approved templates by kind and language.

        refuses  SettingsError
        """
        try:
            return msgspec.json.decode(self.content, type=dict[str, str])
        except msgspec.MsgspecError as error:
            raise SettingsError("BATUA_TWILIO_CONTENT is no JSON of template names.") from error
