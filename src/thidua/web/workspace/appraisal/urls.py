"""Addresses of the appraisal area."""

from __future__ import annotations

from django.urls import path

from thidua.web.workspace.appraisal.views import (
    comparing,
    concluding,
    consulting,
    dossier,
    figures,
    listing,
    many,
    moving,
    nominee,
    papers,
    publishing,
    returning,
    suspending,
)

_ALL = "ho-so-khen-thuong"
_ONE = f"{_ALL}/<slug:code>"
_NOMINEE = f"{_ONE}/doi-tuong/<int:pk>"
_AGENCIES = f"{_ONE}/y-kien-co-quan"
_PUBLIC = f"{_ONE}/lay-y-kien"

urlpatterns = [
    path(_ALL, listing.queue, name="appraisal-queue"),
    path(f"{_ALL}/tat-ca", listing.everything, name="appraisal-dossiers"),
    path(f"{_ALL}/hang-loat", many.act, name="appraisal-many"),
    path(f"{_ALL}/thong-ke", figures.page, name="appraisal-statistics"),
    path(f"{_ALL}/thong-ke/ho-so", figures.behind, name="appraisal-counted"),
    path(_ONE, dossier.page, name="appraisal-dossier"),
    path(f"{_ONE}/tai-lieu", papers.page, name="appraisal-papers"),
    path(f"{_ONE}/tai-lieu/<int:pk>", papers.download, name="appraisal-paper"),
    path(f"{_ONE}/tai-lieu/<int:pk>/xem", papers.shown, name="appraisal-paper-shown"),
    path(f"{_ONE}/nhat-ky", dossier.log, name="appraisal-log"),
    path(f"{_ONE}/so-sanh", comparing.compared, name="appraisal-compare"),
    path(_NOMINEE, nominee.page, name="appraisal-nominee"),
    path(f"{_NOMINEE}/trung/<int:other>", comparing.passages, name="appraisal-passages"),
    path(f"{_NOMINEE}/tach", suspending.apart, name="set-nominee-apart"),
    path(f"{_ONE}/tiep-nhan", moving.asked(moving.RECEIVE), name="receive-dossier"),
    path(f"{_ONE}/giao", moving.assign, name="assign-dossier"),
    path(f"{_ONE}/doi-chieu-luat", moving.check, name="check-by-law"),
    path(f"{_ONE}/xac-nhan", concluding.confirm, name="confirm-findings"),
    path(f"{_ONE}/tham-dinh-lai", moving.asked(moving.REOPEN), name="reopen-appraisal"),
    path(f"{_ONE}/trinh-hoi-dong", moving.asked(moving.TO_COUNCIL), name="send-to-council"),
    path(f"{_ONE}/luu", moving.asked(moving.ARCHIVE), name="archive-dossier"),
    path(f"{_ONE}/dong", moving.asked(moving.CANCEL), name="cancel-dossier"),
    path(f"{_ONE}/tra-lai", returning.compose, name="return-dossier"),
    path(f"{_ONE}/ket-luan", concluding.conclude, name="conclude-appraisal"),
    path(f"{_ONE}/tam-dung", suspending.stop, name="suspend-dossier"),
    path(f"{_ONE}/tam-dung/<int:pk>/go", suspending.lift, name="lift-suspension"),
    path(_AGENCIES, consulting.agencies, name="appraisal-agencies"),
    path(f"{_AGENCIES}/het-han", consulting.silence, name="agencies-silent"),
    path(f"{_AGENCIES}/<int:pk>", consulting.answer, name="agency-answer"),
    path(f"{_AGENCIES}/<int:pk>/tep", consulting.answer_file, name="agency-answer-file"),
    path(_PUBLIC, publishing.page, name="appraisal-public"),
    path(f"{_PUBLIC}/mo", publishing.open_it, name="open-to-public"),
    path(f"{_PUBLIC}/<int:pk>/phieu", publishing.sheet, name="public-evidence"),
    path(f"{_PUBLIC}/<int:pk>/dong", publishing.close, name="close-public"),
    path(f"{_PUBLIC}/<int:pk>/ghi", publishing.take_down, name="record-opinion"),
    path(f"{_PUBLIC}/y-kien/<int:pk>/duyet", publishing.moderate, name="moderate-opinion"),
    path(f"{_PUBLIC}/y-kien/<int:pk>/tep", publishing.opinion_file, name="opinion-file"),
    path(f"{_PUBLIC}/y-kien/<int:pk>/tra-loi", publishing.reply, name="answer-opinion"),
]
