"""Search of the register."""
