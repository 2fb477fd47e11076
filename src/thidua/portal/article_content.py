"""What is said of an article when it is written outside the desk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from thidua.movements.models import Movement
from thidua.portal.models import EditorialImage, Topic
from thidua.registry.models import Conferral
from thidua.support.provenance import Provenance


@dataclass(frozen=True, kw_only=True)
class ArticleContent:
    """An article. `body` holds blocks (kind, value) as `portal.blocks` names them."""

    slug: str
    title: str
    lead: str
    body: Sequence[tuple[str, object]]
    author: str
    issued_by: str
    published_on: date
    full_title: str = ""
    photo: EditorialImage | None = None
    photo_caption: str = ""
    photo_alternative: str = ""
    topics: Sequence[Topic] = ()
    movements: Sequence[Movement] = ()
    decisions: Sequence[Conferral] = ()
    imported_views: int = 0
    provenance: Provenance = Provenance.RECORDED
