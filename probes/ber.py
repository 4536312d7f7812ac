"""Basic Encoding Rules (X.690) as far as we write them: one element, with content of less than 256 bytes."""

from __future__ import annotations


def element(tag: int, content: bytes) -> bytes:
    """Tag, length, content (X.690, 8.1)."""
    length = bytes([len(content)]) if len(content) < 0x80 else bytes([0x81, len(content)])
    return bytes([tag]) + length + content
