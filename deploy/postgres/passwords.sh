#!/bin/sh
# Gives the contexts' roles, which init.sql makes with a password known to everybody, the one of this installation.
set -eu
for role in catalog basket ordering finance inventory notification identity chat analytics; do
  psql -v ON_ERROR_STOP=1 -v role="$role" -v password="$BOOKSTORE_DATABASE_PASSWORD" \
    -U "$POSTGRES_USER" -d "$POSTGRES_DB" <<'SQL'
alter role :"role" password :'password';
SQL
done
