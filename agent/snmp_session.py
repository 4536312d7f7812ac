"""SNMPv3 (RFC 3412, RFC 3414) without a socket: pysnmp's engine, on a transport whose write is ours.

The questions are probes/snmp_inventory.py's; this room only seals and opens the messages. What the engine wants
to send becomes an Ask, so that gate and account see every datagram, and what comes back is handed to
the engine. authPriv always: the one message in clear is RFC 3414's discovery, which names neither user nor
object, and an answer under a lower level is dropped by the engine (RFC 3412, 7.2.12). Nothing falls
back to v2c. The engine draws its own message numbers and salts; these must not be predictable, so here
alone the same nonce does not give the same bytes.

One engine serves one conversation, which with it costs 0.17 s of processor (measured); pysnmp's import
0.2 s and 23 MB once. v3 is for the few dozen addresses that the scope lists; one engine for many targets is
dearer still, for it goes through all of them whenever one is added.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence

from probes import snmp, snmp_message, tables
from probes.model import Ask, ParseError, Probe, Reading, Reply, Talk, Target, UsmUser, Via
from probes.snmp_message import Oid, Response

AUTHENTICATION = {
    "md5": "USM_AUTH_HMAC96_MD5",
    "sha1": "USM_AUTH_HMAC96_SHA",
    "sha224": "USM_AUTH_HMAC128_SHA224",
    "sha256": "USM_AUTH_HMAC192_SHA256",
    "sha384": "USM_AUTH_HMAC256_SHA384",
    "sha512": "USM_AUTH_HMAC384_SHA512",
}
PRIVACY = {
    "des": "USM_PRIV_CBC56_DES",
    "aes128": "USM_PRIV_CFB128_AES",
    "aes192": "USM_PRIV_CFB192_AES",
    "aes256": "USM_PRIV_CFB256_AES",
}
"""Names in pysnmp.entity.config. AES above 128 bits never became an RFC; of its two drafts this is the
one that network makers use (Reeder's), and under SHA-256 and longer both give the same key."""

MOST_DATAGRAMS = snmp.MOST_DATAGRAMS + snmp.HANDSHAKE
MOST_TABLE_DATAGRAMS = 100_000
"""No limit: what a box's tables may cost is the gate's affair."""
NOMINAL_ADDRESS = ("192.0.2.1", snmp.PORT)
"""What the engine believes to be talking to (RFC 5737); where a datagram goes is the wire's affair."""


def talk_for(probe: Probe, target: Target) -> Talk:
    """The talk for this target: SNMPv3's where its secret is a v3 user, else the probe's own."""
    if probe.name == snmp.PROBE.name and isinstance(target.secret, UsmUser):
        return talk
    if probe.talk is None:
        raise ValueError(f"{probe.name} only listens")
    return probe.talk


def talk(target: Target) -> Generator[Ask, tuple[Reply, ...], list[Reading]]:
    """As probes.snmp.talk, by SNMPv3. Asks nothing where the target has no v3 user."""
    if not isinstance(target.secret, UsmUser):
        return []
    session = _Session(target.secret)
    try:
        return (yield from snmp.converse(session.exchange))
    finally:
        session.close()


class TableSession:
    """SNMPv3 for a box's tables: one engine for all pages that go one after the other (probes.tables.Carrier).

    Cisco's view of one VLAN is the context "vlan-" and its number ("SNMP Version 3 Context Based Access")."""

    def __init__(self, user: UsmUser) -> None:
        self._session = _Session(user, MOST_TABLE_DATAGRAMS)

    def carry(self, page: tables.Page, number: int) -> Generator[Ask, tuple[Reply, ...], Response | None]:
        context = f"vlan-{page.vlan}" if page.vlan else ""
        return self._session.exchange(page.names, page.rows, number, context)

    def close(self) -> None:
        self._session.close()


class _Post:
    """The transport of pysnmp's engine: a letter box. Takes what the engine sends while it asks.

    It answers to what AbstractTransport's callers call. What the engine would send of its own accord is
    a report to somebody who asks *us* (RFC 3412, 7.2.6); we are no agent, and it goes nowhere.
    """

    def __init__(self, address_type: type) -> None:
        self.ADDRESS_TYPE = address_type  # pysnmp's name
        self.asking = False
        self.outgoing: list[bytes] = []
        self.address: object = None
        self.deliver: Callable[[object, object, bytes], None] | None = None

    def is_compatible_with_dispatcher(self, _dispatcher: object) -> bool:
        return True

    def register_callback(self, deliver: Callable[[object, object, bytes], None]) -> None:
        self.deliver = deliver

    def unregister_callback(self) -> None:
        self.deliver = None

    close_transport = unregister_callback

    def send_message(self, message: bytes, address: object) -> None:
        if self.asking:
            self.outgoing.append(bytes(message))
            self.address = address
        self.asking = False


class _Session:
    """One engine, one user, one host."""

    def __init__(self, user: UsmUser, datagrams: int = MOST_DATAGRAMS) -> None:
        from pysnmp.carrier.asyncio.dgram.udp import UdpTransportAddress  # late: 0.25 s, 23 MB
        from pysnmp.carrier.base import AbstractTransportDispatcher
        from pysnmp.entity import config
        from pysnmp.entity.engine import SnmpEngine

        self._left = datagrams
        self._responses: list[Response | None] = []
        self._post = _Post(UdpTransportAddress)
        self._engine = SnmpEngine()
        self._engine.register_transport_dispatcher(AbstractTransportDispatcher())
        self._engine.observer.register_observer(self._about_to_ask, "rfc3412.sendPdu")
        config.add_transport(self._engine, config.SNMP_UDP_DOMAIN, self._post)
        config.add_v3_user(
            self._engine,
            user.user,
            getattr(config, AUTHENTICATION[user.auth]),
            user.auth_phrase,
            getattr(config, PRIVACY[user.privacy]),
            user.privacy_phrase,
        )
        config.add_target_parameters(self._engine, "host", user.user, "authPriv", 3)
        config.add_target_address(
            self._engine, "host", config.SNMP_UDP_DOMAIN, NOMINAL_ADDRESS, "host", timeout=100, retryCount=0
        )

    def close(self) -> None:
        self._engine.observer.unregister_observer()
        self._engine.close_dispatcher()

    def exchange(
        self, names: tuple[Oid, ...], rows: int, _number: int, context: str = ""
    ) -> Generator[Ask, tuple[Reply, ...], Response | None]:
        """One question: as many datagrams as the handshake wants, then its answer, or None."""
        self._responses.clear()
        self._post.outgoing.clear()
        self._ask(names, rows, context)
        while self._post.outgoing and self._left:
            self._left -= 1
            replies = yield Ask(Via.UDP, snmp.PORT, self._post.outgoing.pop(0), snmp.WAIT)
            for reply in replies:
                self._receive(reply.payload)
            if self._responses:
                return self._responses[0]
        return None

    def _ask(self, names: tuple[Oid, ...], rows: int, context: str) -> None:
        from pysnmp.entity.rfc3413 import cmdgen

        bindings = [(name, None) for name in names]
        options = {"discoveryRetries": snmp.HANDSHAKE}
        if rows:
            bulk = cmdgen.BulkCommandGenerator(**options)
            bulk.send_varbinds(self._engine, "host", None, context, 0, rows, bindings, self._answered)
        else:
            get = cmdgen.GetCommandGenerator(**options)
            get.send_varbinds(self._engine, "host", None, context, bindings, self._answered)

    def _about_to_ask(self, *_: object) -> None:
        self._post.asking = True

    def _receive(self, payload: bytes) -> None:
        """Hands one datagram to the engine. Raises ParseError where that is no SNMP message at all."""
        from pyasn1.error import PyAsn1Error
        from pysnmp.error import PySnmpError
        from pysnmp.proto import api

        if len(payload) > snmp_message.LONGEST_MESSAGE:
            raise ParseError(f"an SNMP answer of {len(payload)} bytes")
        try:
            api.decodeMessageVersion(payload)
            if self._post.deliver is not None:
                self._post.deliver(self._post, self._post.address, payload)
        except (PyAsn1Error, PySnmpError, *snmp_message.DAMAGE) as error:
            raise ParseError(f"not an SNMPv3 message ({type(error).__name__})") from None

    def _answered(
        self,
        _engine: object,
        _handle: object,
        error: object,
        status: int,
        index: int,
        bindings: Sequence[object],
        _: object,
    ) -> None:
        """The engine's callback. `error` is its own verdict (wrong digest, unknown user): no answer to us."""
        values = {} if error else snmp_message.plain_values(bindings)
        answer = None if error else Response(int(status), int(index), values, len(bindings))
        self._responses.append(answer)
