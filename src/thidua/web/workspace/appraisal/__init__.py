"""The office's desk for dossiers of nominations: reception, appraisal, consultations, and what follows."""
