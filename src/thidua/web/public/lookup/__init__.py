"""Looking up awards: who received what, by which decision, and whether it still counts."""
