from accounts.models.device import Device
from accounts.models.local_message import LocalMessage
from accounts.models.sent_code import SentCode
from accounts.models.sign_in_link import SignInLink
from accounts.models.user import User
from accounts.models.wrong_factor import WrongFactor

__all__ = ["Device", "LocalMessage", "SentCode", "SignInLink", "User", "WrongFactor"]
