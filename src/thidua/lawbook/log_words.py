"""What the log says of the law book."""

from django.utils.translation import gettext_lazy as _

from thidua.support.audit.words import register

register(
    {
        "lawbook.provision_checked": _("marked a provision as checked against the official text"),
        "lawbook.check_withdrawn": _("took back the check of a provision"),
        "lawbook.reading_set": _("settled a question of reading"),
        "lawbook.reading_withdrawn": _("took back an answer to a question of reading"),
        "lawbook.regulation_loaded": _("loaded a local regulation"),
        "lawbook.regulation_withdrawn": _("took a local regulation out of use"),
    },
    {"lines": _("lines"), "replaces": _("replaces")},
)
