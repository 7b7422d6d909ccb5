"""The form of each act."""

from issues.enums.acts import Act
from issues.forms.acts.add import AddForm
from issues.forms.acts.assign import AssignForm
from issues.forms.acts.base import ActContext, ActForm
from issues.forms.acts.call_back import CallBackForm
from issues.forms.acts.classify import ClassifyForm
from issues.forms.acts.commit import CommitForm
from issues.forms.acts.confirm import ConfirmForm
from issues.forms.acts.decline import DeclineForm
from issues.forms.acts.deliberate import DeliberateForm
from issues.forms.acts.deliver import DeliverForm
from issues.forms.acts.find import FindForm
from issues.forms.acts.follow import FollowForm
from issues.forms.acts.hide import HideForm
from issues.forms.acts.join import JoinForm
from issues.forms.acts.keep_private import KeepPrivateForm
from issues.forms.acts.merge import MergeForm
from issues.forms.acts.name_lead import NameLeadForm
from issues.forms.acts.note import NoteForm
from issues.forms.acts.publish import PublishForm
from issues.forms.acts.push_up import PushUpForm
from issues.forms.acts.receive import ReceiveForm
from issues.forms.acts.respond import RespondForm
from issues.forms.acts.see_contact import SeeContactForm
from issues.forms.acts.settle import SettleForm
from issues.forms.acts.support import SupportForm
from issues.forms.acts.verify import VerifyForm
from issues.forms.acts.withdraw import WithdrawForm

__all__ = ["ACT_FORMS", "RESIDENT_FORMS", "ActContext", "ActForm"]

ACT_FORMS: dict[str, type[ActForm]] = {
    form.act: form
    for form in (
        ReceiveForm,
        VerifyForm,
        CallBackForm,
        NameLeadForm,
        PublishForm,
        RespondForm,
        ClassifyForm,
        SettleForm,
        FindForm,
        DeliberateForm,
        CommitForm,
        DeliverForm,
        JoinForm,
        PushUpForm,
        KeepPrivateForm,
        MergeForm,
        DeclineForm,
        HideForm,
        AssignForm,
        NoteForm,
        SeeContactForm,
    )
}
RESIDENT_FORMS: dict[Act, type[ActForm]] = {
    form.act: form for form in (SupportForm, FollowForm, AddForm, ConfirmForm, WithdrawForm)
}
