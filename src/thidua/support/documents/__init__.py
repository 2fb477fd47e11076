"""Documents: certificates, letters, proofs and signatures, from content that others give.

Nothing here knows a dossier. Each part takes plain data and returns bytes or texts.
"""
