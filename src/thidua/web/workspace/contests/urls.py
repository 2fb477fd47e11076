"""Addresses of prizes and contests in the workspace."""

from __future__ import annotations

from django.urls import path

from thidua.web.workspace.contests.views import (
    desk,
    editions,
    entrants,
    entries,
    jurors,
    marking,
    rounds,
    setting,
)

_OF = "giai-thuong/<int:pk>"
_DESK = "cham-thi/<int:pk>"

urlpatterns = [
    path("giai-thuong", editions.listing, name="contest-editions"),
    path("giai-thuong/nguoi-du-thi", entrants.find, name="find-entrants"),
    path(_OF, editions.page, name="contest-edition"),
    path(f"{_OF}/the-le", setting.rules, name="contest-rules"),
    path(f"{_OF}/cham", setting.judging, name="contest-judging"),
    path(f"{_OF}/giam-khao", jurors.appoint, name="appoint-juror"),
    path(f"{_OF}/giam-khao/<int:juror>/thoi", jurors.release, name="release-juror"),
    path(f"{_OF}/giam-khao/<int:juror>/lien-quan", jurors.conflict, name="record-juror-conflict"),
    path(f"{_OF}/bai", entries.listing, name="contest-entries"),
    path(f"{_OF}/bai/nhap", entries.paper, name="paper-entry"),
    path(f"{_OF}/bai/<int:entry>/rut", entries.withdraw, name="withdraw-contest-entry"),
    path(f"{_OF}/danh-phach", rounds.codes, name="draw-codes"),
    path(f"{_OF}/mo-vong", rounds.begin, name="open-judging-round"),
    path(f"{_OF}/dong-vong", rounds.close, name="close-judging-round"),
    path(f"{_OF}/vong/<int:number>", rounds.standing, name="judging-standing"),
    path(f"{_OF}/mo-phach", rounds.open_codes, name="reveal-codes"),
    path(f"{_OF}/cong-bo", rounds.publish, name="publish-contest-results"),
    path("cham-thi", desk.juries, name="juries"),
    path(_DESK, desk.page, name="jury-desk"),
    path(f"{_DESK}/khong-lien-quan", desk.no_conflict, name="no-juror-conflict"),
    path(f"{_DESK}/nop", desk.hand_in, name="hand-in-marks"),
    path(f"{_DESK}/dong-hang", desk.tie, name="settle-jury-tie"),
    path(f"{_DESK}/bai/<str:code>", marking.page, name="judge-entry"),
    path(f"{_DESK}/bai/<str:code>/tep/<int:ordinal>", marking.file, name="judged-file"),
    path(f"{_DESK}/bai/<str:code>/lien-quan", marking.conflict, name="declare-jury-conflict"),
]
