"""The steps of the road from a commune's nomination to a certificate, as people walk it in the demonstration."""
