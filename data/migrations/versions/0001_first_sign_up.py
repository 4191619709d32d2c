"""first sign up."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "communities",
        sa.Column("community_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("set_up_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("set_up_by", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("community_id", name=op.f("pk_communities")),
    )
    op.create_table(
        "key_check",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("mark", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_key_check")),
    )
    op.create_table(
        "discord_objects",
        sa.Column("community_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("discord_id", sa.BigInteger(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"],
            ["communities.community_id"],
            name=op.f("fk_discord_objects_community_id_communities"),
        ),
        sa.PrimaryKeyConstraint("community_id", "kind", "key", name=op.f("pk_discord_objects")),
    )
    op.create_table(
        "erasures",
        sa.Column("community_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("greeting_id", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.community_id"], name=op.f("fk_erasures_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("community_id", "user_id", name=op.f("pk_erasures")),
    )
    op.create_table(
        "generations",
        sa.Column("community_id", sa.BigInteger(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("first_year", sa.Integer(), nullable=False),
        sa.Column("last_year", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["community_id"],
            ["communities.community_id"],
            name=op.f("fk_generations_community_id_communities"),
        ),
        sa.PrimaryKeyConstraint("community_id", "key", name=op.f("pk_generations")),
    )
    op.create_table(
        "greetings",
        sa.Column("community_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("joined_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.community_id"], name=op.f("fk_greetings_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("community_id", "user_id", name=op.f("pk_greetings")),
    )
    op.create_table(
        "notices",
        sa.Column("community_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("first_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("resolved_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.community_id"], name=op.f("fk_notices_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("community_id", "kind", "subject", name=op.f("pk_notices")),
    )
    op.create_table(
        "person_keys",
        sa.Column("community_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("wrapped_key", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"],
            ["communities.community_id"],
            name=op.f("fk_person_keys_community_id_communities"),
        ),
        sa.PrimaryKeyConstraint("community_id", "user_id", name=op.f("pk_person_keys")),
    )
    op.create_table(
        "participants",
        sa.Column("community_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("seat", sa.Text(), nullable=False),
        sa.Column("generation", sa.Text(), nullable=False),
        sa.Column("standing", sa.Text(), nullable=False),
        sa.Column("joined_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("adult_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("agreement", sa.Integer(), nullable=False),
        sa.Column("agreed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("paused_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("time_zone", sa.Text(), nullable=True),
        sa.Column("about", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["community_id", "generation"],
            ["generations.community_id", "generations.key"],
            name=op.f("fk_participants_community_id_generation_generations"),
        ),
        sa.PrimaryKeyConstraint("community_id", "user_id", name=op.f("pk_participants")),
    )
