"""The law desk: awards and their conditions as a clerk reads them, checked and settled by the Board."""
