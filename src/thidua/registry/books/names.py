"""Who stands in a cell: one person, a household, a collective, or several of them."""

from thidua.registry.books.person_cells import PersonCell, is_person, split_honorific, split_person
from thidua.registry.books.posts import split_post_unit
from thidua.registry.books.several import split_many

__all__ = ["PersonCell", "is_person", "split_honorific", "split_many", "split_person", "split_post_unit"]
