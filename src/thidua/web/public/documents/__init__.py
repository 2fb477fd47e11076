"""Documents and forms that everybody may read and download."""
