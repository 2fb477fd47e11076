"""Good examples of this year: two stories with drawn pictures, one that the unit is asked about, one that is new."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from django.utils import timezone
from PIL import Image, ImageDraw

from thidua.accounts.models import User
from thidua.accounts.roles import BOARD_OFFICER, UNIT_OFFICER
from thidua.movements.actions.ask_unit_about_role_model import ask_unit_about_role_model
from thidua.movements.actions.propose_role_model import propose_role_model
from thidua.movements.actions.publish_story import publish_story
from thidua.movements.actions.record_consent import record_consent
from thidua.movements.actions.record_role_model import record_role_model
from thidua.movements.actions.verify_role_model import verify_role_model
from thidua.movements.actions.write_story import write_story
from thidua.movements.content.proposed_role_model import ProposedRoleModelContent
from thidua.movements.content.role_model import RoleModelContent
from thidua.movements.content.shown_photo import ShownPhoto
from thidua.movements.content.story import StoryContent
from thidua.movements.enums import ConsentWay, FieldOfWork, SubjectKind
from thidua.movements.models import Movement, RoleModel, RoleModelProposal
from thidua.orgs.actions import create_person
from thidua.orgs.enums import Honorific
from thidua.orgs.models import Unit
from thidua.support.photos.actions import keep_photo
from thidua.support.photos.models import Photo
from thidua.support.provenance import Provenance

MARK = Provenance.ILLUSTRATIVE
DEED = "Hiến 600 m² đất ruộng và vận động 12 hộ cùng hiến đất để mở rộng đường thôn."
TEXT = """\
Con đường vào thôn trước đây chỉ đủ cho một xe máy. Mùa mưa, trẻ em phải nghỉ học.

Bà Mẩy là người đầu tiên hiến đất. Bà đi từng nhà, kể chuyện con đường sẽ giúp bán ngô, bán hồi thuận hơn ra sao.

Sau bốn tháng, đường bê tông rộng 3,5 m đã hoàn thành. Xe tải vào được tận sân phơi."""
SCHOOL = """\
Cán bộ xã lập một nhóm tin nhắn cho từng thôn và trực trả lời vào buổi tối.

Người dân gửi ảnh giấy tờ, cán bộ kiểm tra trước và hẹn đúng một lần đến trụ sở. Hồ sơ phải bổ sung giảm hẳn."""


@dataclass(frozen=True)
class _People:
    officer: User
    clerk: User
    commune: Unit


def invent_role_models(movement: Movement, users: dict[str, User]) -> None:
    """Bring good examples of the demonstration's commune into every state that a visitor or an officer meets."""
    commune = Unit.objects.get(key="xa-trang-dinh-2025")
    bring_role_models(movement, users[BOARD_OFFICER.code], users[UNIT_OFFICER.code], commune)


def bring_role_models(movement: Movement, officer: User, clerk: User, commune: Unit) -> None:
    """Do so for any commune whose records `clerk` keeps."""
    people = _People(officer, clerk, commune)
    _person(people, movement)
    _collective(people, movement)
    asked = _proposed(
        "Nông Văn Páo", f"thôn Nà Ao, {commune.name}", "Dạy miễn phí cho trẻ em vùng cao mỗi tối."
    )
    ask_unit_about_role_model(
        proposal=asked, unit=commune, question="Lớp học còn mở không? Có bao nhiêu em?", by=officer
    )
    _proposed(
        "Tổ hợp tác hồi thôn Bản Chang", commune.name, "Bao tiêu hồi khô cho 40 hộ.", SubjectKind.COLLECTIVE
    )


def _person(people: _People, movement: Movement) -> None:
    picture = ShownPhoto(_drawn(None), "Tranh vẽ con đường bê tông giữa ruộng và đồi")
    proposal = _proposed("Hoàng Thị Mẩy", f"thôn Nà Ao, {people.commune.name}", DEED, photos=(picture,))
    proposal = ask_unit_about_role_model(proposal=proposal, unit=people.commune, by=people.officer)
    person = create_person(
        full_name="Hoàng Thị Mẩy", honorific=Honorific.MRS, provenance=MARK, by=people.clerk
    )
    role_model = verify_role_model(
        proposal=proposal,
        found="Cán bộ xã đã đến thôn, có biên bản hiến đất.",
        content=_content(DEED, FieldOfWork.CULTURE_SOCIETY, person=person),
        movements=[movement],
        by=people.clerk,
    )
    record_consent(
        role_model=role_model,
        given=True,
        way=ConsentWay.FACE_TO_FACE,
        said_on=timezone.localdate(),
        note="Hỏi tại nhà (minh họa).",
        by=people.clerk,
    )
    shown = ShownPhoto(picture.photo, picture.alternative, "Đường thôn Nà Ao (tranh minh họa)")
    _told(people, role_model, "Người đầu tiên hiến đất mở đường", DEED, TEXT, (shown,))


def _collective(people: _People, movement: Movement) -> None:
    deed = "Đưa thủ tục về từng thôn qua nhóm tin nhắn, dân chỉ phải đến trụ sở một lần."
    role_model = record_role_model(
        found_by=people.commune,
        content=_content(deed, FieldOfWork.ADMINISTRATIVE_REFORM, unit=people.commune),
        movements=[movement],
        by=people.clerk,
    )
    _told(people, role_model, "Thủ tục đến từng thôn", deed, SCHOOL, ())


def _content(deed: str, field: str, **subject: object) -> RoleModelContent:
    year = timezone.localdate().year
    return RoleModelContent(deed=deed, field=field, year=year, provenance=MARK, **subject)  # type: ignore[arg-type]


def _told(
    people: _People,
    role_model: RoleModel,
    title: str,
    summary: str,
    text: str,
    photos: tuple[ShownPhoto, ...],
) -> None:
    content = StoryContent(
        title=title, summary=summary, text=text, place=people.commune, photos=photos, provenance=MARK
    )
    publish_story(
        story=write_story(role_model=role_model, content=content, by=people.officer), by=people.officer
    )


def _proposed(
    name: str,
    place: str,
    deed: str,
    kind: SubjectKind = SubjectKind.PERSON,
    photos: tuple[ShownPhoto, ...] = (),
) -> RoleModelProposal:
    content = ProposedRoleModelContent(
        subject_kind=kind, subject_name=name, place=place, deed=deed, photos=photos, provenance=MARK
    )
    return propose_role_model(content=content)


def _drawn(by: User | None) -> Photo:
    """A picture drawn in the place of a photo, so that nobody real is shown."""
    made = Image.new("RGB", (1200, 800), (196, 222, 240))
    pen = ImageDraw.Draw(made)
    for left, top, right in ((-200, 200, 520), (260, 140, 980), (720, 220, 1400)):
        pen.ellipse([left, top, right, 780], fill=(88, 130, 90))
    pen.rectangle([0, 430, 1200, 800], fill=(156, 186, 96))
    pen.polygon([(540, 430), (640, 430), (900, 800), (280, 800)], fill=(180, 178, 172))
    file = BytesIO()
    made.save(file, "JPEG", quality=85)
    return keep_photo(data=file.getvalue(), name="tranh-minh-hoa.jpg", by=by)
