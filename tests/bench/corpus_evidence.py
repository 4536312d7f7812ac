"""Corpus records as the evidence that our own probes would have brought home from those devices.

An SNMP record becomes an agent that answers probes/snmp_inventory.py's questions, and no others: what the probe would
not ask, the rules do not see. A banner is put back into the reply that it was cut out of and goes through its
probe's parser. The corpus is for measuring alone; nothing of it is kept here.
"""

from __future__ import annotations

import hashlib
import re
import tarfile
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from probes import dicom, ftp, http, ldap, rtsp, snmp, snmp_inventory, ssh, telnet
from probes.model import ParseError, Reading, reading
from probes.snmp_message import Oid, Value

Record = Mapping[str, object]

ENTITY_COLUMNS = {
    "descr": 2, "vendorType": 3, "class": 5, "name": 7, "hwRev": 8, "fwRev": 9, "swRev": 10,
    "serial": 11, "mfg": 12, "model": 13,
}  # fmt: skip
SCALARS = {
    "sysDescr": "1.3.6.1.2.1.1.1.0", "sysObjectID": "1.3.6.1.2.1.1.2.0", "sysName": "1.3.6.1.2.1.1.5.0",
    "sysLocation": "1.3.6.1.2.1.1.6.0", "sysServices": "1.3.6.1.2.1.1.7.0",
    "upsIdentManufacturer": "1.3.6.1.2.1.33.1.1.1.0", "upsIdentModel": "1.3.6.1.2.1.33.1.1.2.0",
    "upsIdentUPSSoftwareVersion": "1.3.6.1.2.1.33.1.1.3.0",
    "upsIdentAgentSoftwareVersion": "1.3.6.1.2.1.33.1.1.4.0", "upsIdentName": "1.3.6.1.2.1.33.1.1.5.0",
    "prtGeneralSerialNumber": "1.3.6.1.2.1.43.5.1.1.17.1", "prtGeneralPrinterName": "1.3.6.1.2.1.43.5.1.1.16.1",
    "lldpLocSysName": "1.0.8802.1.1.2.1.3.3.0", "lldpLocSysDesc": "1.0.8802.1.1.2.1.3.4.0",
}  # fmt: skip
OIDS = frozenset({(1, 3, 6, 1, 2, 1, 1, 2, 0)})
NUMBERS = frozenset({(1, 3, 6, 1, 2, 1, 1, 7, 0)})
ASKED = ("1.3.6.1.2.1.1.", "1.3.6.1.2.1.47.", "1.3.6.1.2.1.43.5.", "1.3.6.1.2.1.25.3.2.", "1.3.6.1.2.1.33.1.1.",
         "1.0.8802.1.1.2.1.3.", "1.3.6.1.4.1.")  # fmt: skip
"""What of a recording any question of ours can reach."""
MOST_LINES = 20_000
MOST_OCTETS = 1400
"""Of the values in an answer: what fits beside the headers of a datagram that is not broken up."""

BANNERS: Mapping[str, str] = {
    "snmp.sys_description": "snmp.sysDescr",
    "http_header.server": "http.server",
    "http_header.wwwauth": "http.realm",
    "http_header.cookie": "http.cookie",
    "html_title": "http.title",
    "ftp.banner": "ftp.banner",
    "smtp.banner": "smtp.banner",
    "ssh.banner": "ssh.banner",
    "telnet.banner": "telnet.banner",
    "mdns.device-info.txt": "mdns.txt",
    "x509.subject": "tls.subject",
    "x509.issuer": "tls.issuer",
    "dhcp_vendor_class": "dhcp.vendor_class",
    "snmp.sys_object_id": "snmp.sysObjectID",
    "sip_header.server": "sip.server",
    "sip_header.user_agent": "sip.user_agent",
    "rtsp_header.server": "rtsp.server",
    "smb.native_os": "smb.native_os",
    "smb.native_lm": "smb.native_lm",
    "dns.versionbind": "dns.version",
    "ntp.readvar": "ntp.variables",
    "mysql.banners": "mysql.version",
    "pop3.banner": "pop3.banner",
    "imap4.banner": "imap.banner",
    "pjl.info_id": "pjl.id",
}
"""What the corpus calls a text -> our field. What is not here is asked by none of our protocols."""


