from notifications.models.delivery import Delivery
from notifications.models.notice import Notice

__all__ = ["Delivery", "Notice"]
