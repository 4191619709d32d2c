"""The schema, step by step. Each is a file `versions/NNNN_what.py`; its number is its name in Alembic."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa

from data.errors import NewerSchema
from data.link import Link

if TYPE_CHECKING:
    from alembic.config import Config

HERE = Path(__file__).parent
VERSIONS = HERE / "versions"


def known() -> list[str]:
    """The numbers of all steps, oldest first."""
    return sorted(file.name.partition("_")[0] for file in VERSIONS.glob("[0-9]*_*.py"))


async def upgrade(link: Link, name: str) -> None:
    """Take every step that is missing, inside the caller's transaction. Raises NewerSchema."""
    steps = known()
    found = await link.run_sync(_step)
    if found == steps[-1]:
        return
    if found is not None and found not in steps:
        raise NewerSchema(
            f"{name} was written by a newer version of the bot (schema {found}, this one knows {steps[-1]}): "
            "update the bot, or restore the backup from before the update"
        )
    await link.run_sync(_upgrade)


def config() -> Config:
    """Alembic's settings; they stand here, so that no file is needed to run."""
    from alembic.config import Config  # half a second that only a start with a missing step has to pay

    settings = Config()
    settings.set_main_option("script_location", str(HERE))
    settings.set_main_option("version_locations", str(VERSIONS))
    settings.set_main_option("path_separator", "newline")
    return settings


def _step(link: sa.Connection) -> str | None:
    if not sa.inspect(link).has_table("alembic_version"):
        return None
    return link.execute(
        sa.select(sa.column("version_num", sa.String)).select_from(sa.table("alembic_version"))
    ).scalar()


def _upgrade(link: sa.Connection) -> None:
    from alembic import command

    settings = config()
    settings.attributes["link"] = link
    command.upgrade(settings, "head")
