"""The search for pairs takes minutes: it runs beside the answers to browsers, in a thread of this process."""

from __future__ import annotations

import logging
import threading

from django.db import connections, transaction
from django.utils import translation

from thidua.accounts.models import User
from thidua.registry.actions import find_identities, start_identity_search
from thidua.registry.models import IdentitySearch
from thidua.support.refusals import Refused

_LOG = logging.getLogger(__name__)


def begin(by: User) -> IdentitySearch:
    """Start a run and return it. Raises NotAllowed, or Refused while another one is under way."""
    search = start_identity_search(by=by)
    language = translation.get_language() or "vi"
    transaction.on_commit(lambda: _thread(search, by, language).start())
    return search


def run(search: IdentitySearch, by: User, language: str) -> None:
    """Search; the row of the run tells the page how it went, the log of this machine what went wrong."""
    try:
        with translation.override(language):
            find_identities(by=by, search=search)
    except Refused:
        _LOG.warning("a search for identities was given up: another one was begun")
    except Exception:
        _LOG.exception("the search for identities failed")


def _thread(search: IdentitySearch, by: User, language: str) -> threading.Thread:
    def whole() -> None:
        try:
            run(search, by, language)
        finally:
            connections.close_all()

    return threading.Thread(target=whole, name=f"identity-search-{search.pk}", daemon=True)
