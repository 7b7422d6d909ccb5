"""The forms about the contacts of one member."""

from __future__ import annotations

from council.enums.contacts import ContactAct
from council.forms.contacts.base import ContactForm
from council.forms.contacts.noted import ForgetForm, RaiseContactForm

CONTACT_FORMS: dict[str, type[ContactForm]] = {
    ContactAct.RAISE: RaiseContactForm,
    ContactAct.FORGET: ForgetForm,
}
