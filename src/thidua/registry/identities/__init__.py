"""Which lines of the register may be one person: records, the linkage model, its engines, and why in words."""
