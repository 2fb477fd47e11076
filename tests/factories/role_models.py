"""Proposed role models and their stories, made through the actions of the product."""

from __future__ import annotations

import itertools
from datetime import date
from typing import Any

from tests.factories.movements import SmallProvince
from tests.factories.photos import photo_bytes, picture
from tests.factories.records import person, role_model_content
from thidua.accounts.models import User
from thidua.movements.actions.ask_unit_about_role_model import ask_unit_about_role_model
from thidua.movements.actions.propose_role_model import propose_role_model
from thidua.movements.actions.publish_story import publish_story
from thidua.movements.actions.record_consent import record_consent
from thidua.movements.actions.verify_role_model import verify_role_model
from thidua.movements.actions.write_story import write_story
from thidua.movements.content.proposed_role_model import ProposedRoleModelContent
from thidua.movements.content.shown_photo import ShownPhoto
from thidua.movements.content.story import StoryContent
from thidua.movements.models import ConsentRecord, RoleModel, RoleModelProposal, RoleModelStory
from thidua.orgs.models import Unit
from thidua.support.photos.actions import keep_photo
from thidua.support.photos.models import Photo

DEED = "Bà Bình hiến 500 m² đất để thôn làm đường."
_shades = itertools.count(1)


def photo(by: User | None = None) -> Photo:
    """Return a photo like no other."""
    made = picture()
    shade = next(_shades)
    made.putpixel((0, 0), (shade % 256, shade // 256, 7))
    return keep_photo(data=photo_bytes("PNG", made), name="anh.png", by=by)


def shown(by: User | None = None, alternative: str = "Bà Bình đứng bên con đường mới") -> ShownPhoto:
    """Return a new photo with its words."""
    return ShownPhoto(photo(by), alternative, "Đường thôn Nà Ao 2")


def proposed_content(**changes: Any) -> ProposedRoleModelContent:
    """Return what a visitor says, complete, with `changes`."""
    return ProposedRoleModelContent(
        **{
            "subject_kind": "person",
            "subject_name": "Lương Thị Bình",
            "place": "thôn Nà Ao 2, xã Đề Thám",
            "deed": DEED,
            "proposer_name": "Vi Văn Kín",
            "proposer_contact": "0912 345 678",
            **changes,
        }
    )


def proposal(**changes: Any) -> RoleModelProposal:
    """Return what a visitor proposes."""
    return propose_role_model(content=proposed_content(**changes))


def asked(place: SmallProvince, **changes: Any) -> RoleModelProposal:
    """Return a proposal about which the commune Đề Thám is asked."""
    return ask_unit_about_role_model(
        proposal=proposal(**changes),
        unit=place.de_tham,
        question="Có đúng như vậy không?",
        by=place.officer,
    )


def verified(place: SmallProvince, **changes: Any) -> RoleModel:
    """Return the role model that a proposal became."""
    return verify_role_model(
        proposal=asked(place, **changes),
        found="Ủy ban nhân dân xã đã đến xem con đường.",
        content=role_model_content(person=person(place), deed=DEED),
        by=place.clerk,
    )


def said(place: SmallProvince, role_model: RoleModel, given: bool, **changes: Any) -> ConsentRecord:
    """Record what the role model said."""
    values = {"way": "face_to_face", "said_on": date(2019, 10, 1), "by": place.clerk, **changes}
    return record_consent(role_model=role_model, given=given, **values)


def story_content(**changes: Any) -> StoryContent:
    """Return a story, complete but for photos, with `changes`."""
    return StoryContent(
        **{
            "title": "Người hiến đất mở đường",
            "summary": "Bà Lương Thị Bình hiến 500 m² đất để cả thôn có đường.",
            "text": "Con đường cũ lầy lội.\n\nBà Bình là người đầu tiên hiến đất.",
            **changes,
        }
    )


def written(province: SmallProvince, role_model: RoleModel, **changes: Any) -> RoleModelStory:
    """Return the story of `role_model`, not public yet."""
    return write_story(role_model=role_model, content=story_content(**changes), by=province.officer)


def published(
    place: SmallProvince, role_model: RoleModel | None = None, at: Unit | None = None, **changes: Any
) -> RoleModelStory:
    """Return a public story of one who agreed, of what happened `at` a place."""
    about = role_model or verified(place)
    if about.subject_kind != "collective":
        said(place, about, given=True)
    return publish_story(story=written(place, about, place=at, **changes), by=place.officer)
