"""The privacy area as a Django app."""

from django.apps import AppConfig


class WorkspacePrivacyConfig(AppConfig):
    """Personal data by right, extracts for those whom they concern, public fields, retention."""

    name = "thidua.web.workspace.privacy"
    label = "workspace_privacy"
