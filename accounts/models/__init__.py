from accounts.models.local_message import LocalMessage
from accounts.models.sent_code import SentCode
from accounts.models.sign_in_link import SignInLink
from accounts.models.user import User

__all__ = ["LocalMessage", "SentCode", "SignInLink", "User"]
