"""Nominations for awards: dossiers, their nominees, appraisal and consultation, and the moves between states."""
