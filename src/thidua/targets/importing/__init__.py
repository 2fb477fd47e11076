"""Tables of figures and plans from office programs: every row gets a verdict before anything is kept."""
