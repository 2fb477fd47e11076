"""Signatures on a decision's PDF (PAdES), behind an interface where an office plugs its own service."""
