"""Addresses of the appraisal area."""

from __future__ import annotations

from django.urls import path

from thidua.web.workspace.appraisal.views import (
    comparing,
    concluding,
    consulting,
    dossier,
    listing,
    moving,
    nominee,
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
    path(f"{_ALL}/thong-ke", listing.figures, name="appraisal-statistics"),
    path(_ONE, dossier.page, name="appraisal-dossier"),
    path(f"{_ONE}/tai-lieu", dossier.papers, name="appraisal-papers"),
    path(f"{_ONE}/tai-lieu/<int:pk>", dossier.download, name="appraisal-paper"),
    path(f"{_ONE}/nhat-ky", dossier.log, name="appraisal-log"),
    path(f"{_ONE}/so-sanh", comparing.compared, name="appraisal-compare"),
    path(_NOMINEE, nominee.page, name="appraisal-nominee"),
    path(f"{_NOMINEE}/trung/<int:other>", comparing.passages, name="appraisal-passages"),
    path(f"{_NOMINEE}/tach", suspending.apart, name="set-nominee-apart"),
    path(f"{_ONE}/tiep-nhan", moving.receive, name="receive-dossier"),
    path(f"{_ONE}/giao", moving.assign, name="assign-dossier"),
    path(f"{_ONE}/doi-chieu-luat", moving.check, name="check-by-law"),
    path(f"{_ONE}/tham-dinh-lai", moving.reopen, name="reopen-appraisal"),
    path(f"{_ONE}/trinh-hoi-dong", moving.to_council, name="send-to-council"),
    path(f"{_ONE}/luu", moving.archive, name="archive-dossier"),
    path(f"{_ONE}/dong", moving.cancel, name="cancel-dossier"),
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
    path(f"{_PUBLIC}/<int:pk>/dong", publishing.close, name="close-public"),
    path(f"{_PUBLIC}/<int:pk>/ghi", publishing.take_down, name="record-opinion"),
    path(f"{_PUBLIC}/y-kien/<int:pk>/duyet", publishing.moderate, name="moderate-opinion"),
    path(f"{_PUBLIC}/y-kien/<int:pk>/tra-loi", publishing.reply, name="answer-opinion"),
]
