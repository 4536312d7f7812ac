"""Names what daicho needs on Windows, as name==version: all that its requirements lead to, less python-nmap.

python-nmap stays out for its licence (GPL-3.0-or-later beside scapy's GPL-2.0-only); nmap is then not used.
"""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, distribution

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

WINDOWS = {
    "sys_platform": "win32", "platform_system": "Windows", "os_name": "nt", "platform_machine": "AMD64",
    "python_version": "3.13", "python_full_version": "3.13.0", "implementation_name": "cpython",
    "platform_python_implementation": "CPython", "extra": "",
}  # fmt: skip
LEFT_OUT = {"python-nmap"}

found: dict[str, str] = {}
pending = [canonicalize_name("daicho")]
while pending:
    name = pending.pop()
    if name in found or name in LEFT_OUT:
        continue
    try:
        one = distribution(name)
    except PackageNotFoundError:
        raise SystemExit(
            f"{name} is needed on Windows and is in no lock: add its line to requirements.lock"
        ) from None
    found[name] = f"{name}=={one.version}"
    for text in one.requires or ():
        need = Requirement(text)
        if need.marker is None or need.marker.evaluate(WINDOWS):
            pending.append(canonicalize_name(need.name))
del found["daicho"]
print("\n".join(sorted(found.values())))
