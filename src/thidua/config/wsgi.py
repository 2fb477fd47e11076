"""The WSGI entry point for granian or any other server."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thidua.config.settings")

application = get_wsgi_application()

from thidua.config import view_counting  # noqa: E402  (Django must be set up first)

view_counting.start()
