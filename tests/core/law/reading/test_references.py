"""What one alternative says of another."""

TITLE = "awards/title.yaml"


def test_an_id_used_twice_is_a_fault_even_in_another_file(broken) -> None:
    assert broken("awards/order.yaml", "id: o-1", "id: t-1") == [
        f"{TITLE}:15: The id “t-1” is taken by awards/order.yaml:12: choose another."
    ]


def test_a_reference_to_nothing_is_a_fault(broken) -> None:
    assert broken(TITLE, "ref: t-1", "ref: t-7") == [
        f"{TITLE}:32: There is no alternative “t-7”: did you mean “t-2”?"
    ]


def test_a_circle_of_references_is_one_fault(broken) -> None:
    assert broken(TITLE, "{kind: grade_run, grade: completed, n: 2}", "any_of: [{kind: ref, ref: t-2}]") == [
        f"{TITLE}:15: These alternatives refer to each other in a circle: t-1 → t-2 → t-1."
    ]


def test_an_alternative_that_refers_to_itself_is_a_fault(broken) -> None:
    assert broken(TITLE, "ref: t-1", "ref: t-2") == [
        f"{TITLE}:25: These alternatives refer to each other in a circle: t-2 → t-2."
    ]


def test_a_text_that_replaces_an_unknown_one_is_a_fault(broken) -> None:
    assert broken("texts/law1.yaml", "kind: law", "kind: law\nreplaces: [LAW0]") == [
        "texts/law1.yaml:3: There is no legal text “LAW0” in texts/: did you mean “LAW1”?"
    ]


def test_a_text_judged_by_another_needs_a_warning(broken) -> None:
    assert broken("texts/law1.yaml", "kind: law", "kind: law\nevaluates: LAW1") == [
        "texts/law1.yaml:3: `warning` is missing: say what every verdict under this text must tell."
    ]


def test_words_that_name_each_other_must_exist(broken) -> None:
    assert broken(
        "words/grades.yaml",
        "{vi: completed, en: completed}",
        "{vi: a, en: b, general: done, members: [half]}",
    ) == [
        "words/grades.yaml:3: `general` names “done”, which is no word of this file.",
        "words/grades.yaml:3: `members` names “half”, which is no word of this file.",
    ]
