"""What the log says of indicators, plans, figures, rounds, sheets and imports."""

from django.utils.translation import gettext_lazy as _

from thidua.support.audit.words import register

register(
    {
        "targets.indicator_created": _("added an indicator"),
        "targets.indicator_edited": _("changed an indicator"),
        "targets.plan_set": _("set a plan"),
        "targets.observation_recorded": _("put a figure on record"),
        "targets.observations_imported": _("imported figures"),
        "targets.plans_imported": _("imported plans"),
        "targets.import_undone": _("took an import back"),
        "targets.round_opened": _("opened a reporting round"),
        "targets.round_locked": _("locked a reporting round"),
        "targets.cell_saved": _("filled in a cell"),
        "targets.evidence_attached": _("added evidence to a cell"),
        "targets.sheet_submitted": _("submitted a report"),
        "targets.sheet_returned": _("returned a report"),
        "targets.sheet_accepted": _("accepted a report"),
        "targets.sheet_locked": _("locked a report"),
        "targets.sheet_reopened": _("reopened a report"),
        "targets.reminded": _("reminded a unit"),
        "targets.reopening_requested": _("asked for a report back"),
    },
)
