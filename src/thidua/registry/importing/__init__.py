"""Tables of grades, initiatives and earlier awards: read, judged row by row, before anything is kept."""
