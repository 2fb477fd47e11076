"""Template filters of the law desk."""
