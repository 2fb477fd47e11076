"""What the log says of the registry."""

from django.utils.translation import gettext_lazy as _

from thidua.support.audit.words import register

register(
    {
        "registry.conferral_recorded": _("recorded awards given"),
        "registry.awards_granted": _("granted awards by a decision"),
        "registry.conferral_edited": _("corrected awards given"),
        "registry.recipients_replaced": _("changed the list of recipients"),
        "registry.conferral_presented": _("presented awards"),
        "registry.conferral_withdrawn": _("removed awards given"),
        "registry.conferral_restored": _("brought back awards given"),
        "registry.award_cancelled": _("cancelled an award"),
        "registry.award_reinstated": _("took back the cancellation of an award"),
        "registry.grade_recorded": _("recorded a yearly grade"),
        "registry.grade_corrected": _("corrected a yearly grade"),
        "registry.grade_withdrawn": _("withdrew a yearly grade"),
        "registry.initiative_recorded": _("recorded an initiative"),
        "registry.initiative_corrected": _("corrected an initiative"),
        "registry.initiative_withdrawn": _("withdrew an initiative"),
        "registry.discipline_recorded": _("recorded a disciplinary measure"),
        "registry.discipline_corrected": _("corrected a disciplinary measure"),
        "registry.discipline_withdrawn": _("withdrew a disciplinary measure"),
        "registry.matter_recorded": _("recorded a pending matter"),
        "registry.matter_corrected": _("corrected a pending matter"),
        "registry.matter_concluded": _("concluded a pending matter"),
        "registry.matter_withdrawn": _("withdrew a pending matter"),
        "registry.history_imported": _("imported a table into the history"),
        "registry.history_import_undone": _("undid an import into the history"),
        "registry.recipients_linked": _("linked recipients to the register"),
        "registry.recipients_described": _("described recipients for statistics"),
        "registry.unit_described": _("described a collective"),
    },
    {
        "recipients": _("recipients"),
        "reason": _("reason"),
        "withdrawn_in_row": _("removed in row"),
        "deciding_unit": _("decided by"),
        "was": _("before"),
        "taken_out": _("taken out"),
        "person": _("person"),
        "unit": _("unit"),
        "household": _("household"),
    },
)
