"""Which model it is, where a page, a greeting or a certificate names a maker whom we know and then the model.

Makers write "Acme AC-500 - Login", "Acme AC-500 FTP server (V1.2) ready" and "CN=AC-500,O=Acme Inc.": what follows
the maker's name, up to the words that say what the text is for, is a name of the model. A hint: rules of the maker's
own know its forms. Words that every maker's devices have (router, printer) are no model.
"""

from __future__ import annotations

import re

LONGEST, MOST_WORDS = 40, 5
"""Of a name, in characters and in words: more is a sentence."""

_AFTER = r"""
ftp telnet httpd? web(?!\s?/) sip/ user\s?agent log\s?[io]n sign\s?in password username configur\w+ set-?up admin\w*
command console status home\s?page home copyright ready embedded page panel ui utility welcome device\s(?:manage|web)\w*
portal web-?ui authenticated running postscript pcl server is at on by for of to and the model serial mac
account [sh]/w amd64 i[3-6]86 x86_64 sparc64 arm64
"""
"""Words after a model's name that say what the page or the greeting is for, or begin a sentence; and processors, which
follow a system's name: FreeBSD/amd64."""
_END = re.compile(
    r"(?i) +[-–—|:·»/]+(?: |$)|[|:;,(<\[{\"]|[-/ ]v?\d+(?:\.\d+)+"
    r"|[ _/]+(?:v(?:er(?:sion)?)?\.? ?\d[\w.]*|(?:fw|firmware|software|rel(?:ease)?|rev(?:ision)?|build|version)\b)"
    rf"|\b(?:{'|'.join(_AFTER.split())})\b"
)
_KINDS = """
ip network networks voip sip wireless wifi wi-fi wlan adsl adsl2+ vdsl vdsl2 dsl broadband gigabit ethernet smart
managed poe poe+ hd internet home office dual band lan usb serial digital color colour laser video web embedded system
systems technology technologies router modem gateway switch switches access point ap printer printers mfp camera
cameras phone phones telephone telephones adapter device appliance recorder nvr dvr nas storage ups pdu card module
server client controller manager management security firewall vpn service services login remote interface monitor
monitoring product products electronics communication communications solution solutions corporation corp inc co ltd
llc gmbh ag kk inc. ltd. co. corp. error not found forbidden unauthorized redirect redirecting loading index main
default user my cloud online support test new tech international group company n fast series door multifunction
multi-function desktop thermal label integrated relay sensor kvm rack tower professional lite enterprise webui sn
cellular mobile lte environment environmental encoder decoder transcoder receiver transmitter amplifier optical tv
terminal converter extender repeater bridge console serial power supply distribution unit meter analyzer probe
temperature humidity thermometer projector display clock intercom doorphone pbx multiplexer industrial outdoor indoor
ruggedized stackable unmanaged workstation
"""
_PLAIN = frozenset(_KINDS.split())
"""Words that every maker's devices have."""
_MANY_KINDS = 2
"""Words of a kind in a row behind another: that is the maker's name, known or not, and no part of the model's."""
_BEHIND = frozenset({
    "router", "switch", "backbone", "internet", "chassis", "platform", "series", "gateway", "firewall", "printer", "camera",
    "receiver", "transmitter", "amplifier", "optical", "catv", "controller", "software", "appliance", "ethernet", "product",
    "routing", "system", "terminal", "services", "access", "point", "gigabit", "managed", "smart",
})  # fmt: skip
"""Of them, and of words of trades, those that follow a model's name and say what it is."""
_NAME = re.compile(r"(?!SN\b)(?!.*(?i:certificate|authority|signed))[A-Z0-9][\w -]*")
"""A certificate's name that may be a model's: a host's has dots or is in small letters, an authority's says so."""
_VERSION = re.compile(r"(?i)v?\d+(?:[._]\d+)+\w*")
_NUMBER_OF_ONE = re.compile(
    r"(?i)(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}|[0-9a-f]{12}|\d{6,}|(?=\w*\d)[0-9A-Z]{10,}|\d{1,2}"
)
_UNIT = re.compile(
    r"(?i)[-_ ](?:(?:[0-9a-f]{2}[:-]?){5}[0-9a-f]{2}|sn\w{6,}|\d{6,}|(?=[A-Z]*\d)[0-9A-Z]{9,})$"
)
"""What sets one unit apart, at a name's end: its address, its serial number."""
_HOST_OF_ONE = re.compile(r"[A-Z]{2,5}(?=[A-F]*\d)[0-9A-F]{6,12}")
"""The host's name that a printer makes for itself: its maker's letters and the end of its address, as in NPI1A2B3C."""
_OWN_WORD = re.compile(r"[A-Z][a-z]+[A-Z]\w+(?: [A-Z]\w*)?")
"""A maker's own word has a capital in it: ZoneDirector."""
_NO_NAME = re.compile(r"\d{1,3}(?!\d|[A-Za-z])|802\.")
"""A line's number, a port count, a standard: Gateway Security 300, Wireless 802.11b Print Server."""
_FIGURE = re.compile(r"\d")
_FAMILY = re.compile(r"([a-z]*[1-9]\d*?)(00+)")
_CUT_VERSION = re.compile(r"(?<=\S)[ ,]+[vV]?\d{1,4}$")
"""A version's first number at a name's end: its point and the rest of it follow."""
_VERSION_SAID = re.compile(r"(?i) +(?:v|ver(?:sion)?|rev(?:ision)?|rel(?:ease)?|firmware|fw)[.:]?$")
_REST_OF_VERSION = re.compile(r"\.\d")
_VERSION_NEXT = re.compile(r"[\s.:=]*[vV]?\d")
_LEAD = re.compile(r"[\s\-–—|:·,()/]+(?:(?i:(?:sip|voip)-gateway)[- ])?")


