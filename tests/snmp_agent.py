"""A peer that answers SNMP v1 and v2c from a table of values, for tests of what asks it: no product code but pysnmp's codec.

`answer` is pure. `serve` puts it behind a UDP socket on loopback, with a delay if wanted, and notes when
each question came and went, so that a test can say how many were in flight.
"""

from __future__ import annotations

import socket
import threading
import time
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

Oid = tuple[int, ...]
Value = bytes | int | Oid


def oid(text: str) -> Oid:
    return tuple(int(arc) for arc in text.split("."))


@dataclass(slots=True)
class Agent:
    """views: community -> name -> value. Other communities get silence. most: entries in one answer.

    engine: what SNMPv3's discovery is answered with; without one it is silence.
    """

    views: Mapping[str, Mapping[Oid, Value]]
    most: int = 60
    silent_after: int = 10**9
    engine: bytes = b""
    discovered: int = 0
    asked: list[tuple[str, str, tuple[Oid, ...], int]] = field(default_factory=list)

    def answer(self, question: bytes) -> bytes:
        """b"" for silence. asked: (community, kind of question, names, repetitions)."""
        from pyasn1.codec.ber import decoder, encoder
        from pysnmp.proto import api

        version = int(api.decodeMessageVersion(question))
        if version == 3:
            self.discovered += 1
            return _report(question, self.engine) if self.engine else b""
        protocol = api.PROTOCOL_MODULES[version]
        message, _ = decoder.decode(question, asn1Spec=protocol.Message())
        pdu = protocol.apiMessage.get_pdu(message)
        kind = type(pdu).__name__.removesuffix("RequestPDU")
        community = bytes(protocol.apiMessage.get_community(message)).decode()
        bulk = kind == "GetBulk"
        bindings = (protocol.apiBulkPDU if bulk else protocol.apiPDU).get_varbinds(pdu)
        names = tuple(tuple(name) for name, _ in bindings)
        rows = int(protocol.apiBulkPDU.get_max_repetitions(pdu)) if bulk else 1
        self.asked.append((community, kind, names, rows))
        if community not in self.views or len(self.asked) > self.silent_after:
            return b""
        found, error = self._found(self.views[community], kind, names, rows, version)
        response = protocol.GetResponsePDU()
        protocol.apiPDU.set_defaults(response)
        protocol.apiPDU.set_request_id(response, protocol.apiPDU.get_request_id(pdu))
        if error:
            protocol.apiPDU.set_error_status(response, 2)
            protocol.apiPDU.set_error_index(response, error)
            found = [(name, None) for name in names]
        protocol.apiPDU.set_varbinds(response, [(n, _wrapped(protocol, v)) for n, v in found])
        reply = protocol.Message()
        protocol.apiMessage.set_defaults(reply)
        protocol.apiMessage.set_community(reply, community.encode())
        protocol.apiMessage.set_pdu(reply, response)
        return bytes(encoder.encode(reply))

    def _found(
        self, view: Mapping[Oid, Value], kind: str, names: tuple[Oid, ...], rows: int, version: int
    ) -> tuple[list[tuple[Oid, Value | None]], int]:
        """The bindings; or, for v1, the number of the first that has no answer."""
        ordered, found = sorted(view), list[tuple[Oid, Value | None]]()
        at = list(names)
        for _ in range(rows):
            for place, name in enumerate(at):
                if kind == "Get":
                    value = view.get(name)
                else:
                    position = bisect_right(ordered, name)
                    after = ordered[position] if position < len(ordered) else None
                    name, value = (after, view[after]) if after else (name, None)
                    at[place] = name
                if value is None and version == 0:
                    return [], place + 1
                found.append((name, value))
        return found[: self.most], 0


def _report(question: bytes, engine: bytes) -> bytes:
    """usmStatsUnknownEngineIDs (RFC 3414, 3.2) under the number of the question."""
    from pyasn1.codec.ber import decoder, encoder
    from pysnmp.proto.mpmod.rfc3412 import SNMPv3Message
    from pysnmp.proto.rfc1905 import ReportPDU
    from pysnmp.proto.secmod.rfc3414.service import UsmSecurityParameters

    message, _ = decoder.decode(question, asn1Spec=SNMPv3Message())
    security, _ = decoder.decode(bytes(message[2]), asn1Spec=UsmSecurityParameters())
    security[0] = engine
    message[1][2] = b"\0"
    report = ReportPDU()
    for place, value in enumerate((int(message[1][0]), 0, 0)):
        report[place] = value
    report[3].clear()
    message[3]["plaintext"][2]["report"] = report
    message[2] = encoder.encode(security)
    return bytes(encoder.encode(message))


def _wrapped(protocol: object, value: Value | None) -> object:
    from pysnmp.proto import rfc1902, rfc1905

    if value is None:
        return rfc1905.endOfMibView if "v2c" in str(protocol) else protocol.null  # type: ignore[attr-defined]
    if isinstance(value, bytes):
        return rfc1902.OctetString(value)
    return rfc1902.Integer32(value) if isinstance(value, int) else rfc1902.ObjectIdentifier(value)


@dataclass(slots=True)
class Served:
    """spans: when each question came, and when it was answered; most_at_once: how many waited together."""

    port: int
    spans: list[tuple[float, float]] = field(default_factory=list)

    @property
    def most_at_once(self) -> int:
        ends = [(begun, 1) for begun, _ in self.spans] + [(done, -1) for _, done in self.spans]
        waiting = most = 0
        for _, step in sorted(ends):
            waiting += step
            most = max(most, waiting)
        return most


@contextmanager
def serve(
    agent: Agent, host: str = "127.0.0.1", port: int = 0, delay: Callable[[int], float] = lambda _: 0.0
) -> Iterator[Served]:
    """delay: number of the question, from 0 -> seconds until its answer. Questions are answered side by side."""
    sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    sock.bind((host, port))
    sock.settimeout(0.1)
    served, over, lock = Served(sock.getsockname()[1]), threading.Event(), threading.Lock()

    def one(question: bytes, peer: object, number: int) -> None:
        begun = time.monotonic()
        time.sleep(delay(number))
        with lock:
            reply = agent.answer(question)
            served.spans.append((begun, time.monotonic()))
        if reply:
            sock.sendto(reply, peer)

    def run() -> None:
        number, workers = 0, list[threading.Thread]()
        while not over.is_set():
            try:
                question, peer = sock.recvfrom(65535)
            except TimeoutError:
                continue
            workers.append(threading.Thread(target=one, args=(question, peer, number)))
            workers[-1].start()
            number += 1
        for worker in workers:
            worker.join()

    thread = threading.Thread(target=run)
    thread.start()
    try:
        yield served
    finally:
        over.set()
        thread.join()
        sock.close()
