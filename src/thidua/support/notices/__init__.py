"""Notices: an outbox that people read before anything leaves, by e-mail and inside the system."""
