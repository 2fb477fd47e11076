"""Pictures of the real pages for the README and the guide: the demonstration province, at a desk and on a phone.

.venv/bin/python -m tools.screenshots            all pictures, into docs/pictures
.venv/bin/python -m tools.screenshots my-work    those whose name begins so
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import django
from playwright.sync_api import Browser, Page, sync_playwright

from tools import chromium, demo_site
from tools.picture_steps import (
    answer_a_ballot,
    check_a_certificate,
    check_an_opinion,
    check_without_a_network,
    choose_a_file,
    fill_in_a_figure,
    follow_a_gift,
    go_to_the_map,
    go_to_the_sources,
    judge_a_list,
    leave_the_head_out,
    look_at_a_statement,
    mend_a_dossier,
    nothing,
    open_a_certificate,
    open_a_consultation,
    open_a_decision,
    open_a_figure,
    open_a_nominee,
    open_a_pair,
    open_a_waiting_book,
    open_the_desk_of_a_story,
    open_the_first_recipient,
    open_the_numbers_of_an_article,
    open_the_results,
    pick_a_comment,
    read_the_comments,
    read_what_to_sign,
    show_the_standards,
    tell_of_a_good_example,
    try_a_case,
    write_a_registration,
)

ROOT: Final = Path(__file__).resolve().parent.parent
FOLDER: Final = ROOT / "docs" / "pictures"
DESK: Final = (1280, 900)
TALL: Final = (1280, 1100)
WIDE: Final = (1500, 1000)
PHONE: Final = (360, 900)
MENU_WIDTH: Final = 264  # of the workspace, on a desk
WORK: Final = "/lam-viec"
REGISTER: Final = f"{WORK}/so-khen-thuong"
BOOKS: Final = f"{WORK}/nhap-so-cu"
REPORT: Final = f"{WORK}/bao-cao/lang-son-2019"
MOVEMENT_NOW: Final = f"{WORK}/phong-trao/thi-dua-hoan-thanh-nhiem-vu-nam-2026-minh-hoa"


ROADS: Final = "be-tong-duong-thon"


@dataclass(frozen=True)
class Picture:
    """One picture: file name, address, who looks ("" is the public), and what is done before it is taken."""

    name: str
    address: str
    as_whom: str = ""
    size: tuple[int, int] = DESK
    without_menu: bool = False
    dark: bool = False
    first: Callable[[Page], None] = nothing


PICTURES: Final = (
    Picture("closing-report-vi", REPORT, "chuyen-vien", without_menu=True, first=open_a_figure),
    Picture("closing-report-en", f"/en{REPORT}", "chuyen-vien", without_menu=True, first=open_a_figure),
    Picture("dashboard-vi", f"{WORK}/bang-chi-tieu", "chuyen-vien", size=(1280, 880)),
    Picture("dashboard-en", f"/en{WORK}/bang-chi-tieu", "chuyen-vien", size=(1400, 900)),
    Picture("movement-vi", "/phong-trao/cao-diem-2019"),
    Picture("my-work-vi", "/viec-cua-toi", "chuyen-vien"),
    Picture("sheet-phone-vi", f"{WORK}/bao-cao-cua-toi", "don-vi", PHONE, first=fill_in_a_figure),
    Picture(
        "registration-phone-vi",
        f"{MOVEMENT_NOW}/dang-ky?don-vi=xa-trang-dinh-2025",
        "don-vi",
        PHONE,
        first=write_a_registration,
    ),
    Picture("import-preview-vi", f"{WORK}/nhap-tep/chon", "chuyen-vien", first=choose_a_file),
    Picture(
        "law-award-vi",
        f"{WORK}/luat/khen-thuong/provincial_certificate_of_merit?ngay=20/12/2025",
        "lanh-dao-ban",
        first=show_the_standards,
    ),
    Picture("law-try-vi", f"{WORK}/luat/thu", "lanh-dao-ban", first=try_a_case),
    Picture("dossier-phone-vi", "/viec-cua-toi", "don-vi", PHONE, first=mend_a_dossier),
    Picture("nominee-list-vi", "/viec-cua-toi", "don-vi", without_menu=True, first=judge_a_list),
    Picture("appraisal-vi", f"{WORK}/ho-so-khen-thuong", "chuyen-vien", first=open_a_nominee),
    Picture("appraisal-en", f"/en{WORK}/ho-so-khen-thuong", "chuyen-vien", first=open_a_nominee),
    Picture("ballot-phone-vi", "/viec-cua-toi", "uy-vien", PHONE, first=answer_a_ballot),
    Picture("sign-phone-vi", f"{WORK}/ky-duyet", "chu-tich", PHONE, first=read_what_to_sign),
    Picture(
        "certificate-vi",
        f"{WORK}/giay-chung-nhan",
        "chuyen-vien",
        without_menu=True,
        first=open_a_certificate,
    ),
    Picture("lookup-phone-vi", "/tra-cuu?q=nong+thi", size=PHONE),
    Picture("check-phone-vi", f"{WORK}/giay-chung-nhan", "chuyen-vien", PHONE, first=check_a_certificate),
    Picture("lookup-decision-vi", "/tra-cuu", first=open_a_decision),
    Picture("check-offline-phone-vi", "/xac-minh", size=PHONE, first=check_without_a_network),
    Picture("comments-phone-vi", "/tin-tuc/lang-que-lam-duong", size=PHONE, first=read_the_comments),
    Picture(
        "article-phone-vi", "/tin-tuc/tong-ket-phong-trao-thi-dua-2019", size=PHONE, first=go_to_the_sources
    ),
    Picture("desk-vi", f"{WORK}/bien-tap/", "bien-tap"),
    Picture("results-phone-vi", "/giai-thuong", size=PHONE, first=open_the_results),
    Picture("moderation-vi", f"{WORK}/y-kien-ban-doc", "bien-tap", first=pick_a_comment),
    Picture("readership-vi", f"{WORK}/luot-xem", "bien-tap", first=open_the_numbers_of_an_article),
    Picture("role-model-phone-vi", "/guong-dien-hinh/gioi-thieu", size=PHONE, first=tell_of_a_good_example),
    Picture(
        "role-model-desk-vi", f"{WORK}/guong-duoc-gioi-thieu", "chuyen-vien", first=open_the_desk_of_a_story
    ),
    Picture("consultation-phone-vi", "/lay-y-kien", "", PHONE, first=open_a_consultation),
    Picture("opinion-phone-vi", "/lay-y-kien", "", PHONE, first=check_an_opinion),
    Picture("gift-phone-vi", f"/ung-ho/{ROADS}/so", size=PHONE, first=follow_a_gift),
    Picture("gift-desk-vi", f"{WORK}/so-ung-ho/{ROADS}", "chuyen-vien", DESK, True, first=leave_the_head_out),
    Picture(
        "bank-statement-vi",
        f"{WORK}/so-ung-ho/{ROADS}/sao-ke-ngan-hang",
        "chuyen-vien",
        without_menu=True,
        first=look_at_a_statement,
    ),
    Picture("search-vi", f"{REGISTER}?q=hoang+van+thu", "chuyen-vien", first=leave_the_head_out),
    Picture("search-en", f"/en{REGISTER}?q=thuy+ha+khen%3A2016..2018", "chuyen-vien", size=(1280, 1100)),
    Picture("search-phone-vi", f"{REGISTER}?q=thuy+ha", "chuyen-vien", PHONE, first=leave_the_head_out),
    Picture(
        "person-vi",
        f"{REGISTER}?q=hinh-thuc%3Acstd",
        "chuyen-vien",
        TALL,
        True,
        first=open_the_first_recipient,
    ),
    Picture("book-rows-vi", BOOKS, "chuyen-vien", WIDE, True, first=open_a_waiting_book),
    Picture("book-rows-en", f"/en{BOOKS}", "chuyen-vien", WIDE, True, first=open_a_waiting_book),
    Picture("identities-vi", f"{WORK}/nhan-dien-nguoi", "chuyen-vien", DESK, True, first=open_a_pair),
    Picture("forms-vi", f"{WORK}/thong-ke/bieu/0603", "chuyen-vien", TALL, True, first=leave_the_head_out),
    Picture("tiles-vi", f"{WORK}/thong-ke/xa-trang", "chuyen-vien", DESK, True, first=go_to_the_map),
    Picture("audit-vi", f"{WORK}/nhat-ky", "kiem-tra"),
)


def main() -> int:
    """Take the pictures that were asked for; return the exit code."""
    wanted = [picture for picture in PICTURES if picture.name.startswith(tuple(sys.argv[1:] or [""]))]
    path, why_not = chromium.find_or_install()
    if path is None:
        print(f"No pictures: {why_not}.", file=sys.stderr)
        return 1
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="thidua-pictures-") as var, sync_playwright() as playwright:
        os.environ |= {"DJANGO_SETTINGS_MODULE": "thidua.config.settings", "THIDUA_VAR": var}
        django.setup()
        demo_site.prepare(Path(var))
        with demo_site.served(Path(var)) as address:
            browser = playwright.chromium.launch(executable_path=path, args=chromium.ARGUMENTS)
            for picture in wanted:
                take(browser, address, picture)
            browser.close()
    return 0


def take(browser: Browser, site: str, picture: Picture) -> None:
    """Open the page as the person who looks, do what comes first, and keep what shows without scrolling."""
    width, height = picture.size
    page = browser.new_page(
        viewport={"width": width, "height": height},
        locale="vi-VN",
        timezone_id="Asia/Ho_Chi_Minh",
        color_scheme="dark" if picture.dark else "light",
        reduced_motion="reduce",
    )
    if picture.as_whom:
        demo_site.sign_in(page, site, picture.as_whom)
    page.goto(site + picture.address)
    page.wait_for_load_state("networkidle")
    picture.first(page)
    page.wait_for_load_state("networkidle")
    menu = MENU_WIDTH if picture.without_menu else 0
    page.screenshot(
        path=FOLDER / f"{picture.name}.png",
        clip={"x": menu, "y": 0, "width": width - menu, "height": height},
    )
    page.context.close()
    print(f"taken: {picture.name}")


if __name__ == "__main__":
    sys.exit(main())
