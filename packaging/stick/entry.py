"""Where the single file begins: what a bundle needs before daicho itself runs.

The bundle's loader finds its own libraries by LD_LIBRARY_PATH. Programs that daicho starts (ip, nmap)
must not load those: the variable is put back as the user had it, and a daicho that daicho starts (the
demo's audit) begins anew, as its loader would otherwise count on that variable. python-nmap stays out of the bundle
for its licence; where the distribution has it (Debian: python3-nmap), that one is used.

The single file leaves nothing but the folder of its run: state and key are then as reconciler/commands/state.py says of
a portable program. The Debian package's program begins here too; it is installed, and keeps its state as others do.
"""

from __future__ import annotations

import lzma
import os
import sys
from importlib.machinery import EXTENSION_SUFFIXES, ExtensionFileLoader, ModuleSpec, PathFinder
from importlib.util import spec_from_file_location
from pathlib import Path

DISTRIBUTION = "/usr/lib/python3/dist-packages"


class DistributionNmap:
    """Finds the module nmap, and nothing else, where Debian and Ubuntu keep it."""

    @staticmethod
    def find_spec(name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        if name.partition(".")[0] != "nmap":
            return None
        return PathFinder.find_spec(name, [str(Path(DISTRIBUTION, *name.split(".")[:-1]))])


class PackedLibrary:
    """Finds an extension module that lies packed beside its package (NAME.abi3.so.xz, for example), and loads it from memory.

    Nothing is written: the library is unpacked into an anonymous file (memfd_create(2)) that ends with the process.
    """

    @staticmethod
    def find_spec(name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        there = Path(getattr(sys, "_MEIPASS", "/nowhere"), *name.split("."))
        tries = (there.with_name(f"{there.name}{suffix}.xz") for suffix in EXTENSION_SUFFIXES)
        packed = next((path for path in tries if path.is_file()), None)
        if packed is None:
            return None
        fd = os.memfd_create(name)
        with os.fdopen(os.dup(fd), "wb") as file:
            file.write(lzma.decompress(packed.read_bytes()))
        place = f"/proc/self/fd/{fd}"
        return spec_from_file_location(name, place, loader=ExtensionFileLoader(name, place))


def is_single_file() -> bool:
    """The single file unpacks itself elsewhere; the package's program has its parts in its own folder."""
    parts = Path(getattr(sys, "_MEIPASS", "")).resolve()
    return Path(sys.executable).resolve().parent not in parts.parents


def begin() -> None:
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    os.environ.pop("LD_LIBRARY_PATH", None)
    if before:
        os.environ["LD_LIBRARY_PATH"] = before
    os.environ["PYINSTALLER_RESET_ENVIRONMENT"] = "1"
    if is_single_file():
        os.environ.setdefault("DAICHO_PORTABLE", "1")
    sys.meta_path.extend((DistributionNmap, PackedLibrary))
    from reconciler.cli import main

    main()


if __name__ == "__main__":
    begin()
