"""Writes of the nominations room, one verb per file."""

from thidua.nominations.actions.add_nominations import add_nomination, add_nominations
from thidua.nominations.actions.ask_agencies import AgencyAsked, ask_agencies
from thidua.nominations.actions.assign_dossier import assign_dossier
from thidua.nominations.actions.attach_evidence import (
    Attached,
    Paper,
    attach_all,
    attach_evidence,
    attach_papers,
)
from thidua.nominations.actions.cancel_dossier import cancel_dossier
from thidua.nominations.actions.close_public_consultation import close_public_consultation
from thidua.nominations.actions.conclude_appraisal import ConcludedMeanwhile, Conclusion, conclude_appraisal
from thidua.nominations.actions.confirm_findings import confirm_findings
from thidua.nominations.actions.copy_from_last_year import copy_from_last_year
from thidua.nominations.actions.decide_alike import decide_alike
from thidua.nominations.actions.decide_finding import Ruled, decide_finding, decide_findings
from thidua.nominations.actions.edit_dossier import edit_dossier
from thidua.nominations.actions.edit_nomination import edit_nomination
from thidua.nominations.actions.in_bulk import (
    BulkResult,
    assign_dossiers,
    confirm_dossiers,
    receive_dossiers,
)
from thidua.nominations.actions.lead_on import (
    CouncilResult,
    archive_dossier,
    archive_dossiers,
    mark_all_decided,
    mark_all_handed_over,
    mark_all_issued,
    mark_all_proposed,
    mark_council_result,
    mark_council_results,
    mark_decided,
    mark_handed_over,
    mark_issued,
    mark_proposed,
    mark_sent_back,
    send_all_to_council,
    send_to_council,
)
from thidua.nominations.actions.lift_suspension import lift_suspension
from thidua.nominations.actions.mend_fault import mend_fault, mend_faults
from thidua.nominations.actions.moderate_opinion import answer_opinion, moderate_opinion
from thidua.nominations.actions.nominate_role_model import nominate_role_model
from thidua.nominations.actions.note_visit import note_visit
from thidua.nominations.actions.open_dossier import open_dossier
from thidua.nominations.actions.open_public_consultation import open_public_consultation
from thidua.nominations.actions.recall_dossier import discard_dossier, recall_dossier, withdraw_dossier
from thidua.nominations.actions.receive_dossier import receive_all, receive_dossier
from thidua.nominations.actions.record_agency_answer import record_agency_answer, take_silence_as_consent
from thidua.nominations.actions.record_opinion import record_opinion
from thidua.nominations.actions.remove_nomination import remove_nomination, withdraw_nomination
from thidua.nominations.actions.reopen_appraisal import reopen_appraisal
from thidua.nominations.actions.return_dossier import FaultFound, return_dossier
from thidua.nominations.actions.send_opinion import send_opinion
from thidua.nominations.actions.set_apart import set_apart
from thidua.nominations.actions.set_share_aim import list_remote_unit, set_share_aim
from thidua.nominations.actions.store_appraisal import store_appraisals
from thidua.nominations.actions.submit_dossier import resubmit_dossier, submit_dossier
from thidua.nominations.actions.suspend import suspend
from thidua.nominations.actions.withdraw_evidence import withdraw_evidence

__all__ = [
    "AgencyAsked",
    "Attached",
    "BulkResult",
    "ConcludedMeanwhile",
    "Conclusion",
    "CouncilResult",
    "FaultFound",
    "Paper",
    "Ruled",
    "add_nomination",
    "add_nominations",
    "answer_opinion",
    "archive_dossier",
    "archive_dossiers",
    "ask_agencies",
    "assign_dossier",
    "assign_dossiers",
    "attach_all",
    "attach_evidence",
    "attach_papers",
    "cancel_dossier",
    "close_public_consultation",
    "conclude_appraisal",
    "confirm_dossiers",
    "confirm_findings",
    "copy_from_last_year",
    "decide_alike",
    "decide_finding",
    "decide_findings",
    "discard_dossier",
    "edit_dossier",
    "edit_nomination",
    "lift_suspension",
    "list_remote_unit",
    "mark_all_decided",
    "mark_all_handed_over",
    "mark_all_issued",
    "mark_all_proposed",
    "mark_council_result",
    "mark_council_results",
    "mark_decided",
    "mark_handed_over",
    "mark_issued",
    "mark_proposed",
    "mark_sent_back",
    "mend_fault",
    "mend_faults",
    "moderate_opinion",
    "nominate_role_model",
    "note_visit",
    "open_dossier",
    "open_public_consultation",
    "recall_dossier",
    "receive_all",
    "receive_dossier",
    "receive_dossiers",
    "record_agency_answer",
    "record_opinion",
    "remove_nomination",
    "reopen_appraisal",
    "resubmit_dossier",
    "return_dossier",
    "send_all_to_council",
    "send_opinion",
    "send_to_council",
    "set_apart",
    "set_share_aim",
    "store_appraisals",
    "submit_dossier",
    "suspend",
    "take_silence_as_consent",
    "withdraw_dossier",
    "withdraw_evidence",
    "withdraw_nomination",
]
