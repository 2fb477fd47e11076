"""Certificates: layouts in millimetres, texts that fit, one PDF for a whole decision."""
