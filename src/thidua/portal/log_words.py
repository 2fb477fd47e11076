"""What the log says of the portal."""

from django.utils.translation import gettext_lazy as _

from thidua.portal.enums import DeclineReason
from thidua.support.audit.words import register

register(
    {
        "portal.comment_sent": _("received a comment of a reader"),
        "portal.comment_published": _("published a comment"),
        "portal.comment_declined": _("did not publish a comment"),
        "portal.comment_taken_back": _("let a comment wait again"),
        "portal.views_invented": _("gave an illustrative article invented views"),
        "portal.create": _("began a page or file of the public site"),
        "portal.edit": _("changed a file or topic of the public site"),
        "portal.delete": _("deleted something of the public site"),
        "portal.publish": _("published a page"),
        "portal.publish_schedule": _("set the hour at which a page comes out"),
        "portal.publish_scheduled": _("published a page at its hour"),
        "portal.schedule_cancel": _("took back the hour of a page"),
        "portal.unpublish": _("took a page away from readers"),
        "portal.unpublish_scheduled": _("took a page away from readers at its hour"),
        "portal.rename": _("renamed a page"),
        "portal.move": _("moved a page"),
        "portal.copy": _("copied a page"),
        "portal.revert": _("went back to an earlier draft"),
        "portal.lock": _("locked a page"),
        "portal.unlock": _("unlocked a page"),
        "portal.workflow_start": _("sent a page to review"),
        "portal.workflow_approve": _("approved a page"),
        "portal.workflow_reject": _("returned a page"),
        "portal.workflow_resume": _("sent a page to review again"),
        "portal.workflow_cancel": _("stopped the review of a page"),
        "portal.article_published": _("published an article"),
        "portal.picture_kept": _("kept a picture for articles"),
        "portal.file_kept": _("kept a file to download"),
        "portal.document_published": _("published a document or form"),
        "portal.page_published": _("published a page of the site"),
        "portal.topic_named": _("named a topic"),
        "portal.figures_kept": _("kept the figures of an article as published"),
        "portal.finding_accepted": _("accepted a finding of the checks of an article"),
        "portal.finding_repaired": _("put what the checks suggest into the draft of an article"),
        "portal.acceptance_withdrawn": _("opened an accepted finding of an article again"),
    },
    {
        "article": _("article"),
        "comment": _("reviewer's comment"),
        "go_live_at": _("comes out at"),
        "figures": _("figures"),
        "finding": _("finding"),
        "now": _("now reads"),
    },
    {"decline_reason": lambda code: str(dict(DeclineReason.choices).get(str(code), code))},
)
