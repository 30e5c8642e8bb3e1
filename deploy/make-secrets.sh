#!/bin/sh
# Makes the passwords that docker-compose.yml mounts, once; what is there already stays.
# The folder is closed to others. The files in it are not, for the containers' users must read them.
set -eu
cd "$(dirname "$0")"
mkdir -p secrets
chmod 0700 secrets
for name in postgres_password cairn_app_password cairn_worker_password redis_password; do
  [ -s "secrets/$name" ] && continue
  # 32 random bytes in hexadecimal: nothing in it needs quoting in an address.
  head -c 32 /dev/urandom | od -An -tx1 | tr -d ' \n' >"secrets/$name"
  chmod 0644 "secrets/$name"
  echo "made deploy/secrets/$name"
done
