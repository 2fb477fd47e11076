"""A run through the register for lines that may be about one person."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from thidua.registry.enums import SearchState, SearchStep


class IdentitySearch(models.Model):
    """How far a run is, and what it found. Pairs are stored all at once at its end, or none.

    `alive_at`: when the run last said that it works; long before now in a RUNNING row: it was killed. `at_least`: the
    probability from which a pair is offered. `seconds`: of the whole run. `fault`: the sentence of a run that failed.
    """

    state = models.CharField(
        _("state"), max_length=10, choices=SearchState.choices, default=SearchState.RUNNING
    )
    step = models.CharField(_("step"), max_length=10, choices=SearchStep.choices, default=SearchStep.READING)
    started_at = models.DateTimeField(_("begun"))
    started_by = models.ForeignKey(
        "accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    alive_at = models.DateTimeField()
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)
    at_least = models.FloatField(_("probability"))
    persons = models.PositiveIntegerField(default=0)
    awards = models.PositiveIntegerField(default=0)
    waiting = models.PositiveIntegerField(default=0)
    new = models.PositiveIntegerField(default=0)
    seconds = models.FloatField(default=0)
    fault = models.CharField(max_length=500, blank=True)

    class Meta:
        verbose_name = _("search for identities")
        verbose_name_plural = _("searches for identities")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                name="identity_search_one_runs",
                fields=["state"],
                condition=models.Q(state=SearchState.RUNNING),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_state_display()} ({self.started_at:%Y-%m-%d %H:%M})"
