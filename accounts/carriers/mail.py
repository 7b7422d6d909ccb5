"""E-mail through Django's own backend."""

from smtplib import SMTPException

from django.core.mail import send_mail

from accounts.carriers.base import CarrierFailed, EmailCarrier


class DjangoMailCarrier(EmailCarrier):
    def send(self, address: str, subject: str, text: str, *, purpose: str) -> None:
        try:
            send_mail(subject, text, None, [address])
        # ValueError: no mail can have this address or subject. Its message may repeat them.
        except (SMTPException, OSError, ValueError) as error:
            raise CarrierFailed(type(error).__name__) from error
