from enum import Enum, auto
from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _

# In place of the tries of a code that was right: it counts once.
USED: Final = 10_000


class Language(models.TextChoices):
    CHINESE = "zh-hans", _("Chinese")
    ENGLISH = "en", _("English")


class CodeAnswer(Enum):
    """The answer to a code that somebody typed."""

    RIGHT = auto()
    WRONG = auto()
    EXPIRED = auto()
    SPENT = auto()
    # It was right, and has done what it was for: a code counts once.
    USED = auto()


class CodeUse(Enum):
    """What a code to a phone is for, as its message says."""

    SIGN_IN = auto()
    # It puts a signature under something.
    SIGN = auto()
    # Whoever is signed in proves again that it is they.
    CONFIRM = auto()


class Worth(Enum):
    """What a session is worth at a moment."""

    WHOLE = auto()
    # Known who it is, but the second factor is wanted before anything is theirs.
    LOCKED = auto()
    OVER = auto()


class Browser(models.TextChoices):
    """As people know it; the versions and the other names it gives itself are not kept."""

    WECHAT = "wechat", _("WeChat")
    QQ = "qq", _("QQ Browser")
    UC = "uc", _("UC Browser")
    HUAWEI = "huawei", _("Huawei Browser")
    XIAOMI = "xiaomi", _("Xiaomi Browser")
    EDGE = "edge", "Edge"
    FIREFOX = "firefox", "Firefox"
    CHROME = "chrome", "Chrome"
    SAFARI = "safari", "Safari"
    OTHER = "other", _("another browser")


class System(models.TextChoices):
    HARMONY = "harmony", _("HarmonyOS")
    ANDROID = "android", _("Android")
    IPHONE = "iphone", "iPhone"
    IPAD = "ipad", "iPad"
    WINDOWS = "windows", "Windows"
    MAC = "mac", "Mac"
    LINUX = "linux", "Linux"
    OTHER = "other", _("another device")
