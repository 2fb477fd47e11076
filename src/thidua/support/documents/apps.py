"""The making of documents as a Django app: it has sentences to translate, and no models."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """Certificates, letters, proofs, signatures."""

    name = "thidua.support.documents"
    label = "documents"
    verbose_name = "documents"
