"""Measuring: generated data in a throwaway database, one number per promise of speed or size."""
