"""The start page of everybody who signs in: what waits for them."""
