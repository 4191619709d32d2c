"""Plans that wait to be confirmed, and those to begin from, at rest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from data import plan_text
from data.discussions import COMMUNITY
from data.keys import Keys, PersonKey
from data.link import Link
from data.tables import plans, templates
from domain.discussions import Plan
from domain.plans import Kept, Template


@dataclass(frozen=True, slots=True)
class Plans:
    """Questions about the plans of one person at a time: each has one at most."""

    link: Link
    keys: Keys

    async def find(self, community_id: int, user_id: int) -> Kept | None:
        query = sa.select(plans).where(*_by(community_id, user_id)).order_by(plans.c.plan_id.desc()).limit(1)
        row = (await self.link.execute(query)).one_or_none()
        if row is None:
            return None
        key = await self.keys.of(community_id, user_id)
        return Kept(row.plan_id, plan_text.read(key.open(row.plan, place="plans.plan")), row.saved_at)

    async def add(self, community_id: int, user_id: int, plan: Plan, now: datetime) -> Kept:
        """Keep a new one, in place of what there was."""
        await self.remove(community_id, user_id)
        row = {**await self._row(community_id, user_id, plan, now), "community_id": community_id}
        row["user_id"] = user_id
        number = (await self.link.execute(plans.insert().values(row).returning(plans.c.plan_id))).scalar_one()
        return Kept(number, plan, now)

    async def change(self, community_id: int, user_id: int, kept: Kept, plan: Plan, now: datetime) -> Kept:
        row = await self._row(community_id, user_id, plan, now)
        where = *_by(community_id, user_id), plans.c.plan_id == kept.plan_id
        await self.link.execute(plans.update().where(*where).values(row))
        return Kept(kept.plan_id, plan, now)

    async def remove(self, community_id: int, user_id: int) -> None:
        """Harmless when there is none."""
        await self.link.execute(plans.delete().where(*_by(community_id, user_id)))

    async def _row(self, community_id: int, user_id: int, plan: Plan, now: datetime) -> dict[str, Any]:
        key = await self.keys.of(community_id, user_id)
        return {"plan": key.seal(plan_text.written(plan), place="plans.plan"), "saved_at": now}


@dataclass(frozen=True, slots=True)
class Templates:
    """Questions about the templates of one community at a time."""

    link: Link
    keys: Keys

    async def all(self, community_id: int) -> list[Template]:
        """The newest first."""
        query = sa.select(templates).where(templates.c.community_id == community_id)
        rows = (await self.link.execute(query.order_by(templates.c.template_id.desc()))).all()
        key = await self.keys.of(community_id, COMMUNITY) if rows else None
        return [_template(row, key) for row in rows if key is not None]

    async def add(self, community_id: int, user_id: int, plan: Plan, now: datetime) -> None:
        """Named after the discussion."""
        key = await self.keys.of(community_id, COMMUNITY)
        row = {
            "community_id": community_id,
            "saved_by": user_id,
            "name": key.seal(plan.title, place="templates.name"),
            "plan": key.seal(plan_text.written(plan), place="templates.plan"),
            "saved_at": now,
        }
        await self.link.execute(templates.insert().values(row))

    async def remove(self, community_id: int, template_id: int) -> None:
        where = templates.c.community_id == community_id, templates.c.template_id == template_id
        await self.link.execute(templates.delete().where(*where))


def _template(row: sa.Row[Any], key: PersonKey) -> Template:
    name = key.open(row.name, place="templates.name")
    plan = plan_text.read(key.open(row.plan, place="templates.plan"))
    return Template(row.template_id, name, plan, row.saved_by)


def _by(community_id: int, user_id: int) -> tuple[sa.ColumnElement[bool], ...]:
    return plans.c.community_id == community_id, plans.c.user_id == user_id
