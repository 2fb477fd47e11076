"""Addresses of proposals, decisions and signing."""

from __future__ import annotations

from django.urls import path

from thidua.web.workspace.signing.views import (
    decision,
    editing,
    fund,
    lines,
    listing,
    prizes,
    proposing,
    results,
    signing,
    templates,
    trying,
)

urlpatterns = [
    path("quyet-dinh", listing.decisions, name="decisions"),
    path("quyet-dinh/trinh", proposing.propose_dossiers, name="propose-dossiers"),
    path("quyet-dinh/trinh-giai/<int:edition>", prizes.propose, name="propose-prizes"),
    path("quyet-dinh/to-trinh/<int:pk>", proposing.submission, name="submission"),
    path("quyet-dinh/to-trinh/<int:pk>/tep", proposing.submission_file, name="submission-file"),
    path("quyet-dinh/to-trinh/<int:pk>/du-thao", proposing.draft, name="draft-decision"),
    path("quyet-dinh/to-trinh/<int:pk>/tra-lai", proposing.send_back, name="send-back-submission"),
    path("quyet-dinh/to-trinh/<int:pk>/ket-qua", results.record, name="record-result"),
    path("quyet-dinh/to-trinh/<int:pk>/ket-qua/<int:result>/tep", results.result_file, name="result-file"),
    path("quyet-dinh/cap-nha-nuoc", results.awaited, name="state-results"),
    path("quyet-dinh/<int:pk>", decision.page, name="decision"),
    path("quyet-dinh/<int:pk>/tep/<slug:kind>", decision.download, name="decision-file"),
    path("quyet-dinh/<int:pk>/chu-ky", decision.signature, name="decision-signature"),
    path("quyet-dinh/<int:pk>/sua", editing.edit, name="edit-decision"),
    path("quyet-dinh/<int:pk>/ngay-ky", editing.plan, name="plan-decision"),
    path("quyet-dinh/<int:pk>/trinh-ky", editing.send, name="send-decision"),
    path("quyet-dinh/<int:pk>/ban-hanh", editing.publish, name="publish-decision"),
    path("quyet-dinh/<int:pk>/dong/<int:line>/tien-thuong", lines.bonus, name="decision-bonus"),
    path("quyet-dinh/<int:pk>/dong/<int:line>/khong-tang", lines.refuse, name="refuse-line"),
    path("quyet-dinh/<int:pk>/dong/<int:line>/dua-lai", lines.restore, name="restore-line"),
    path("ky-duyet", signing.waiting, name="to-sign"),
    path("ky-duyet/ky-thu", trying.sample, name="trial-signature"),
    path("ky-duyet/ky-thu/tep", trying.sample_file, name="trial-signature-file"),
    path("ky-duyet/<int:pk>", signing.page, name="sign-decision"),
    path("ky-duyet/<int:pk>/tra-lai", signing.give_back, name="return-decision"),
    path("quy", fund.fund, name="fund"),
    path("quy/<int:unit>/ghi", fund.enter, name="enter-fund"),
    path("quy/but-toan/<int:pk>/dinh-chinh", fund.correct, name="correct-entry"),
    path("mau-van-ban", templates.listing, name="letter-templates"),
    path("mau-van-ban/<slug:kind>", templates.one, name="letter-template"),
    path("mau-van-ban/<slug:kind>/tep", templates.present, name="present-template"),
    path("mau-van-ban/<slug:kind>/mau-goc", templates.built_in, name="built-in-template"),
    path("mau-van-ban/<slug:kind>/xem-thu", templates.preview, name="preview-template"),
    path("mau-van-ban/<slug:kind>/ve-mau-goc", templates.go_back, name="use-built-in-template"),
    path("mau-van-ban/<slug:kind>/<int:pk>", templates.version, name="template-version"),
    path("mau-van-ban/<slug:kind>/<int:pk>/dung", templates.use, name="use-template"),
]