def evidence_of(record: Record, recordings: Mapping[str, Mapping[Oid, Value]]) -> list[Reading]:
    """What our probes would read. `recordings`: path -> values, see `recordings_of`."""
    kind = record["kind"]
    if kind in ("snmp", "sysobjectid"):
        return asked(agent_values(record["snmp"], recordings.get(str(record.get("raw")), {})))  # type: ignore[arg-type]
    if kind == "dicom":
        pair: Mapping[str, str] = record["dicom"]  # type: ignore[assignment]
        accepted = dicom.Accepted(
            pair.get("implementation_class_uid") or "", pair.get("implementation_version_name") or ""
        )
        return dicom.readings(accepted)
    if kind == "banner":
        text, key = str(record["text"]), str(record["match_key"])
        try:
            return _RETOLD.get(key, _plain)(key, text)
        except ParseError:
            return []
    return []


def asked(values: Mapping[Oid, Value]) -> list[Reading]:
    """The readings of probes/snmp_inventory.py from an agent that has these values."""
    order = sorted(values)
    questions = snmp_inventory.inventory()
    query = next(questions)
    for _ in range(snmp.MOST_DATAGRAMS):
        if query.rows:
            starts = [bisect_right(order, name) for name in query.names]
            found = _fitting(
                values, [order[s + row : s + row + 1] for row in range(query.rows) for s in starts]
            )
        else:
            found = {name: values[name] for name in query.names if name in values}
        try:
            query = questions.send(found)
        except StopIteration as end:
            readings: list[Reading] = end.value
            return readings
    try:  # no datagram is left, which the probe meets as silence
        while True:
            questions.send(None)
    except StopIteration as end:
        return list(end.value)


def _fitting(values: Mapping[Oid, Value], places: Iterable[Sequence[Oid]]) -> dict[Oid, Value]:
    """As much of a GETBULK's answer as an agent puts into one datagram (RFC 3416, 4.2.3)."""
    found: dict[Oid, Value] = {}
    left = MOST_OCTETS
    for place in places:
        for name in place:
            value = values[name]
            left -= len(name) + 10 + (len(value) if isinstance(value, bytes | tuple) else 4)
            if left < 0:
                return found
            found[name] = value
    return found


def agent_values(said: Mapping[str, object], recorded: Mapping[Oid, Value]) -> dict[Oid, Value]:
    """What the agent of a record holds: the recording where there is one, and the record's own extract."""
    values: dict[Oid, Value] = {}
    for key, name in SCALARS.items():
        if key in said:
            values[oid(name)] = _value(oid(name), str(said[key]))
    for row in _list(said.get("entPhysical")):
        for key, column in ENTITY_COLUMNS.items():
            if key in row:
                name = (*snmp_inventory.ENT_PHYSICAL, column, int(row["index"]))
                values[name] = int(row[key]) if key == "class" else str(row[key]).encode()
    for number, text in enumerate(_list(said.get("hrDeviceDescr")), 1):
        values[(1, 3, 6, 1, 2, 1, 25, 3, 2, 1, 3, number)] = str(text).encode()
    for name, text in [*_list(said.get("varbinds")), *_list(said.get("enterprise_strings"))]:
        values.setdefault(oid(name), str(text).encode())
    return {**recorded, **values}


def recordings_of(folder: Path, wanted: Iterable[str]) -> dict[str, dict[Oid, Value]]:
    """The recordings of a corpus folder by path; none where it has no snmprec.tar.gz."""
    archive, names = folder / "snmprec.tar.gz", set(wanted)
    found: dict[str, dict[Oid, Value]] = {}
    if not archive.exists():
        return found
    with tarfile.open(archive, "r|gz") as tar:
        for member in tar:
            name = member.name.removeprefix("./")
            content = tar.extractfile(member) if name in names else None
            if content is not None:
                lines = content.read().decode("utf-8", "replace").splitlines()
                found[name] = dict(_recorded(lines))
    return found


def _recorded(lines: Iterable[str]) -> Iterable[tuple[Oid, Value]]:
    """snmpsim's form: name|tag|value; 4x is hexadecimal; a line that continues another is not read."""
    left = MOST_LINES
    for line in lines:
        name, bar, rest = line.partition("|")
        tag, bar, text = rest.partition("|")
        if not bar or not name.lstrip(".").startswith(ASKED):
            continue
        left -= 1
        try:
            if tag == "6":
                yield oid(name), oid(text)
            elif tag in ("2", "65", "66", "67", "70"):
                yield oid(name), int(text)
            else:
                yield oid(name), bytes.fromhex(text) if tag.endswith("x") else text.encode()
        except ValueError:
            continue
        if not left:
            return


def oid(text: str) -> Oid:
    return tuple(int(arc) for arc in text.strip(".").split("."))


