"""Reading lists of winners that were pasted or uploaded, with a verdict for every line."""
