"""Who are you, before any secret is told: SNMPv3's discovery (RFC 3414, 4).

One message without user, key or object; an agent that speaks v3 answers with a report that names its engine
(RFC 3411, 5: snmpEngineID, one for each agent in the world). An agent that does not speak it is silent. So a box
that stands where another stood is known before a community or a user's name is shown to it.
"""

from __future__ import annotations

from probes.model import Ask, ParseError, Via
from probes.snmp import PORT
from probes.snmp_message import DAMAGE, LONGEST_MESSAGE

WAIT = 2.0
REPORTABLE = b"\x04"
USM = 3
LARGEST = 65507


def question(number: int) -> Ask:
    """number: from 0 to 2**31-1, repeated in the answer."""
    from pyasn1.codec.ber import encoder
    from pysnmp.proto.mpmod.rfc3412 import SNMPv3Message
    from pysnmp.proto.rfc1905 import GetRequestPDU
    from pysnmp.proto.secmod.rfc3414.service import UsmSecurityParameters

    security = UsmSecurityParameters()
    for place, value in enumerate((b"", 0, 0, b"", b"", b"")):
        security[place] = value
    pdu = GetRequestPDU()
    for place, value in enumerate((number, 0, 0)):
        pdu[place] = value
    pdu[3].clear()
    message = SNMPv3Message()
    message[0] = 3
    for place, value in enumerate((number, LARGEST, REPORTABLE, USM)):
        message[1][place] = value
    message[2] = encoder.encode(security)
    scoped = message[3]["plaintext"]
    scoped[0] = scoped[1] = b""
    scoped[2]["get-request"] = pdu
    return Ask(Via.UDP, PORT, bytes(encoder.encode(message)), WAIT)


def engine_of(payload: bytes, number: int) -> str:
    """The engine that answers, in hex; "" for an answer to another question. Raises ParseError."""
    from pyasn1.codec.ber import decoder
    from pyasn1.error import PyAsn1Error
    from pysnmp.error import PySnmpError
    from pysnmp.proto.mpmod.rfc3412 import SNMPv3Message
    from pysnmp.proto.secmod.rfc3414.service import UsmSecurityParameters

    if len(payload) > LONGEST_MESSAGE:
        raise ParseError(f"an SNMP answer of {len(payload)} bytes")
    try:
        message, _ = decoder.decode(payload, asn1Spec=SNMPv3Message())
        security, _ = decoder.decode(bytes(message[2]), asn1Spec=UsmSecurityParameters())
        engine = bytes(security[0])
        same = int(message[1][0]) == number
    except (PyAsn1Error, PySnmpError, *DAMAGE) as error:
        raise ParseError(f"not an SNMPv3 message ({type(error).__name__})") from None
    return engine.hex() if same and 5 <= len(engine) <= 32 else ""
