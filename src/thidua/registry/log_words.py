"""What the log says of the registry."""

from django.utils.translation import gettext_lazy as _

from thidua.support.audit.words import register

register(
    {
        "registry.conferral_recorded": _("recorded awards given"),
        "registry.conferral_edited": _("corrected awards given"),
        "registry.recipients_replaced": _("changed the list of recipients"),
        "registry.conferral_withdrawn": _("removed awards given"),
        "registry.conferral_restored": _("brought back awards given"),
    },
    {
        "recipients": _("recipients"),
        "reason": _("reason"),
        "withdrawn_in_row": _("removed in row"),
        "deciding_unit": _("decided by"),
    },
)
