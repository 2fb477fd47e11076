"""The law engine at the size of a country, and a peer beside it on the same people."""
