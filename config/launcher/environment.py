"""The environment of the parts. Variables that are already set are kept."""

import ipaddress
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from config.launcher.listening import host_of, port_of
from config.launcher.places import Places

KEY_LENGTH = 50


@dataclass(frozen=True)
class Address:
    host: str
    port: int

    @classmethod
    def from_environment(cls) -> "Address":
        host, port = os.environ.get("HOST") or "127.0.0.1", os.environ.get("PORT") or "8000"
        return cls(host_of(host), port_of(port))

    @property
    def near(self) -> str:
        """The address for connecting from this machine: one can't connect to 0.0.0.0."""
        if not ipaddress.ip_address(self.host).is_unspecified:
            return self.host
        return "::1" if ":" in self.host else "127.0.0.1"

    @property
    def name(self) -> str:
        """As a browser writes it."""
        if self.near in {"127.0.0.1", "::1"}:
            return "localhost"
        return f"[{self.host}]" if ":" in self.host else self.host

    @property
    def url(self) -> str:
        return f"http://{self.name}:{self.port}"

    @property
    def open_to_network(self) -> bool:
        return not ipaddress.ip_address(self.host).is_loopback


# Files whose content is handed on as the variable itself: both at once would be refused.
READ_HERE = {"DATABASE_URL_FILE", "PAVILION_OWNER_DATABASE_URL_FILE", "REDIS_URL_FILE"}


def write_private(file: Path, text: str) -> None:
    """Write a file that only its owner can read, from the first byte on."""
    file.unlink(missing_ok=True)
    descriptor = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as handle:
        handle.write(text)


def secret_key(file: Path) -> str:
    """The secret key in `file`, made once for each clone."""
    if not file.exists() or not file.read_text(encoding="utf-8").strip():
        write_private(file, secrets.token_urlsafe(KEY_LENGTH))
    return file.read_text(encoding="utf-8").strip()


def environment(places: Places, address: Address, *, database: str, broker: str) -> dict[str, str]:
    """The environment of web server, worker and beat; `database` is the application's URL."""
    names = dict.fromkeys(["localhost", "127.0.0.1", "[::1]", address.name])
    defaults = {
        "SECRET_KEY": secret_key(places.var / "secret-key"),
        "PAVILION_DEMO": "1",
        "SITE_URL": address.url,
        "SECURITY_LOG": str(places.var / "security-log"),
        # Cookies don't distinguish ports: two clones on one machine would sign each other out.
        "SESSION_COOKIE_NAME": f"session_{address.port}",
        "CSRF_COOKIE_NAME": f"csrftoken_{address.port}",
        "ALLOWED_HOSTS": "*" if address.open_to_network else ",".join(names),
    }
    if os.environ.get("SECRET_KEY_FILE"):
        del defaults["SECRET_KEY"]
    fixed = {
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "DATABASE_URL": database,
        "REDIS_URL": broker,
        "PAVILION_VAR": str(places.var),
        "PYTHONUNBUFFERED": "1",
    }
    kept = {key: value for key, value in os.environ.items() if value and key not in READ_HERE}
    return {**defaults, **kept, **fixed}
