"""Addresses of the register. Those of histories that were printed earlier lead on."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpResponseBase
from django.urls import path
from django.views.generic import RedirectView

from thidua.web.workspace.register.views import award, exports, life, saved, searching, suggesting


def _moved(to: str) -> Callable[..., HttpResponseBase]:
    return RedirectView.as_view(pattern_name=to, permanent=True)


urlpatterns = [
    path("so-khen-thuong", searching.page, name="register"),
    path("so-khen-thuong/goi-y", suggesting.suggestions, name="register-suggestions"),
    path("so-khen-thuong/da-luu", saved.listing, name="saved-searches"),
    path("so-khen-thuong/da-luu/them", saved.keep, name="save-search"),
    path("so-khen-thuong/da-luu/<int:pk>/doi-ten", saved.rename, name="rename-search"),
    path("so-khen-thuong/da-luu/<int:pk>/xoa", saved.remove, name="remove-search"),
    path("so-khen-thuong/da-luu/<int:pk>/khoi-phuc", saved.restore, name="restore-search"),
    path("so-khen-thuong/tep", exports.listing, name="register-exports"),
    path("so-khen-thuong/tep/moi", exports.start, name="start-export"),
    path("so-khen-thuong/tep/<int:pk>", exports.page, name="register-export"),
    path("so-khen-thuong/tep/<int:pk>/tai", exports.download, name="download-export"),
    path("so-khen-thuong/tep/<int:pk>/xoa", exports.remove, name="remove-export"),
    path("so-khen-thuong/khen/<int:pk>", award.page, name="register-award"),
    path("so-khen-thuong/quyet-dinh/<int:pk>/tep", award.decision_file, name="register-decision-file"),
    path("so-khen-thuong/nguoi/<int:pk>", life.person, name="person-history"),
    path("so-khen-thuong/ho/<int:pk>", life.household, name="household-history"),
    path("so-khen-thuong/don-vi/<int:pk>", life.unit, name="unit-history"),
    path("qua-trinh/nguoi/<int:pk>", _moved("person-history")),
    path("qua-trinh/ho/<int:pk>", _moved("household-history")),
    path("qua-trinh/don-vi/<int:pk>", _moved("unit-history")),
]
