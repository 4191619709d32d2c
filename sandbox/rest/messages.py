"""Messages: reading, sending, editing, deleting; reactions and typing."""

from __future__ import annotations

from sandbox.enums import ChannelType
from sandbox.payloads import Json
from sandbox.permissions import Permission
from sandbox.rest.call import Call
from sandbox.rest.routing import route
from sandbox.verbs import messages, reactions

ME = "@me"


@route("GET", "/channels/{channel_id}/messages")
def history(call: Call) -> list[Json]:
    """Newest first. Without READ_MESSAGE_HISTORY there is nothing to read."""
    channel = call.channel()
    direct = channel["type"] == ChannelType.DM
    if not direct and not call.bot_at(channel).may(Permission.READ_MESSAGE_HISTORY, channel):
        return []
    stored = call.world.messages.history(channel["id"])
    return _page(call, stored, call.number("limit", 50, 1, 100))


def _page(call: Call, stored: list[Json], limit: int) -> list[Json]:
    query = call.query
    if "around" in query:
        middle, half = int(query["around"]), limit // 2
        older = [one for one in stored if int(one["id"]) < middle]
        others = [one for one in stored if int(one["id"]) >= middle]
        return [*older[len(older) - min(half, len(older)) :], *others[: limit - half]][::-1]
    if "after" in query:
        return [one for one in stored if int(one["id"]) > int(query["after"])][:limit][::-1]
    before = int(query.get("before", 1 << 64))
    return [one for one in stored if int(one["id"]) < before][::-1][:limit]


@route("GET", "/channels/{channel_id}/messages/{message_id}")
def get_message(call: Call) -> Json:
    messages.allow(call.world, call.world.application_id, call.channel(), Permission.READ_MESSAGE_HISTORY)
    return call.message()


@route("POST", "/channels/{channel_id}/messages")
def send_message(call: Call) -> Json:
    return messages.send(call.world, call.world.application_id, call.channel(), call.body, call.files)


@route("PATCH", "/channels/{channel_id}/messages/{message_id}")
def edit_message(call: Call) -> Json:
    return messages.edit(call.world, call.world.application_id, call.message(), call.body, call.files)


@route("DELETE", "/channels/{channel_id}/messages/{message_id}")
def delete_message(call: Call) -> None:
    messages.delete(call.world, call.world.application_id, call.message(), call.reason)


@route("POST", "/channels/{channel_id}/messages/bulk-delete")
def delete_messages(call: Call) -> None:
    channel = call.channel()
    bot = call.world.application_id
    messages.delete_many(call.world, bot, channel, call.body["messages"], call.reason)


@route("POST", "/channels/{channel_id}/typing")
def start_typing(call: Call) -> None:
    messages.type_in(call.world, call.world.application_id, call.channel())


@route("PUT", "/channels/{channel_id}/messages/{message_id}/reactions/{emoji}/@me")
def add_reaction(call: Call) -> None:
    reactions.add(call.world, call.world.application_id, call.message(), call.path["emoji"])


@route("DELETE", "/channels/{channel_id}/messages/{message_id}/reactions/{emoji}/{user_id}")
def remove_reaction(call: Call) -> None:
    bot = call.world.application_id
    whose = bot if call.path["user_id"] == ME else call.path["user_id"]
    reactions.remove(call.world, bot, call.message(), call.path["emoji"], whose)


@route("DELETE", "/channels/{channel_id}/messages/{message_id}/reactions/{emoji}")
@route("DELETE", "/channels/{channel_id}/messages/{message_id}/reactions")
def clear_reactions(call: Call) -> None:
    """All, or all of one emoji."""
    reactions.clear(call.world, call.world.application_id, call.message(), call.path.get("emoji"))


@route("GET", "/channels/{channel_id}/messages/{message_id}/reactions/{emoji}")
def list_reactions(call: Call) -> list[Json]:
    if call.number("type", 0, 0, 1):
        return []  # nobody here gives super reactions
    people = call.world.reactions.get(call.message()["id"], {}).get(call.path["emoji"], [])
    after, limit = int(call.query.get("after", 0)), call.number("limit", 25, 1, 100)
    return [call.world.users[one] for one in sorted(people, key=int) if int(one) > after][:limit]
