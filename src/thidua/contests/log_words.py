"""What the log says of prizes and contests."""

from django.utils.translation import gettext_lazy as _

from thidua.support.audit.words import register

register(
    {
        "contests.competition_created": _("created a prize or contest"),
        "contests.competition_edited": _("corrected a prize or contest"),
        "contests.competition_withdrawn": _("removed a prize or contest"),
        "contests.competition_restored": _("brought back a prize or contest"),
        "contests.edition_recorded": _("recorded an edition"),
        "contests.edition_edited": _("corrected an edition"),
        "contests.results_replaced": _("changed the list of winners"),
        "contests.edition_withdrawn": _("removed an edition"),
        "contests.edition_restored": _("brought back an edition"),
        "contests.entries_opened": _("opened an edition for entries"),
        "contests.rules_corrected": _("corrected the rules of an edition"),
        "contests.entered": _("took an entry"),
        "contests.entry_withdrawn": _("withdrew an entry"),
        "contests.codes_assigned": _("drew the codes of the entries"),
    },
    {"results": _("winners"), "categories": _("categories"), "entries": _("entries")},
)
