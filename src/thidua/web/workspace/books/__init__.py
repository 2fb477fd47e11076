"""Old books brought into the register: taken, judged, repaired, confirmed, undone."""
