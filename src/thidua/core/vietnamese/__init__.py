"""Vietnamese names, numbers, dates and text as an office writes them."""
