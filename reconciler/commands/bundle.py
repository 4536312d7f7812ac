"""`daicho bundle`: the sealed folder of a run as one file, encrypted to its recipients where it leaves the house.

A tar (POSIX.1-2001 pax) of what the seal names and the seals themselves, and nothing else: no state, no key. The same
folder gives the same tar. It is encrypted with age (age-encryption.org/v1, by pyrage, which is the rage of Rust), in a
stream: nothing of it touches the disk unencrypted, and nothing waits in memory.
"""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryFile
from typing import IO

import click

from agent.seal import SEAL, Entry, Seal
from reconciler.commands.documents import not_overwritten, not_written
from reconciler.commands.outcome import CommandError, Exit
from reconciler.commands.privacy import warn_if_open
from reconciler.commands.verdict import verdict
from reconciler.report.wording import Language

AGE = b"age-encryption.org/v1"
CHUNK = 1 << 16


def bundle(folder: Path, out: Path, recipients: tuple[str, ...]) -> Exit:
    """Raises CommandError for a folder that is not as it was sealed, and for a recipient that is none."""
    found = verdict(folder)
    if found.seal is None or found.faults:
        raise CommandError(
            f"{folder} is not as it was sealed, or never was, so it is not handed on: see `daicho verify {folder}`"
        )
    keys = [key for text in recipients for key in _recipients(text)]
    if not keys:
        click.echo(
            "note: the bundle is not encrypted, and it holds the hospital's ledgers: do not let it leave the house; "
            "`--to age1...` encrypts it",
            err=True,
        )
    stream = _Chunks(_tar(folder, found.seal))
    with _whole(out) as file:
        if keys:
            import pyrage  # late: only this command needs it

            pyrage.encrypt_io(io.BufferedReader(stream, CHUNK), file, keys)
        else:
            while chunk := stream.read(CHUNK):
                file.write(chunk)
    told = f"encrypted to {len(keys)}" if keys else "not encrypted"
    click.echo(f"{out}: {out.stat().st_size:,} bytes, {told}; key {found.seal.key}", err=True)
    return Exit.AGREE


def unbundle(file: Path, out: Path, identity: Path | None, *, lang: Language) -> Exit:
    """The exit code is that of verifying what came out. Raises CommandError."""
    from reconciler.commands.verify import verify

    try:
        with _made(out), file.open("rb") as sealed, TemporaryFile(dir=out) as plain:
            _decrypted(sealed, plain, file, identity)
            plain.seek(0)
            _extract(plain, out)
    except tarfile.TarError as error:
        raise CommandError(f"{file}: no bundle of daicho, or damaged ({error})") from error
    except OSError as error:
        raise not_written(
            out, error, "give a bundle that can be read, and an --out that can be written"
        ) from error
    return verify(out, "", remake=False, as_json=False, lang=lang)


@contextmanager
def _made(folder: Path) -> Iterator[None]:
    """The folder, empty or made; half of a bundle is not left in it. Raises CommandError, OSError."""
    if folder.exists() and any(folder.iterdir()):
        raise CommandError(f"{folder} is there already and is not written into; give another --out")
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        yield
    except BaseException:
        shutil.rmtree(folder)
        raise


# -- the tar -----------------------------------------------------------------------------------------


def _tar(folder: Path, seal: Seal) -> Iterator[bytes]:
    """Raises CommandError where a file is no longer what was verified."""
    text = (folder / SEAL).read_bytes()
    files = {**seal.files, SEAL: Entry(len(text), hashlib.sha256(text).hexdigest())}
    written = 0
    for path, entry in sorted(files.items()):
        info = tarfile.TarInfo(path)
        info.size, info.mode = entry.size, 0o600
        head = info.tobuf(tarfile.PAX_FORMAT, "utf-8", "surrogateescape")
        yield head
        yield from _content(folder / path, entry)
        padding = -entry.size % tarfile.BLOCKSIZE
        yield b"\0" * padding
        written += len(head) + entry.size + padding
    yield b"\0" * (2 * tarfile.BLOCKSIZE)
    yield b"\0" * (-(written + 2 * tarfile.BLOCKSIZE) % tarfile.RECORDSIZE)


