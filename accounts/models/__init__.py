from accounts.models.local_message import LocalMessage
from accounts.models.sent_code import SentCode
from accounts.models.user import User

__all__ = ["LocalMessage", "SentCode", "User"]
