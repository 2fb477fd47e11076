"""The pages of the law desk."""
