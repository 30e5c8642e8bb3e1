#!/bin/sh
# Redis with its password from the secret, given in a file and not on a command line that every process can read.
# noeviction: a queue must refuse new jobs rather than forget old ones. AOF: at most a second is lost with the machine,
# and the outbox sends that again.
set -eu
umask 077
printf 'requirepass %s\n' "$(cat /run/secrets/redis_password)" >/tmp/redis.conf
exec redis-server /tmp/redis.conf --appendonly yes --appendfsync everysec --maxmemory-policy noeviction --dir /data
