"""Tables and seats."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "tables",
        sa.Column("id", sa.String(22), primary_key=True),
        sa.Column("game", sa.String(22), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("deck", sa.Text(), nullable=False),
        sa.Column("code", sa.String(6), unique=True),
        sa.Column("locked", sa.Boolean(), nullable=False),
        sa.Column("timers", sa.Boolean(), nullable=False),
        sa.Column("host_seated", sa.Boolean(), nullable=False),
        sa.Column("host_hash", sa.String(64), nullable=False, unique=True),
        sa.Column("projector_hash", sa.String(64), nullable=False, unique=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("alive_at", sa.BigInteger(), nullable=False),
        sa.Column("ended_at", sa.BigInteger()),
    )
    op.create_table(
        "seats",
        sa.Column(
            "table_id", sa.String(22), sa.ForeignKey("tables.id", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("role", sa.Text(), primary_key=True),
        sa.Column("token_hash", sa.String(64), unique=True),
        sa.Column("name", sa.Text()),
        sa.Column("claimed_at", sa.BigInteger()),
        sa.Column("moved", sa.Integer(), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("seats")
    op.drop_table("tables")
