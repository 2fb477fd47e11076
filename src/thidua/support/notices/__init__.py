"""Notices: what people are told, in the system and by e-mail that an office may read before it leaves."""
