"""SNMP v1 and v2c (RFC 1157, RFC 3416): who are you, in the device's own words.

Five datagrams at most, none repeated, with the questions of probes/snmp_inventory.py. Benign: GET, GETNEXT and a few
small GETBULKs read values that agents keep ready, and every one of them is made to be asked; walks of whole tables are
what has brought switches to their knees, so there is none. Without a community given by the hospital nothing is asked:
none is ever guessed.

What to ask stands apart from how: here it travels in v1 and v2c messages, and agent/snmp_session.py carries the same
questions through SNMPv3.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from typing import TypeAlias

from probes.model import Ask, Community, Impact, ParseError, Probe, Reading, Reply, Target, Via
from probes.snmp_elsewhere import FIELDS
from probes.snmp_inventory import KIND, OWN, ROW, SYSTEM, Answer, Query, inventory
from probes.snmp_message import Oid, Response, parse_message, request, version_number

PORT = 161
WAIT = 2.0
MOST_DATAGRAMS = 5
HANDSHAKE = 2
"""What SNMPv3 sends besides: one datagram to learn the engine, one to learn its clock (RFC 3414, 4)."""

NO_ERROR, TOO_BIG, NO_SUCH_NAME = 0, 1, 2

Exchange: TypeAlias = Callable[
    [tuple[Oid, ...], int, int], Generator[Ask, tuple[Reply, ...], Response | None]
]
"""Asks once: names, rows (0: GET), and the number of the question in this conversation, from 0.
Returns None for silence; raises ParseError."""


def talk(target: Target) -> Generator[Ask, tuple[Reply, ...], list[Reading]]:
    """One conversation in v1 or v2c. Asks nothing where the target has no community."""
    secret = target.secret
    if not isinstance(secret, Community):
        return []

    def exchange(
        names: tuple[Oid, ...], rows: int, number: int
    ) -> Generator[Ask, tuple[Reply, ...], Response | None]:
        request_id = (target.nonce + number) % 2**31
        replies = yield Ask(Via.UDP, PORT, request(secret, request_id, names, rows), WAIT)
        return _ours(replies, secret, request_id)

    return (yield from converse(exchange))


def converse(exchange: Exchange) -> Generator[Ask, tuple[Reply, ...], list[Reading]]:
    """Puts the questions of `inventory` through `exchange`, MOST_DATAGRAMS of them at most."""
    numbers = iter(range(MOST_DATAGRAMS))  # each exchange takes one; none left is the end
    questions = inventory()
    query = next(questions)
    while True:
        answer = yield from _answer(query, exchange, numbers)
        try:
            query = questions.send(answer)
        except StopIteration as end:
            readings: list[Reading] = end.value
            return readings


def _answer(
    query: Query, exchange: Exchange, numbers: Iterator[int]
) -> Generator[Ask, tuple[Reply, ...], Answer]:
    """Asks until there is an answer. Where v1 finds nothing after one of the names it refuses them all, so
    that name and those beyond it are left out of the next; a question too big for the agent is cut to its first
    half."""
    names = query.names
    for number in numbers:
        try:
            response = yield from exchange(names, query.rows, number)
        except ParseError:
            if number == 0:
                raise
            response = None  # what it said before stands
        if response is None:
            return None
        if response.status == NO_ERROR:
            return response.values
        if response.status == NO_SUCH_NAME and 1 <= response.index <= len(names):
            refused = names[response.index - 1]
            names = tuple(name for name in names if name < refused)
        elif response.status == TOO_BIG:
            names = names[: len(names) // 2]
        else:
            return {}
        if not names:
            return {}
    return None


def _ours(replies: tuple[Reply, ...], secret: Community, request_id: int) -> Response | None:
    """The answer to what was asked. One with another number or community is somebody else's, or forged."""
    expected = (version_number(secret), secret.text.encode(), request_id)
    for reply in replies:
        message = parse_message(reply.payload, secret.version)
        if (message.version, message.community, message.request_id) == expected:
            return message.response
    return None


PROBE = Probe(
    name="snmp",
    impact=Impact.DATAGRAM,
    fields=frozenset({*SYSTEM.values(), *ROW.values(), *KIND.values(), OWN, *FIELDS.values()}),
    ports=frozenset({("udp", PORT)}),
    # v3's handshake; the kernel's ARP question and answer; its "port unreachable" to one answer too late
    packets=MOST_DATAGRAMS + HANDSHAKE + 2 + 1,
    summary="Reads name, model and serial number by SNMP (system group, ENTITY-MIB), where the scope gives a credential.",
    talk=talk,
    worth=10,
)
