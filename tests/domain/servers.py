"""A server as a pure model: made up by chance, and changed by steps as Discord would change it."""

from __future__ import annotations

from dataclasses import replace
from functools import reduce

from hypothesis import strategies as st

from domain.actual import Actual, Me, Overwrite, Record, SeenChannel, SeenPost, SeenRole, Tag
from domain.blueprint import RULES, WORLDVIEWS, ChannelKind, Kind, blueprint, marker, unfinished_name
from domain.communities import Topic
from domain.diff import diff, overwrites
from domain.permissions import ALL, NEEDED, Permission
from domain.posts import pinnable
from domain.rooms import Opening
from domain.steps import Adopt, Allow, Arrange, Make, Mark, Name, Remove, Renew

GUILD, BOT, BOT_ROLE = 1, 2, 3
GENERATIONS = ("young", "old")
BLUEPRINT = blueprint(
    GENERATIONS,
    lambda kind, key: "Twins" if key.startswith("generation") else f"{kind} {key}",
    lambda key: f"About {key}.",
    {"home": "digest", "guide": "digest", "index": "digest"},
    (Topic("work", "Work"), Topic("faith", "Faith")),
    (Opening.EVERYONE, Opening.SHUT),
)
"""Two generations of the same name, to make it harder."""
TAGS = next(each.tags for each in BLUEPRINT.channels if each.key == WORLDVIEWS)

KEYS = {
    Kind.ROLE: [role.key for role in BLUEPRINT.roles],
    Kind.CATEGORY: [BLUEPRINT.category.key],
    Kind.CHANNEL: [channel.key for channel in BLUEPRINT.channels],
    Kind.TAG: [tag.key for tag in TAGS],
}
TOP = SeenRole(BOT_ROLE, "Circles", position=5, permissions=NEEDED, managed=True)
ME = Me(BOT, ALL, TOP)


BITS = st.sampled_from(
    [Permission.NONE, Permission.SEND_MESSAGES, Permission.VIEW_CHANNEL, Permission.MANAGE_MESSAGES]
)
ROLES = st.builds(
    SeenRole,
    st.integers(10, 99),
    st.sampled_from(
        [*(role.name for role in BLUEPRINT.roles), *map(unfinished_name, KEYS[Kind.ROLE]), "Something else"]
    ),
    st.integers(0, 9),
    st.sampled_from([Permission.NONE, Permission.ADMINISTRATOR, Permission.MANAGE_GUILD]),
    st.booleans(),
)
CATEGORIES = st.builds(
    SeenChannel,
    st.integers(100, 199),
    st.sampled_from([BLUEPRINT.category.name, unfinished_name(BLUEPRINT.category.key), "Something else"]),
    empty=st.booleans(),
)
CHANNELS = st.builds(
    SeenChannel,
    st.integers(200, 299),
    st.sampled_from(
        [
            *(each.name for each in BLUEPRINT.channels),
            *map(unfinished_name, KEYS[Kind.CHANNEL]),
            "something-else",
        ]
    ),
    st.sampled_from([*(f"About. {marker(key)}" for key in RULES), "Something else"]),
    st.dictionaries(st.sampled_from([GUILD, BOT, 50]), st.builds(Overwrite, BITS, BITS), max_size=3),
    st.booleans(),
    st.sampled_from(ChannelKind),
    st.lists(
        st.builds(Tag, st.sampled_from(["Work", "faith", "Ours", "Theirs"]), st.integers(400, 420)),
        unique_by=(lambda tag: tag.name, lambda tag: tag.tag_id),
        max_size=3,
    ).map(tuple),
)
FLAGS = st.booleans()
GONE = 9999
"""An id that was noted for something that is not there any more."""


@st.composite
def servers(draw):
    """Any server that stewards, crashes and lost answers could have led to."""
    roles = {each.role_id: each for each in draw(st.lists(ROLES, max_size=6))}
    categories = {each.channel_id: each for each in draw(st.lists(CATEGORIES, max_size=3))}
    channels = {each.channel_id: each for each in draw(st.lists(CHANNELS, max_size=5))}
    records = {
        **records_of(draw, Kind.ROLE, roles),
        **records_of(draw, Kind.CATEGORY, categories),
        **records_of(draw, Kind.CHANNEL, channels),
    }
    records |= records_of(draw, Kind.TAG, {tag.tag_id for each in channels.values() for tag in each.tags})
    panels, posts = {}, {}
    for number, panel in enumerate(BLUEPRINT.panels):
        if draw(st.booleans()):
            digest = draw(st.sampled_from(["digest", "older"]))
            records[Kind.PANEL, panel.key] = Record(700 + 10 * number + draw(st.integers(0, 1)), digest)
        if channels and draw(st.booleans()):
            panels[panel.key] = 700 + 10 * number
            if panel.title:
                forum = draw(st.sampled_from(sorted(channels)))
                posts[panel.key] = draw(
                    st.builds(
                        SeenPost, st.just(panels[panel.key]), st.just(forum), FLAGS, FLAGS, FLAGS, FLAGS
                    )
                )
    everyone = {GUILD: SeenRole(GUILD, "@everyone", 0), BOT_ROLE: TOP}
    pinned = frozenset(draw(st.lists(st.sampled_from(sorted(channels)), max_size=1)) if channels else ())
    return Actual(
        GUILD, ME, {**roles, **everyone}, categories, channels, panels, posts, pinned, frozenset(), records
    )


