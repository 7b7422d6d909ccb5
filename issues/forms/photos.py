"""Up to six photos in a form; none is lost if the form is shown again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.db.models import Q
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.forms.words import WordsField
from accounts.models import User
from acting.limits import spend
from acting.refusals import NoRoom, NotNow, Refused
from issues.actions.draft import take_over
from issues.actions.store_upload import store_upload
from issues.addresses import address_of_photo
from issues.inputs import MOST_PHOTOS
from issues.models import Draft, Upload
from issues.photo_formats import PhotoProblem
from issues.photos import Allowance


class ManyFilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True
    template_name = "django/forms/widgets/file.html"


class ManyFilesField(forms.FileField):
    """A list of files, which may be empty or missing."""

    widget = ManyFilesInput

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[bytes]]:
        files = data if isinstance(data, list | tuple) else [data]
        return [file for file in files if file]


# Of photos that went with another page meanwhile, or lay here too long: none is left out unsaid.
NOT_THERE = gettext_lazy(
    "Photos that you had added are not here any more; perhaps another page has sent them. "
    "Choose them anew, or send without them."
)


class PhotosForm(forms.Form):
    """Mixin. Good photos are stored when they arrive; `kept` names them if the form returns.

    Without script photos add up by two buttons that send the form only to have it drawn again:
    one keeps what was chosen, the other, at each photo, leaves that one out.
    Where photos have to wait, `not_now` says how long; those before them are kept.
    Give `person` or `draft`; after `is_valid()` the photos to attach are in `uploads`. Of `earlier`
    drafts of the same browser it takes those that it names: a form that is opened anew, or in
    another language, has another key.
    """

    not_now: NotNow | None = None
    # The volume is full: a button sends the rest without them.
    no_room = False

    photos = ManyFilesField(
        label=gettext_lazy("Photos"),
        required=False,
        widget=ManyFilesInput(
            attrs={"accept": "image/jpeg,image/png,image/webp", "multiple": True}
        ),
        help_text=gettext_lazy("Up to six. Where and with what they were taken is removed."),
    )
    kept = WordsField(required=False, max_length=400, widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        person: User | None = None,
        draft: Draft | None = None,
        earlier: Sequence[Draft] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.person, self.draft, self.earlier = person, draft, earlier

    @cached_property
    def uploads(self) -> list[Upload]:
        """Photos of an earlier sending that are still this person's and belong to nothing yet."""
        if not self.is_bound:
            return []
        found = self._find(self._named)
        if self.earlier:
            take_over(found, user=self.person, draft=self.draft)
        return [one for one in found if str(one.token) != self.data.get("leave_out")]

    def show_kept(self, tokens: str) -> None:
        """Show the photos of a draft in a form that was not sent yet."""
        self.uploads = self._find(tokens)

    @property
    def _named(self) -> str:
        return str(self.data.get(self.add_prefix("kept")) or "")

    def _find(self, sent: str) -> list[Upload]:
        tokens = _tokens(sent)
        if self.person is None and self.draft is None:
            return []
        mine = Q()
        if self.person is not None:
            mine |= Q(user=self.person)
        if self.draft is not None:
            mine |= Q(draft=self.draft)
        if self.earlier:
            mine |= Q(draft__in=self.earlier, user=None)
        found = Upload.objects.filter(mine, token__in=tokens, photo__isnull=True)
        return sorted(found, key=lambda upload: tokens.index(upload.token))

    @property
    def is_drawn_again(self) -> bool:
        """True if it was sent only for its photos: then it is not valid, and nothing else is."""
        return self.is_bound and ("add_photos" in self.data or "leave_out" in self.data)

    def is_valid(self) -> bool:
        return super().is_valid() and not self.is_drawn_again

    def full_clean(self) -> None:
        super().full_clean()
        if self.is_drawn_again:
            for name in [name for name in self.errors if name != "photos"]:
                del self.errors[name]

    @property
    def arrived(self) -> dict[str, Any]:
        """For `components/upload.html`."""
        return {
            "tokens": self.kept_tokens,
            "no_room": self.no_room,
            "photos": [
                {
                    "token": str(one.token),
                    "url": address_of_photo(one.token, "large"),
                    "thumb": address_of_photo(one.token, "small"),
                }
                for one in self.uploads
            ],
        }

    @property
    def kept_tokens(self) -> str:
        return ",".join(str(upload.token) for upload in self.uploads)

    def clean_photos(self) -> list[UploadedFile[bytes]]:
        if "without_photos" in self.data:
            return []
        files: list[UploadedFile[bytes]] = self.cleaned_data["photos"]
        if "add_photos" in self.data and not files:
            self.add_error("photos", _("Choose photos first, then press “Add these photos”."))
        found = {one.token for one in self.uploads} | set(_tokens(self.data.get("leave_out") or ""))
        if not found.issuperset(_tokens(self._named)):
            self.add_error("photos", str(NOT_THERE))
        allowance = Allowance()
        for number, file in enumerate(files, start=1):
            if len(self.uploads) >= MOST_PHOTOS:
                self.add_error("photos", _("Six photos are enough; the first six were kept."))
                break
            try:
                self._keep(number, file, allowance)
            except NotNow as refused:
                self._let_wait(number, refused)
                break
        return files

    def _let_wait(self, number: int, refused: NotNow) -> None:
        """It and those behind it: each would only wait as long."""
        self.not_now = refused
        said = _("From photo %(number)s on: %(problem)s")
        self.add_error("photos", said % {"number": number, "problem": refused.message})

    def _keep(self, number: int, file: UploadedFile[bytes], allowance: Allowance) -> None:
        """Raises NotNow."""
        spend("photos" if self.person else "photos_before_sign_in", person=self.person)
        try:
            upload = store_upload(
                file,  # type: ignore[arg-type]
                user=self.person,
                draft=self.draft,
                now=timezone.now(),
                allowance=allowance,
            )
        except PhotoProblem as problem:
            said = _("Photo %(number)s: %(problem)s") % {
                "number": number,
                "problem": problem.message,
            }
            self.add_error("photos", said)
        except NotNow:
            raise
        except NoRoom as refused:
            self.no_room = True
            self.add_error("photos", str(refused.message))
        except Refused as refused:
            self.add_error("photos", str(refused.message))
        else:
            self.uploads.append(upload)


def _tokens(sent: str) -> list[UUID]:
    return [token for part in sent[:400].split(",") if (token := _uuid(part))]


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text.strip())
    except ValueError:
        return None
