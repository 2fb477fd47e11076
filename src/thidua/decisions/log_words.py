"""What the log says of decisions."""

from django.utils.translation import gettext_lazy as _

from thidua.support.audit.words import register

register(
    {
        "decisions.proposed": _("proposed for decision"),
        "decisions.submission_sent_back": _("sent a proposal back"),
        "decisions.drafted": _("drafted a decision"),
        "decisions.edited": _("changed a draft decision"),
        "decisions.bonus_set": _("set the amount of a bonus"),
        "decisions.line_refused": _("took a nominee out of a decision"),
        "decisions.line_restored": _("put a nominee back into a decision"),
        "decisions.sent_for_signature": _("sent a decision for signature"),
        "decisions.returned": _("returned a decision"),
        "decisions.signed": _("signed a decision"),
        "decisions.published": _("published a decision"),
        "decisions.external_result": _("recorded a decision of the State level"),
        "decisions.batch_started": _("began to make certificates"),
        "decisions.part_printed": _("made certificates"),
        "decisions.reprinted": _("printed a certificate again"),
        "decisions.printer_measured": _("measured how far a printer is off"),
        "decisions.handed_over": _("handed a certificate over"),
        "decisions.exchange": _("exchanged a certificate"),
        "decisions.reissue": _("issued a certificate again"),
        "decisions.correction": _("corrected a certificate"),
        "decisions.cancellation": _("cancelled an award and its certificate"),
        "decisions.recall": _("took a certificate back"),
        "decisions.fund_entered": _("made an entry in the fund"),
        "decisions.bonus_paid": _("paid a bonus of a State award"),
        "decisions.bonus_recovered": _("recovered a bonus"),
        "decisions.template_replaced": _("put a template in use"),
    },
    {
        "number": _("number"),
        "lines": _("recipients"),
        "amount": _("amount"),
        "dossiers": _("dossiers"),
        "sha256": _("fingerprint of the file"),
        "reason": _("reason"),
        "reason_code": _("ground"),
        "decision": _("decision"),
        "certificate": _("certificate"),
        "pages": _("pages"),
        "right": _("to the right (0.01 mm)"),
        "down": _("down (0.01 mm)"),
        "on": _("on"),
        "kind": _("kind"),
    },
)
