"""Messages of SNMP v1 and v2c (RFC 1157, RFC 3416, RFC 1901): values of Python to bytes and back.

BER is pyasn1's and the messages are pysnmp's, used without engine or socket. Both are trusted with
damaged bytes only so far: the size is limited first, and all that they raise becomes ParseError.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from probes.model import Community, ParseError

Oid: TypeAlias = tuple[int, ...]
Value: TypeAlias = bytes | int | Oid

LONGEST_MESSAGE = 8192
"""Bytes. Sixty strings, the most that one of our answers can hold, are seldom longer than a hundred octets each."""
DAMAGE = (ValueError, OverflowError, IndexError, TypeError, RecursionError)
"""What pyasn1 and pysnmp raise on damaged bytes besides their own errors (found by damaging some)."""


@dataclass(frozen=True, slots=True)
class Response:
    """What an agent said. `status` and `index` are RFC 3416's error-status and error-index. `bindings` is how many
    names it answered for, absent ones and repetitions too."""

    status: int
    index: int
    values: Mapping[Oid, Value]
    bindings: int = 0


@dataclass(frozen=True, slots=True)
class Message:
    """A v1 or v2c message that carries a response. `version` is 0 for v1, 1 for v2c."""

    version: int
    community: bytes
    request_id: int
    response: Response


def version_number(secret: Community) -> int:
    """As it stands in a message: 0 for v1, 1 for v2c."""
    return 0 if secret.version == "1" else 1


def request(secret: Community, request_id: int, names: tuple[Oid, ...], rows: int = 0) -> bytes:
    """One message: GET of `names`; or, where rows is not 0, GETBULK of so many.

    v1 asks for either by GETNEXT, of what comes just before: an agent refuses a whole GET for one name that
    it lacks, and each such refusal would cost a datagram. What comes back for a missing name is not asked for
    and not read.
    """
    from pyasn1.codec.ber import encoder  # late, with pysnmp: 0.1 s that `--help` should not pay
    from pysnmp.proto import api

    protocol = api.PROTOCOL_MODULES[version_number(secret)]
    if secret.version == "1":
        pdu, pdu_api = protocol.GetNextRequestPDU(), protocol.apiPDU
        names = names if rows else tuple(_just_before(name) for name in names)
    elif not rows:
        pdu, pdu_api = protocol.GetRequestPDU(), protocol.apiPDU
    else:
        pdu, pdu_api = protocol.GetBulkRequestPDU(), protocol.apiBulkPDU
    pdu_api.set_defaults(pdu)
    if rows and secret.version != "1":
        pdu_api.set_max_repetitions(pdu, rows)
    pdu_api.set_request_id(pdu, request_id)
    pdu_api.set_varbinds(pdu, [(name, protocol.null) for name in names])
    message = protocol.Message()
    protocol.apiMessage.set_defaults(message)
    protocol.apiMessage.set_community(message, secret.text.encode())
    protocol.apiMessage.set_pdu(message, pdu)
    return bytes(encoder.encode(message))


def _just_before(name: Oid) -> Oid:
    return (*name[:-1], name[-1] - 1) if name[-1] else name[:-1]


def parse_message(payload: bytes, version: str = "2c") -> Message:
    """A message of v1 ("1") or v2c ("2c") with a response in it. Raises ParseError."""
    from pyasn1.codec.ber import decoder
    from pyasn1.error import PyAsn1Error
    from pysnmp.error import PySnmpError
    from pysnmp.proto import api

    if len(payload) > LONGEST_MESSAGE:
        raise ParseError(f"an SNMP answer of {len(payload)} bytes")
    protocol = api.PROTOCOL_MODULES[0 if version == "1" else 1]
    try:
        message, _ = decoder.decode(payload, asn1Spec=protocol.Message())
        pdu = protocol.apiMessage.get_pdu(message)
        if not pdu.isSameTypeWith(protocol.GetResponsePDU()):
            raise ParseError(f"an SNMP message that is no response: {type(pdu).__name__}")
        bindings = protocol.apiPDU.get_varbinds(pdu)
        return Message(
            int(protocol.apiMessage.get_version(message)),
            bytes(protocol.apiMessage.get_community(message)),
            int(protocol.apiPDU.get_request_id(pdu)),
            Response(
                int(protocol.apiPDU.get_error_status(pdu)),
                int(protocol.apiPDU.get_error_index(pdu, muteErrors=True)),
                plain_values(bindings),
                len(bindings),
            ),
        )
    except ParseError:
        raise
    except (PyAsn1Error, PySnmpError, *DAMAGE) as error:
        # The libraries quote the message in their errors, community included: only the kind is told.
        raise ParseError(f"not an SNMP message ({type(error).__name__})") from None


def plain_values(bindings: object) -> dict[Oid, Value]:
    """pyasn1's (name, value) pairs -> names and values of Python; absent and exceptional ones are left out."""
    from pyasn1.type import univ

    found: dict[Oid, Value] = {}
    for name, value in bindings:  # type: ignore[attr-defined]
        if isinstance(value, univ.Null):  # before OctetString, whose subclass it is
            continue
        if isinstance(value, univ.OctetString):
            found[tuple(name)] = bytes(value)
        elif isinstance(value, univ.Integer):
            found[tuple(name)] = int(value)
        elif isinstance(value, univ.ObjectIdentifier):
            found[tuple(name)] = tuple(value)
    return found
