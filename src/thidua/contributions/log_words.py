"""What the log says of drives and gifts."""

from django.utils.translation import gettext_lazy as _

from thidua.support.audit.words import register

register(
    {
        "contributions.drive_opened": _("opened a drive"),
        "contributions.drive_edited": _("corrected a drive"),
        "contributions.drive_withdrawn": _("removed a drive"),
        "contributions.drive_restored": _("brought back a drive"),
        "contributions.gift_recorded": _("recorded a gift"),
        "contributions.gift_edited": _("corrected a gift"),
        "contributions.gift_withdrawn": _("removed a gift"),
        "contributions.gift_restored": _("brought back a gift"),
        "contributions.gift_received": _("issued a receipt for a gift"),
        "contributions.receipt_reversed": _("reversed a receipt"),
        "contributions.pledge_taken": _("wrote down a promise of a gift"),
        "contributions.pledge_sent": _("sent a promise of a gift"),
        "contributions.pledge_confirmed": _("confirmed a promise of a gift"),
        "contributions.contact_forgotten": _("deleted the contact of a promise"),
        "contributions.pledge_called_off": _("called off a promise of a gift"),
        "contributions.allocated": _("allocated gifts"),
        "contributions.allocation_reversed": _("reversed an allocation"),
        "contributions.statement_published": _("published the statement of a month"),
        "contributions.bank_imported": _("issued receipts from a bank's statement"),
        "contributions.bank_import_undone": _("took back the import of a bank's statement"),
        "contributions.proof_added": _("added a proof of an allocation"),
        "contributions.proof_struck": _("struck out a proof of an allocation"),
    },
    {"amount": _("amount"), "gift": _("gift"), "reason": _("reason"), "receipts": _("receipts")},
)
