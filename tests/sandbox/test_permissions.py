"""Who may do what: the order of Discord's rules, and what must hold whatever the roles and overwrites are."""

from dataclasses import dataclass, field
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sandbox import permissions
from sandbox.permissions import DEFAULT_EVERYONE, Permission, base, within

EVERYONE, YOUNG, OLD, MEI, RUTH, OWNER, ROOM = "1", "2", "3", "10", "11", "12", "20"
SEE_AND_WRITE = Permission.VIEW_CHANNEL | Permission.SEND_MESSAGES


@dataclass
class Guild:
    everyone: Permission = DEFAULT_EVERYONE
    young: Permission = Permission.NONE
    old: Permission = Permission.NONE
    overwrites: dict[str, tuple[Permission, Permission]] = field(default_factory=dict)
    room_type: int = 0
    positions: dict[str, int] = field(default_factory=lambda: {YOUNG: 1, OLD: 2})
    id: str = EVERYONE
    owner_id: str = OWNER

    @property
    def roles(self) -> dict[str, dict[str, Any]]:
        return {
            EVERYONE: role(EVERYONE, 0, self.everyone),
            YOUNG: role(YOUNG, self.positions[YOUNG], self.young),
            OLD: role(OLD, self.positions[OLD], self.old),
        }

    def in_thread(self, thread_id: str, user_id: str) -> bool:
        return False

    @property
    def channels(self) -> dict[str, dict[str, Any]]:
        overwrites = [
            {"id": key, "type": 1 if int(key) >= 10 else 0, "allow": str(int(allow)), "deny": str(int(deny))}
            for key, (allow, deny) in self.overwrites.items()
        ]
        return {ROOM: {"id": ROOM, "type": self.room_type, "permission_overwrites": overwrites}}


def role(id: str, position: int, granted: Permission = Permission.NONE) -> dict[str, Any]:
    return {"id": id, "position": position, "permissions": str(int(granted))}


def member(id: str, *roles: str) -> dict[str, Any]:
    return {"user": {"id": id}, "roles": list(roles)}


def in_room(guild: Guild, who: dict[str, Any]) -> Permission:
    return within(guild, who, guild.channels[ROOM])


bits = st.integers(0, int(Permission.ALL)).map(lambda value: Permission(value) & Permission.ALL)
plain_bits = bits.map(lambda value: value & ~Permission.ADMINISTRATOR)
overwrites = st.dictionaries(
    st.sampled_from([EVERYONE, YOUNG, OLD, MEI, RUTH]), st.tuples(plain_bits, plain_bits)
)
guilds = st.builds(
    Guild,
    everyone=bits,
    young=bits,
    old=bits,
    overwrites=overwrites,
    room_type=st.sampled_from([0, 2, 5, 13, 15]),
)
members = st.builds(
    lambda who, roles: member(who, *roles),
    st.sampled_from([MEI, RUTH]),
    st.sets(st.sampled_from([YOUNG, OLD])),
)


def test_the_documented_bits_are_all_there():
    assert Permission.ALL == (1 << 53) - 1 - (1 << 47)
    named = Permission.NONE
    for flag in Permission:
        named |= flag
    assert named == Permission.ALL
    assert Permission.CREATE_EVENTS == 1 << 44
    assert Permission.BYPASS_SLOWMODE == 1 << 52


def test_a_guild_starts_with_what_discord_gives_everyone():
    assert SEE_AND_WRITE in DEFAULT_EVERYONE
    assert not DEFAULT_EVERYONE & (
        Permission.MANAGE_ROLES | Permission.ADMINISTRATOR | Permission.PIN_MESSAGES
    )


def test_roles_add_up():
    guild = Guild(everyone=Permission.VIEW_CHANNEL, young=Permission.SPEAK, old=Permission.CONNECT)
    assert (
        base(guild, member(MEI, YOUNG, OLD))
        == Permission.VIEW_CHANNEL | Permission.SPEAK | Permission.CONNECT
    )


def test_a_deny_for_everyone_gives_way_to_an_allow_for_a_role():
    guild = Guild(
        overwrites={
            EVERYONE: (Permission.NONE, Permission.VIEW_CHANNEL),
            YOUNG: (Permission.VIEW_CHANNEL, Permission.NONE),
        }
    )
    assert Permission.SEND_MESSAGES in in_room(guild, member(MEI, YOUNG))
    assert in_room(guild, member(RUTH)) == Permission.NONE


def test_between_two_roles_the_allow_wins_whatever_their_order():
    guild = Guild(
        overwrites={
            YOUNG: (Permission.SEND_MESSAGES, Permission.NONE),
            OLD: (Permission.NONE, Permission.SEND_MESSAGES),
        }
    )
    assert Permission.SEND_MESSAGES in in_room(guild, member(MEI, YOUNG, OLD))
    assert Permission.SEND_MESSAGES in in_room(guild, member(MEI, OLD, YOUNG))


