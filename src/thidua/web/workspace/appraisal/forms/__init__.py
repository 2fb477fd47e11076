"""Forms of the appraisal area."""
