"""The door of notifications: tell people, inside the app and outside it, and show what was told."""

from batua.modules.notifications.service.afterwards import (
    note_reply,
    note_status,
    speech,
    speech_ticket,
)
from batua.modules.notifications.service.codes import change_code_dlt, code_templates
from batua.modules.notifications.service.costing import (
    asking,
    change_tariff,
    sums,
    take_code,
    tariffs,
)
from batua.modules.notifications.service.costing import settle as settle_price
from batua.modules.notifications.service.digesting import preview_digest, write_digests
from batua.modules.notifications.service.doors import Doors, forged
from batua.modules.notifications.service.falling import change_order, order, orders
from batua.modules.notifications.service.keeping import keys
from batua.modules.notifications.service.looking import all_deliveries, deliveries, look, looks
from batua.modules.notifications.service.pushing import (
    Push,
    PushKeys,
    forget_device,
    forget_session,
    push_devices,
    start_push,
    stop_push,
)
from batua.modules.notifications.service.sealing import rotate_keys
from batua.modules.notifications.service.sending import (
    call_back,
    dispatch,
    forget,
    go_on_unconfirmed,
    queue_due,
    send,
    try_again,
)
from batua.modules.notifications.service.telling import (
    count_unread,
    end_message,
    is_first_device,
    mark_read,
    notifications,
    queue_message,
    sweep_messages,
    take_message,
    tell,
)
from batua.modules.notifications.service.templates import (
    change_dlt,
    change_template,
    dlt,
    preview,
    template,
    templates,
)
from batua.modules.notifications.service.wishing import change_wishes, unsubscribe, wishes

__all__ = [
    "Doors",
    "Push",
    "PushKeys",
    "all_deliveries",
    "asking",
    "call_back",
    "change_code_dlt",
    "change_dlt",
    "change_order",
    "change_tariff",
    "change_template",
    "change_wishes",
    "code_templates",
    "count_unread",
    "deliveries",
    "dispatch",
    "dlt",
    "end_message",
    "forged",
    "forget",
    "forget_device",
    "forget_session",
    "go_on_unconfirmed",
    "is_first_device",
    "keys",
    "look",
    "looks",
    "mark_read",
    "note_reply",
    "note_status",
    "notifications",
    "order",
    "orders",
    "preview",
    "preview_digest",
    "push_devices",
    "queue_due",
    "queue_message",
    "rotate_keys",
    "send",
    "settle_price",
    "speech",
    "speech_ticket",
    "start_push",
    "stop_push",
    "sums",
    "sweep_messages",
    "take_code",
    "take_message",
    "tariffs",
    "tell",
    "template",
    "templates",
    "try_again",
    "unsubscribe",
    "wishes",
    "write_digests",
]
