"""A document with its signature inside: what account.json and seal.json have in common.

The signature is Ed25519 (RFC 8032) over the document without its `signature`, as JSON with sorted keys and no
spaces. A text is believed only if it is, byte for byte, what signing that document writes: a reader that passes
over a space, an upper-case digit or a second key of one name would let a change through.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from typing import TypeAlias

from agent.findings import Json

ALGORITHM = "Ed25519"

Sign: TypeAlias = Callable[[bytes], bytes]
Verify: TypeAlias = Callable[[bytes, bytes, bytes], bool]
"""(public key, signature, message) -> whether they belong together."""


class SignedError(ValueError):
    """This document cannot be believed; the message says why. at: the first byte that is not as it was written,
    -1 where that cannot be told."""

    def __init__(self, message: str, at: int = -1) -> None:
        super().__init__(message)
        self.at = at


def signed(document: dict[str, Json], public_key: bytes, sign: Sign) -> str:
    """The document with its signature, as text."""
    return _text(document, public_key, sign(_canonical(document)))


def opened(text: str, schema: str, verify: Verify) -> tuple[dict[str, Json], str]:
    """A signed document of this schema -> the document and the fingerprint of its key. Raises SignedError."""
    try:
        document = json.loads(text)
        signature = document.pop("signature")
        key, value = bytes.fromhex(signature["key"]), bytes.fromhex(signature["value"])
        again = _text(document, key, value)
    except json.JSONDecodeError as error:
        raise SignedError(
            f"it is no JSON any more ({error.msg})", len(text[: error.pos].encode("utf-8", "surrogatepass"))
        ) from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise SignedError(f"it is not signed ({type(error).__name__})") from error
    if signature.get("fingerprint") != fingerprint(key):
        raise SignedError("the fingerprint written in it is not its key's")
    if document.get("schema") != schema or signature.get("algorithm") != ALGORITHM:
        raise SignedError(f"no {schema} document signed with {ALGORITHM}")
    if again != text:
        raise SignedError("it is not written as it was signed", first_difference(again, text))
    if not verify(key, value, _canonical(document)):
        raise SignedError("its signature does not fit: it was changed after it was signed")
    return document, fingerprint(key)


def first_difference(one: str, other: str) -> int:
    """The place, in bytes of UTF-8, from which two texts differ."""
    a, b = (text.encode("utf-8", "surrogatepass") for text in (one, other))
    return next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def fingerprint(public_key: bytes) -> str:
    """What a person compares: the first 16 bytes of the key's SHA-256, in groups."""
    digest = hashlib.sha256(public_key).hexdigest()[:32].upper()
    return " ".join(digest[i : i + 4] for i in range(0, 32, 4))


def _text(document: dict[str, Json], public_key: bytes, value: bytes) -> str:
    signature: dict[str, Json] = {
        "algorithm": ALGORITHM,
        "key": public_key.hex(),
        "fingerprint": fingerprint(public_key),
        "value": value.hex(),
    }
    return json.dumps({**document, "signature": signature}, ensure_ascii=False, indent=2) + "\n"


def _canonical(document: dict[str, Json]) -> bytes:
    text = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")