def _content(path: Path, entry: Entry) -> Iterator[bytes]:
    whole = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            whole.update(chunk)
            yield chunk
    if whole.hexdigest() != entry.sha256:
        raise CommandError(f"{path} was changed while it was bundled; nothing was written")


class _Chunks(io.RawIOBase):
    """An iterator of bytes to be read as a file."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        super().__init__()
        self._chunks, self._left = chunks, memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        while not self._left:
            chunk = next(self._chunks, None)
            if chunk is None:
                return 0
            self._left = memoryview(chunk)
        count = min(len(buffer), len(self._left))
        buffer[:count] = self._left[:count]
        self._left = self._left[count:]
        return count


@contextmanager
def _whole(out: Path) -> Iterator[IO[bytes]]:
    """The file, there when it is whole and never over another. Raises CommandError."""
    partial = out.with_name(f"{out.name}.partial")
    if out.exists():
        raise not_overwritten(out, "give another --out")
    try:
        with os.fdopen(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        partial.rename(out)
    except OSError as error:
        raise not_written(out, error, "give another --out") from error
    finally:
        partial.unlink(missing_ok=True)


def _extract(plain: IO[bytes], out: Path) -> None:
    """Ordinary files inside `out` alone. Raises TarError, OSError, CommandError."""
    with tarfile.open(fileobj=plain, mode="r:") as tar:
        for info in tar:
            name = PurePosixPath(info.name)
            if not info.isreg() or name.is_absolute() or ".." in name.parts or "\\" in info.name:
                raise CommandError(f"the bundle holds {info.name!r}, which is no file of a run")
            source = tar.extractfile(info)
            if source is None:
                continue
            path = out / name
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                while chunk := source.read(CHUNK):
                    file.write(chunk)


# -- age ---------------------------------------------------------------------------------------------


def _recipients(text: str) -> Iterator[object]:
    """A recipient, or a file of them, a line each. Raises CommandError."""
    import pyrage

    lines = [text] if text.startswith(("age1", "ssh-")) else _lines(Path(text))
    for line in lines:
        try:
            if line.startswith("ssh-"):
                yield pyrage.ssh.Recipient.from_str(line)
            else:
                yield pyrage.x25519.Recipient.from_str(line)
        except pyrage.RecipientError as error:
            raise CommandError(
                f"{line[:80]!r} is no recipient ({error}): it begins with age1, or is a public key of SSH"
            ) from error


def _lines(path: Path) -> list[str]:
    try:
        lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines()]
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(f"{path}: neither a recipient nor a file of keys ({error})") from error
    found = [line for line in lines if line and not line.startswith("#")]
    if not found:
        raise CommandError(f"{path}: there is no key in it")
    return found


def _decrypted(sealed: IO[bytes], plain: IO[bytes], file: Path, identity: Path | None) -> None:
    """A bundle that is not encrypted is passed on as it is. Raises CommandError for a wrong key."""
    head = sealed.read(len(AGE))
    sealed.seek(0)
    if head != AGE:
        while chunk := sealed.read(CHUNK):
            plain.write(chunk)
        return
    if identity is None:
        raise CommandError(
            f"{file} is encrypted: give --identity, the file with the key that it was encrypted to"
        )
    import pyrage

    try:
        pyrage.decrypt_io(sealed, plain, _identities(identity))
    except (pyrage.DecryptError, OSError) as error:  # the latter without a number: of damage in the middle
        if isinstance(error, OSError) and error.errno is not None:
            raise
        if "No matching keys" in str(error):
            raise CommandError(
                f"{file} was encrypted to another key than that in {identity}; ask who made it for which recipient"
            ) from error
        raise CommandError(f"{file} is damaged or was changed ({error}); get it once more") from error


def _identities(path: Path) -> list[object]:
    import pyrage

    warn_if_open(path, "the key that opens bundles")
    text = "\n".join(_lines(path))
    try:
        if text.startswith("-----BEGIN"):
            return [pyrage.ssh.Identity.from_buffer(text.encode() + b"\n")]
        return [pyrage.x25519.Identity.from_str(line) for line in text.splitlines()]
    except pyrage.IdentityError as error:
        raise CommandError(f"{path} holds no key that age can use ({error})") from error
