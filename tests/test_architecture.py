"""The structure as tests: who may import whom, who may touch a network, what must stand beside what."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from agent.rules import load_rules
from probes import all_probes

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("probes", "agent", "reconciler")
MODULES = sorted(p for room in ROOMS for p in (ROOT / room).rglob("*.py"))

NETWORK_MODULES = {
    "socket": {
        "agent/wire.py",
        "agent/stream.py",
        "agent/datagram.py",
        "agent/multicast.py",
        "agent/unrouted.py",
        "agent/capture.py",
        "agent/ear.py",
        "agent/link.py",
        "agent/raw_door.py",
    },
    "ssl": {"agent/secure_stream.py"},
    "subprocess": {"reconciler/commands/demo.py"},
    "asyncio": {
        "agent/wire.py",
        "agent/stream.py",
        "agent/datagram.py",
        "agent/multicast.py",
        "agent/nmap_run.py",
        "agent/conduct.py",
        "agent/session.py",
        "agent/knock.py",
        "agent/ask_all.py",
        "agent/run.py",
        "agent/watch.py",
        "agent/infrastructure.py",
        "agent/link.py",
        "agent/table_line.py",
    },
    "select": {"agent/capture.py", "agent/ear.py"},
    "sqlalchemy": {"reconciler/store.py", "reconciler/store_tables.py", "reconciler/store_decisions.py"},
    "click": set[str](),
    "nmap": {"probes/nmap.py"},
    "requests": set[str](),
    "urllib": set[str](),
    "http": set[str](),
}
"""Library -> the only modules that may import it; agent/demo/ and reconciler/commands/ have leave for some."""

BEHIND_THE_GATE = {
    "agent.stream",
    "agent.datagram",
    "agent.unrouted",
    "agent.nmap_run",
    "agent.multicast",
    "agent.link",
}
"""What sends when it is told to: the wire alone tells it, and asks the gate first."""

SCAPY_SENDERS = {
    "send",
    "sendp",
    "sr",
    "sr1",
    "srp",
    "srp1",
    "sniff",
    "AsyncSniffer",
    "conf",
    "L2Socket",
    "L3RawSocket",
}


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports(path: Path) -> Iterator[str]:
    """Every module that this file imports, at its top or inside a function."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)}: a relative import"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_the_arrows_point_one_way(path: Path) -> None:
    """probes <- agent <- reconciler, and the reconciler knows the agent by its document alone, and a sealed folder by its
    faults."""
    here = name_of(path)
    for module in imports(path):
        room = module.partition(".")[0]
        if here.startswith("probes/"):
            assert room not in ("agent", "reconciler"), f"{here} imports {module}"
        elif here.startswith("agent/"):
            assert room != "reconciler", f"{here} imports {module}"
        elif not here.startswith(("reconciler/cli/", "reconciler/commands/")):
            assert room != "probes", f"{here} imports {module}"
            faces = ("agent.findings", "agent.device", "agent.fault", "agent.bulk")
            assert room != "agent" or module.startswith(faces) or module == "agent", (
                f"{here} imports {module}"
            )


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_these_modules_touch_the_outside(path: Path) -> None:
    here = name_of(path)
    if here.startswith("agent/demo/"):
        return
    for module in imports(path):
        library = module.partition(".")[0]
        if library in NETWORK_MODULES and not (
            library == "click" and here.startswith(("reconciler/cli/", "reconciler/commands/"))
        ):
            assert here in NETWORK_MODULES[library], f"{here} imports {module}"


@pytest.mark.parametrize(
    "path", [p for p in MODULES if not name_of(p).startswith("agent/demo/")], ids=name_of
)
def test_no_library_sends_for_us(path: Path) -> None:
    """Codecs and frames only: no engine of scapy, pysnmp or zeroconf ever opens a socket here."""
    for module in imports(path):
        library, _, rest = module.partition(".")
        if library == "scapy":
            assert rest.rpartition(".")[2] not in SCAPY_SENDERS and not rest.startswith(
                ("all", "sendrecv", "supersocket")
            )
        if library == "zeroconf":
            assert "asyncio" not in rest and rest not in ("Zeroconf", "ServiceBrowser")
        if library == "pysnmp":
            engine = (
                "UdpTransport",
                "Udp6Transport",
                "AsyncioDispatcher",
            )  # UdpTransportAddress is but an address
            assert "hlapi" not in rest and rest.rpartition(".")[2] not in engine


def test_the_gate_alone_makes_permits() -> None:
    makers = {
        name_of(path)
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("Permit", "SegmentPermit")
    }
    assert makers == {"agent/gate.py"}


def test_the_wire_alone_calls_what_sends() -> None:
    for path in MODULES:
        here = name_of(path)
        if here != "agent/wire.py" and here.removesuffix(".py").replace("/", ".") not in BEHIND_THE_GATE:
            assert BEHIND_THE_GATE.isdisjoint(imports(path)), here


def test_a_scan_never_imports_the_demo() -> None:
    for path in MODULES:
        here = name_of(path)
        if not here.startswith("agent/demo/") and here != "reconciler/commands/demo.py":
            assert not any(m.startswith("agent.demo") for m in imports(path)), here


def test_probes_read_no_clock_and_draw_no_numbers() -> None:
    for path in (ROOT / "probes").glob("*.py"):
        forbidden = {"time", "random", "secrets", "os", "pathlib"} & {
            m.partition(".")[0] for m in imports(path)
        }
        assert not forbidden, f"{name_of(path)} imports {forbidden}"


@pytest.mark.parametrize("name", sorted(all_probes()))
def test_each_probe_has_its_test_its_tapes_and_its_rules(name: str) -> None:
    assert (ROOT / f"tests/probes/test_{name}.py").exists()
    probe = all_probes()[name]
    speaks = probe.talk is not None or probe.hear is not None  # else it is told by files that are handed over
    assert bool(list((ROOT / "tests/probes/tapes").glob(f"{name}-*.tape"))) == speaks, "no tape"
    assert probe.summary and probe.fields and (probe.packets > 0) == speaks
    assert (
        all(
            field.partition(".")[0] in (name, f"{name}s", "https", name.removesuffix("_heard"))
            for field in probe.fields
        )
        or name
        in ("tls", "portal", "links")  # one connection, two protocols; another page; what others heard
    )


def test_every_field_of_a_probe_is_read_by_a_rule_or_named_as_not_read() -> None:
    """A reading that nothing uses is a packet wasted, or a rule forgotten."""
    read: set[str] = set()
    for path in (ROOT / "agent/rules").rglob("*.toml"):
        for rule in tomllib.loads(path.read_text(encoding="utf-8")).get("rule", []):
            reads = rule.get("reads", [])
            read.update([reads] if isinstance(reads, str) else reads)
    words = load_rules().vocabulary
    for name, probe in all_probes().items():
        unread = probe.fields - read - frozenset[str]().union(*words.fields.values())
        assert not unread, f"{name}: {sorted(unread)} are read by no rule"


def test_roles_are_of_fields_that_a_probe_gives() -> None:
    fields = {field for probe in all_probes().values() for field in probe.fields}
    for role, names in load_rules().vocabulary.fields.items():
        assert names <= fields, f"{role}: {sorted(names - fields)} are given by no probe"


def test_there_is_no_init_where_it_would_shadow_a_library() -> None:
    assert not (ROOT / "packaging/__init__.py").exists()
    assert not list((ROOT / "tests").rglob("__init__.py"))


def test_test_files_have_names_of_their_own() -> None:
    names = [p.name for p in (ROOT / "tests").rglob("test_*.py")]
    assert len(names) == len(set(names))
