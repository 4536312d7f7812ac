"""How each real daemon of the laboratory is started in its host's namespaces, as data it is given.

A daemon gets a mount, process and host-name namespace of its own with an empty /run, so that twenty
of a kind do not meet, nothing is written outside the laboratory's folder, and all its children end
with it. Process 1 there is a shell that never changes its user: the kernel forgets the parent-death
signal of a process that does (lldpd, sshd), and would leave it alive after a kill -9 of the tests.
"""

from __future__ import annotations

import shlex
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

from agent.demo.answers import make_certificate
from agent.demo.host import Hospital, Host, Oid, Value
from tests.lab.daemon import Daemon
from tests.lab.remote_daemons import charon, kamailio, keepalived, sdc, xrdp, xvnc

SNMP_V3_USER = "daicho"
SYSTEM_GROUP: Oid = (1, 3, 6, 1, 2, 1, 1)
AUTH, PRIVACY = "DAICHO_LAB_V3_AUTH", "DAICHO_LAB_V3_PRIVACY"


Start: TypeAlias = Callable[[Host, Path, Hospital], Daemon]


def wrapped(host: Host, daemon: Daemon, folder: Path) -> list[str]:
    """The words that start the daemon; to be run inside the host's network namespace."""
    hosts = folder / "hosts"
    name = host.mdns.hostname if host.mdns else host.name
    hosts.write_text(f"127.0.0.1 localhost\n{host.ip} {name}.local {name}\n::1 {name}.local\n")
    script = (
        f"mount -t tmpfs tmpfs /run && mount --bind {hosts} /etc/hosts"
        f" && echo {name} > /proc/sys/kernel/hostname && {{ {daemon.script} & wait; }}"
    )
    own = ["unshare", "--uts", "--ipc", "--pid", "--fork", "--kill-child=KILL", "--mount-proc", "--"]
    return [*own, "sh", "-c", script]


def without_daemons(host: Host) -> Host:
    """The host as the stand-ins must play it: without what its daemons speak."""
    gone = {part for name in host.daemons for part in REPLACES[name]}
    return replace(
        host,
        snmp=None if "snmp" in gone else host.snmp,
        mdns=None if "mdns" in gone else host.mdns,
        netbios=None if "netbios" in gone else host.netbios,
        dicom=None if "dicom" in gone else host.dicom,
        pages=() if "pages" in gone else host.pages,
    )


def snmpd(host: Host, folder: Path, hospital: Hospital) -> Daemon:
    assert host.snmp
    return _snmpd(host, folder, [f"rocommunity {host.snmp.community}"])


def snmpd_v3(host: Host, folder: Path, hospital: Hospital) -> Daemon:
    user = f'createUser {SNMP_V3_USER} SHA-256 "{hospital.secrets[AUTH]}" AES "{hospital.secrets[PRIVACY]}"'
    return _snmpd(host, folder, [user, f"rouser {SNMP_V3_USER} priv"])


def _snmpd(host: Host, folder: Path, access: list[str]) -> Daemon:
    """net-snmp says what the hospital file says; `override` adds what it does not have: the ENTITY-MIB, and a
    switch's ports, forwarding table and neighbours. Of a router it shows the kernel's own interfaces and ARP table."""
    assert host.snmp
    system: dict[Oid, str] = {
        (1, 3, 6, 1, 2, 1, 1, 1, 0): "sysDescr",
        (1, 3, 6, 1, 2, 1, 1, 2, 0): "sysObjectID",
        (1, 3, 6, 1, 2, 1, 1, 4, 0): "sysContact",
        (1, 3, 6, 1, 2, 1, 1, 5, 0): "sysName",
        (1, 3, 6, 1, 2, 1, 1, 6, 0): "sysLocation",
    }
    # An engine id made of a MAC (RFC 3411, SnmpEngineID, format 3), as network equipment has it.
    lines = ["agentAddress udp:161", "engineIDType 3", "engineIDNic eth0", *access]
    for oid, value in host.snmp.values:
        text = ".".join(map(str, value)) if isinstance(value, tuple) else str(value)
        if oid in system and text:
            lines.append(f"{system[oid]} {text}")
        elif oid[6:7] == (47,) or (host.switch and oid[:7] != SYSTEM_GROUP):
            lines.append(_override(oid, value))
    conf = folder / "snmpd.conf"
    conf.write_text("\n".join([*lines, ""]))
    without = "-smux,ifTable,ifXTable" if host.switch else "-smux"
    script = (
        f"SNMP_PERSISTENT_DIR={folder}/snmp exec snmpd -f -Lo -I {without} -C -c {conf} -p /run/snmpd.pid"
    )
    return Daemon(script, (("udp", 161),))


