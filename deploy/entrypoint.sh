#!/bin/sh
# Makes the addresses of database and queue from the secrets of this container, so that no password stands in a
# compose file, an image or `docker inspect`. An address that is set already is left as it is.
set -eu

secret() {
  cat "${CAIRN_SECRETS:-/run/secrets}/$1"
}

if [ -z "${DATABASE_URL:-}" ]; then
  : "${DATABASE_LOGIN:?set DATABASE_URL, or DATABASE_LOGIN and its secret}"
  DATABASE_URL="postgres://${DATABASE_LOGIN}:$(secret "${DATABASE_LOGIN}_password")@${DATABASE_HOST:-postgres}:5432/cairn"
  export DATABASE_URL
  # A login that is the serving role itself has no other role to step down to.
  case "$DATABASE_LOGIN" in
    cairn_app) export DATABASE_APP_URL="$DATABASE_URL" ;;
    cairn_worker) export DATABASE_WORKER_URL="$DATABASE_URL" ;;
  esac
fi

if [ -z "${REDIS_URL:-}" ] && [ -f "${CAIRN_SECRETS:-/run/secrets}/redis_password" ]; then
  REDIS_URL="redis://:$(secret redis_password)@${REDIS_HOST:-redis}:6379"
  export REDIS_URL
fi

exec "$@"
