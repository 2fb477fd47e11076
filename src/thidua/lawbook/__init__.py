"""What the Board lays over the national law: checks against the official text, readings settled, local rules."""
