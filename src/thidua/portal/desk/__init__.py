"""Pages that stand beside Wagtail's own on the editor's desk."""
