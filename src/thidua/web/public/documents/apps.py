"""The area of documents and forms as a Django app."""

from django.apps import AppConfig
from django.utils.translation import pgettext_lazy


class PublicDocumentsConfig(AppConfig):
    """Laws, decisions, guidance and forms, with their files."""

    name = "thidua.web.public.documents"
    label = "web_public_documents"

    def ready(self) -> None:
        """Put the documents into the public menu and the list for search engines."""
        from thidua.web.public.documents.places import places
        from thidua.web.shell import sitemap
        from thidua.web.shell.navigation import Group, Item, register

        sitemap.register("documents", places)
        register(Item(pgettext_lazy("public site", "Documents"), "public-documents", Group.PUBLIC, order=70))
