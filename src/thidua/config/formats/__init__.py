"""How dates and numbers are written and read where Django itself writes them: the editor's desk."""
