"""Addresses of the desk of role models."""

from __future__ import annotations

from django.urls import path

from thidua.web.workspace.role_models.views import (
    consent,
    desk,
    inviting,
    photos,
    proposals,
    publishing,
    verifying,
    writing,
)

_ONE = "guong-duoc-gioi-thieu/<int:pk>"
_DESK = "bai-guong/<int:pk>"

urlpatterns = [
    path("guong-duoc-gioi-thieu", proposals.listing, name="role-model-proposals"),
    path(_ONE, proposals.page, name="role-model-proposal"),
    path(f"{_ONE}/hoi-don-vi", proposals.ask, name="ask-about-role-model"),
    path(f"{_ONE}/khong-chon", proposals.decline, name="decline-role-model"),
    path(f"{_ONE}/xac-minh", verifying.verify, name="verify-role-model"),
    path(f"{_ONE}/khong-dung", verifying.doubt, name="doubt-role-model"),
    path(f"{_ONE}/anh/<int:photo>/<slug:size>.jpg", photos.proposed, name="proposed-photo"),
    path(_DESK, desk.page, name="role-model-desk"),
    path(f"{_DESK}/dong-y", consent.record, name="record-role-model-consent"),
    path(f"{_DESK}/viet", writing.write, name="write-role-model-story"),
    path(f"{_DESK}/dang", publishing.publish, name="publish-role-model-story"),
    path(f"{_DESK}/ra-soat", publishing.confirm, name="confirm-role-model-story"),
    path(f"{_DESK}/go", publishing.take_down, name="take-role-model-story-down"),
    path(f"{_DESK}/moi-de-nghi", inviting.invite, name="invite-to-nominate"),
    path(f"{_DESK}/anh/<int:photo>/<slug:size>.jpg", photos.told, name="story-photo"),
]
