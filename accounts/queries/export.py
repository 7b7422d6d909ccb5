"""All that this app stores about a person, for their own download."""

from accounts.models import Device, User
from accounts.queries.factors import has_factor


def export_person(user: User) -> dict[str, object]:
    """Plain values for JSON; times are ISO 8601 with their zone."""
    return {
        "phone": user.phone,
        "phone_verified": user.phone_verified,
        "email": user.email or None,
        "name": user.name,
        "language": user.language,
        "large_print": user.large_print,
        "joined_at": user.joined_at.isoformat(),
        "last_login": user.last_login.isoformat() if user.last_login else None,
        "second_factor": has_factor(user),
        "devices": [
            {
                "browser": device.browser,
                "system": device.system,
                "network": device.network,
                "signed_in_at": device.signed_in_at.isoformat(),
            }
            for device in Device.objects.filter(person=user)
        ],
    }
