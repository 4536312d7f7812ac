"""Ways in from outside, product by product: which reading shows each, or why nothing does.

The list is that of products by which somebody outside can look after a device or look in, with what is publicly
known to betray them. A product is covered where a rule reads a thing that a probe can read; where the only sign is
one that daicho does not look for, the reason stands here, so that nobody believes it would be found.
"""

from __future__ import annotations

import pytest

from agent.rules import load_rules
from probes import all_probes

RULES = load_rules()

REMOTE, KIND, VENDOR, PRODUCT, OS, CLASS, SERVICE = (
    "remote",
    "kind",
    "vendor",
    "product",
    "os",
    "class",
    "service",
)
NPORT = "Model name : NPort 5110 MAC address : 00:90:E8:00:00:01 Serial No. : 1 Firmware version : 2.9"
MICROSOFT = "1e2b516905991c7d7c96fcbfb587e461000000"

COVERED: list[tuple[str, str, str, str, str]] = [
    # product, field, text, attribute, value
    # Remote desktops and remote control
    ("VNC (RFB)", "vnc.version", "003.008", REMOTE, "VNC"),
    ("VNC Apple Remote Desktop", "vnc.version", "003.889", PRODUCT, "Apple Remote Desktop"),
    ("RealVNC Personal / Enterprise", "vnc.version", "005.000", PRODUCT, "RealVNC"),
    ("UltraVNC repeater", "vnc.version", "000.000", PRODUCT, "UltraVNC repeater"),
    ("KVM over IP (ATEN)", "vnc.version", "009.123", KIND, "management-controller"),
    ("VNC over HTTP", "http.title", "TightVNC desktop [ct-console]", REMOTE, "VNC"),
    ("VNC, seen in passing", "flow.serves", "tcp/5900", REMOTE, "VNC"),
    ("RDP", "flow.serves", "tcp/3389", REMOTE, "RDP"),
    ("TeamViewer", "remote_greeting.product", "TeamViewer", PRODUCT, "TeamViewer"),
    ("TeamViewer, its relays", "flow.uses", "tcp/5938 192.0.2.200", REMOTE, "remote control relay"),
    ("AnyDesk", "tls.asks_for", "relay-0a1b2c3d.net.anydesk.com", REMOTE, "remote control relay"),
    ("Splashtop", "remote_greeting.product", "Splashtop", PRODUCT, "Splashtop"),
    ("NoMachine", "remote_greeting.product", "NoMachine 7.10.1", PRODUCT, "NoMachine"),
    ("Radmin", "flow.serves", "tcp/4899", PRODUCT, "Radmin"),
    ("pcAnywhere", "flow.serves", "tcp/5631", PRODUCT, "pcAnywhere"),
    ("NetOp Remote Control", "flow.serves", "tcp/6502", PRODUCT, "NetOp Remote Control"),
    ("Timbuktu", "flow.serves", "tcp/407", PRODUCT, "Timbuktu"),
    ("NetSupport / PC-Duo", "flow.serves", "tcp/5405", PRODUCT, "NetSupport Manager"),
    ("NetSupport gateway", "http.server", "NetSupport Gateway/1.7 (Windows NT)", PRODUCT, "NetSupport Gateway"),
    ("Remote Utilities", "flow.serves", "tcp/5650", PRODUCT, "Remote Utilities"),
    ("RustDesk server", "flow.serves", "tcp/21117", PRODUCT, "RustDesk server"),
    ("ConnectWise ScreenConnect", "https.server", "ScreenConnect/22.5 Microsoft-HTTPAPI/2.0", PRODUCT, "ScreenConnect"),
    ("BeyondTrust (Bomgar)", "https.title", "Support Portal | Powered by BOMGAR", REMOTE, "remote support portal"),
    ("Citrix ICA", "flow.serves", "tcp/1494", PRODUCT, "Citrix ICA"),
    ("PCoIP, zero client", "dhcp.vendor_class", "PCoIP Endpoint", KIND, "thin-client"),
    ("PCoIP", "flow.serves", "tcp/4172", PRODUCT, "PCoIP"),
    ("X11", "flow.serves", "tcp/6000", PRODUCT, "X11"),
    ("WinRM", "flow.serves", "tcp/5985", REMOTE, "Windows remote management"),
    ("SSH", "ssh.protocol", "2.0", SERVICE, "ssh"),
    ("Telnet", "telnet.banner", "login:", SERVICE, "telnet"),
    ("Intel AMT", "flow.serves", "tcp/16992", PRODUCT, "Intel AMT"),
    # Tunnels
    ("OpenVPN", "flow.serves", "tcp/1194", REMOTE, "OpenVPN"),
    ("OpenVPN Access Server", "https.server", "OpenVPN-AS", REMOTE, "OpenVPN"),
    ("SoftEther VPN", "tls.asks_for", "x1.keepalive.softether.net", REMOTE, "SoftEther VPN"),
    ("PPTP", "flow.serves", "tcp/1723", PRODUCT, "PPTP"),
    ("IPsec", "ike.answer", "no-proposal-chosen", REMOTE, "IPsec"),
    ("IPsec, the tunnel itself", "flow.speaks", "esp", REMOTE, "IPsec"),
    # Gateways
    ("FortiGate SSL-VPN, address", "https.location", "/remote/login?lang=ja", REMOTE, "SSL-VPN"),
    ("FortiGate SSL-VPN, cookie", "https.cookie", "SVPNCOOKIE SVPNNETWORKCOOKIE", REMOTE, "SSL-VPN"),
    ("FortiGate, server", "https.server", "xxxxxxxx-xxxxx", VENDOR, "Fortinet"),
    ("FortiGate, title", "https.title", "FortiGate", VENDOR, "Fortinet"),
    ("FortiGate, certificate", "tls.subject", "CN=FGT60D4613000001,OU=FortiGate,O=Fortinet", VENDOR, "Fortinet"),
    ("FortiGate, older certificate", "tls.subject", "CN=FGT60B3907500001,O=Fortinet Ltd.", VENDOR, "Fortinet"),
    ("FortiGate, Telnet", "telnet.banner", "FGT60D4613000001 login:", VENDOR, "Fortinet"),
    ("FortiGate, IKE", "ike.vendor_id", "1d6e178f6c2c0be284985465450fe9d4", VENDOR, "Fortinet"),
    ("FortiGate, IKE of FortiOS 5", "ike.vendor_id", "8299031757a36082c6a621de00000000", VENDOR, "Fortinet"),
    ("FortiClient EMS", "flow.serves", "tcp/8013", PRODUCT, "FortiClient EMS"),
    ("GlobalProtect", "https.location", "/global-protect/login.esp", REMOTE, "SSL-VPN"),
    ("Palo Alto firewall, server", "https.server", "PanWeb Server/ - ", VENDOR, "Palo Alto Networks"),
    ("Palo Alto firewall, certificate", "tls.subject", "CN=0a1b2c3d4e5f,O=Palo Alto Networks", VENDOR, "Palo Alto Networks"),
    ("Cisco ASA / AnyConnect", "https.cookie", "webvpncontext", REMOTE, "SSL-VPN"),
    ("Pulse / Ivanti, cookie", "https.cookie", "DSSignInURL", REMOTE, "SSL-VPN"),
    ("Pulse / Ivanti, title", "https.title", "Pulse Connect Secure - SSL", REMOTE, "SSL-VPN"),
    ("Pulse / Ivanti, SNMP", "snmp.sysDescr", "Ivanti Connect Secure, ISA-V, 22.3R1", VENDOR, "Pulse Secure"),
    ("Juniper / Pulse, address", "https.location", "/dana-na/auth/url_default/welcome.cgi", REMOTE, "SSL-VPN"),
    ("Citrix NetScaler, cookie", "https.cookie", "NSC_AAAC NSC_TMAS", REMOTE, "SSL-VPN"),
    ("Citrix NetScaler, title", "https.title", "Netscaler Gateway", REMOTE, "SSL-VPN"),
    ("SonicWall SSL-VPN, server", "https.server", "SonicWALL SSL-VPN Web Server", REMOTE, "SSL-VPN"),
    ("SonicWall, title", "https.title", "SonicWall - Authentication", VENDOR, "SonicWall"),
    ("SonicWall SSL-VPN, certificate", "tls.subject", "CN=192.168.200.1,OU=SSL-VPN,O=SonicWALL\\, Inc.", VENDOR, "SonicWall"),
    ("Array Networks, cookie", "https.cookie", "ANsession0123456789", REMOTE, "SSL-VPN"),
    ("Array Networks, address", "https.location", "/prx/000/http/localhost/login", REMOTE, "SSL-VPN"),
    ("F5 APM, cookie", "https.cookie", "LastMRH_Session MRHSession", REMOTE, "SSL-VPN"),
    ("F5 APM, address", "https.location", "/my.policy", REMOTE, "SSL-VPN"),
    ("F5 BIG-IP", "http.server", "BigIP", VENDOR, "F5"),
    ("Barracuda, cookie", "https.cookie", "SSLX_SSESHID", REMOTE, "SSL-VPN"),
    ("Barracuda, address", "https.location", "/default/showLogon.do", REMOTE, "SSL-VPN"),
    ("WatchGuard, title", "https.title", "Fireware XTM User Authentication", VENDOR, "WatchGuard"),
    ("WatchGuard, certificate", "tls.issuer", "CN=Fireware web CA,OU=Fireware,O=WatchGuard", VENDOR, "WatchGuard"),
    ("Sophos, certificate", "tls.subject", "CN=SophosApplianceCertificate_C01001", VENDOR, "Sophos"),
    ("Sophos (Cyberoam), certificate", "tls.subject", "CN=CyberoamApplianceCertificate_C01001", VENDOR, "Sophos"),
    ("Aruba VIA", "https.location", "/screens/wms/wms.login", REMOTE, "SSL-VPN"),
    ("H3C SSL-VPN", "https.server", "SSLVPN-Gateway/7.0", REMOTE, "SSL-VPN"),
    ("Huawei SSL-VPN", "https.cookie", "UserID SVN_SessionID", REMOTE, "SSL-VPN"),
    ("Zyxel USG", "https.title", "USG60", VENDOR, "Zyxel"),
    ("pfSense", "https.title", "pfSense - Login", OS, "pfSense"),
    ("OPNsense", "https.title", "Login | OPNsense", OS, "OPNsense"),
    ("MikroTik RouterOS", "http.title", "RouterOS router configuration page", VENDOR, "MikroTik"),
    ("DrayTek Vigor, title", "https.title", "Vigor Login Page", VENDOR, "DrayTek"),
    ("DrayTek Vigor, certificate", "tls.subject", "CN=Vigor Router,OU=DrayTek Support,O=DrayTek Corp.", VENDOR, "DrayTek"),
    ("Yamaha RT/RTX/NVR", "http.server", "YAMAHA-RT", REMOTE, "VPN router"),
    ("NEC UNIVERGE IX", "http.server", "IX Series IX2105 (magellan-sec) Software, Version 10.2.16", REMOTE, "VPN router"),
    ("NEC Aterm, server", "http.server", "Aterm(HT)/1.0", VENDOR, "NEC"),
    ("NEC Aterm, realm", "http.realm", "Aterm(admin)", VENDOR, "NEC"),
    ("Buffalo AirStation", "http.realm", "AirStation", VENDOR, "Buffalo"),
    ("Allied Telesis, SSH", "ssh.software", "AtiSSH_1.0", VENDOR, "Allied Telesis"),
    ("Allied Telesis, Telnet", "telnet.banner", "TELNET session now in ESTABLISHED state", VENDOR, "Allied Telesis"),
    # Mobile networks, serial lines, makers' own boxes
    ("Digi TransPort, title", "http.title", "TransPort WR21 Configuration and Management", REMOTE, "cellular gateway"),
    ("Digi TransPort, SNMP", "snmp.sysDescr", "Digi TransPort W2 Ser#:321234 Software Build Ver5246", REMOTE, "cellular gateway"),
    ("Cradlepoint", "http.server", "CradlepointHTTPService/1.0.0", REMOTE, "cellular gateway"),
    ("HMS eWON", "dhcp.vendor_class", "eWON", REMOTE, "VPN router"),
    ("Moxa NPort, server", "http.server", "MoxaHttp/1.0", VENDOR, "Moxa"),
    ("Moxa NPort, Telnet", "telnet.banner", NPORT, VENDOR, "Moxa"),
    ("Lantronix, title", "http.title", "Lantronix WEB-Manager", VENDOR, "Lantronix"),
    ("Lantronix, Telnet", "telnet.banner", "*** Lantronix Universal Device Server ***", VENDOR, "Lantronix"),
    ("Digi One / PortServer", "http.title", "Digi One SP Configuration and Management", VENDOR, "Digi"),
    # What IPsec's ends call themselves
    ("IKE: Windows 2000", "ike.vendor_id", MICROSOFT + "02", OS, "Windows 2000"),
    ("IKE: Windows XP SP1", "ike.vendor_id", MICROSOFT + "03", OS, "Windows XP"),
    ("IKE: Windows 2003 / XP SP2", "ike.vendor_id", MICROSOFT + "04", OS, "Windows XP or Windows Server 2003"),
    ("IKE: Windows Vista", "ike.vendor_id", MICROSOFT + "05", OS, "Windows Vista"),
    ("IKE: Windows Server 2008", "ike.vendor_id", MICROSOFT + "06", OS, "Windows Vista or Windows Server 2008"),
    ("IKE: Windows 7", "ike.vendor_id", MICROSOFT + "07", OS, "Windows 7 or Windows Server 2008 R2"),
    ("IKE: Windows Server 2008 R2", "ike.vendor_id", MICROSOFT + "08", OS, "Windows 7 or Windows Server 2008 R2"),
    ("IKE: Windows 8", "ike.vendor_id", MICROSOFT + "09", OS, "Windows"),
    ("IKE: Windows Server 2012", "ike.vendor_id", MICROSOFT + "10", OS, "Windows"),
    ("IKE: Check Point", "ike.vendor_id", "f4ed19e0c114eb516faaac0ee37daf2807b4381f00000001", VENDOR, "Check Point"),
    ("IKE: Cisco Unity", "ike.vendor_id", "12f5f28c457168a9702d9fe274cc0100", REMOTE, "IPsec"),
    ("IKE: Cisco VPN concentrator", "ike.vendor_id", "1f07f70eaa6514d3b0fa96542a500400", VENDOR, "Cisco"),
    ("IKE: Cisco IOS", "ike.vendor_id", "3e98404800f00dcafe00f00dcafe00f0", OS, "Cisco IOS"),
    ("IKE: SonicWall", "ike.vendor_id", "5b362bc820f60007", VENDOR, "SonicWall"),
    ("IKE: SonicWall, older", "ike.vendor_id", "404bf439522ca3f6", VENDOR, "SonicWall"),
    ("IKE: SonicWall, XAUTH and DPD", "ike.vendor_id", "da8e937880010000", VENDOR, "SonicWall"),
    ("IKE: Netgear", "ike.vendor_id", "dbfb81eb5760b0788562067da102d755", VENDOR, "Netgear"),
    ("IKE: Nortel Contivity", "ike.vendor_id", "424e455300000009", PRODUCT, "Nortel Contivity"),
    ("IKE: strongSwan", "ike.vendor_id", "882fe56d6fd20dbc2251613b2ebe5beb", PRODUCT, "strongSwan"),
    ("IKE: racoon", "ike.vendor_id", "7003cbc1097dbe9c2600ba6983bc8b35", PRODUCT, "racoon"),
    ("IKE: dead peer detection", "ike.vendor_id", "afcad71368a1f1c96b8696fc77570100", REMOTE, "IPsec"),
    ("IKE: XAUTH", "ike.vendor_id", "09002689dfd6b712", REMOTE, "IPsec"),
    ("IKE: NAT traversal", "ike.vendor_id", "4a131c81070358455c5728f20e95452f", REMOTE, "IPsec"),
    ("IKE: heartbeat", "ike.vendor_id", "4865617274426561745f4e6f74696679386b0100", KIND, "firewall"),
]  # fmt: skip

