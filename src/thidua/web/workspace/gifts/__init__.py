"""The desk of gifts: promises, receipts, allocations, photos."""