def _value(name: Oid, text: str) -> Value:
    try:
        if name in OIDS:
            return oid(text)
        if name in NUMBERS:
            return int(text)
    except ValueError:
        pass
    return text.encode()


def _list(content: object) -> list:  # type: ignore[type-arg]
    return content if isinstance(content, list) else []


# Banners, put back into the replies that they were cut from


def _plain(key: str, text: str) -> list[Reading]:
    return [reading(BANNERS[key], text)] if key in BANNERS else []


def _agent_and_words(_key: str, text: str) -> list[Reading]:
    name, _, words = text.partition(" ")
    return [reading("snmp.sysObjectID", name), *([reading("snmp.sysDescr", words)] if words else [])]


def _header(name: str) -> Callable[[str, str], list[Reading]]:
    def put(_key: str, text: str) -> list[Reading]:
        line = f"{name}: {' '.join(text.split())}".encode("latin-1", "replace")
        return http.parse(b"HTTP/1.1 200 OK\r\n" + line + b"\r\n\r\n")

    return put


def _title(_key: str, text: str) -> list[Reading]:
    page = (
        f"<html><head><title>{text}</title></head></html>".encode()
    )  # the corpus has it as the page wrote it
    return http.parse(b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page)


def _greeting(key: str, text: str) -> list[Reading]:
    lines = text.strip().splitlines() or [""]
    reply = "".join(f"220-{line}\r\n" for line in lines[:-1]) + f"220 {lines[-1]}\r\n"
    return [reading(BANNERS[key], ftp.greeting_text(reply.encode("utf-8", "replace")))]


def _ssh(_key: str, text: str) -> list[Reading]:
    return ssh.parse(b"SSH-2.0-" + text.encode("latin-1", "replace") + b"\r\n")


def _sip(key: str, text: str) -> list[Reading]:
    return [reading("sip.status", "200"), reading(BANNERS[key], text)]


def _rtsp(_key: str, text: str) -> list[Reading]:
    return rtsp.parse(b"RTSP/1.0 200 OK\r\nServer: " + text.encode("latin-1", "replace") + b"\r\n\r\n")


def _telnet(_key: str, text: str) -> list[Reading]:
    return telnet.parse(text.encode("latin-1", "replace"))


def _certificate(key: str, text: str) -> list[Reading]:
    return [reading("tls.sha256", hashlib.sha256(text.encode()).hexdigest()), reading(BANNERS[key], text)]


_PIECE = re.compile(rb"(?:\x04.)?([A-Za-z]{3,40})1(?:\x84(....)|([^\x84]))", re.DOTALL)
"""Of a root entry: the end of an attribute's name, and the head of the set of its values."""
_VALUE = re.compile(rb"\x04([\x01-\x7f])([^\x04]+)", re.DOTALL)


def _root_entry(_key: str, text: str) -> list[Reading]:
    """The attributes that are left in a piece of an answer, of which others were cut out."""
    found: dict[str, tuple[str, ...]] = {}
    data = text.encode("latin-1", "replace")
    pieces = list(_PIECE.finditer(data))
    for piece, after in zip(pieces, [*pieces[1:], None], strict=True):
        ends = [name for name in ldap.ATTRIBUTES if name.casefold().endswith(piece[1].decode().casefold())]
        end = piece.end() + int.from_bytes(piece[2] or piece[3], "big")
        values = _VALUE.findall(data[piece.end() : min(end, after.start() if after else end)])
        if len(ends) == 1:
            found[ends[0]] = tuple(value[: size[0]].decode("latin-1") for size, value in values)
    return [*ldap.readings(found), reading("ldap.result", "success")]


def _device_info(_key: str, text: str) -> list[Reading]:
    return [reading("mdns.txt", f"_device-info._tcp {text}")]


_RETOLD: Mapping[str, Callable[[str, str], list[Reading]]] = {
    "snmp.sys_object_id": _agent_and_words,
    "http_header.server": _header("Server"),
    "http_header.wwwauth": _header("WWW-Authenticate"),
    "http_header.cookie": _header("Set-Cookie"),
    "html_title": _title,
    "ftp.banner": _greeting,
    "smtp.banner": _greeting,
    "ssh.banner": _ssh,
    "telnet.banner": _telnet,
    "sip_header.server": _sip,
    "sip_header.user_agent": _sip,
    "rtsp_header.server": _rtsp,
    "mdns.device-info.txt": _device_info,
    "ldap.search_result": _root_entry,
    "x509.subject": _certificate,
    "x509.issuer": _certificate,
}