def test_an_overwrite_for_the_member_has_the_last_word():
    guild = Guild(
        overwrites={YOUNG: (SEE_AND_WRITE, Permission.NONE), MEI: (Permission.NONE, Permission.SEND_MESSAGES)}
    )
    assert Permission.SEND_MESSAGES not in in_room(guild, member(MEI, YOUNG))


def test_who_may_not_write_may_not_attach_embed_or_ping_either():
    guild = Guild(overwrites={EVERYONE: (Permission.NONE, Permission.SEND_MESSAGES)})
    assert not in_room(guild, member(MEI)) & permissions.NEEDS_SENDING
    assert Permission.ADD_REACTIONS in in_room(guild, member(MEI))


def test_who_may_not_connect_may_not_speak_or_manage_the_room():
    guild = Guild(
        young=Permission.MANAGE_CHANNELS,
        overwrites={EVERYONE: (Permission.NONE, Permission.CONNECT)},
        room_type=2,
    )
    allowed = in_room(guild, member(MEI, YOUNG))
    assert not allowed & (Permission.SPEAK | Permission.MANAGE_CHANNELS)
    assert Permission.VIEW_CHANNEL in allowed


def test_a_thread_asks_its_parent_but_writing_in_it_is_its_own_bit():
    guild = Guild(overwrites={EVERYONE: (Permission.NONE, Permission.SEND_MESSAGES_IN_THREADS)})
    thread = {"id": "30", "type": 11, "parent_id": ROOM}
    allowed = within(guild, member(MEI), thread)
    assert permissions.sending(thread) not in allowed
    assert Permission.ATTACH_FILES not in allowed
    assert Permission.SEND_MESSAGES in allowed


def test_a_role_that_is_gone_grants_nothing():
    assert base(Guild(everyone=Permission.NONE), member(MEI, "99")) == Permission.NONE


def test_of_two_roles_at_one_position_the_older_ranks_higher():
    guild = Guild()
    assert permissions.outranks(guild, member(MEI, YOUNG), role("5", 1))
    assert not permissions.outranks(guild, member(MEI, YOUNG), role(YOUNG, 1))


def test_everyone_ranks_below_any_other_role():
    guild = Guild()
    assert permissions.outranks(guild, member(MEI, YOUNG), role(EVERYONE, 0))
    assert not permissions.outranks(guild, member(MEI), role("99", 0))


def test_nobody_outranks_the_owner():
    guild = Guild()
    assert not permissions.outranks_member(guild, member(MEI, OLD), member(OWNER))
    assert permissions.outranks_member(guild, member(OWNER), member(MEI, OLD))
    assert permissions.outranks_member(guild, member(MEI, OLD), member(RUTH, YOUNG))
    assert not permissions.outranks_member(guild, member(MEI, OLD), member(RUTH, OLD))


def test_top_position_is_the_highest_role_held():
    assert permissions.top_position(Guild(), member(MEI, YOUNG, OLD)) == 2
    assert permissions.top_position(Guild(), member(MEI)) == 0


@given(guilds)
def test_the_owner_may_do_everything_everywhere(guild: Guild):
    assert in_room(guild, member(OWNER)) == Permission.ALL
    assert permissions.outranks(guild, member(OWNER), guild.roles[OLD])


@given(guilds, members)
def test_no_overwrite_binds_an_administrator(guild: Guild, who: dict[str, Any]):
    guild.everyone |= Permission.ADMINISTRATOR
    assert in_room(guild, who) == Permission.ALL


@given(guilds, members)
def test_whoever_cannot_see_a_room_can_do_nothing_there(guild: Guild, who: dict[str, Any]):
    allowed = in_room(guild, who)
    assert Permission.VIEW_CHANNEL in allowed or allowed == Permission.NONE


@given(guilds, members)
def test_another_role_never_takes_a_guild_permission_away(guild: Guild, who: dict[str, Any]):
    more = member(who["user"]["id"], YOUNG, OLD)
    assert base(guild, who) in base(guild, more)


@given(guilds, members)
def test_the_order_in_which_roles_are_listed_never_matters(guild: Guild, who: dict[str, Any]):
    turned = member(who["user"]["id"], *reversed(who["roles"]))
    assert in_room(guild, who) == in_room(guild, turned)


@given(st.integers(0, 3), st.integers(0, 3))
def test_of_two_roles_exactly_one_ranks_higher(lower: int, higher: int):
    guild = Guild(positions={YOUNG: lower, OLD: higher})
    young, old = guild.roles[YOUNG], guild.roles[OLD]
    assert permissions.outranks(guild, member(MEI, YOUNG), old) != permissions.outranks(
        guild, member(RUTH, OLD), young
    )
