from notifications.models.delivery import Delivery
from notifications.models.happening import Happening
from notifications.models.notice import Notice

__all__ = ["Delivery", "Happening", "Notice"]
