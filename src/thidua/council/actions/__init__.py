"""Writes of the council room."""

from thidua.council.actions.add_member import add_member
from thidua.council.actions.agenda import add_to_agenda, remove_from_agenda
from thidua.council.actions.attendance import mark_attendance
from thidua.council.actions.cancel_session import cancel_session, extend_session
from thidua.council.actions.cast_ballot import Receipt, cast_ballot
from thidua.council.actions.close_session import close_session
from thidua.council.actions.declare_interest import declare_interest, withdraw_interest
from thidua.council.actions.draft_minutes import draft_minutes
from thidua.council.actions.end_term import end_term
from thidua.council.actions.find_session import find_item, find_session
from thidua.council.actions.hand_on_results import hand_on_results
from thidua.council.actions.keep_signed_minutes import keep_signed_minutes
from thidua.council.actions.open_session import open_session
from thidua.council.actions.paper_ballots import Counted, issue_paper_ballots, key_paper_count
from thidua.council.actions.plan_session import name_tellers, plan_session
from thidua.council.actions.record_regulation import Regulated, record_regulation, withdraw_regulation
from thidua.council.actions.recusals import declare_conflict, dismiss_recusal, find_recusals
from thidua.council.actions.show_of_hands import record_show_of_hands
from thidua.council.actions.written_vote import record_written_vote

__all__ = [
    "Counted",
    "Receipt",
    "Regulated",
    "add_member",
    "add_to_agenda",
    "cancel_session",
    "cast_ballot",
    "close_session",
    "declare_conflict",
    "declare_interest",
    "dismiss_recusal",
    "draft_minutes",
    "end_term",
    "extend_session",
    "find_item",
    "find_recusals",
    "find_session",
    "hand_on_results",
    "issue_paper_ballots",
    "keep_signed_minutes",
    "key_paper_count",
    "mark_attendance",
    "name_tellers",
    "open_session",
    "plan_session",
    "record_regulation",
    "record_show_of_hands",
    "record_written_vote",
    "remove_from_agenda",
    "withdraw_interest",
    "withdraw_regulation",
]
