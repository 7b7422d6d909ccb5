from council.admin import councils

__all__ = ["councils"]
