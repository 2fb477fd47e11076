"""Templates of letters: kept, put in use, put away; damaged ones are told in a sentence."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest

from tests.factories.decisions import Office, draft, ready_dossier, waiting
from thidua.decisions.actions import (
    keep_template,
    send_for_signature,
    set_bonus,
    use_built_in,
    use_template,
)
from thidua.decisions.enums import TemplateKind
from thidua.decisions.models import DocumentTemplate
from thidua.decisions.queries import template_lines, template_of
from thidua.support.documents.letters.defaults import default_template
from thidua.support.refusals import NotAllowed, Refused

KIND = TemplateKind.DECISION


def changed(sentence: str) -> bytes:
    """Return the built-in template with a sentence more, as Word writes it."""
    document = docx.Document(BytesIO(default_template("decision")))
    document.add_paragraph(sentence)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def kept(of: Office, data: bytes, name: str = "mau.docx") -> DocumentTemplate:
    return keep_template(unit=of.place.province, kind=KIND, data=data, name=name, by=of.leader)


def words(data: bytes) -> str:
    return "\n".join(one.text for one in docx.Document(BytesIO(data)).paragraphs)


def test_a_kept_template_is_used_only_once_somebody_puts_it_in_use(of: Office) -> None:
    row = kept(of, changed("Mẫu của tỉnh."))
    assert template_of(of.place.province, KIND) == b""
    use_template(template=row, by=of.leader)
    use_template(template=row, by=of.leader)
    decision = waiting(of)
    with decision.docx.content.open("rb") as file:
        assert words(file.read()).endswith("Mẫu của tỉnh.")


def test_versions_take_each_others_place_and_none_is_lost(of: Office) -> None:
    first, second = kept(of, changed("Một.")), kept(of, changed("Hai."))
    use_template(template=first, by=of.leader)
    use_template(template=second, by=of.leader)
    assert list(DocumentTemplate.objects.filter(active=True)) == [second]
    use_template(template=first, by=of.leader)
    assert list(DocumentTemplate.objects.filter(active=True)) == [first]
    assert use_built_in(unit=of.place.province, kind=KIND, by=of.leader) is True
    assert use_built_in(unit=of.place.province, kind=KIND, by=of.leader) is False
    assert template_of(of.place.province, KIND) == b""
    assert {line.kind: line.in_use for line in template_lines(of.place.province)} == dict.fromkeys(
        TemplateKind
    )


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"khong phai Word", "This is no Word document (.docx). Open it in Word and save it as .docx."),
        (
            default_template("decision")[:-400],
            "This is no Word document (.docx). Open it in Word and save it as .docx.",
        ),
        (changed("{{ ten_ma_khong_ai_biet }}"), "The letter has no such place: ten_ma_khong_ai_biet."),
    ],
)
def test_a_damaged_or_unknown_template_is_told_in_a_sentence_and_not_kept(of: Office, data, said) -> None:
    with pytest.raises(Refused) as caught:
        kept(of, data)
    assert caught.value.faults == {"template": [said]}
    assert not DocumentTemplate.objects.exists()


def test_only_who_proposes_changes_templates(of: Office) -> None:
    with pytest.raises(NotAllowed):
        keep_template(unit=of.place.province, kind=KIND, data=changed("x"), name="mau.docx", by=of.officer)
    row = kept(of, changed("Một."))
    with pytest.raises(NotAllowed):
        use_template(template=row, by=of.chairman)
    assert not DocumentTemplate.objects.filter(active=True).exists()


def test_a_decision_of_two_awards_has_a_word_file_for_each_list(of: Office) -> None:
    second = ready_dossier(of, ("Vi Thị Bình",), award="initiative_recognition")
    row = draft(of, ready_dossier(of, ("Lý Văn An",)), second)
    line = row.lines.get(recipient_name="Vi Thị Bình")
    set_bonus(line=line, amount=0, reason="Không kèm tiền thưởng", by=of.leader)
    row = send_for_signature(decision=row, by=of.leader)
    lists = list(row.annexes.all())
    assert [one.ordinal for one in lists] == [1, 2]
    for one, (own, other) in zip(
        lists, (("Lý Văn An", "Vi Thị Bình"), ("Vi Thị Bình", "Lý Văn An")), strict=True
    ):
        with one.docx.content.open("rb") as file:
            table = "\n".join(
                cell.text for table in docx.Document(BytesIO(file.read())).tables for cell in table._cells
            )
        assert (own in table, other in table) == (True, False)
