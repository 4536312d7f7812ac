"""Tables that makers' switches and routers print, read by the templates of ntc-templates (Apache-2.0).

A template is a small state machine of patterns (TextFSM) for one command of one maker. Which one fits is found by
trying: the one that explains every line. The list below names those that are tried: every one holds its table
to a form, so that a foreign line is noticed; tests hold that, and that none has a pattern that can run for
ever. The templates are read as data from the installed package, whose own code is not imported.
"""

from __future__ import annotations

import importlib.util
import io
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from agent.handed_over.rows import Line, Row, Sheet, better, different, holds_address, neighbour, port_row
from probes.model import ParseError

ADDRESSES = (
    "cisco_ios_show_ip_arp", "cisco_ios_show_ipv6_neighbors", "cisco_nxos_show_ip_arp", "cisco_asa_show_arp",
    "cisco_xr_show_arp", "cisco_xr_show_ipv6_neighbors", "cisco_viptela_show_arp", "arista_eos_show_ip_arp",
    "aruba_os_show_arp", "hp_procurve_show_arp", "hp_comware_display_arp", "huawei_vrp_display_arp_all",
    "huawei_vrp_display_ipv6_neighbors", "juniper_junos_show_arp_no-resolve",
    "allied_telesis_awplus_show_arp", "brocade_fastiron_show_arp", "ruckus_fastiron_show_arp",
    "extreme_exos_show_iparp", "fortinet_get_system_arp", "paloalto_panos_show_arp_all",
    "checkpoint_gaia_show_arp_dynamic_all", "watchguard_firebox_show_arp", "dlink_ds_show_arpentry",
    "mikrotik_routeros_ip_arp_print", "ubiquiti_edgerouter_show_arp",
    "vyatta_vyos_show_arp", "zte_zxros_show_arp", "ericsson_ipos_show_arp",
)  # fmt: skip
PORTS = (
    "cisco_ios_show_mac-address-table", "cisco_nxos_show_mac_address-table", "cisco_s300_show_mac_address-table",
    "arista_eos_show_mac_address-table", "aruba_aoscx_show_mac-address-table", "hp_procurve_show_mac-address",
    "hp_comware_display_mac-address", "huawei_vrp_display_mac-address", "allied_telesis_awplus_show_mac_address-table",
    "brocade_fastiron_show_mac-address", "ruckus_fastiron_show_mac-address", "extreme_exos_show_fdb",
    "alcatel_aos_show_mac-address-table", "broadcom_icos_show_mac-addr-table", "paloalto_panos_show_mac_all",
)  # fmt: skip
DESCRIPTIONS = (
    "cisco_ios_show_interfaces_description", "cisco_ios_show_interfaces_status", "cisco_nxos_show_interface_description",
    "cisco_nxos_show_interface_status", "arista_eos_show_interfaces_description", "arista_eos_show_interfaces_status",
    "hp_procurve_show_interfaces_status",
    "huawei_vrp_display_interface_description",
)  # fmt: skip

IP = ("IP_ADDRESS", "IPV6_ADDRESS", "ADDRESS", "DESTINATION", "HOST")
MAC = ("MAC_ADDRESS", "DESTINATION_ADDRESS", "HARDWARE_ADDRESS", "MAC")
PORT = ("DESTINATION_PORT", "PORTS", "PORT", "PORT_ID", "INTERFACE", "CIRCUIT", "NAME")
VLAN = ("VLAN_ID", "VID", "EXTERNAL_VLAN")
TEXT = ("DESCRIPTION", "NAME")
KIND = ("TYPE", "STATE", "FWD", "STATUS", "OPERATION")
_IPV4 = re.compile(r"(?:\d{1,3}\.){3}\d{1,3}$")
LONG_WORD = re.compile(r"\S{81}|\s{161}|\d{18}")
"""No table has a word, a gap or a number as long; and what patterns cost grows with a power of it."""
MOST_ABOVE = 30
"""Lines of legend above a table, none of which holds an address."""
SAMPLE = 60
"""Lines by which templates are chosen to be tried on the whole."""


def address_table(lines: Sequence[Line], switch: str) -> list[Sheet]:
    """An ARP or neighbour table, by each template that may fit."""

    def row(number: int, values: Mapping[str, str]) -> Row:
        vlan = _vlan(values, _first(values, PORT))
        return neighbour(number, _first(values, IP), _first(values, MAC), switch, vlan)

    return _tried(ADDRESSES, "address table", lines, row)


def port_table(lines: Sequence[Line], switch: str, places: Mapping[str, str]) -> list[Sheet]:
    """A table of MACs and ports. places: port -> its description, where the same log shows one."""

    def row(number: int, values: Mapping[str, str]) -> Row:
        if any(_IPV4.match(value) for value in values.values()):
            raise ValueError("an address table, or a table of something else")
        port = _first(values, PORT)
        return port_row(
            number,
            _first(values, MAC),
            switch,
            port,
            _first(values, KIND),
            _vlan(values, ""),
            places.get(port, ""),
        )

    return _tried(PORTS, "table of MACs", lines, row)


def agreed(sheets: Sequence[Sheet]) -> Sheet | None:
    """The best of several tables of MACs; none where two that explain as much put a MAC on different ports."""
    best = better(sheets)
    if best is None:
        return None
    equal = [s for s in sheets if s.fits and (len(s.unread), s.telling) == (len(best.unread), best.telling)]
    told = {tuple(r for _, r in sheet.tells if r.field == "forwarding.port") for sheet in equal}
    return best if len(told) == 1 else None


