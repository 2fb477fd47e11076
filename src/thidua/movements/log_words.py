"""What the log says of milestones, events, role models and movements."""

from django.utils.translation import gettext_lazy as _

from thidua.support.audit.words import register

register(
    {
        "movements.created": _("prepared a movement"),
        "movements.answered": _("prepared a movement in answer to the level above"),
        "movements.edited": _("changed the movement"),
        "movements.groups_named": _("changed the content groups"),
        "movements.launch_document_attached": _("attached the launching document"),
        "movements.launched": _("launched the movement"),
        "movements.reviewed": _("recorded a preliminary review"),
        "movements.closed": _("recorded the final review and closed the movement"),
        "movements.reopened": _("reopened the movement"),
        "movements.discarded": _("threw a draft away"),
        "movements.anniversary_kept": _("wrote an anniversary"),
        "movements.registration_written": _("wrote the registration"),
        "movements.registration_sent": _("sent the registration"),
        "movements.registration_recalled": _("recalled the registration"),
        "movements.registration_returned": _("returned the registration"),
        "movements.registration_accepted": _("accepted the registration"),
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
    {
        "movements": _("movements"),
        "partners": _("partners"),
        "content_groups": _("content groups"),
        "anniversaries": _("anniversaries"),
        "movement": _("movement"),
        "parent": _("answers"),
        "launched": _("launched at"),
        "pledges": _("pledges"),
        "groups": _("content groups"),
        "reason": _("reason"),
        "sent_at": _("sent at"),
        "decided_at": _("decided at"),
    },
)
