"""Discussions, their dates, who comes, and what is remembered."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.drop_index("ix_jobs_next_at_job_id", "jobs")
    for name, kinds in (
        ("pressing", "kind != 'date-reminder-direct'"),
        ("bulk", "kind = 'date-reminder-direct'"),
    ):
        line = sa.text(f"next_at IS NOT NULL AND {kinds}")
        where = {"sqlite_where": line, "postgresql_where": line}
        op.create_index(f"ix_jobs_{name}", "jobs", ["next_at", "job_id"], unique=False, **where)
    op.create_index(
        "ix_jobs_person",
        "jobs",
        ["community_id", "user_id", "kind"],
        unique=False,
        sqlite_where=sa.text("user_id != 0"),
        postgresql_where=sa.text("user_id != 0"),
    )
    op.create_table(
        "attendance",
        sa.Column("occurrence_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("community_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("came", sa.Boolean(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("corrected_by", sa.BigInteger(), nullable=True),
        sa.Column("corrected_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"],
            ["communities.community_id"],
            name=op.f("fk_attendance_community_id_communities"),
        ),
        sa.PrimaryKeyConstraint("occurrence_id", "community_id", "user_id", name=op.f("pk_attendance")),
    )
    op.create_table(
        "changes",
        sa.Column(
            "change_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("community_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("change", sa.LargeBinary(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.community_id"], name=op.f("fk_changes_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("change_id", name=op.f("pk_changes")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_changes_person", "changes", ["community_id", "user_id"], unique=False)
    op.create_table(
        "discussion_choices",
        sa.Column("community_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("direct", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("quiet", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("named", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("closed", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("channel_id", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["community_id"],
            ["communities.community_id"],
            name=op.f("fk_discussion_choices_community_id_communities"),
        ),
        sa.PrimaryKeyConstraint("community_id", "user_id", name=op.f("pk_discussion_choices")),
    )
    op.create_table(
        "discussion_people",
        sa.Column("discussion_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("community_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"],
            ["communities.community_id"],
            name=op.f("fk_discussion_people_community_id_communities"),
        ),
        sa.PrimaryKeyConstraint(
            "discussion_id", "community_id", "user_id", name=op.f("pk_discussion_people")
        ),
    )
    op.create_index(
        "ix_discussion_people_person", "discussion_people", ["community_id", "user_id"], unique=False
    )
    op.create_table(
        "discussions",
        sa.Column(
            "discussion_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("community_id", sa.BigInteger(), nullable=False),
        sa.Column("host_id", sa.BigInteger(), nullable=True),
        sa.Column("planned_by", sa.BigInteger(), nullable=True),
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("title", sa.LargeBinary(), nullable=False),
        sa.Column("about", sa.LargeBinary(), nullable=True),
        sa.Column("topic", sa.Text(), nullable=True),
        sa.Column("deck", sa.Text(), nullable=True),
        sa.Column("time_zone", sa.Text(), nullable=False),
        sa.Column("first_local", sa.Text(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("repeats", sa.Text(), nullable=True),
        sa.Column("places", sa.Integer(), nullable=True),
        sa.Column("places_mentor", sa.Integer(), nullable=True),
        sa.Column("places_mentee", sa.Integer(), nullable=True),
        sa.Column("named", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("follows", sa.BigInteger(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("missed", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("planned_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"],
            ["communities.community_id"],
            name=op.f("fk_discussions_community_id_communities"),
        ),
        sa.PrimaryKeyConstraint("discussion_id", name=op.f("pk_discussions")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_discussions_follows", "discussions", ["community_id", "follows"], unique=False)
    op.create_index("uq_discussions_token", "discussions", ["community_id", "token"], unique=True)

    op.create_table(
        "feeds",
        sa.Column("community_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.community_id"], name=op.f("fk_feeds_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("community_id", "user_id", name=op.f("pk_feeds")),
    )
    op.create_index("uq_feeds_digest", "feeds", ["digest"], unique=True)

    op.create_table(
        "occurrences",
        sa.Column(
            "occurrence_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("community_id", sa.BigInteger(), nullable=False),
        sa.Column("discussion_id", sa.BigInteger(), nullable=False),
        sa.Column("original", sa.Text(), nullable=False),
        sa.Column("local", sa.Text(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("title", sa.LargeBinary(), nullable=True),
        sa.Column("about", sa.LargeBinary(), nullable=True),
        sa.Column("deck", sa.Text(), nullable=True),
        sa.Column("room", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("reason", sa.LargeBinary(), nullable=True),
        sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("card_id", sa.BigInteger(), nullable=True),
        sa.Column("event_id", sa.BigInteger(), nullable=True),
        sa.Column("event_known", sa.JSON(), nullable=True),
        sa.Column("panel_id", sa.BigInteger(), nullable=True),
        sa.Column("recap_id", sa.BigInteger(), nullable=True),
        sa.Column("going", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("going_mentor", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("going_mentee", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("line", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"],
            ["communities.community_id"],
            name=op.f("fk_occurrences_community_id_communities"),
        ),
        sa.PrimaryKeyConstraint("occurrence_id", name=op.f("pk_occurrences")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_occurrences_card", "occurrences", ["community_id", "card_id"], unique=False)
    op.create_index("ix_occurrences_event", "occurrences", ["community_id", "event_id"], unique=False)
    op.create_index("ix_occurrences_starts", "occurrences", ["community_id", "starts_at"], unique=False)
    op.create_index(
        "ix_occurrences_state", "occurrences", ["community_id", "state", "starts_at"], unique=False
    )
    op.create_index(
        "uq_occurrences_original", "occurrences", ["community_id", "discussion_id", "original"], unique=True
    )

    op.create_table(
        "pauses",
        sa.Column(
            "pause_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("community_id", sa.BigInteger(), nullable=False),
        sa.Column("occurrence_id", sa.BigInteger(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.community_id"], name=op.f("fk_pauses_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("pause_id", name=op.f("pk_pauses")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "plans",
        sa.Column(
            "plan_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("community_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("plan", sa.LargeBinary(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.community_id"], name=op.f("fk_plans_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("plan_id", name=op.f("pk_plans")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_plans_person", "plans", ["community_id", "user_id"], unique=False)

    op.create_table(
        "poll_times",
        sa.Column("poll_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("community_id", sa.BigInteger(), nullable=False),
        sa.Column("choice", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("local", sa.Text(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"],
            ["communities.community_id"],
            name=op.f("fk_poll_times_community_id_communities"),
        ),
        sa.PrimaryKeyConstraint("poll_id", "community_id", "choice", name=op.f("pk_poll_times")),
    )
    op.create_table(
        "poll_votes",
        sa.Column("poll_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("community_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("choice", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"],
            ["communities.community_id"],
            name=op.f("fk_poll_votes_community_id_communities"),
        ),
        sa.PrimaryKeyConstraint("poll_id", "community_id", "user_id", "choice", name=op.f("pk_poll_votes")),
    )
    op.create_table(
        "presences",
        sa.Column(
            "presence_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("community_id", sa.BigInteger(), nullable=False),
        sa.Column("occurrence_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("came_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("left_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("came_within", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("left_within", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.community_id"], name=op.f("fk_presences_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("presence_id", name=op.f("pk_presences")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_presences_of", "presences", ["community_id", "user_id"], unique=False)
    lasting = sa.text("left_at IS NULL")
    op.create_index(
        "ix_presences_open",
        "presences",
        ["community_id", "occurrence_id"],
        unique=False,
        sqlite_where=lasting,
        postgresql_where=lasting,
    )
    op.create_index(
        "ix_presences_person", "presences", ["community_id", "occurrence_id", "user_id"], unique=False
    )

    op.create_table(
        "pulses",
        sa.Column("occurrence_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("community_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("felt_heard", sa.Integer(), nullable=True),
        sa.Column("learned", sa.Integer(), nullable=True),
        sa.Column("meet_again", sa.Integer(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.community_id"], name=op.f("fk_pulses_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("occurrence_id", "community_id", "user_id", name=op.f("pk_pulses")),
    )
    op.create_index("ix_pulses_person", "pulses", ["community_id", "user_id"], unique=False)

    op.create_table(
        "rsvps",
        sa.Column("occurrence_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("community_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("seat", sa.Text(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("offered_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("by_interest", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("told_in", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.community_id"], name=op.f("fk_rsvps_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("occurrence_id", "community_id", "user_id", name=op.f("pk_rsvps")),
    )
    op.create_index(
        "ix_rsvps_answer", "rsvps", ["community_id", "occurrence_id", "answer", "line"], unique=False
    )
    op.create_index("ix_rsvps_person", "rsvps", ["community_id", "user_id", "occurrence_id"], unique=False)

    op.create_table(
        "runs",
        sa.Column("occurrence_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("community_id", sa.BigInteger(), nullable=False),
        sa.Column("prompts", sa.JSON(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("turn_seconds", sa.Integer(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("host_gone_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("paused_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("began_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.community_id"], name=op.f("fk_runs_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("occurrence_id", "community_id", name=op.f("pk_runs")),
    )
    op.create_table(
        "speaking",
        sa.Column("occurrence_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("community_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("seat", sa.Text(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("turns", sa.Integer(), nullable=False),
        sa.Column("hand_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("listens", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("here", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.community_id"], name=op.f("fk_speaking_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("occurrence_id", "community_id", "user_id", name=op.f("pk_speaking")),
    )
    op.create_table(
        "templates",
        sa.Column(
            "template_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("community_id", sa.BigInteger(), nullable=False),
        sa.Column("saved_by", sa.BigInteger(), nullable=True),
        sa.Column("name", sa.LargeBinary(), nullable=False),
        sa.Column("plan", sa.LargeBinary(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.community_id"], name=op.f("fk_templates_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("template_id", name=op.f("pk_templates")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "time_polls",
        sa.Column(
            "poll_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("community_id", sa.BigInteger(), nullable=False),
        sa.Column("asked_by", sa.BigInteger(), nullable=True),
        sa.Column("discussion_id", sa.BigInteger(), nullable=True),
        sa.Column("plan", sa.LargeBinary(), nullable=False),
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["community_id"],
            ["communities.community_id"],
            name=op.f("fk_time_polls_community_id_communities"),
        ),
        sa.PrimaryKeyConstraint("poll_id", name=op.f("pk_time_polls")),
        sqlite_autoincrement=True,
    )
    op.create_index("uq_time_polls_token", "time_polls", ["community_id", "token"], unique=True)

    op.create_table(
        "turns",
        sa.Column(
            "turn_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("community_id", sa.BigInteger(), nullable=False),
        sa.Column("occurrence_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("seat", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("began_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("extended", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("passed", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.community_id"], name=op.f("fk_turns_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("turn_id", name=op.f("pk_turns")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_turns_occurrence", "turns", ["community_id", "occurrence_id", "turn_id"], unique=False
    )
    op.create_index("ix_turns_person", "turns", ["community_id", "user_id"], unique=False)

    op.add_column("communities", sa.Column("who_plans", sa.Text(), server_default="hosts", nullable=False))
    op.add_column(
        "communities", sa.Column("reminders", sa.Text(), server_default="10080 1440 60 10", nullable=False)
    )
    op.add_column(
        "communities", sa.Column("rooms", sa.Integer(), server_default=sa.text("1"), nullable=False)
    )
