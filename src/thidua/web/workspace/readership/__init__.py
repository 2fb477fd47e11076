"""How often articles were read, for the office."""
