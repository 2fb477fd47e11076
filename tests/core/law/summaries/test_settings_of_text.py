"""Places of one text are taken together, and lists keep their form in a terminal and in Markdown."""

from thidua.core.language import Wording
from thidua.core.law.citations import Citation
from thidua.core.law.summaries.cited import places_in_words, written_out
from thidua.core.law.summaries.markdown import as_markdown
from thidua.core.law.summaries.outline import Outline, letter
from thidua.core.law.summaries.shapes import Place
from thidua.core.law.summaries.text import as_text

LAW = Wording("Luật 06/2022/QH15", "Law 06/2022/QH15")
DECREE = Wording("Nghị định 91/2017/NĐ-CP", "Decree 91/2017/NĐ-CP")


def place(typed: str, text: Wording) -> Place:
    citation = Citation.parse(typed)
    return Place(citation, written_out([citation], text), text)


def test_points_and_clauses_of_one_article_share_it() -> None:
    points = [place(f"LAW2022 Đ74 k1 {point}", LAW) for point in ("đ", "a", "d")]
    clauses = [place("LAW2022 Đ79 k2", LAW), place("LAW2022 Đ79 k4", LAW)]

    assert places_in_words(points) == Wording(
        "điểm a, d, đ khoản 1 Điều 74 Luật 06/2022/QH15",
        "points a, d, đ, clause 1, Article 74 of Law 06/2022/QH15",
    )
    assert places_in_words(clauses).vi == "khoản 2, 4 Điều 79 Luật 06/2022/QH15"


def test_every_text_is_named_once() -> None:
    cited = [place("LAW2022 Đ72", LAW), place("ND91 Đ39 k1 c", DECREE), place("LAW2022 Đ74 k5", LAW)]

    assert places_in_words(cited).vi == (
        "Điều 72, khoản 5 Điều 74 Luật 06/2022/QH15; điểm c khoản 1 Điều 39 Nghị định 91/2017/NĐ-CP"
    )


def test_points_follow_the_alphabet_of_the_language() -> None:
    assert [letter(number, "vi") for number in range(1, 9)] == ["a", "b", "c", "d", "đ", "e", "g", "h"]
    assert [letter(number, "en") for number in range(1, 9)] == ["a", "b", "c", "d", "e", "f", "g", "h"]
    assert letter(24, "vi") == "a1"


def outline() -> Outline:
    out = Outline("vi")
    out.heading(1, Wording("Bằng khen", "Certificate"))
    out.item("a)", Wording("Một [trong] hai *sao*", "One"))
    out.item("1.", Wording("điều kiện", "condition"), 1)
    out.remark(Wording("cần đối chiếu", "to be verified"), None, depth=1)
    return out


def test_a_terminal_gets_indented_lines() -> None:
    assert as_text(outline()).splitlines() == [
        "BẰNG KHEN",
        "=========",
        "a) Một [trong] hai *sao*",
        "   1. điều kiện",
        "      Ghi chú: Cần đối chiếu.",
    ]


def test_markdown_escapes_what_it_would_set_otherwise() -> None:
    assert as_markdown(outline()).splitlines() == [
        "# Bằng khen",
        "",
        r"- **a)** Một \[trong\] hai \*sao\*",
        "  - **1.** điều kiện",
        "    *Ghi chú: Cần đối chiếu.*",
    ]
