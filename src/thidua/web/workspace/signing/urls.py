"""Addresses of proposals, decisions and signing."""

from __future__ import annotations

from django.urls import path

from thidua.web.workspace.signing.views import decision, editing, lines, listing, proposing, signing

urlpatterns = [
    path("quyet-dinh", listing.decisions, name="decisions"),
    path("quyet-dinh/trinh", proposing.propose_dossiers, name="propose-dossiers"),
    path("quyet-dinh/to-trinh/<int:pk>", proposing.submission, name="submission"),
    path("quyet-dinh/to-trinh/<int:pk>/tep", proposing.submission_file, name="submission-file"),
    path("quyet-dinh/to-trinh/<int:pk>/du-thao", proposing.draft, name="draft-decision"),
    path("quyet-dinh/<int:pk>", decision.page, name="decision"),
    path("quyet-dinh/<int:pk>/tep/<slug:kind>", decision.download, name="decision-file"),
    path("quyet-dinh/<int:pk>/sua", editing.edit, name="edit-decision"),
    path("quyet-dinh/<int:pk>/ngay-ky", editing.plan, name="plan-decision"),
    path("quyet-dinh/<int:pk>/trinh-ky", editing.send, name="send-decision"),
    path("quyet-dinh/<int:pk>/ban-hanh", editing.publish, name="publish-decision"),
    path("quyet-dinh/<int:pk>/dong/<int:line>/tien-thuong", lines.bonus, name="decision-bonus"),
    path("quyet-dinh/<int:pk>/dong/<int:line>/khong-tang", lines.refuse, name="refuse-line"),
    path("quyet-dinh/<int:pk>/dong/<int:line>/dua-lai", lines.restore, name="restore-line"),
    path("ky-duyet", signing.waiting, name="to-sign"),
    path("ky-duyet/<int:pk>", signing.page, name="sign-decision"),
    path("ky-duyet/<int:pk>/tra-lai", signing.give_back, name="return-decision"),
]
