"""Basic Encoding Rules (X.690) as far as we write them: one element, with content of less than 128 bytes."""

from __future__ import annotations


def element(tag: int, content: bytes) -> bytes:
    """Tag, length below 128, content (X.690, 8.1)."""
    return bytes([tag, len(content)]) + content
