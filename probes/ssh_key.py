"""SSH: the host key, which one machine has (RFC 4253, 7 and 8; RFC 8731): one key exchange as far as the server's part.

    identification ->   <- identification, KEXINIT      KEXINIT, ECDH_INIT ->   <- ECDH_REPLY, NEWKEYS      DISCONNECT ->

The reply carries the key by which a server proves who it is; its SHA-256 is what `ssh-keygen -l` prints. Then we
say goodbye with a reason, which stands in the server's log ("Received disconnect ... [preauth]"). Benign: it is
what `ssh-keyscan` does, and every client before its log-in; there is none here, no name is sent, no secret is
made, and ours is the only half of the exchange that is thrown away. To ask no server in vain for what it does not
have, its own KEXINIT is read first: where it offers no curve25519 (old switches), we leave without a request, and
what we offer is picked out of what it offers. Only hosts that greeted as SSH 2 are asked, and no devices with
little to compute with (telephones, cameras, medical devices).

A key is copied with a disk and with a firmware: agent/merge.py says what it may join. ssh_key.hassh is the digest
of the server's lists in the form that Salesforce published (hasshServer), equal for equal software and settings.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Generator
from dataclasses import dataclass
from hashlib import md5, sha256

from probes.cursor import Cursor
from probes.model import Ask, Impact, ParseError, Probe, Reading, Reply, Target, Via, reading
from probes.ssh import PORT, whole

IDENTIFICATION = b"SSH-2.0-daicho_1 inventory\r\n"
DISCONNECT, KEXINIT, NEWKEYS, ECDH_INIT, ECDH_REPLY = 1, 20, 21, 30, 31
BY_APPLICATION = 11
GOODBYE = b"inventory: the host key was read, nothing else is wanted"
EXCHANGES = ("curve25519-sha256", "curve25519-sha256@libssh.org")
"""Two names of one exchange (RFC 8731, 3)."""
KEYS = ("ssh-ed25519", "ecdsa-sha2-nistp256", "rsa-sha2-512", "rsa-sha2-256", "ssh-rsa")
"""In this order, always: a server has one key of each kind, and the same one must be read each time."""
END_OF_LISTS = bytes(13)
"""Of KEXINIT: two empty lists of languages, no guess, a reserved zero (RFC 4253, 7.1)."""
END_OF_EXCHANGE = b"\x00\x00\x00\x0c\x0a\x15"
"""NEWKEYS, the packet after the reply: 12 bytes, 10 of them padding."""
LONGEST_PACKET = 35000
MOST_READS = 3


@dataclass(frozen=True, slots=True)
class Lists:
    """The server's KEXINIT (RFC 4253, 7.1): names in its order, ciphers to the server and from it, and so on."""

    exchanges: tuple[str, ...]
    keys: tuple[str, ...]
    others: tuple[tuple[str, ...], ...]


def talk(target: Target) -> Generator[Ask, tuple[Reply, ...], list[Reading]]:
    if not {"2.0", "1.99"} & {value for name, value in target.told if name == "ssh.protocol"}:
        return []
    greeting = yield from _read(IDENTIFICATION, END_OF_LISTS, _has_lists)
    if not greeting:
        return []
    said = after_identification(greeting)
    if not said:
        return []  # it names itself and then has nothing to offer: it waits, or has had enough
    lists = kexinit(packet(said, KEXINIT))
    found = [reading("ssh_key.hassh", hassh(lists))]
    question = exchange(lists, target.nonce)
    answer = (yield from _read(question, END_OF_EXCHANGE, _has_packet)) if question else b""
    yield Ask(Via.TCP, PORT, goodbye(), wait=1.0)
    if answer:
        found.append(reading("ssh_key.fingerprint", fingerprint(packet(answer, ECDH_REPLY))))
    return found


def _read(
    question: bytes, until: bytes, complete: Callable[[bytes], bool]
) -> Generator[Ask, tuple[Reply, ...], bytes]:
    """What comes back: to `until`, and on until it is `complete`, for the end may stand in the next segment."""
    answer, payload, wait = b"", question, 3.0
    for _ in range(MOST_READS):
        replies = yield Ask(Via.TCP, PORT, payload, wait=wait, until=until)
        answer += b"".join(reply.payload for reply in replies)
        if not replies or complete(answer):
            break
        payload, wait = b"", 0.5
    return answer


def _has_lists(answer: bytes) -> bool:
    return whole(answer) and _has_packet(after_identification(answer))


def _has_packet(data: bytes) -> bool:
    return len(data) >= 4 and len(data) - 4 >= int.from_bytes(data[:4], "big")


