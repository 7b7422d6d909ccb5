from council.admin import councils, notice_rules

__all__ = ["councils", "notice_rules"]
