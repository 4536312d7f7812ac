"""The key of the demo: made of a text that everybody can read here, so that a replay gives the same bytes anywhere.

What it signs proves nothing, and it signs nothing but the replay of the recorded run.
"""

from __future__ import annotations

from hashlib import sha256

from agent.signing import Signer

SEED = b"daicho demo: this key is known to everybody"


def demo_signer() -> Signer:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    key = Ed25519PrivateKey.from_private_bytes(sha256(SEED).digest())
    return Signer(key.public_key().public_bytes_raw(), key.sign)
