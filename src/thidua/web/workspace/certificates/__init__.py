"""Certificates: printed, handed over, replaced, looked up; the golden book."""
