"""The nominations area as a Django app."""

from django.apps import AppConfig


class WorkspaceNominationsConfig(AppConfig):
    """The dossiers of units in the workspace."""

    name = "thidua.web.workspace.nominations"
    label = "workspace_nominations"

    def ready(self) -> None:
        """Put the duties of units onto the work list."""
        from thidua.web.shell import worklist
        from thidua.web.workspace.nominations.work import work_of

        worklist.register(work_of)
