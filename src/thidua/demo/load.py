"""Load the demonstration province, once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from django.db import transaction
from django.utils import translation

from thidua.accounts.models import User
from thidua.accounts.roles import ADMINISTRATOR, BOARD_LEADER, BOARD_OFFICER
from thidua.demo.editorial.articles import publish_articles
from thidua.demo.editorial.documents import publish_documents
from thidua.demo.editorial.pages import publish_pages
from thidua.demo.illustration.attributes import describe_invented_awards
from thidua.demo.illustration.contact import name_a_contact
from thidua.demo.illustration.contests import invent_contests
from thidua.demo.illustration.dossiers import invent_dossiers
from thidua.demo.illustration.figures import invent_indicators, invent_round, invent_trend
from thidua.demo.illustration.gifts import invent_gifts
from thidua.demo.illustration.histories import invent_histories
from thidua.demo.illustration.old_books import import_old_books
from thidua.demo.illustration.readers import bring_readers
from thidua.demo.illustration.recipients import RecipientInventor
from thidua.demo.illustration.registrations import register_units
from thidua.demo.illustration.role_models import invent_role_models
from thidua.demo.illustration.this_year import invent_this_year
from thidua.demo.reported.closing_report import draft_closing_report
from thidua.demo.reported.figures import enter_figures
from thidua.demo.reported.movements import close_movements, launch_movements
from thidua.demo.reported.people import enter_people, enter_role_models
from thidua.demo.reported.records import (
    enter_awards,
    enter_competitions,
    enter_gifts,
    enter_milestones_and_events,
)
from thidua.demo.reported.statement import Statement, read_statement
from thidua.demo.sign_ins import give_second_desk, open_sign_ins
from thidua.demo.units import load_units
from thidua.movements.models import Movement
from thidua.orgs.enums import COMMUNE_LEVEL, DISTRICT_LEVEL, UnitKind
from thidua.orgs.models import Unit
from thidua.orgs.queries import names_as_of, units_as_of

SEED: Final = 2019
Say = Callable[[str], None]


def is_loaded() -> bool:
    """Tell whether this database holds the demonstration already."""
    return Movement.objects.filter(slug="cao-diem-2019").exists()


def load(say: Say) -> None:
    """Load everything in one transaction: a load that is broken off leaves nothing behind."""
    with translation.override("vi"), transaction.atomic():
        say("đơn vị, tài khoản")
        load_units(by=None)
        users = open_sign_ins()
        give_second_desk(users)
        name_a_contact(users[ADMINISTRATOR.code])
        statement = read_statement(users)
        say("phong trào và đăng ký")
        movements = launch_movements(statement)
        _register(movements, users[BOARD_OFFICER.code])
        say("công trình, sự kiện, gương điển hình, ủng hộ, khen thưởng")
        _enter_records(statement, movements)
        say("chỉ tiêu và số liệu")
        this_year = _enter_figures(statement, movements)
        close_movements(statement, movements)
        say("quá trình khen thưởng 2021–2025 (minh họa)")
        invent_histories(statement, SEED)
        say("gương điển hình (minh họa)")
        invent_role_models(this_year, users)
        say("hồ sơ khen thưởng năm nay (minh họa)")
        invent_dossiers(this_year, users)
        say("sổ khen thưởng cũ, thông tin cho thống kê (minh họa)")
        officer = users[BOARD_OFFICER.code]
        describe_invented_awards(officer, SEED)
        import_old_books(statement.units["peoples_committee"], officer)
        say("đợt vận động, sổ ủng hộ (minh họa)")
        invent_gifts(statement, this_year)
        say("giải thưởng và cuộc thi")
        invent_contests(statement)
        say("báo cáo tổng kết")
        report = draft_closing_report(statement, movements)
        say("tin tức")
        articles = publish_articles(statement, report, movements)
        say("ý kiến bạn đọc, lượt xem (minh họa)")
        bring_readers(articles, users, SEED)
        say("văn bản, biểu mẫu")
        publish_documents(users[BOARD_LEADER.code])
        publish_pages(users[BOARD_LEADER.code])


def _register(movements: dict[str, Movement], officer: User) -> None:
    for slug, day in (("dac-biet-2019", date(2019, 1, 2)), ("cao-diem-2019", date(2019, 8, 19))):
        units = [*_districts(day), *_agencies(day), *_communes(day)]
        register_units(movements[slug], units, by=officer, seed=SEED)


def _enter_records(statement: Statement, movements: dict[str, Movement]) -> None:
    people = enter_people(statement)
    enter_role_models(statement, people, movements)
    enter_milestones_and_events(statement, movements)
    enter_gifts(statement, people, movements)
    inventor = RecipientInventor(SEED, _commune_names(statement.ceremony))
    enter_awards(statement, movements, inventor)
    enter_competitions(statement, movements, inventor)


def _enter_figures(statement: Statement, movements: dict[str, Movement]) -> Movement:
    officer, province = statement.users[BOARD_OFFICER.code], statement.units["province"]
    stated = enter_figures(statement, movements)
    invented = invent_indicators(statement, officer)
    invent_trend(stated["budget_revenue"], province, by=officer, seed=SEED)
    districts = _districts(date(2019, 9, 30))
    invent_round(invented, districts, movements["cao-diem-2019"], province, officer, SEED)
    return invent_this_year(statement, invented, SEED)


def _districts(day: date) -> list[Unit]:
    return list(units_as_of(day).filter(kind__in=DISTRICT_LEVEL).order_by("id"))


def _agencies(day: date) -> list[Unit]:
    return list(units_as_of(day).filter(kind=UnitKind.BODY).order_by("id"))


def _communes(day: date) -> list[Unit]:
    return list(units_as_of(day).filter(kind__in=COMMUNE_LEVEL).order_by("id"))


def _commune_names(day: date) -> list[str]:
    communes = units_as_of(day).filter(kind=UnitKind.COMMUNE).order_by("id").values_list("id", flat=True)
    return [name.name for name in names_as_of(list(communes), day).values()]
