"""Emulation movements: launch, cascade, registration, results in words, review."""