NOT_COVERED = {
    # product: why nothing of ours shows it
    "Remote-Anything": "its greeting is known only as a version and a G, which proves nothing",
    "Siemens Sm@rtClient": "the title of its page is not published; its VNC server is found by its greeting",
    "Splashtop, certificate": "it is self-signed and names nobody; the greeting shows the product",
    "XDMCP": "UDP, and it answers only a manager's query, which would begin a log-in",
    "Apple Remote Desktop, 3283": "UDP without a published form; its screen sharing is found by VNC's greeting",
    "IPMI / ASF": "what would answer is what would log in; the page and certificate of the controller show it",
    "SSTP": "answers its own HTTP method alone, which is not sent",
    "Check Point SSL-VPN": "answers its own greeting inside TLS alone, which is not sent; its IKE shows the maker",
    "WireGuard": "silent to whoever has no key, by design",
    "Tailscale": "silent to whoever has no key, by design",
    "ZeroTier": "silent to whoever is no peer; what passes is encrypted",
    "OpenVPN over UDP": "answering servers keep state for a caller who says no more, so it is not asked",
    "L2TP": "its first message begins a tunnel; most run inside IPsec, which is asked",
    "GE InSite": "opened from inside, to no published name; an open session shows on the device itself",
    "Philips Remote Services": "opened from inside, to no published name",
    "Draeger ServiceConnect": "devices send to their gateway alone; no form of it is published",
    "Baxter SIGMA Spectrum": "a service port of an infusion pump: it is never asked",
}
"""Products with a strong sign that daicho does not read."""

SIGNS = {field for probe in all_probes().values() for field in probe.fields}


@pytest.mark.parametrize(
    ("field", "text", "attribute", "value"), [c[1:] for c in COVERED], ids=[c[0] for c in COVERED]
)
def test_the_product_shows(field: str, text: str, attribute: str, value: str) -> None:
    assert field in SIGNS, f"no probe reads {field}"
    said = {(claim.attribute, claim.value) for claim in RULES.claims(field, text)}
    assert (attribute, value) in said, said


def test_what_is_not_covered_says_why_and_is_not_covered() -> None:
    """A reason that has become untrue is taken out of the table."""
    covered = {product for product, *_ in COVERED}
    assert not covered & NOT_COVERED.keys()
    assert all(len(reason) > 20 for reason in NOT_COVERED.values())
