"""The raw right stands in a process apart: shown by the kernel's own account of each process.

Each case runs in a user and network namespace of its own: what steps down cannot step up again, and
nothing could be sent from there.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CAP_NET_RAW, CAP_DAC_OVERRIDE = 1 << 13, 1 << 1

BEGIN = """
import json, os, signal, socket, subprocess, sys, time
from pathlib import Path
from agent import raw_door
from agent.raw_door import ECHO, FRAME

def rights(pid="self"):
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return {l[:6]: int(l[8:], 16) for l in lines if l.startswith("Cap")}

def tried(call):
    try:
        with call() as made:
            return [made.family.name, made.type.name]
    except PermissionError as error:
        return str(error)

def child():
    return int(Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()[0])

told = {}
raw_door.step_down()
"""


def inside(script: str, *words: str) -> dict[str, object]:
    program = [
        *(words or ("unshare", "--user", "--map-root-user", "--net")),
        sys.executable,
        "-c",
        BEGIN + script,
    ]
    done = subprocess.run([*program], capture_output=True, text=True, cwd=ROOT, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert isinstance(found, dict)
    return found


def test_what_parses_has_no_raw_right_and_the_door_has_no_other() -> None:
    told = inside("""
program = "print(open('/proc/self/status').read())"
told["ours"] = rights()
told["door"] = rights(child())
told["started"] = int(subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
                      .stdout.split("CapEff:")[1].split()[0], 16)
told["directly"] = tried(lambda: socket.socket(socket.AF_PACKET, socket.SOCK_RAW, 0))
told["files"] = sorted(os.listdir(f"/proc/{child()}/fd"))
print(json.dumps(told))
""")
    ours, door = told["ours"], told["door"]
    assert isinstance(ours, dict) and isinstance(door, dict)
    assert not (ours["CapEff"] | ours["CapPrm"] | ours["CapBnd"] | ours["CapAmb"]) & CAP_NET_RAW
    assert ours["CapEff"] & CAP_DAC_OVERRIDE, "root still writes the files of a user"
    assert door["CapEff"] == door["CapPrm"] == CAP_NET_RAW
    assert isinstance(told["started"], int) and not told["started"] & CAP_NET_RAW, (
        "nor a program that we start"
    )
    assert "Operation not permitted" in str(told["directly"])
    assert len(list(told["files"])) == 1, "the door holds its end of the pair and no file"  # type: ignore[call-overload]


def test_sockets_are_opened_and_opened_again_on_request() -> None:
    told = inside("""
told["sockets"] = [tried(lambda: raw_door.opened(kind)) for kind in (FRAME, ECHO, FRAME)]
with raw_door.opened(FRAME) as frames:
    subprocess.run(["ip", "link", "set", "lo", "up"], check=False)
    frames.bind(("lo", 3))
    told["bound"] = frames.getsockname()[0]
print(json.dumps(told))
""")
    assert told["sockets"] == [["AF_PACKET", "SOCK_RAW"], ["AF_INET", "SOCK_RAW"], ["AF_PACKET", "SOCK_RAW"]]
    assert told["bound"] == "lo"


def test_the_door_outlives_ctrl_c_and_its_end_is_an_error_with_a_name() -> None:
    told = inside("""
for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
    os.kill(child(), number)
told["after Ctrl-C"] = tried(lambda: raw_door.opened(FRAME))
told["nonsense"] = tried(lambda: raw_door.opened(b"x"))
os.waitpid(-1, 0)
told["after its end"] = tried(lambda: raw_door.opened(FRAME))
print(json.dumps(told))
""")
    assert told["after Ctrl-C"] == ["AF_PACKET", "SOCK_RAW"]
    assert "has ended" in str(told["nonsense"])
    assert "has ended" in str(told["after its end"])


def test_the_door_dies_with_its_parent() -> None:
    script = BEGIN + "print(child(), flush=True)\ntime.sleep(60)\n"
    words = ("unshare", "--user", "--map-root-user", "--net", sys.executable, "-c", script)
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True, cwd=ROOT) as parent:
        assert parent.stdout is not None
        door = Path("/proc") / parent.stdout.readline().strip()
        assert door.exists()
        parent.kill()
    deadline = time.monotonic() + 10
    while _lives(door):
        assert time.monotonic() < deadline, "the door stands though nobody is left to ask it"
        time.sleep(0.02)


def _lives(process: Path) -> bool:
    try:
        return "\nState:\tZ" not in (process / "status").read_text()
    except OSError:
        return False


def test_without_the_right_nothing_is_done_and_nothing_pretended() -> None:
    told = inside(
        """
told["standing"] = raw_door.standing()
told["directly"] = tried(lambda: raw_door.opened(FRAME))
print(json.dumps(told))
""",
        *(
            "unshare",
            "--user",
            "--map-root-user",
            "--net",
            "setpriv",
            "--bounding-set",
            "-all",
            "--inh-caps",
            "-all",
        ),
    )
    assert told["standing"] is False and "not permitted" in str(told["directly"])