def records_of(draw, kind, present):
    """Some of the keys noted, each for another object, or for one that is gone."""
    noted = draw(st.lists(st.sampled_from(KEYS[kind]), unique=True))
    objects = draw(st.permutations([*present, *(GONE + n for n in range(len(noted)))]))
    return {(kind, key): Record(chosen) for key, chosen in zip(noted, objects, strict=False)}


EMPTY = Actual(GUILD, ME, {GUILD: SeenRole(GUILD, "@everyone", 0), TOP.role_id: TOP})
"""A server that nobody has set up."""


def set_up():
    """The same server, set up."""
    return settled(EMPTY)


def settled(actual):
    """The same after two rounds of upkeep: a room waits for the one after its role was made."""
    for _ in range(2):
        actual = after(actual, diff(BLUEPRINT, actual))
    return actual


def after(actual, steps):
    """The server after these steps."""
    return reduce(after_one, steps, actual)


def after_one(actual, step):
    match step:
        case Make(kind=Kind.PANEL):
            return with_panel(actual, step)
        case Make():
            made = max([300, *actual.roles, *actual.categories, *actual.channels]) + 1
            actual = with_made(actual, step, made, BLUEPRINT.name_of(step.kind, step.key))
            return recorded(with_tags_noted(actual, made), step, made)
        case Adopt():
            return recorded(actual, step, step.discord_id)
        case Name():
            return renamed(actual, step.kind, step.discord_id, BLUEPRINT.name_of(step.kind, step.key))
        case Allow():
            channel = actual.channels[step.channel_id]
            said = {**channel.overwrites, step.target_id: step.overwrite}
            return replace(
                actual, channels={**actual.channels, step.channel_id: replace(channel, overwrites=said)}
            )
        case Renew():
            return recorded(actual, step, step.message_id, "digest")
        case Arrange() | Mark() | Remove(kind=Kind.PANEL):
            return after_one_in_a_forum(actual, step)
        case Remove():
            return without(actual, step.kind, step.discord_id)


def after_one_in_a_forum(actual, step):
    match step:
        case Arrange():
            post = replace(actual.posts[step.key], archived=False, pinned=step.pinned, locked=step.locked)
            return replace(actual, posts={**actual.posts, step.key: post})
        case Mark():
            return marked(actual, step)
        case Remove():
            panels = {key: value for key, value in actual.panels.items() if key != step.key}
            posts = {key: value for key, value in actual.posts.items() if key != step.key}
            return replace(actual, panels=panels, posts=posts)


def with_made(actual, step, made, name):
    """An object that was made; whether its id was ever noted is another matter."""
    if step.kind is Kind.ROLE:
        return replace(actual, roles={**actual.roles, made: SeenRole(made, name, position=0)})
    if step.kind is Kind.CATEGORY:
        return replace(actual, categories={**actual.categories, made: SeenChannel(made, name)})
    (planned,) = (each for each in BLUEPRINT.channels if each.key == step.key)
    allowed = overwrites(planned.rules, actual)
    tags = tuple(Tag(each.name, 1_000 * made + n) for n, each in enumerate(planned.tags))
    channel = SeenChannel(made, name, planned.topic, allowed, kind=planned.kind, tags=tags)
    return replace(actual, channels={**actual.channels, made: channel})


def with_panel(actual, step):
    """A message, or a post that stands as it should; its number tells which panel it is."""
    planned = BLUEPRINT.panel(step.key)
    made = 800 + [each.key for each in BLUEPRINT.panels].index(step.key)
    if planned.title:
        forum = actual.recorded(Kind.CHANNEL, planned.channel)
        pinned = pinnable(planned, forum, actual)
        post = SeenPost(made, forum, locked=planned.locked, pinned=pinned)
        actual = replace(actual, posts={**actual.posts, step.key: post})
    return recorded(replace(actual, panels={**actual.panels, step.key: made}), step, made, "digest")


def marked(actual, step):
    """A forum with these tags, of which Discord gives the new ones a number; the topics' are recorded."""
    last = max([500, *(tag.tag_id or 0 for each in actual.channels.values() for tag in each.tags)])
    tags = tuple(
        tag if tag.tag_id is not None else replace(tag, tag_id=last + n) for n, tag in enumerate(step.tags, 1)
    )
    forum = replace(actual.channels[step.channel_id], tags=tags)
    changed = replace(actual, channels={**actual.channels, step.channel_id: forum})
    return with_tags_noted(changed, step.channel_id)


def with_tags_noted(actual, channel_id):
    channel = actual.channels.get(channel_id)
    ids = {tag.name: tag.tag_id for tag in channel.tags} if channel else {}
    noted = {(Kind.TAG, each.key): Record(ids[each.name]) for each in TAGS if each.name in ids}
    return replace(actual, records={**actual.records, **noted})


def recorded(actual, step, discord_id, digest=None):
    return replace(actual, records={**actual.records, (step.kind, step.key): Record(discord_id, digest)})


def renamed(actual, kind, discord_id, name):
    of = field_of(kind)
    present = getattr(actual, of)
    return replace(actual, **{of: {**present, discord_id: replace(present[discord_id], name=name)}})


def without(actual, kind, discord_id):
    of = field_of(kind)
    return replace(actual, **{of: {k: v for k, v in getattr(actual, of).items() if k != discord_id}})


def field_of(kind):
    return {Kind.ROLE: "roles", Kind.CATEGORY: "categories", Kind.CHANNEL: "channels"}[kind]
