"""Addresses of the movements area; below `phong-trao/` stands always a movement's own address."""

from __future__ import annotations

from django.urls import path

from thidua.web.workspace.movements.views import (
    anniversaries,
    answering,
    deciding,
    detail,
    editing,
    launching,
    listing,
    registering,
    registration,
    reviewing,
    starting,
)

urlpatterns = [
    path("phong-trao", listing.movements, name="movements"),
    path("phong-trao-moi", editing.create, name="create-movement"),
    path("phong-trao-chua-chuyen-dong", listing.not_moving, name="stalled-movements"),
    path("ngay-ky-niem", anniversaries.listing, name="anniversaries"),
    path("ngay-ky-niem/them", anniversaries.add, name="add-anniversary"),
    path("ngay-ky-niem/<int:pk>", anniversaries.edit, name="edit-anniversary"),
    path("phong-trao/<slug:slug>", detail.overview, name="movement"),
    path("phong-trao/<slug:slug>/lan-toa", detail.cascade, name="movement-cascade"),
    path("phong-trao/<slug:slug>/tham-gia", detail.taking_part, name="movement-participation"),
    path("phong-trao/<slug:slug>/lich-su", detail.history, name="movement-history"),
    path("phong-trao/<slug:slug>/van-ban-da-ky", detail.launch_file, name="movement-launch-file"),
    path("phong-trao/<slug:slug>/bao-cao-tong-ket/<int:pk>", detail.review_file, name="movement-review-file"),
    path("phong-trao/<slug:slug>/sua", editing.edit, name="edit-movement"),
    path("phong-trao/<slug:slug>/nhom-noi-dung", editing.groups, name="movement-groups"),
    path("phong-trao/<slug:slug>/van-ban", launching.document, name="movement-document"),
    path("phong-trao/<slug:slug>/phat-dong", launching.launch, name="launch-movement"),
    path("phong-trao/<slug:slug>/xoa-nhap", launching.discard, name="discard-movement"),
    path("phong-trao/<slug:slug>/huong-ung", answering.answer, name="answer-movement"),
    path("phong-trao/<slug:slug>/so-ket", reviewing.review, name="review-movement"),
    path("phong-trao/<slug:slug>/mo-lai", reviewing.reopen, name="reopen-movement"),
    path("phong-trao/<slug:slug>/cac-dang-ky", deciding.board, name="registrations"),
    path("phong-trao/<slug:slug>/chap-nhan", deciding.accept_chosen, name="accept-registrations"),
    path(
        "phong-trao/<slug:slug>/chap-nhan/<int:count>", deciding.accept_all, name="accept-all-registrations"
    ),
    path("phong-trao/<slug:slug>/dang-ky", starting.start, name="start-registration"),
    path("dang-ky-thi-dua", registering.mine, name="my-registrations"),
    path("dang-ky-thi-dua/<int:pk>", registration.page, name="registration"),
    path("dang-ky-thi-dua/<int:pk>/noi-dung", registering.content, name="registration-content"),
    path("dang-ky-thi-dua/<int:pk>/nhom", registering.groups, name="registration-groups"),
    path("dang-ky-thi-dua/<int:pk>/chi-tieu", registering.pledges, name="registration-pledges"),
    path("dang-ky-thi-dua/<int:pk>/gui", registering.send, name="send-registration"),
    path("dang-ky-thi-dua/<int:pk>/bien-nhan", registration.receipt, name="registration-receipt"),
    path("dang-ky-thi-dua/<int:pk>/rut-lai", registration.recall, name="recall-registration"),
    path("dang-ky-thi-dua/<int:pk>/chap-nhan", deciding.accept, name="accept-registration"),
    path("dang-ky-thi-dua/<int:pk>/tra-lai", deciding.send_back, name="return-registration"),
]
