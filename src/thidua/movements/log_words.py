"""What the log says of milestones, events, role models and movements."""

from django.utils.translation import gettext_lazy as _

from thidua.support.audit.words import register

register(
    {
        "movements.milestone_recorded": _("recorded a milestone"),
        "movements.milestone_edited": _("corrected a milestone"),
        "movements.milestone_withdrawn": _("removed a milestone"),
        "movements.milestone_restored": _("brought back a milestone"),
        "movements.event_recorded": _("recorded an event"),
        "movements.event_edited": _("corrected an event"),
        "movements.event_withdrawn": _("removed an event"),
        "movements.event_restored": _("brought back an event"),
        "movements.role_model_recorded": _("recorded a role model"),
        "movements.role_model_edited": _("corrected a role model"),
        "movements.role_model_withdrawn": _("removed a role model"),
        "movements.role_model_restored": _("brought back a role model"),
        "movements.conferral_linked": _("said for which movements the awards were given"),
    },
    {"movements": _("movements"), "partners": _("partners")},
)
