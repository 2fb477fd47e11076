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
        "contests.judging_set": _("set criteria and rounds"),
        "contests.juror_appointed": _("appointed a juror"),
        "contests.juror_released": _("released a juror"),
        "contests.conflict_declared": _("declared a conflict with an entry"),
        "contests.no_other_conflict": _("declared to have no other conflict"),
        "contests.round_opened": _("opened a round of the jury"),
        "contests.marks_saved": _("gave marks"),
        "contests.marks_handed_in": _("handed in the marks of a round"),
        "contests.round_closed": _("closed a round of the jury"),
        "contests.tie_settled": _("settled a tie"),
        "contests.revealed": _("opened the codes"),
        "contests.entrants_forgotten": _("erased how to reach the entrants"),
        "contests.entry_extracted": _("made an extract of an entry for the entrant"),
        "contests.results_published": _("published the results"),
    },
    {
        "results": _("winners"),
        "categories": _("categories"),
        "entries": _("entries"),
        "criteria": _("criteria"),
        "rounds": _("rounds"),
        "order": _("order"),
        "places": _("places"),
        "with_contact": _("with phone and email"),
    },
)
