"""Every address of the site: Vietnamese without marks, English under /en/ with the same structure."""

from __future__ import annotations

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from django.views.generic import RedirectView
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls
from wagtail.utils.urlpatterns import decorate_urlpatterns

from thidua.portal.gate import desk_entrance
from thidua.web.public.news.views import pictures
from thidua.web.shell.views import emblem, sitemap

desk = decorate_urlpatterns(wagtailadmin_urls.urlpatterns, desk_entrance)

# What is the same in every language.
_without_language = [
    path("sitemap.xml", sitemap.sitemap, name="sitemap"),
    path("robots.txt", sitemap.robots, name="robots"),
    path("bieu-trung/<slug:key>.png", emblem.emblem, name="emblem"),
    path("anh/<path:name>", pictures.picture, name="picture"),
]

urlpatterns = _without_language + i18n_patterns(
    path("", include("thidua.web.shell.urls")),
    path("api/v1/", include("thidua.web.api.urls")),
    path("", include("thidua.web.public.lookup.urls")),
    path("", include("thidua.web.public.urls")),
    path("", include("thidua.web.public.consultation.urls")),
    path("", include("thidua.web.public.gifts.urls")),
    path("", include("thidua.web.public.contests.urls")),
    path("", include("thidua.web.workspace.home.urls")),
    # Name, password and language of an account are changed on our own pages, with our own log.
    path("lam-viec/bien-tap/login/", RedirectView.as_view(pattern_name="sign-in", query_string=True)),
    path("lam-viec/bien-tap/account/", RedirectView.as_view(pattern_name="change-password")),
    path("lam-viec/bien-tap/", include(desk)),
    path("tep/", include(wagtaildocs_urls)),
    path("", include("thidua.web.public.documents.urls")),
    path("", include("thidua.web.public.news.urls")),
    path("", include("thidua.web.public.readers.urls")),
    path("", include("thidua.web.public.role_models.urls")),
    path("lam-viec/", include("thidua.web.workspace.movements.urls")),
    path("lam-viec/", include("thidua.web.workspace.targets.urls")),
    path("lam-viec/", include("thidua.web.workspace.nominations.urls")),
    path("lam-viec/", include("thidua.web.workspace.appraisal.urls")),
    path("lam-viec/", include("thidua.web.workspace.figures.urls")),
    path("lam-viec/", include("thidua.web.workspace.records.urls")),
    path("lam-viec/", include("thidua.web.workspace.gifts.urls")),
    path("lam-viec/", include("thidua.web.workspace.contests.urls")),
    path("lam-viec/", include("thidua.web.workspace.role_models.urls")),
    path("lam-viec/", include("thidua.web.workspace.register.urls")),
    path("lam-viec/", include("thidua.web.workspace.books.urls")),
    path("lam-viec/", include("thidua.web.workspace.identities.urls")),
    path("lam-viec/", include("thidua.web.workspace.privacy.urls")),
    path("lam-viec/", include("thidua.web.workspace.reports.urls")),
    path("lam-viec/", include("thidua.web.workspace.statistics.urls")),
    path("lam-viec/", include("thidua.web.workspace.law.urls")),
    path("lam-viec/", include("thidua.web.workspace.units.urls")),
    path("lam-viec/", include("thidua.web.workspace.council.urls")),
    path("lam-viec/", include("thidua.web.workspace.signing.urls")),
    path("lam-viec/", include("thidua.web.workspace.certificates.urls")),
    path("lam-viec/", include("thidua.web.workspace.notices.urls")),
    path("lam-viec/", include("thidua.web.workspace.moderation.urls")),
    path("lam-viec/", include("thidua.web.workspace.readership.urls")),
    path("lam-viec/", include("thidua.web.workspace.administration.urls")),
    prefix_default_language=False,
)

handler400 = "thidua.web.shell.views.errors.bad_request"
handler403 = "thidua.web.shell.views.errors.not_allowed"
handler404 = "thidua.web.shell.views.errors.not_found"
handler500 = "thidua.web.shell.views.errors.server_error"
