"""The key with which this machine signs what it says it sent: Ed25519, in the state folder, for its owner alone.

`daicho init` makes it, or the first run. It is no secret of the hospital's: who has it can sign an account or a seal in
this machine's name, and nothing else. A program that leaves nothing behind, on a contractor's stick, has one in memory
for one audit (`passing_signer`); what it signed is checked by the public half, which stands in each signature.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from agent.host import open_to_others

KEY_FILE = "signing.key"


class SigningError(ValueError):
    """The key cannot be used; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Signer:
    """public: the 32 bytes of the public key."""

    public: bytes
    sign: Callable[[bytes], bytes]


def signer_of(folder: Path) -> Signer:
    """The key of this state folder, made where there is none. Raises SigningError, OSError."""
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    path = folder / KEY_FILE
    if not path.exists():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        made = Ed25519PrivateKey.generate().private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(fd, "wb") as file:
            file.write(made)
    if open_to_others(path):
        raise SigningError(f"{path} can be read by others, so its signature proves nothing; `chmod 600` it")
    try:
        key = serialization.load_pem_private_key(path.read_bytes(), password=None)
    except ValueError as error:
        raise SigningError(f"{path} is no key ({error}); move it away, and a new one will be made") from error
    if not isinstance(key, Ed25519PrivateKey):
        raise SigningError(f"{path} is no Ed25519 key; move it away, and a new one will be made")
    return Signer(key.public_key().public_bytes_raw(), key.sign)


@cache
def passing_signer() -> Signer:
    """A key that is written nowhere and ends with this process."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    key = Ed25519PrivateKey.generate()
    return Signer(key.public_key().public_bytes_raw(), key.sign)


def verify(public: bytes, signature: bytes, message: bytes) -> bool:
    """Whether the holder of this public key signed this message."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True
