"""Rows of the registry."""

from thidua.registry.models.among_lookup import Among
from thidua.registry.models.award import Award
from thidua.registry.models.book_import import BookImport
from thidua.registry.models.book_row import BookRow
from thidua.registry.models.conferral import Conferral
from thidua.registry.models.discipline_record import DisciplineRecord
from thidua.registry.models.history_import import HistoryImport
from thidua.registry.models.identity_candidate import IdentityCandidate
from thidua.registry.models.identity_merge import IdentityMerge, IdentityMove
from thidua.registry.models.identity_search import IdentitySearch
from thidua.registry.models.learned_spelling import LearnedSpelling
from thidua.registry.models.pending_matter import PendingMatter
from thidua.registry.models.public_fields import PublicFields
from thidua.registry.models.recipient_name import RecipientName, RecipientWord
from thidua.registry.models.recognised_initiative import RecognisedInitiative
from thidua.registry.models.record import HistoryRecord
from thidua.registry.models.register_export import RegisterExport, RegisterExportPart
from thidua.registry.models.saved_search import SavedSearch
from thidua.registry.models.unit_traits import UnitTraits
from thidua.registry.models.word_lookup import Words
from thidua.registry.models.yearly_grade import YearlyGrade

__all__ = [
    "Among",
    "Award",
    "BookImport",
    "BookRow",
    "Conferral",
    "DisciplineRecord",
    "HistoryImport",
    "HistoryRecord",
    "IdentityCandidate",
    "IdentityMerge",
    "IdentityMove",
    "IdentitySearch",
    "LearnedSpelling",
    "PendingMatter",
    "PublicFields",
    "RecipientName",
    "RecipientWord",
    "RecognisedInitiative",
    "RegisterExport",
    "RegisterExportPart",
    "SavedSearch",
    "UnitTraits",
    "Words",
    "YearlyGrade",
]
