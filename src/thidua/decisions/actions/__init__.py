"""Writes of the decisions room."""

from thidua.decisions.actions.cancel_award import cancel_award, record_recall
from thidua.decisions.actions.correct_entry import correct_entry
from thidua.decisions.actions.draft_decision import draft_decision
from thidua.decisions.actions.edit_decision import (
    edit_decision,
    plan_for,
    refuse_line,
    restore_line,
    set_bonus,
)
from thidua.decisions.actions.exchange_certificate import (
    correct_certificate,
    exchange_certificate,
    reissue_certificate,
)
from thidua.decisions.actions.fund import allocate_fund, pay_bonus, recover_bonus
from thidua.decisions.actions.hand_over import hand_over
from thidua.decisions.actions.hand_over_many import hand_over_many
from thidua.decisions.actions.make_certificates import make_certificates
from thidua.decisions.actions.propose import propose
from thidua.decisions.actions.propose_prizes import propose_prizes
from thidua.decisions.actions.record_external_result import record_external_result
from thidua.decisions.actions.remember_printer import remember_printer
from thidua.decisions.actions.remind_awaited import remind_awaited
from thidua.decisions.actions.replace_template import (
    keep_template,
    replace_template,
    use_built_in,
    use_template,
)
from thidua.decisions.actions.reprint_page import reprint_page
from thidua.decisions.actions.send_back_submission import send_back_submission
from thidua.decisions.actions.sending import publish_decision, return_decision, send_for_signature
from thidua.decisions.actions.sign_decision import sign_decision
from thidua.decisions.actions.start_certificates import start_certificates

__all__ = [
    "allocate_fund",
    "cancel_award",
    "correct_certificate",
    "correct_entry",
    "draft_decision",
    "edit_decision",
    "exchange_certificate",
    "hand_over",
    "hand_over_many",
    "keep_template",
    "make_certificates",
    "pay_bonus",
    "plan_for",
    "propose",
    "propose_prizes",
    "publish_decision",
    "record_external_result",
    "record_recall",
    "recover_bonus",
    "refuse_line",
    "reissue_certificate",
    "remember_printer",
    "remind_awaited",
    "replace_template",
    "reprint_page",
    "restore_line",
    "return_decision",
    "send_back_submission",
    "send_for_signature",
    "set_bonus",
    "sign_decision",
    "start_certificates",
    "use_built_in",
    "use_template",
]
