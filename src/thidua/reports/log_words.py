"""What the log says of closing reports."""

from django.utils.translation import gettext_lazy as _

from thidua.support.audit.words import register

register(
    {
        "reports.created": _("began a closing report"),
        "reports.edited": _("changed the frame of a closing report"),
        "reports.paragraph_edited": _("edited a paragraph"),
        "reports.paragraph_added": _("added a paragraph"),
        "reports.paragraph_moved": _("moved a paragraph"),
        "reports.paragraph_removed": _("removed a paragraph"),
        "reports.responsible_assigned": _("chose the unit that answers for a paragraph"),
        "reports.paragraph_signed_off": _("signed off a paragraph"),
        "reports.sign_off_withdrawn": _("withdrew a sign-off"),
        "reports.frozen": _("froze a closing report"),
        "reports.reopened": _("reopened a closing report for a correction"),
        "reports.officer_recorded": _("recorded an officer of emulation and commendation"),
        "reports.officer_edited": _("changed the record of an officer of emulation and commendation"),
        "reports.officer_removed": _("removed the record of an officer of emulation and commendation"),
    },
    {
        "paragraph": _("paragraph"),
        "responsible": _("responsible unit"),
        "sha256": _("check code"),
        "overruled": _("why open points were overruled"),
        "movements": _("movements"),
    },
)
