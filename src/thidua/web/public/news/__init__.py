"""News, articles and pages that editors wrote."""
