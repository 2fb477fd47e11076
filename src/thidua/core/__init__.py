"""The pure core: no Django, no input or output except reading its own data files."""
