"""What the office writes down of promises, gifts, allocations and photos."""

from __future__ import annotations

import re
from copy import copy
from typing import Any, Final

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.contributions.amounts import from_parts
from thidua.contributions.enums import DonorKind, GiftKind
from thidua.contributions.models import Drive, Pledge, Receipt
from thidua.contributions.queries import open_pledges, receipt_of
from thidua.movements.enums import Consent
from thidua.support.photos.kinds import PHOTOS
from thidua.support.photos.models import Photo
from thidua.web.shell.fields import FileField
from thidua.web.shell.forms import DateField, Form, LineField
from thidua.web.shell.gift_amount_field import GiftAmountField
from thidua.web.shell.gift_amounts import exact_amount

NUMBER: Final = re.compile(r"\s*([0-9]{1,6})\s*/\s*([0-9]{4})\s*")
ENDINGS: Final = ",".join(ending for kind in PHOTOS for ending in kind.endings)
SALT: Final = "photo-kept"


class ReasonForm(Form):
    """Why something is taken back."""

    reason = LineField(
        label=gettext_lazy("Reason"),
        max_length=500,
        help_text=gettext_lazy("Everybody reads it in the ledger. For example: Ghi hai lần một khoản chuyển"),
    )


class PledgeDeskForm(Form):
    """A promise that came by telephone or in a letter."""

    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=GiftKind.choices)
    amount = GiftAmountField(
        label=gettext_lazy("Amount"), help_text=gettext_lazy("In đồng, m² or working days")
    )
    description = LineField(label=gettext_lazy("Description"), required=False, max_length=300)
    donor_kind = forms.ChoiceField(label=gettext_lazy("Donor"), choices=DonorKind.choices)
    donor_name = LineField(label=gettext_lazy("Donor's name"), max_length=300)
    contact = LineField(label=gettext_lazy("Telephone or e-mail"), required=False, max_length=200)
    consent = forms.ChoiceField(label=gettext_lazy("Consent"), choices=Consent.choices)
    promised_on = DateField(label=gettext_lazy("Promised on"))
    due_on = DateField(label=gettext_lazy("To be kept by"), required=False)


class PledgeChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    """Open promises, each with its code, donor and what is still to come."""

    def label_from_instance(self, obj: Any) -> str:
        rest = exact_amount(obj.kind, from_parts(obj.kind, obj.parts - obj.kept))
        return f"{obj.code} – {obj.donor_name} – {rest}"


class ReceiveForm(Form):
    """A gift that came; the receipt takes the next number."""

    pledge = PledgeChoice(
        label=gettext_lazy("Promise that it keeps"),
        queryset=Pledge.objects.none(),
        required=False,
        empty_label=gettext_lazy("none"),
    )
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=GiftKind.choices)
    amount = GiftAmountField(
        label=gettext_lazy("Amount"), help_text=gettext_lazy("In đồng, m² or working days")
    )
    description = LineField(label=gettext_lazy("Description"), required=False, max_length=300)
    received_on = DateField(label=gettext_lazy("Received on"))
    donor_kind = forms.ChoiceField(label=gettext_lazy("Donor"), choices=DonorKind.choices)
    donor_name = LineField(
        label=gettext_lazy("Donor's name"),
        required=False,
        max_length=300,
        help_text=gettext_lazy("The public reads it only if the donor agreed."),
    )
    consent = forms.ChoiceField(label=gettext_lazy("Consent"), choices=Consent.choices)
    source = LineField(
        label=gettext_lazy("Source"),
        required=False,
        max_length=300,
        help_text=gettext_lazy("Bank transfer, paper receipt or record of handing over"),
    )

    def __init__(self, *args: Any, drive: Drive, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["pledge"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = open_pledges(drive)


class AllocateForm(Form):
    """What goes to a work."""

    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=GiftKind.choices)
    amount = GiftAmountField(
        label=gettext_lazy("Amount"), help_text=gettext_lazy("In đồng, m² or working days")
    )
    work = LineField(
        label=gettext_lazy("Work"),
        max_length=300,
        help_text=gettext_lazy("For example: Đường thôn Bản Chu, 600 m, xã Đề Thám"),
    )
    description = LineField(label=gettext_lazy("Description"), required=False, max_length=300)
    allocated_on = DateField(label=gettext_lazy("Handed over on"))
    receipt = LineField(
        label=gettext_lazy("Receipt of the one gift it comes from"),
        required=False,
        max_length=20,
        help_text=gettext_lazy("Only where the donor gave for this work alone. For example: 0003/2026"),
    )

    def __init__(self, *args: Any, drive: Drive, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.drive = drive

    def clean_receipt(self) -> Receipt | None:
        """Return the receipt with this number; raises ValidationError where there is none."""
        typed = self.cleaned_data["receipt"]
        if not typed:
            return None
        said = NUMBER.fullmatch(typed)
        found = receipt_of(self.drive, int(said[2]), int(said[1])) if said else None
        if found is None:
            raise ValidationError(
                _("There is no receipt “%(number)s” in this drive. Write number/year, for example 0003/2026.")
                % {"number": typed}
            )
        return found


class ProveForm(Form):
    """A photo of a work. A photo that was taken stays, when something else is refused (`kept`)."""

    photo = FileField(
        label=gettext_lazy("Photo"),
        required=False,
        help_text=gettext_lazy(
            "From a telephone or a camera. Place and owner noted in the file are taken away."
        ),
        widget=forms.FileInput(attrs={"accept": ENDINGS}),
    )
    kept = forms.CharField(required=False, widget=forms.HiddenInput)
    caption = LineField(
        label=gettext_lazy("Caption"),
        max_length=300,
        help_text=gettext_lazy("For example: Đường thôn Bản Chu sau khi đổ bê tông"),
    )
    alternative = LineField(
        label=gettext_lazy("What the photo shows"),
        max_length=300,
        help_text=gettext_lazy(
            "Read to those who cannot see it. For example: con đường bê tông giữa hai thửa ruộng"
        ),
    )
    shown_on = DateField(label=gettext_lazy("Day it shows"))

    def keep(self, photo: Photo) -> None:
        """Carry a photo that was taken over to the next try."""
        sent: Any = copy(self.data)
        sent["kept"] = signing.dumps(photo.pk, salt=SALT)
        self.data = sent

    def kept_photo(self) -> Photo | None:
        """Return the photo of an earlier try, or None."""
        try:
            key = signing.loads(self.data.get("kept", ""), salt=SALT, max_age=24 * 3600)
        except signing.BadSignature:
            return None
        return Photo.objects.filter(pk=key).first()


def today_for(name: str) -> dict[str, Any]:
    """Return the present day as what stands in the field `name` before anybody typed."""
    return {name: timezone.localdate()}
