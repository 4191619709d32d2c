"""From how a server is to how it should be: ordered steps, and nothing for what is already so.

An object is looked for before it is made: by its recorded id, whatever a steward has called it since; by the
mark of one that was made and never recorded; at last by its name, if it is harmless to take over. Only what
still bears the name of something in the making, is unrecorded and empty, is ever removed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from domain.actual import Actual, Overwrite, SeenChannel
from domain.blueprint import Blueprint, Kind, PlannedChannel, PlannedPanel, Rule, Whom, unfinished_name
from domain.permissions import Permission
from domain.posts import arrange
from domain.safety import givable
from domain.steps import Adopt, Allow, Make, Name, Remove, Renew, Step
from domain.tags import tags


def diff(blueprint: Blueprint, actual: Actual) -> tuple[Step, ...]:
    """The steps that lead to the blueprint, in an order in which each can be done; none when all is well."""
    return (*_roles(blueprint, actual), *_channels(blueprint, actual), *_panels(blueprint, actual))


def overwrites(
    rules: Iterable[Rule], actual: Actual, earlier: Mapping[int, Overwrite] | None = None
) -> dict[int, Overwrite]:
    """What a channel should say about each role or member that the rules name, beside what it says already.

    A role that several rules name has what all of them say, and of what they disagree on, what the last says.
    Discord lets nobody grant or deny what they may not do themselves, so such bits are left out.
    """
    wanted: dict[int, Overwrite] = {}
    for rule in rules:
        allow, deny, undo = (bits & actual.me.holds for bits in (rule.allow, rule.deny, rule.undo))
        for target in _targets(rule, actual):
            old = wanted.get(target) or (earlier or {}).get(target, Overwrite())
            wanted[target] = Overwrite(old.allow & ~(deny | undo) | allow, old.deny & ~(allow | undo) | deny)
    return wanted


def channel_of(planned: PlannedChannel, actual: Actual) -> int | None:
    """The channel that is, or should be adopted as, the planned one."""
    return _choose(Kind.CHANNEL, planned.key, actual, actual.channels, _adoptable(planned, actual))


def _roles(blueprint: Blueprint, actual: Actual) -> Iterator[Step]:
    names = {role.role_id: role.name for role in actual.roles.values()}
    safe = {role.role_id for role in actual.roles.values() if givable(role, actual.me)}
    taken = set(actual.recorded_ids(Kind.ROLE))
    for planned in blueprint.roles:
        free = sorted(safe - taken)
        unfinished = [each for each in free if names[each] == unfinished_name(planned.key)]
        adoptable = unfinished + [each for each in free if names[each] == planned.name]
        chosen = _choose(Kind.ROLE, planned.key, actual, names, adoptable)
        taken.add(chosen or 0)
        yield from _settle(Kind.ROLE, planned.key, actual, names, chosen)
        yield from _remove_twins(Kind.ROLE, planned.key, unfinished, chosen)


def _channels(blueprint: Blueprint, actual: Actual) -> Iterator[Step]:
    steps = [step for planned in blueprint.channels for step in _channel(planned, actual)]
    making = any(isinstance(step, Make) for step in steps)
    yield from _category(blueprint, actual, making=making)
    yield from steps


def _category(blueprint: Blueprint, actual: Actual, *, making: bool) -> Iterator[Step]:
    """A category is made only for a channel to be made in: one that stewards emptied is not missed."""
    planned = blueprint.category
    names = {each.channel_id: each.name for each in actual.categories.values()}
    free = sorted(names.keys() - actual.recorded_ids(Kind.CATEGORY))
    unfinished = [each for each in free if names[each] == unfinished_name(planned.key)]
    adoptable = unfinished + [each for each in free if names[each] == planned.name]
    chosen = _choose(Kind.CATEGORY, planned.key, actual, names, adoptable)
    if making or chosen == actual.recorded(Kind.CATEGORY, planned.key):
        yield from _settle(Kind.CATEGORY, planned.key, actual, names, chosen)
    empty = [each for each in unfinished if actual.categories[each].empty]
    yield from _remove_twins(Kind.CATEGORY, planned.key, empty, chosen)


def _channel(planned: PlannedChannel, actual: Actual) -> Iterator[Step]:
    names = {each.channel_id: each.name for each in actual.channels.values()}
    chosen = channel_of(planned, actual)
    yield from _settle(Kind.CHANNEL, planned.key, actual, names, chosen)
    if chosen is not None:
        yield from _mend(planned, chosen, actual)
        if planned.forum:
            yield from tags(planned, actual.channels[chosen], actual)
    twins = [
        each
        for each in _marked(planned, actual)
        if names[each] == unfinished_name(planned.key) and actual.channels[each].empty
    ]
    yield from _remove_twins(Kind.CHANNEL, planned.key, twins, chosen)


def _mend(planned: PlannedChannel, channel_id: int, actual: Actual) -> Iterator[Step]:
    now = actual.channels[channel_id].overwrites
    stewards = _stewards(actual) if planned.voice else ()
    for target, wanted in overwrites(planned.rules, actual, now).items():
        said = now.get(target, Overwrite())
        if said != wanted:
            member = target == actual.me.user_id
            shut_out = target in stewards and bool(said.deny & wanted.allow)
            yield Allow(planned.key, channel_id, target, wanted, member, in_view=shut_out)


def _panels(blueprint: Blueprint, actual: Actual) -> Iterator[Step]:
    for planned in blueprint.panels:
        if planned.key not in actual.unread:
            yield from _panel(planned, actual)


def _panel(planned: PlannedPanel, actual: Actual) -> Iterator[Step]:
    found, record = actual.panels.get(planned.key), actual.records.get((Kind.PANEL, planned.key))
    post = actual.posts.get(planned.key)
    if post is not None and not post.whole:
        yield Remove(Kind.PANEL, planned.key, post.post_id)
        found = None
    if found is None:
        yield Make(Kind.PANEL, planned.key, again=record is not None)
        return
    if post is not None:
        yield from arrange(planned, post, actual)
    known = record is not None and record.discord_id == found
    if not known:
        yield Adopt(Kind.PANEL, planned.key, found)
    if not known or record is None or record.digest != planned.digest:
        yield Renew(planned.key, found)


def _marked(planned: PlannedChannel, actual: Actual) -> list[int]:
    """Unrecorded channels with the marker in their topic, oldest first. Stewards may have cloned one.

    A room has no topic: what marks it is the name of something in the making.
    """
    ours = actual.recorded_ids(Kind.CHANNEL)
    return sorted(
        each.channel_id
        for each in actual.channels.values()
        if each.channel_id not in ours
        and each.kind is planned.kind
        and (_unfinished(planned, each) if planned.voice else planned.marker in each.topic.split())
    )


def _unfinished(planned: PlannedChannel, channel: SeenChannel) -> bool:
    return channel.name == unfinished_name(planned.key)


def _adoptable(planned: PlannedChannel, actual: Actual) -> list[int]:
    """Marked ones, and at last for a room one of its name: all that is in it is who may enter."""
    if not planned.voice:
        return _marked(planned, actual)
    ours = actual.recorded_ids(Kind.CHANNEL)
    namesakes = (
        each.channel_id
        for each in actual.channels.values()
        if each.channel_id not in ours and each.kind is planned.kind and each.name == planned.name
    )
    return [*_marked(planned, actual), *sorted(namesakes)]


def _choose(
    kind: Kind, key: str, actual: Actual, present: Mapping[int, object], adoptable: list[int]
) -> int | None:
    recorded = actual.recorded(kind, key)
    if recorded in present:
        return recorded
    return adoptable[0] if adoptable else None


def _settle(
    kind: Kind, key: str, actual: Actual, names: Mapping[int, str], chosen: int | None
) -> Iterator[Step]:
    recorded = actual.recorded(kind, key)
    if chosen is None:
        yield Make(kind, key, again=recorded is not None)
        return
    if chosen != recorded:
        yield Adopt(kind, key, chosen)
    if names[chosen] == unfinished_name(key):
        yield Name(kind, key, chosen)


def _remove_twins(kind: Kind, key: str, unfinished: list[int], chosen: int | None) -> Iterator[Step]:
    for twin in unfinished:
        if twin != chosen:
            yield Remove(kind, key, twin)


def _targets(rule: Rule, actual: Actual) -> tuple[int, ...]:
    """Roles or members by id. A role of ours that is not there yet is none."""
    if rule.whom is Whom.EVERYONE:
        return (actual.community_id,)
    if rule.whom is Whom.BOT:
        return (actual.me.user_id,)
    if rule.whom is Whom.STEWARDS:
        return _stewards(actual)
    recorded = actual.recorded(Kind.ROLE, rule.role)
    return (recorded,) if recorded is not None and recorded in actual.roles else ()


def _stewards(actual: Actual) -> tuple[int, ...]:
    """Their roles. Those who are administrators need no permission of ours."""
    return tuple(
        role.role_id
        for role in actual.roles.values()
        if role.permissions & Permission.MANAGE_GUILD
        and not role.permissions & Permission.ADMINISTRATOR
        and not role.managed
        and role.role_id != actual.community_id
    )
