"""The bot itself, its application, other users, direct channels and where the gateway is."""

from __future__ import annotations

from sandbox.errors import unknown
from sandbox.payloads import Json
from sandbox.permissions import base
from sandbox.rest.call import Call
from sandbox.rest.routing import route
from sandbox.sessions import IDENTIFIES_A_DAY
from sandbox.verbs import direct, members


@route("GET", "/users/@me")
def get_me(call: Call) -> Json:
    return call.world.bot_account()


@route("GET", "/users/{user_id}")
def get_user(call: Call) -> Json:
    if call.path["user_id"] not in call.world.users:
        raise unknown("User")
    return call.world.users[call.path["user_id"]]


@route("GET", "/users/@me/guilds")
def get_my_guilds(call: Call) -> list[Json]:
    bot = call.world.application_id
    after, limit = int(call.query.get("after", 0)), call.number("limit", 200, 1, 200)
    guilds = [guild for guild in call.world.bot_guilds() if int(guild.id) > after][:limit]
    return [
        {
            "id": guild.id, "name": guild.name, "icon": None, "banner": None, "owner": guild.owner_id == bot,
            "permissions": str(base(guild, guild.members[bot]).value), "features": guild.settings["features"],
        } | (_counts(len(guild.members)) if call.flag("with_counts") else {})
        for guild in guilds
    ]  # fmt: skip


def _counts(members: int) -> Json:
    return {"approximate_member_count": members, "approximate_presence_count": members}


@route("DELETE", "/users/@me/guilds/{guild_id}")
def leave_guild(call: Call) -> None:
    members.remove_bot(call.world, call.guild())


@route("POST", "/users/@me/channels")
def open_direct_channel(call: Call) -> Json:
    return direct.open_channel(call.world, call.body["recipient_id"])


@route("GET", "/applications/@me")
@route("GET", "/oauth2/applications/@me")
def get_application(call: Call) -> Json:
    world = call.world
    owner = next((person.account for person in world.people.values()), world.users[world.application_id])
    return {
        "id": world.application_id, "name": world.bot_account()["username"], "icon": None, "description": "",
        "type": None, "flags": 0, "flags_new": "0", "verify_key": "0" * 64, "owner": owner, "team": None,
        "bot_public": True, "bot_require_code_grant": False, "redirect_uris": [],
        "interactions_endpoint_url": None, "role_connections_verification_url": None,
        "approximate_guild_count": len(world.bot_guilds()), "approximate_user_install_count": 0,
        "approximate_user_authorization_count": 0, "explicit_content_filter": 0, "eligible_oauth2_scopes": [],
        "event_webhooks_status": 1,
    }  # fmt: skip


@route("GET", "/gateway")
def get_gateway(call: Call) -> Json:
    return {"url": call.world.gateway_url}


@route("GET", "/gateway/bot")
def get_gateway_bot(call: Call) -> Json:
    left, resets = call.world.sessions.budget()
    limit = {
        "total": IDENTIFIES_A_DAY, "remaining": left, "reset_after": int(resets * 1000), "max_concurrency": 1,
    }  # fmt: skip
    return {"url": call.world.gateway_url, "shards": 1, "session_start_limit": limit}
