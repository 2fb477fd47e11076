"""Pages of statistics: the ministry's forms, fairness, who was forgotten."""
