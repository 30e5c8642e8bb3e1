#!/bin/sh
# Runs once, when the database volume is empty: the two roles that serve get a login of their own. What they may do is
# granted by the migrations, which find them here and make the other roles.
set -eu

for role in cairn_app cairn_worker; do
  psql --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" --set ON_ERROR_STOP=1 \
    --set role="$role" --set password="$(cat "/run/secrets/${role}_password")" <<'SQL'
CREATE ROLE :"role" LOGIN PASSWORD :'password' NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT NOBYPASSRLS;
SQL
done
