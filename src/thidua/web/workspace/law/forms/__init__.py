"""Forms of the law desk."""
