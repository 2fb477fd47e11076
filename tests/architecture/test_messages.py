"""Every sentence that a person reads is translated, once."""

from tools.messages import checks
from tools.messages.extraction import Message, from_python, from_template


def test_every_sentence_is_translated_into_vietnamese() -> None:
    assert "\n".join(checks.faults()) == ""


def test_sentences_are_found_in_python() -> None:
    source = (
        'a = _("Save"); b = ngettext("%(n)s row", "%(n)s rows", n); c = pgettext("month", "May"); d = _(a)'
    )
    assert set(from_python(source)) == {
        Message("Save"),
        Message("%(n)s row", "%(n)s rows"),
        Message("May", context="month"),
    }


def test_sentences_are_found_where_a_module_renames_the_call() -> None:
    source = (
        'from django.utils.translation import gettext as now, get_language as lang\nnow("kept"); lang("no")'
    )
    assert set(from_python(source)) == {Message("kept")}


def test_sentences_are_found_in_templates_whatever_their_indentation() -> None:
    source = """
        <p title="don't">{% translate "It's 100% done" %}</p>
      {% blocktranslate trimmed count n=rows %}
          {{ n }} row
        {% plural %}
          {{ n }} rows
    {% endblocktranslate %}
        <c-button :label="_('Save')" /> {{ value|default:_("none") }}
    """
    assert set(from_template(source)) == {
        Message("It's 100%% done"),
        Message("%(n)s row", "%(n)s rows"),
        Message("Save"),
        Message("none"),
    }


def test_a_lost_placeholder_is_a_fault() -> None:
    message = Message("Port %(port)s is taken by %(who)s")
    faults = list(checks.app_faults({message}, {message: "Cổng %(port)s đã có %(ai)s dùng"}, set()))
    assert faults == ["placeholders differ (%(ai)s, %(who)s): “Port %(port)s is taken by %(who)s”"]


def test_one_sentence_in_two_readings_is_a_fault() -> None:
    seen = {Message("Save"): {"Lưu": ["orgs"], "Ghi lại": ["targets"]}}
    assert checks.disagreements(seen) == [
        "translated in two ways: “Save” → «Ghi lại» in targets; «Lưu» in orgs"
    ]
