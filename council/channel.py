"""Where it is said that a sitting has changed: by who writes, for who watches."""

from typing import Final

# On Valkey, as {"meeting": uid, "version": number}. A lost word is found at the next look.
CHANNEL: Final = "pavilion:sittings"
