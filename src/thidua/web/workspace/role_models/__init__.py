"""Proposed role models and stories at the desk of the office and of the units that are asked."""
