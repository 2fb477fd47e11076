"""How every test runs: an installation of its own in a temporary folder, and no network.

Importing this file chooses the settings. It must happen before Django reads them, which is why the choice
is made here and not in pyproject.toml.
"""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from pathlib import Path

VAR = Path(tempfile.mkdtemp(prefix="thidua-tests-"))
atexit.register(shutil.rmtree, VAR, ignore_errors=True)

os.environ["DJANGO_SETTINGS_MODULE"] = "thidua.config.settings"
os.environ["THIDUA_VAR"] = str(VAR)
os.environ["THIDUA_SECRET_KEY"] = "only-for-tests"  # no file is read or written for it
os.environ["THIDUA_DEBUG"] = "no"
for option in ("THIDUA_HTTPS", "THIDUA_EMAIL_URL", "THIDUA_ALLOWED_HOSTS"):
    os.environ.pop(option, None)

import django  # noqa: E402
from django.conf import settings  # noqa: E402

settings.PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.MD5PasswordHasher"
]  # slow hashing is tested elsewhere
settings.STORAGES = settings.STORAGES | {
    # Names without a hash, so that pages can be tested without gathering the static files first.
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
}
# Tests sign accounts in without a password through Django's own backend, at the same number of queries.
settings.AUTHENTICATION_BACKENDS = [
    *settings.AUTHENTICATION_BACKENDS,
    "django.contrib.auth.backends.ModelBackend",
]
settings.PAGE_CACHE_SECONDS = 0  # a page is kept only in the tests of keeping
settings.REMEMBERED_SECONDS = 0  # tests write rows that no log knows
settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
if settings.DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A file, not memory: tests with a server and two writers need two connections, as in real life.
    settings.DATABASES["default"].setdefault("TEST", {})["NAME"] = str(VAR / "test.sqlite3")
Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)

django.setup()
# A worker process inherits the environment; it must come here first, too, and make its own folder.
del os.environ["DJANGO_SETTINGS_MODULE"]

from tests.databases import django_db_keepdb, django_db_modify_db_settings  # noqa: E402, F401
from tests.foot_pages import begin_with_an_empty_foot  # noqa: E402, F401
from tests.identity import begin_with_the_identity_of_the_installation  # noqa: E402, F401
from tests.language import begin_in_the_language_of_the_installation  # noqa: E402, F401
from tests.network import stay_on_this_machine  # noqa: E402, F401  (a fixture, used by every test)
from tests.pace import begin_with_no_file_downloaded  # noqa: E402, F401
from tests.restored import committed_rows_are_taken_back_quickly  # noqa: E402, F401
