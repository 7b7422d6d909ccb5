"""Remember how a person wants to read, and what they want to be called."""

from accounts.enums import Language
from accounts.models import User
from accounts.words import as_stored

NAME_LENGTH = 40


def set_preferences(
    user: User,
    *,
    actor: User | None,
    language: str | None = None,
    large_print: bool | None = None,
    name: str | None = None,
) -> User:
    """Change what is given and leave what is None. The name may be empty.

    Raises ValueError for a language we don't speak or a name that is too long.
    """
    changed: dict[str, object] = {}
    if language is not None:
        changed["language"] = Language(language).value
    if large_print is not None:
        changed["large_print"] = large_print
    if name is not None:
        changed["name"] = tidy = " ".join(as_stored(name.replace("\x00", "")).split())
        if len(tidy) > NAME_LENGTH:
            raise ValueError("The name is too long.")
    for field, value in changed.items():
        setattr(user, field, value)
    if changed:
        user.save(update_fields=list(changed))
    return user
