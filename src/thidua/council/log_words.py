"""What the log says of the council."""

from django.utils.translation import gettext_lazy as _

from thidua.support.audit.words import register

register(
    {
        "council.refused": _("was refused something in the council"),
        "council.member_added": _("seated a member in the council"),
        "council.term_ended": _("ended a member's term"),
        "council.regulation_recorded": _("recorded the regulation of the council"),
        "council.regulation_withdrawn": _("withdrew a regulation of the council"),
        "council.interest_declared": _("declared a tie that may be a conflict of interest"),
        "council.interest_withdrawn": _("took back the declaration of a tie"),
        "council.session_planned": _("planned a session"),
        "council.tellers_named": _("named the tellers"),
        "council.agenda_extended": _("put nominations on the agenda"),
        "council.agenda_shortened": _("took an item off the agenda"),
        "council.recusals_found": _("found conflicts of interest in the records"),
        "council.conflict_declared": _("declared a conflict of interest for an item"),
        "council.recusal_dismissed": _("said why a conflict of interest does not hold"),
        "council.session_opened": _("opened the session for voting"),
        "council.session_extended": _("extended the session"),
        "council.session_cancelled": _("cancelled the session"),
        "council.session_closed": _("closed the session and counted the votes"),
        "council.attendance_marked": _("marked who has come"),
        "council.voted": _("voted in the session"),
        "council.written_vote_entered": _("entered a written vote"),
        "council.hands_recorded": _("recorded a show of hands"),
        "council.paper_issued": _("handed out paper ballots"),
        "council.paper_counted": _("keyed a count of paper ballots"),
        "council.signed_minutes_kept": _("kept the signed minutes"),
        "council.minutes_drafted": _("drafted the minutes and the tally sheet"),
    },
    {
        "attempt": _("what was tried"),
        "refusal": _("kind of refusal"),
        "items": _("items"),
        "item": _("item"),
        "recusals": _("recusals"),
        "presence": _("presence"),
        "hands": _("hands counted"),
        "passed": _("passed"),
        "kept_back": _("results kept back, the nomination being suspended or withdrawn"),
        "ground": _("ground given"),
        "reason": _("reason"),
    },
)
