"""Feedback on answers."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "feedback",
        sa.Column("city", sa.String(100), primary_key=True),
        sa.Column("answer", sa.String(64), primary_key=True),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("expires", sa.Date(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
    )
    op.create_index("ix_feedback_expires", "feedback", ["expires"])


def downgrade() -> None:
    op.drop_table("feedback")
