"""The list of stories, narrowed by field, year, place and movement."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Final

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from thidua.movements.enums import FieldOfWork
from thidua.movements.models import RoleModelStory
from thidua.movements.queries.role_models import StoryFilter, choices_of_stories, stories
from thidua.web.public.role_models.names import name_of
from thidua.web.public.role_models.pictures import Picture, pictures_of
from thidua.web.shell.filters import FilterForm
from thidua.web.shell.keys import key_of
from thidua.web.shell.known_parameters import knows
from thidua.web.shell.tables import FORMAT, Column, Table

_ALL: Final = ("", _("all"))


@dataclass(frozen=True)
class Card:
    """A story as the list shows it; the first photo, if there is one."""

    row: RoleModelStory
    name: str
    picture: Picture | None


class StoryFilters(FilterForm):
    """By words of the title and the summary, field, year, place and movement; offered is what there is."""

    q = forms.CharField(label=_("Words"), max_length=100)
    linh_vuc = forms.ChoiceField(label=_("Field"))
    nam = forms.ChoiceField(label=_("Year"))
    noi = forms.ChoiceField(label=_("Commune or other place"))
    phong_trao = forms.ChoiceField(label=_("Movement"))

    def __init__(self, data: QueryDict, *args: Any, **kwargs: Any) -> None:
        super().__init__(data, *args, **kwargs)
        offered = choices_of_stories()
        fields = [(value, capfirst(label)) for value, label in FieldOfWork.choices if value in offered.fields]
        self._offer("linh_vuc", fields)
        self._offer("nam", [(str(year), str(year)) for year in offered.years])
        self._offer("noi", offered.places)
        self._offer("phong_trao", offered.movements)

    def apply(self, rows: Any, answers: dict[str, Any]) -> Any:
        """Return the stories that fit."""
        return stories(
            StoryFilter(
                words=answers.get("q", ""),
                field=answers.get("linh_vuc", ""),
                year=key_of(answers.get("nam", "")),
                place=key_of(answers.get("noi", "")),
                movement=key_of(answers.get("phong_trao", "")),
            )
        )

    def _offer(self, name: str, choices: Any) -> None:
        field: Any = self.fields[name]
        field.choices = [_ALL, *choices]


STORIES: Table[Any] = Table(
    name="guong-dien-hinh",
    caption=_("Good examples"),
    columns=(
        Column("title", _("Story"), lambda row: row.title, header=True),
        Column("who", _("Who"), lambda row: name_of(row.role_model)),
        Column("summary", _("Summary"), lambda row: row.summary),
        Column("field", _("Field"), lambda row: row.role_model.get_field_display()),
        Column("year", _("Year"), lambda row: str(row.role_model.year)),
        Column("place", _("Commune or other place"), lambda row: row.place.name if row.place else ""),
        Column("published", _("Published"), lambda row: row.published_at),
    ),
    order="",
    empty=_("No story has been published yet"),
    filters=StoryFilters,
    page_size=24,
)


@knows(filters=StoryFilters, table=True)
@require_safe
def stories_list(request: HttpRequest) -> HttpResponse:
    """Show the stories as cards, or all that match as a download; five queries whatever the rows."""
    rows = stories(StoryFilter())
    if request.GET.get(FORMAT) == "csv":
        return STORIES.csv(request, rows)
    if request.GET.get(FORMAT) == "xlsx":
        return STORIES.xlsx(request, rows)
    shown: list[RoleModelStory] = []
    table = replace(STORIES, prepare=shown.extend).view(request, rows.prefetch_related("photos__photo"))
    return render(request, "role_models/list.html", {"table": table, "cards": [_card(row) for row in shown]})


def _card(row: RoleModelStory) -> Card:
    pictures = pictures_of(row)
    return Card(row, name_of(row.role_model), pictures[0] if pictures else None)