def _override(oid: Oid, value: Value) -> str:
    name = ".".join(map(str, oid))
    if isinstance(value, int):
        return f"override {name} integer {value}"
    if isinstance(value, bytes):
        return f"override {name} octet_str 0x{value.hex()}"
    return f'override {name} octet_str "{value}"'


def sshd(host: Host, folder: Path, hospital: Hospital) -> Daemon:
    key, conf = folder / "ssh_key", folder / "sshd.conf"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(key)], check=True)
    conf.write_text(f"HostKey {key}\nPidFile none\nUsePAM no\nPasswordAuthentication no\n")
    return Daemon(f"mkdir /run/sshd && exec /usr/sbin/sshd -D -e -f {conf}", (("tcp", 22),))


def nginx(host: Host, folder: Path, hospital: Hospital) -> Daemon:
    servers = []
    for page in host.pages:
        root = folder / f"www-{page.port}"
        root.mkdir()
        (root / "index.html").write_text(page.body)
        tls = ""
        if page.certificate:
            certificate, key = make_certificate(page.certificate, host.name)
            pem = folder / f"{page.port}.pem"
            pem.write_bytes(certificate + key)
            tls = f"ssl_certificate {pem}; ssl_certificate_key {pem};"
        ssl = " ssl" if page.certificate else ""
        servers.append(f"server {{ listen {page.port}{ssl}; {tls} root {root}; }}")
    temporary = " ".join(
        f"{kind}_temp_path /run/nginx-{kind};"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    conf = folder / "nginx.conf"
    conf.write_text(
        "daemon off; user root; pid /run/nginx.pid; error_log stderr; worker_processes 1; events {}\n"
        f"http {{ access_log off; {temporary} types {{ text/html html; }} charset utf-8;\n"
        + "\n".join(servers)
        + "\n}\n"
    )
    return Daemon(
        f"exec /usr/sbin/nginx -e stderr -c {conf}", tuple(("tcp", page.port) for page in host.pages)
    )


def samba(host: Host, folder: Path, hospital: Hospital) -> Daemon:
    assert host.netbios
    name, group = host.netbios.names[0][0], host.netbios.names[1][0]
    conf = folder / "smb.conf"
    conf.write_text(
        f"[global]\nnetbios name = {name}\nworkgroup = {group}\nserver role = standalone server\n"
        "interfaces = lo eth0\nprivate dir = /run/samba\nlock directory = /run/samba\n"
        "state directory = /run/samba\ncache directory = /run/samba\npid directory = /run/samba\n"
        "ncalrpc dir = /run/samba/ncalrpc\nlog level = 0\ndisable spoolss = yes\nload printers = no\n"
        "local master = no\n"
    )
    options = f"-F --no-process-group --debug-stdout -s {conf}"
    script = f"mkdir -p /run/samba/ncalrpc && smbd {options} & exec nmbd {options}"
    return Daemon(f"{{ mkdir /run/samba; {script}; }}", (("udp", 137), ("tcp", 445)), (name,))


def avahi(host: Host, folder: Path, hospital: Hospital) -> Daemon:
    assert host.mdns
    services = folder / "services"
    services.mkdir()
    for number, service in enumerate(host.mdns.services):
        records = "".join(f"<txt-record>{text}</txt-record>" for text in service.txt)
        (services / f"{number}.service").write_text(
            '<?xml version="1.0" standalone="no"?><!DOCTYPE service-group SYSTEM "avahi-service.dtd">\n'
            f"<service-group><name>{service.instance}</name><service><type>{service.kind}</type>"
            f"<port>{service.port}</port>{records}</service></service-group>\n"
        )
    kinds = tuple(service.kind for service in host.mdns.services)
    script = f"mkdir /run/avahi-daemon && mount --bind {services} /etc/avahi/services && exec {_avahi(host, folder, dbus=False)}"
    return Daemon(f"{{ {script}; }}", (("udp", 5353),), kinds)


def _avahi(host: Host, folder: Path, *, dbus: bool) -> str:
    assert host.mdns
    conf = folder / "avahi.conf"
    conf.write_text(
        f"[server]\nhost-name={host.mdns.hostname}\nuse-ipv4=yes\nuse-ipv6=no\nallow-interfaces=eth0\n"
        f"enable-dbus={'yes' if dbus else 'no'}\n[publish]\npublish-workstation=no\npublish-hinfo=no\n"
    )
    return f"avahi-daemon --no-drop-root --no-chroot --no-rlimits --no-proc-title -f {conf}"


def ippeveprinter(host: Host, folder: Path, hospital: Hospital) -> Daemon:
    """Announces itself through Avahi, and does not start without it; hence a message bus of its own."""
    assert host.mdns
    (folder / "spool").mkdir()
    (folder / "services").mkdir()
    maker, _, model = host.mdns.services[0].instance.partition(" ")
    script = (
        f"mkdir /run/dbus /run/avahi-daemon; mount --bind {folder}/services /etc/avahi/services;"
        " dbus-daemon --system --nofork --nopidfile &"
        " while [ ! -S /run/dbus/system_bus_socket ]; do sleep 0.02; done;"
        f" {_avahi(host, folder, dbus=True)} &"
        " while [ ! -S /run/avahi-daemon/socket ]; do sleep 0.02; done;"
        # Avahi has its socket a moment before the bus knows its name, and ippeveprinter aborts in between.
        f" until ippeveprinter -p 631 -d {folder}/spool"
        f" -M {shlex.quote(maker)} -m {shlex.quote(model)} {shlex.quote(host.mdns.services[0].instance)};"
        " do sleep 0.05; done"
    )
    return Daemon(f"{{ {script}; }}", (("tcp", 631), ("udp", 5353)), ("_ipp._tcp",))


def storescp(host: Host, folder: Path, hospital: Hospital) -> Daemon:
    assert host.dicom
    store = folder / "store"
    store.mkdir()
    return Daemon(f"exec storescp -aet PACS -od {store} {host.dicom.port}", (("tcp", host.dicom.port),))


def lldpd(host: Host, folder: Path, hospital: Hospital) -> Daemon:
    text = (
        next(str(value) for oid, value in host.snmp.values if oid[6:] == (1, 1, 0))
        if host.snmp
        else host.name
    )
    conf = folder / "lldpd.d"
    conf.mkdir()
    (conf / "lab.conf").write_text("configure lldp tx-interval 2\n")
    script = f"mkdir /run/lldpd && mount --bind {conf} /etc/lldpd.d"
    return Daemon(
        f"{{ {script} && exec lldpd -d -u /run/lldpd.socket -S {shlex.quote(text)} -I 'eth*'; }}", ()
    )


def vsftpd(host: Host, folder: Path, hospital: Hospital) -> Daemon:
    conf = folder / "vsftpd.conf"
    conf.write_text(
        "listen=YES\nlisten_ipv6=NO\nbackground=NO\nanonymous_enable=NO\nlocal_enable=YES\n"
        "secure_chroot_dir=/run/vsftpd/empty\nseccomp_sandbox=NO\n"
    )
    return Daemon(f"mkdir -p /run/vsftpd/empty && exec vsftpd {conf}", (("tcp", 21),))


STARTS: Mapping[str, Start] = {
    "snmpd": snmpd,
    "snmpd-v3": snmpd_v3,
    "sshd": sshd,
    "nginx": nginx,
    "samba": samba,
    "avahi": avahi,
    "ippeveprinter": ippeveprinter,
    "storescp": storescp,
    "lldpd": lldpd,
    "vsftpd": vsftpd,
    "xrdp": xrdp,
    "xvnc": xvnc,
    "kamailio": kamailio,
    "charon": charon,
    "keepalived": keepalived,
    "sdc": sdc,
}

REPLACES: Mapping[str, tuple[str, ...]] = {
    "snmpd": ("snmp",),
    "snmpd-v3": ("snmp",),
    "sshd": (),
    "nginx": ("pages",),
    "samba": ("netbios",),
    "avahi": ("mdns",),
    "ippeveprinter": ("mdns",),
    "storescp": ("dicom",),
    "lldpd": (),
    "vsftpd": (),
    "xrdp": (),
    "xvnc": (),
    "kamailio": (),
    "charon": (),
    "keepalived": (),
    "sdc": (),
}

PROGRAMS: Mapping[str, str] = {
    "nft": "nftables",
    "snmpd": "snmpd",
    "avahi-daemon": "avahi-daemon",
    "dbus-daemon": "dbus",
    "sshd": "openssh-server",
    "ssh-keygen": "openssh-client",
    "nginx": "nginx-light",
    "nmbd": "samba",
    "smbd": "samba",
    "ippeveprinter": "cups-ipp-utils",
    "storescp": "dcmtk",
    "lldpd": "lldpd",
    "vsftpd": "vsftpd",
    "ping": "iputils-ping",
    "xrdp": "xrdp",
    "Xtigervnc": "tigervnc-standalone-server",
    "kamailio": "kamailio",
    "/usr/lib/ipsec/charon": "strongswan-charon",
    "swanctl": "strongswan-swanctl",
    "keepalived": "keepalived",
}
"""Program -> Debian package that has it."""
