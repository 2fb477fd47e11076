"""The reading and writing of tables as a Django app: it has sentences to translate, and no models."""

from django.apps import AppConfig


class SpreadsheetsConfig(AppConfig):
    """XLSX, XLS, ODS and CSV."""

    name = "thidua.support.spreadsheets"
    label = "spreadsheets"
    verbose_name = "spreadsheets"
