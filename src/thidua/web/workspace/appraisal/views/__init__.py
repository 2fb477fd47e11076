"""Pages of the appraisal area."""