def model_after(text: str) -> str:
    """The model with which `text`, which follows a maker's name, begins, or ""."""
    start = text[: 2 * LONGEST].replace("®", "").replace("™", "")
    if start.startswith("/") and not start[1:2].isalpha():
        return ""  # RFC 9110, 10.2.4: a version follows
    if hit := _LEAD.match(start):
        start = start[hit.end() :]
    if end := _END.search(start):
        return _proper(start[: end.start()])
    return _proper(start) if len(text) <= 2 * LONGEST else ""


def model_in_name(name: str) -> str:
    """The model that a certificate's common name is, without what sets one unit apart, or ""."""
    if not _NAME.fullmatch(name) or _HOST_OF_ONE.fullmatch(name):
        return ""
    return _proper(_UNIT.sub("", name))


def before_version(name: str, text: str) -> str:
    """The name without the beginning of the version that follows it in the text: AC-500 of AC-500 Version 4.2, where
    a pattern of words and figures ran on to the version's point."""
    if not (name[-1:].isdigit() or _VERSION_SAID.search(name)):
        return name
    rest = text[text.find(name) + len(name) :]
    if _REST_OF_VERSION.match(rest) and (cut := _CUT_VERSION.search(name)):
        name, rest = name[: cut.start()], "0"
    if _VERSION_NEXT.match(rest) and (cut := _VERSION_SAID.search(name)):
        name = name[: cut.start()]
    return name.rstrip(" ,;:-")


def without_kinds(name: str) -> str:
    """The name without the words around it that every maker's devices have: Network Camera AC-5, AC-5 Backbone Router,
    Acme Network Camera AC-5; "" where it has no other. A name without figures is left as it is, and so is one whose
    figures are a name with those words alone."""
    words = name.split()
    while len(words) > 1 and words[-1].casefold() in _BEHIND and any(map(_FIGURE.search, words[:-1])):
        words = words[:-1]
    if all(word.casefold() in _PLAIN for word in words):
        return ""
    kinds = next((at for at, word in enumerate(words[1:]) if word.casefold() not in _PLAIN), 0)
    if kinds >= _MANY_KINDS and words[0].isalpha():
        words = words[1:]
    while len(words) > 1 and words[0].casefold() in _PLAIN and any(map(_FIGURE.search, words[1:])):
        words = words[1:]
    return name if _NO_NAME.match(words[0]) else " ".join(words)


def is_of_family(member: str, family: str) -> bool:
    """Whether a number is of the other's hundred or thousand: 6224p of the 6200, 5050 of the 5000. In small letters."""
    hit = _FAMILY.fullmatch(family)
    if not hit or member == family:
        return False
    return bool(re.match(rf"{hit[1]}\d{{{len(hit[2])}}}(?!\d)", member))


def _proper(name: str) -> str:
    words = " ".join(name.split()).strip(" -–_.,'").split()
    if not words or _VERSION.fullmatch(words[0]):
        return ""
    while words and words[0].casefold() in _PLAIN:
        words = words[1:]
    while words and words[-1].casefold() in _PLAIN:
        words = words[:-1]
    name = " ".join(words)
    if any(len(word) <= 3 and word.isalpha() and word.islower() for word in words):
        return ""  # running text
    if not 2 <= len(name) <= LONGEST or len(words) > MOST_WORDS or _NUMBER_OF_ONE.fullmatch(name):
        return ""
    return name if name.isascii() and (any(c.isdigit() for c in name) or _OWN_WORD.fullmatch(name)) else ""
