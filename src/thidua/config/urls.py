"""Every address of the site: Vietnamese without marks, English under /en/ with the same structure."""

from __future__ import annotations

from importlib.util import find_spec

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

_AREAS = {
    "": ["thidua.web.shell.urls", "thidua.web.public.urls", "thidua.web.workspace.home.urls"],
    "lam-viec/": [
        "thidua.web.workspace.units.urls",
        "thidua.web.workspace.movements.urls",
        "thidua.web.workspace.targets.urls",
        "thidua.web.workspace.figures.urls",
        "thidua.web.workspace.records.urls",
        "thidua.web.workspace.reports.urls",
        "thidua.web.workspace.administration.urls",
    ],
}


def _present(module: str) -> bool:
    package = module.rpartition(".")[0]
    try:
        return find_spec(package) is not None and find_spec(module) is not None
    except ModuleNotFoundError:
        return False


urlpatterns = i18n_patterns(
    *(
        path(prefix, include(module))
        for prefix, modules in _AREAS.items()
        for module in modules
        if _present(module)
    ),
    prefix_default_language=False,
)

handler400 = "thidua.web.shell.views.errors.bad_request"
handler403 = "thidua.web.shell.views.errors.not_allowed"
handler404 = "thidua.web.shell.views.errors.not_found"
handler500 = "thidua.web.shell.views.errors.server_error"
