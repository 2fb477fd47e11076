"""Comments of readers, read before they are published."""
