"""What Alembic runs: the versions on the connection that it is handed."""

from alembic import context

from hiatus.knowledge.database.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,
    transaction_per_migration=False,
)
context.run_migrations()
