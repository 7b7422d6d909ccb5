#!/bin/sh
# Makes what must stay secret, once: each in a file of its own below secrets/, where compose
# reads it. What is there already stays. Nobody else may enter the folder; the files themselves
# can be read by all, since inside a container their reader is another user.
set -eu
umask 077
cd "$(dirname "$0")/.."
mkdir -p secrets

keep() { # name, text
	[ -s "secrets/$1" ] || printf '%s\n' "$2" >"secrets/$1"
	chmod 0444 "secrets/$1"
}
made() { openssl rand -hex 32; }
of() { cat "secrets/$1"; }

keep secret_key "$(made)"
keep superuser_password "$(made)"
keep owner_password "$(made)"
keep application_password "$(made)"
keep valkey_password "$(made)"
keep owner_database_url "postgresql://pavilion_owner:$(of owner_password)@postgres/pavilion"
keep database_url "postgresql://pavilion_app:$(of application_password)@postgres/pavilion"
keep redis_url "redis://:$(of valkey_password)@valkey:6379/0"
# May be empty; of whom they are known by a gateway or a mail server, write it in here.
for name in secret_key_fallbacks sms_gateway_secret email_host_password; do
	[ -e "secrets/$name" ] || : >"secrets/$name"
	chmod 0444 "secrets/$name"
done
