"""Worldviews, what is said under them, decks and conversations."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "approvals",
        sa.Column("loop_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("community_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("approved_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.community_id"], name=op.f("fk_approvals_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("loop_id", "community_id", "user_id", name=op.f("pk_approvals")),
    )
    op.create_table(
        "conversation_people",
        sa.Column("conversation_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("community_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("since_turn", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"],
            ["communities.community_id"],
            name=op.f("fk_conversation_people_community_id_communities"),
        ),
        sa.PrimaryKeyConstraint(
            "conversation_id", "community_id", "user_id", name=op.f("pk_conversation_people")
        ),
    )
    op.create_index(
        "ix_conversation_people", "conversation_people", ["community_id", "user_id"], unique=False
    )

    op.create_table(
        "conversations",
        sa.Column(
            "conversation_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("community_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("depth", sa.Integer(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"],
            ["communities.community_id"],
            name=op.f("fk_conversations_community_id_communities"),
        ),
        sa.PrimaryKeyConstraint("conversation_id", name=op.f("pk_conversations")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_conversations_kind", "conversations", ["community_id", "kind"], unique=False)

    op.create_table(
        "dealt",
        sa.Column("conversation_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.BigInteger(), nullable=False),
        sa.Column("prompt", sa.Text(), nullable=False),
        sa.Column("depth", sa.Integer(), nullable=False),
        sa.Column("dealt_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("thread_id", sa.BigInteger(), nullable=True),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.community_id"], name=op.f("fk_dealt_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("conversation_id", "turn", name=op.f("pk_dealt")),
    )
    op.create_table(
        "decks",
        sa.Column("community_id", sa.BigInteger(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("toml", sa.Text(), nullable=False),
        sa.Column("added_by", sa.BigInteger(), nullable=True),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.community_id"], name=op.f("fk_decks_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("community_id", "key", "language", name=op.f("pk_decks")),
    )
    op.create_table(
        "digests",
        sa.Column("community_id", sa.BigInteger(), nullable=False),
        sa.Column("month", sa.Text(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("posted_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.community_id"], name=op.f("fk_digests_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("community_id", "month", name=op.f("pk_digests")),
    )
    op.create_table(
        "drafts",
        sa.Column("community_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("worldview_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("belief", sa.LargeBinary(), nullable=True),
        sa.Column("moment", sa.LargeBinary(), nullable=True),
        sa.Column("misread", sa.LargeBinary(), nullable=True),
        sa.Column("ask_me", sa.LargeBinary(), nullable=True),
        sa.Column("topics", sa.JSON(), nullable=False),
        sa.Column("shows_seat", sa.Boolean(), nullable=False),
        sa.Column("pseudonymous", sa.Boolean(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.community_id"], name=op.f("fk_drafts_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("community_id", "user_id", "worldview_id", name=op.f("pk_drafts")),
    )
    op.create_table(
        "exchange",
        sa.Column("community_id", sa.BigInteger(), nullable=False),
        sa.Column("month", sa.Text(), nullable=False),
        sa.Column("seat", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.community_id"], name=op.f("fk_exchange_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("community_id", "month", "seat", "kind", name=op.f("pk_exchange")),
    )
    op.create_table(
        "journal",
        sa.Column(
            "entry_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("community_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("worldview_id", sa.BigInteger(), nullable=True),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.community_id"], name=op.f("fk_journal_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("entry_id", name=op.f("pk_journal")),
        sqlite_autoincrement=True,
    )
    op.create_index("uq_journal_token", "journal", ["community_id", "user_id", "token"], unique=True)

    op.create_table(
        "loops",
        sa.Column(
            "loop_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("community_id", sa.BigInteger(), nullable=False),
        sa.Column("worldview_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("heard", sa.LargeBinary(), nullable=False),
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("digest", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.community_id"], name=op.f("fk_loops_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("loop_id", name=op.f("pk_loops")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_loops_digest", "loops", ["community_id", "digest"], unique=False)
    op.create_index("ix_loops_listener", "loops", ["community_id", "user_id", "loop_id"], unique=False)
    op.create_index(
        "uq_loops_attempt", "loops", ["community_id", "worldview_id", "user_id", "attempt"], unique=True
    )

    op.create_table(
        "nudges",
        sa.Column("community_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("worldview_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("nudged_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.community_id"], name=op.f("fk_nudges_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("community_id", "user_id", "worldview_id", name=op.f("pk_nudges")),
    )
    op.create_table(
        "off_limits",
        sa.Column("community_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"],
            ["communities.community_id"],
            name=op.f("fk_off_limits_community_id_communities"),
        ),
        sa.PrimaryKeyConstraint("community_id", "user_id", "topic", name=op.f("pk_off_limits")),
    )
    op.create_table(
        "remarks",
        sa.Column(
            "remark_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("community_id", sa.BigInteger(), nullable=False),
        sa.Column("worldview_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("answers", sa.BigInteger(), nullable=True),
        sa.Column("stem", sa.Text(), nullable=True),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("passed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.community_id"], name=op.f("fk_remarks_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("remark_id", name=op.f("pk_remarks")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_remarks_said_at", "remarks", ["community_id", "kind", "said_at"], unique=False)
    op.create_index(
        "ix_remarks_worldview", "remarks", ["community_id", "worldview_id", "remark_id"], unique=False
    )
    op.create_index("uq_remarks_token", "remarks", ["community_id", "user_id", "token"], unique=True)

    op.create_table(
        "reports",
        sa.Column(
            "report_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("community_id", sa.BigInteger(), nullable=False),
        sa.Column("worldview_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=True),
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("reported_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.community_id"], name=op.f("fk_reports_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("report_id", name=op.f("pk_reports")),
        sqlite_autoincrement=True,
    )
    op.create_index("uq_reports_token", "reports", ["community_id", "user_id", "token"], unique=True)

    op.create_table(
        "responses",
        sa.Column("conversation_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("passed", sa.Boolean(), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=True),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("responded_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.community_id"], name=op.f("fk_responses_community_id_communities")
        ),
        sa.PrimaryKeyConstraint(
            "conversation_id", "turn", "community_id", "user_id", name=op.f("pk_responses")
        ),
    )
    op.create_table(
        "reveals",
        sa.Column(
            "reveal_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("community_id", sa.BigInteger(), nullable=False),
        sa.Column("worldview_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.LargeBinary(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("confirmed_by", sa.BigInteger(), nullable=True),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("declined_by", sa.BigInteger(), nullable=True),
        sa.Column("declined_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.community_id"], name=op.f("fk_reveals_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("reveal_id", name=op.f("pk_reveals")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_reveals_worldview", "reveals", ["community_id", "worldview_id"], unique=False)

    op.create_table(
        "shifts",
        sa.Column(
            "shift_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("community_id", sa.BigInteger(), nullable=False),
        sa.Column("worldview_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("receiver_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("reason", sa.LargeBinary(), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.community_id"], name=op.f("fk_shifts_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("shift_id", name=op.f("pk_shifts")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_shifts_giver", "shifts", ["community_id", "user_id", "shift_id"], unique=False)
    op.create_index("ix_shifts_receiver", "shifts", ["community_id", "receiver_id"], unique=False)
    op.create_index(
        "uq_shifts_once", "shifts", ["community_id", "worldview_id", "user_id", "receiver_id"], unique=True
    )

    op.create_table(
        "topics",
        sa.Column("community_id", sa.BigInteger(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.community_id"], name=op.f("fk_topics_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("community_id", "key", name=op.f("pk_topics")),
    )
    op.create_table(
        "traces",
        sa.Column("community_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("channel_id", sa.BigInteger(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=False),
        sa.Column("is_thread", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.community_id"], name=op.f("fk_traces_community_id_communities")
        ),
        sa.PrimaryKeyConstraint(
            "community_id", "user_id", "channel_id", "message_id", name=op.f("pk_traces")
        ),
    )
    op.create_table(
        "verdicts",
        sa.Column("loop_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("community_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("missed", sa.LargeBinary(), nullable=True),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.community_id"], name=op.f("fk_verdicts_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("loop_id", "community_id", name=op.f("pk_verdicts")),
    )
    op.create_index("ix_verdicts_author", "verdicts", ["community_id", "user_id"], unique=False)

    op.create_table(
        "worldviews",
        sa.Column(
            "worldview_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("community_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("made", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("topics", sa.JSON(), nullable=False),
        sa.Column("belief", sa.LargeBinary(), nullable=True),
        sa.Column("moment", sa.LargeBinary(), nullable=True),
        sa.Column("misread", sa.LargeBinary(), nullable=True),
        sa.Column("ask_me", sa.LargeBinary(), nullable=True),
        sa.Column("shows_seat", sa.Boolean(), nullable=False),
        sa.Column("seat", sa.Text(), nullable=True),
        sa.Column("generation", sa.Text(), nullable=True),
        sa.Column("pseudonym", sa.Text(), nullable=True),
        sa.Column("consent", sa.Integer(), nullable=True),
        sa.Column("thread_id", sa.BigInteger(), nullable=True),
        sa.Column("card_id", sa.BigInteger(), nullable=True),
        sa.Column("posted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("opens_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answer_nudged_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("listener_nudged_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("index_page", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["community_id"],
            ["communities.community_id"],
            name=op.f("fk_worldviews_community_id_communities"),
        ),
        sa.PrimaryKeyConstraint("worldview_id", name=op.f("pk_worldviews")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_loops_listened", "loops", ["community_id", "user_id", "worldview_id", "attempt"], unique=False
    )
    op.create_index(
        "ix_shifts_given_under", "shifts", ["community_id", "user_id", "worldview_id"], unique=False
    )
    op.create_index("ix_worldviews_pseudonym", "worldviews", ["community_id", "pseudonym"], unique=False)
    op.create_index(
        "ix_worldviews_author", "worldviews", ["community_id", "user_id", "worldview_id"], unique=False
    )
    op.create_index("ix_worldviews_index_page", "worldviews", ["community_id", "index_page"], unique=False)
    op.create_index(
        "ix_worldviews_state", "worldviews", ["community_id", "state", "worldview_id"], unique=False
    )
    op.create_index("uq_worldviews_thread", "worldviews", ["community_id", "thread_id"], unique=True)

    op.add_column("communities", sa.Column("posts_until", sa.BigInteger(), nullable=True))
    op.add_column(
        "communities",
        sa.Column("questions_only_hours", sa.Integer(), server_default=sa.text("24"), nullable=False),
    )
    op.add_column(
        "communities", sa.Column("pseudonyms", sa.Boolean(), server_default=sa.false(), nullable=False)
    )
    op.add_column("communities", sa.Column("coach", sa.Boolean(), server_default=sa.true(), nullable=False))
    op.add_column("communities", sa.Column("week_day", sa.Integer(), nullable=True))
    op.add_column("communities", sa.Column("week_time", sa.Text(), server_default="18:00", nullable=False))
    op.add_column("communities", sa.Column("time_zone", sa.Text(), server_default="UTC", nullable=False))
