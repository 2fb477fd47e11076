"""What the log says of accounts."""

from django.utils.translation import gettext_lazy as _

from thidua.support.audit.words import register

register(
    {
        "accounts.created": _("opened an account"),
        "accounts.password_changed": _("changed the own password"),
        "accounts.address_changed": _("changed the own e-mail address"),
        "accounts.password_reset": _("gave an account a new first password"),
        "accounts.closed": _("closed an account"),
        "accounts.reopened": _("reopened an account"),
    },
    {"username": _("sign-in name")},
)
