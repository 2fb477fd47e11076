"""The closed lists of the registry are those of the law book."""

from thidua.core.law.reading import load_law
from thidua.core.law.scales import grades
from thidua.registry.enums import CommendationType, DisciplineLevel, Grade, InitiativeScope


def test_the_registry_and_the_law_book_have_the_same_codes() -> None:
    words = load_law().words
    assert tuple(Grade.values) == grades()
    assert set(CommendationType.values) == set(words["commendation_types"])
    assert set(DisciplineLevel.values) == set(words["discipline_levels"])
    assert set(InitiativeScope.values) == set(words["scopes"])
