"""Real daemons by which others look in, call, or stand in: RDP, VNC, SIP, IKE, VRRP, and a medical device's SDC."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

from agent.demo.answers import make_certificate
from agent.demo.host import Certificate, Hospital, Host
from tests.lab.daemon import Daemon


def xrdp(host: Host, folder: Path, hospital: Hospital) -> Daemon:
    """Speaks RDP as far as the security that both sides take; nobody is ever let in, for there is no sesman."""
    name = Certificate((("CN", host.name),), (("CN", host.name),))
    (folder / "cert.pem").write_bytes((pair := make_certificate(name, host.name))[0])
    (folder / "key.pem").write_bytes(pair[1])
    conf = folder / "xrdp.ini"
    conf.write_text(
        f"[Globals]\nport=3389\nfork=true\nsecurity_layer=negotiate\ncertificate={folder}/cert.pem\n"
        f"key_file={folder}/key.pem\nssl_protocols=TLSv1.2, TLSv1.3\n[Logging]\nEnableSyslog=false\n"
        "LogFile=/run/xrdp.log\nLogLevel=ERROR\n"
    )
    return Daemon(f"mkdir -p /run/xrdp && exec xrdp --nodaemon --config {conf}", (("tcp", 3389),))


def xvnc(host: Host, folder: Path, hospital: Hospital) -> Daemon:
    """TigerVNC's server is an X server whose screen is the network."""
    script = (
        f"HOME={folder} exec Xtigervnc :1 -rfbport 5900 -SecurityTypes VncAuth -PasswordFile /dev/null"
        " -geometry 320x240 -depth 16 -localhost 0 -nolisten tcp -nolisten unix -nolock"
    )
    return Daemon(script, (("tcp", 5900),))


def kamailio(host: Host, folder: Path, hospital: Hospital) -> Daemon:
    conf = folder / "kamailio.cfg"
    conf.write_text(
        "#!KAMAILIO\ndebug=0\nlog_stderror=yes\nchildren=1\ndisable_tcp=yes\nauto_aliases=no\n"
        f'listen=udp:{host.ip}:5060\nloadmodule "sl.so"\nrequest_route {{\n'
        ' if (method=="OPTIONS") { sl_send_reply("200", "OK"); exit; }\n'
        ' sl_send_reply("404", "Not here");\n}\n'
    )
    return Daemon(f"exec kamailio -f {conf} -DD -E -m 16 -M 4 -Y /run -P /run/kamailio.pid", (("udp", 5060),))


def charon(host: Host, folder: Path, hospital: Hospital) -> Daemon:
    """strongSwan's IKE daemon: answers the first message of IKEv1 and IKEv2 from anywhere, and has no key for anybody."""
    (folder / "strongswan.conf").write_text(
        "charon { load = random nonce sha1 sha2 aes hmac gmp kdf drbg kernel-netlink socket-default vici\n"
        " install_routes = no\n send_vendor_id = yes\n filelog { stderr { default = 0 } } }\n"
    )
    (folder / "swanctl.conf").write_text(
        "connections { any { version = 0\n remote_addrs = %any\n"
        " proposals = aes256-sha256-modp2048,aes128-sha1-modp2048,aes128-sha1-modp1024\n"
        " local { auth = psk }\n remote { auth = psk }\n children { net { mode = tunnel } } } }\n"
    )
    script = (
        f"export STRONGSWAN_CONF={folder}/strongswan.conf; /usr/lib/ipsec/charon &"
        f" while ! swanctl --load-conns --file {folder}/swanctl.conf --uri unix:///run/charon.vici; do sleep 0.1; done"
        " && touch /run/loaded; wait"
    )
    return Daemon(f"{{ {script}; }}", (("udp", 500),))


def keepalived(host: Host, folder: Path, hospital: Hospital) -> Daemon:
    """One of a VRRP pair, with the pair's own MAC. The first that the hospital file names is in charge."""
    (shared,) = (s for s in hospital.shared if host.name in s.hosts)
    index = [a.segment for a in host.attachments].index(shared.attachment.segment)
    length = next(s.cidr.prefixlen for s in hospital.segments if s.name == shared.attachment.segment)
    first = shared.hosts[0] == host.name
    conf = folder / "keepalived.conf"
    conf.write_text(
        f"vrrp_instance {shared.name} {{\n state {'MASTER' if first else 'BACKUP'}\n interface eth{index}\n"
        f" virtual_router_id {shared.group}\n priority {110 if first else 100}\n advert_int 1\n"
        f" use_vmac\n"
        f" virtual_ipaddress {{ {shared.attachment.ip}/{length} }}\n}}\n"
    )
    script = f"exec keepalived -n -l -f {conf} -p /run/keepalived.pid -r /run/vrrp.pid"
    return Daemon(script, (), holds=shared.attachment.ip if first else "")


def sdc(host: Host, folder: Path, hospital: Hospital) -> Daemon:
    provider = Path(__file__).with_name("sdc_provider.py")
    words = [sys.executable, str(provider), host.ip, host.truth["vendor"], host.truth["model"]]
    return Daemon(shlex.join(["exec", *words, host.truth["serial"], "ICU", "B1"]), (("udp", 3702),))
