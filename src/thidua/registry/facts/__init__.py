"""The register as the law engine reads it: records become facts, one nominee or a whole province at a time."""

from thidua.registry.facts.columns import columns_of_people, columns_of_units
from thidua.registry.facts.eligibility import EligiblePeople, eligible_people
from thidua.registry.facts.recorded import RegistryRecipient, facts_of, facts_of_many

__all__ = [
    "EligiblePeople",
    "RegistryRecipient",
    "columns_of_people",
    "columns_of_units",
    "eligible_people",
    "facts_of",
    "facts_of_many",
]
