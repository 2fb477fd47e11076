"""Rows of the nominations room."""

from thidua.nominations.models.appraisal import FindingDecision, StoredAppraisal
from thidua.nominations.models.consultation import AgencyConsultation, Opinion, PublicConsultation
from thidua.nominations.models.dossier import Dossier, NumberCounter
from thidua.nominations.models.evidence import Evidence
from thidua.nominations.models.fairness import RemoteUnit, ShareAim
from thidua.nominations.models.fingerprint import ReportFingerprint
from thidua.nominations.models.move import DossierMove, ReturnedFault
from thidua.nominations.models.nomination import Nomination
from thidua.nominations.models.suspension import Suspension
from thidua.nominations.models.visit import DossierVisit

__all__ = [
    "AgencyConsultation",
    "Dossier",
    "DossierMove",
    "DossierVisit",
    "Evidence",
    "FindingDecision",
    "Nomination",
    "NumberCounter",
    "Opinion",
    "PublicConsultation",
    "RemoteUnit",
    "ReportFingerprint",
    "ReturnedFault",
    "ShareAim",
    "StoredAppraisal",
    "Suspension",
]
