"""What the log says of the portal."""

from django.utils.translation import gettext_lazy as _

from thidua.portal.enums import DeclineReason
from thidua.support.audit.words import register

register(
    {
        "portal.comment_sent": _("received a comment of a reader"),
        "portal.comment_published": _("published a comment"),
        "portal.comment_declined": _("did not publish a comment"),
        "portal.comment_taken_back": _("let a comment wait again"),
    },
    {"article": _("article")},
    {"decline_reason": lambda code: str(dict(DeclineReason.choices).get(str(code), code))},
)
