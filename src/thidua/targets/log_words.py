"""What the log says of indicators, plans, figures, rounds, sheets and imports."""

from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from thidua.core.periods import Period, PeriodRefused
from thidua.support.audit.words import register


def _period(value: object) -> str:
    """Return «9 tháng đầu năm 2019» for «2019-9T»; what is no period stays as it is."""
    try:
        return Period.parse(str(value)).label("en" if get_language() == "en" else "vi")
    except PeriodRefused:
        return str(value)


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
    names={
        "indicator": _("indicator"),
        "indicators": _("indicators"),
        "unit": pgettext_lazy("orgs", "unit"),
        "units": _("units"),
        "period": _("period"),
        "round": _("reporting round"),
        "value": _("value"),
        "typed": _("typed"),
        "owner": _("in charge"),
        "supersedes": _("replaces row"),
        "new_figures": _("new figures"),
        "unchanged": _("unchanged figures"),
        "withdrawn": _("figures withdrawn"),
        "due_on": _("due on"),
        "file": _("file"),
        "rows": _("rows"),
        "provenance": _("origin"),
    },
    values={"period": _period},
)
