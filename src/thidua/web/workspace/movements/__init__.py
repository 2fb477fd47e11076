"""Movements for officers and units: prepare, launch, answer, register, decide, review."""
