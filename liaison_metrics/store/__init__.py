"""The store: tables, migrations, and the only place with SQL."""
