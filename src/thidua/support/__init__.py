"""Technical services, strangers to each other."""
