"""What allauth asks of us: people are known by a phone number, and by nothing else."""

from allauth.account.adapter import DefaultAccountAdapter


class PhoneAdapter(DefaultAccountAdapter):
    """The ways to find a person by phone follow with the sign-in pages."""