def after_identification(answer: bytes) -> bytes:
    """What follows the identification line, before which other lines may stand (RFC 4253, 4.2)."""
    rest = answer
    while rest:
        line, _, rest = rest.partition(b"\n")
        if line.startswith(b"SSH-"):
            return rest
    raise ParseError(f"no SSH identification in {answer[:40]!r}")


def packet(data: bytes, kind: int) -> Cursor:
    """The payload of the first packet, after its message number, which must be `kind` (RFC 4253, 6)."""
    cursor = Cursor(data)
    size, padding = cursor.u32(), cursor.u8()
    if not padding < size <= LONGEST_PACKET:
        raise ParseError(f"a packet of {size} bytes, {padding} of them padding")
    payload = Cursor(cursor.take(size - 1 - padding))
    if (number := payload.u8()) != kind:
        raise ParseError(f"message {number} where {kind} was due")
    return payload


def kexinit(payload: Cursor) -> Lists:
    payload.skip(16)
    exchanges, keys, *others = (_names(payload) for _ in range(10))
    return Lists(exchanges, keys, tuple(others))


def _names(payload: Cursor) -> tuple[str, ...]:
    """A name-list (RFC 4251, 5): printable US-ASCII between commas."""
    text = payload.take(payload.u32())
    if any(not 0x21 <= octet <= 0x7E for octet in text):
        raise ParseError("a list of names with what is no name")
    return tuple(text.decode("ascii").split(",")) if text else ()


def hassh(lists: Lists) -> str:
    """Exchanges, then cipher, integrity and compression from the server, as the published form has them."""
    named = (lists.exchanges, lists.others[1], lists.others[3], lists.others[5])
    return md5(";".join(map(",".join, named)).encode("ascii"), usedforsecurity=False).hexdigest()


def exchange(lists: Lists, nonce: int) -> bytes:
    """Our KEXINIT, picked from the server's, and our part of the exchange; b"" where there is nothing in common."""
    ours = next((name for name in EXCHANGES if name in lists.exchanges), "")
    key = next((name for name in KEYS if name in lists.keys), "")
    if not ours or not key or not all(lists.others[:6]):
        return b""
    cookie, point = sha256(f"daicho cookie {nonce}".encode()).digest()[:16], public(nonce)
    names = [(ours,), (key,), *((offered[0],) for offered in lists.others[:6]), (), ()]
    lists_out = b"".join(_string(",".join(each).encode("ascii")) for each in names)
    return _packet(bytes([KEXINIT]) + cookie + lists_out + bytes(5)) + _packet(
        bytes([ECDH_INIT]) + _string(point)
    )


def public(nonce: int) -> bytes:
    """A public key of X25519: any 32 bytes are one (RFC 7748, 5), and the secret to it is never wanted."""
    return sha256(f"daicho point {nonce}".encode()).digest()


def goodbye() -> bytes:
    """SSH_MSG_DISCONNECT (RFC 4253, 11.1), before any key is in use."""
    return _packet(
        bytes([DISCONNECT]) + BY_APPLICATION.to_bytes(4, "big") + _string(GOODBYE) + _string(b"en")
    )


def fingerprint(reply: Cursor) -> str:
    """The SHA-256 of the server's key (RFC 5656, 4: the reply's first string), as OpenSSH writes it."""
    key = reply.take(reply.u32())
    kind = Cursor(key)
    if not kind.take(kind.u32()).startswith((b"ssh-", b"ecdsa-", b"sk-")):
        raise ParseError(f"no public key: {key[:24]!r}")
    return "SHA256:" + b64encode(sha256(key).digest()).decode("ascii").rstrip("=")


def _string(content: bytes) -> bytes:
    return len(content).to_bytes(4, "big") + content


def _packet(payload: bytes) -> bytes:
    """A packet before keys are in use: a multiple of 8 bytes, at least 4 of them padding (RFC 4253, 6)."""
    padding = 8 - (5 + len(payload)) % 8
    padding += 8 if padding < 4 else 0
    return (1 + len(payload) + padding).to_bytes(4, "big") + bytes([padding]) + payload + bytes(padding)


PROBE = Probe(
    name="ssh_key",
    impact=Impact.CONNECT,
    fields=frozenset({"ssh_key.fingerprint", "ssh_key.hassh"}),
    ports=frozenset({("tcp", PORT)}),
    packets=12,  # 8 or 9 where nothing is lost; a stream that would come to cost more is given up
    summary="reads the host key of an SSH server, as ssh-keyscan does, and leaves before any log-in",
    talk=talk,
    suits=frozenset({"unknown", "network", "server", "storage", "terminal"}),
    wants=frozenset({"ssh.protocol"}),
    worth=6,  # it joins the faces of one box; and who greeted as SSH answers
)
