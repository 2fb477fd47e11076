"""An event that the province hosted."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from thidua.movements.enums import EventScale
from thidua.support.provenance import provenance_field


class Event(models.Model):
    """A programme or conference: scale, partners in protocol order, and how it ended."""

    movements = models.ManyToManyField("movements.Movement", blank=True, related_name="events")
    name = models.CharField(_("name"), max_length=500)
    scale = models.CharField(_("scale"), max_length=20, choices=EventScale.choices)
    year = models.PositiveSmallIntegerField(_("year"))
    starts_on = models.DateField(_("from"), null=True, blank=True)
    ends_on = models.DateField(_("to"), null=True, blank=True)
    host = models.ForeignKey("orgs.Unit", on_delete=models.PROTECT, related_name="events_hosted")
    outcome = models.TextField(_("outcome"), blank=True)
    incidents = models.PositiveIntegerField(_("safety incidents"), null=True, blank=True)
    order = models.PositiveSmallIntegerField(_("order in lists"), default=100)
    source = models.CharField(_("source"), max_length=300, blank=True)
    search_text = models.TextField(editable=False, default="")  # folded: what lists are searched by
    recorded_at = models.DateTimeField(auto_now_add=True)  # a sign that the movement lives
    provenance = provenance_field()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-year", "order", "id"]

    def __str__(self) -> str:
        return self.name


class EventPartner(models.Model):
    """A partner of an event, in the order in which protocol names them."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="partners")
    order = models.PositiveSmallIntegerField(_("order"))
    name = models.CharField(_("partner"), max_length=200)

    class Meta:
        ordering = ["event", "order"]
        constraints = [models.UniqueConstraint(name="event_partner_order_once", fields=["event", "order"])]

    def __str__(self) -> str:
        return self.name
