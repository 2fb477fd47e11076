"""Addresses of the public role models."""

from __future__ import annotations

from django.urls import path

from thidua.web.public.role_models.views import listing, proposing, story

_ALL = "guong-dien-hinh"

urlpatterns = [
    path(_ALL, listing.stories_list, name="role-model-stories"),
    path(f"{_ALL}/gioi-thieu", proposing.propose, name="propose-role-model"),
    path(f"{_ALL}/bien-nhan", proposing.receipt, name="role-model-proposed"),
    path(f"{_ALL}/anh/<int:pk>/<slug:size>.jpg", story.photo, name="role-model-photo"),
    path(f"{_ALL}/<slug:slug>", story.story, name="role-model-story"),
]
