"""Personal data at rest: keys, sealed values, fingerprints, and comparing without showing."""
