"""Write the next step from what changed in `data/tables.py`: python -m data.migrations "what changed"."""

from __future__ import annotations

import subprocess
import sys

import sqlalchemy as sa
from alembic import command

from data import migrations


def write_next(what: str) -> None:
    """Play all steps into an empty database, compare it with the tables, and write down the difference."""
    settings = migrations.config()
    settings.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    number = f"{int(migrations.known()[-1]) + 1 if migrations.known() else 1:04}"
    with sa.create_engine("sqlite://").begin() as link:
        settings.attributes["link"] = link
        command.upgrade(settings, "head")
        command.revision(settings, what, autogenerate=True, rev_id=number)
    for step in migrations.VERSIONS.glob(f"{number}_*.py"):
        lines = step.read_text().splitlines(keepends=True)
        step.write_text("".join(line for line in lines if "# ### " not in line))
    subprocess.run([sys.executable, "-m", "ruff", "format", "--quiet", str(migrations.VERSIONS)], check=True)  # noqa: S603


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    write_next(sys.argv[1])
