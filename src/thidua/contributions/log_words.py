"""What the log says of drives and gifts."""

from django.utils.translation import gettext_lazy as _

from thidua.support.audit.words import register

register(
    {
        "contributions.drive_opened": _("opened a drive"),
        "contributions.drive_edited": _("corrected a drive"),
        "contributions.drive_withdrawn": _("removed a drive"),
        "contributions.drive_restored": _("brought back a drive"),
        "contributions.gift_recorded": _("recorded a gift"),
        "contributions.gift_edited": _("corrected a gift"),
        "contributions.gift_withdrawn": _("removed a gift"),
        "contributions.gift_restored": _("brought back a gift"),
    },
)