def descriptions(lines: Sequence[Line]) -> tuple[Sheet | None, dict[str, str]]:
    """A table of ports with what people wrote to them, and port -> that text."""
    found: dict[str, str] = {}

    def row(number: int, values: Mapping[str, str]) -> Row:
        port, text = _first(values, ("PORT", "INTERFACE")), _first(values, TEXT)
        if not port or holds_address(port):
            raise ValueError(f"{port!r} is no port")
        if text and text not in ("--", "-"):
            found[port] = text
        return Row(number, why_not="ports with their descriptions")

    sheets = [s for s in _tried(DESCRIPTIONS, "table of ports", lines, row) if s.fits and not s.above]
    return (min(sheets, key=lambda s: len(s.unread)), found) if sheets else (None, {})


def _first(values: Mapping[str, str], names: Sequence[str]) -> str:
    return next((values[name].strip() for name in names if values.get(name, "").strip()), "")


def _vlan(values: Mapping[str, str], interface: str) -> str:
    """The VLAN that a row names, by itself or by its interface (Vlan30, vlan30, VLAN0030, Vl30)."""
    text = _first(values, VLAN) or (interface[2:] if interface[:2].lower() == "vl" else "")
    digits = text.lower().removeprefix("an").partition("/")[0].lstrip("0")
    return digits if digits.isdigit() else ""


def _tried(
    names: Sequence[str], what: str, lines: Sequence[Line], row: Callable[[int, Mapping[str, str]], Row]
) -> list[Sheet]:
    """The sheets of those templates that explain a sample of the lines as well as any does."""
    sample = lines[:SAMPLE]
    trials = [(name, _run(name, what, sample, row)) for name in names]
    chosen = different(trials)
    if len(lines) <= SAMPLE:
        return [sheet for name, sheet in trials if name in chosen]
    return [_run(name, what, lines, row) for name in chosen]


def _run(name: str, what: str, lines: Sequence[Line], row: Callable[[int, Mapping[str, str]], Row]) -> Sheet:
    """One template over these lines."""
    maker, command = _title(name)
    sheet = Sheet(f"{what} ({maker}, {command})", len(lines))
    text = template(name)
    if not text:
        return sheet
    machine = _machine(text)
    for number, line in [*lines, (lines[-1][0] if lines else 0, None)]:
        if line is not None and LONG_WORD.search(line):  # no template's patterns are tried on such a thing
            sheet.unread.append((number, line))
            continue
        explained, records = machine(line)
        for values in records:
            try:
                sheet.rows.append(row(number, values))
            except ValueError:
                explained = False
        if line is None or not line.strip() or explained:
            continue
        if not sheet.rows and sheet.above < MOST_ABOVE and not holds_address(line):
            sheet.above += 1  # a legend or heading that the template leaves to whoever cuts the table out
        else:
            sheet.unread.append((number, line))
    return sheet


def _title(name: str) -> tuple[str, str]:
    for word in ("_show_", "_display_", "_get_", "_ip_"):
        maker, mark, command = name.partition(word)
        if mark:
            return maker.replace("_", " "), f"{word.strip('_')} {command.replace('_', ' ')}"
    return name, ""


@cache
def template(name: str) -> str:
    """The text of a template; "" where ntc-templates is not installed or has it no more."""
    spec = importlib.util.find_spec("ntc_templates")
    if spec is None or spec.origin is None:
        return ""
    try:
        return (Path(spec.origin).parent / "templates" / f"{name}.textfsm").read_text(encoding="utf-8")
    except OSError:
        return ""


def _machine(text: str) -> Callable[[str | None], tuple[bool, list[dict[str, str]]]]:
    """A template as a function: a line -> whether a rule explains it, and the records that it closed.

    None stands for the end of the file. Built on TextFSM's own hook for those who watch its rules.
    """
    import textfsm  # late: only an import of such tables has use for it

    explained = [False]

    class Watched(textfsm.TextFSM):  # type: ignore[misc]  # the library has no types
        def _CheckRule(self, rule: Any, line: str) -> Any:  # noqa: N802 - the hook's name
            hit = super()._CheckRule(rule, line)
            if hit:
                explained[0] = rule.line_op != "Error"
            return hit

    try:
        fsm = Watched(io.StringIO(text))
    except textfsm.TextFSMTemplateError as error:
        raise ParseError(f"a template of ntc-templates is broken: {error}") from error
    told = [0]

    def step(line: str | None) -> tuple[bool, list[dict[str, str]]]:
        explained[0] = False
        try:
            ended = fsm._cur_state_name in (
                "End",
                "EOF",
            )  # what a template leaves out on purpose, such as groups
            result = fsm.ParseText("" if ended or line is None else f"{line}\n", eof=line is None)
            explained[0] |= ended
        except textfsm.TextFSMError:
            explained[0] = False
            result = fsm._result
        new, told[0] = result[told[0] :], len(result)
        return explained[0], [
            {
                key: ",".join(v) if isinstance(v, list) else str(v)
                for key, v in zip(fsm.header, r, strict=True)
            }
            for r in new
        ]

    return step
