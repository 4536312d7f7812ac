"""A sealed run as one file: the same each time, opened by its recipient alone, and whole when it comes out."""

from __future__ import annotations

import io
import json
import tarfile
from collections.abc import Iterator
from pathlib import Path

import pyrage
import pytest

from tests.reconciler.sealed_run import code, copy_of, run, sealed_run


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DAICHO_STATE", str(tmp_path_factory.mktemp("state") / "own"))
        yield sealed_run(tmp_path_factory.mktemp("made") / "run")


@pytest.fixture
def keys(tmp_path: Path) -> tuple[str, Path]:
    """A recipient, and the file with its key as age-keygen writes it."""
    identity = pyrage.x25519.Identity.generate()
    path = tmp_path / "key.txt"
    path.write_text(
        f"# created: 2026-11-26\n# public key: {identity.to_public()}\n{identity}\n", encoding="utf-8"
    )
    path.chmod(0o600)
    return str(identity.to_public()), path


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_it_comes_out_as_it_went_in(made: Path, tmp_path: Path, keys: tuple[str, Path]) -> None:
    to, identity = keys
    bundle = tmp_path / "run.tar.age"
    done = run("bundle", made, "--out", bundle, "--to", to)
    assert code(done) == 0 and "not encrypted" not in done.stderr
    assert bundle.read_bytes().startswith(b"age-encryption.org/v1") and b"findings" not in bundle.read_bytes()
    opened = run("unbundle", bundle, "--out", tmp_path / "again", "--identity", identity)
    assert code(opened) == 0 and "封印のとおりです" in opened.output
    assert files(tmp_path / "again") == files(made)
    assert code(run("verify", tmp_path / "again", "--remake")) == 0


def test_any_tar_and_any_age_can_open_it(made: Path, tmp_path: Path, keys: tuple[str, Path]) -> None:
    to, identity = keys
    recipients = tmp_path / "recipients.txt"
    recipients.write_text(f"# 監査人\n{to}\n", encoding="utf-8")
    bundle = tmp_path / "run.tar.age"
    assert code(run("bundle", made, "--out", bundle, "--to", recipients)) == 0
    line = identity.read_text(encoding="utf-8").splitlines()[-1]
    plain = pyrage.decrypt(bundle.read_bytes(), [pyrage.x25519.Identity.from_str(line)])
    with tarfile.open(fileobj=io.BytesIO(plain)) as tar:
        told = {info.name: tar.extractfile(info).read() for info in tar}  # type: ignore[union-attr]
    assert told == files(made)


def test_the_same_folder_gives_the_same_bytes(made: Path, tmp_path: Path) -> None:
    for name in ("a.tar", "b.tar"):
        done = run("bundle", made, "--out", tmp_path / name)
        assert code(done) == 0 and "do not let it leave the house" in done.stderr
    assert (tmp_path / "a.tar").read_bytes() == (tmp_path / "b.tar").read_bytes()


def test_state_and_key_are_never_in_it(made: Path, tmp_path: Path) -> None:
    folder = copy_of(made, tmp_path / "run")
    (folder / "state").mkdir()
    (folder / "state" / "signing.key").write_text("secret", encoding="utf-8")
    assert code(run("bundle", folder, "--out", tmp_path / "a.tar")) == 0
    with tarfile.open(tmp_path / "a.tar") as tar:
        assert not [name for name in tar.getnames() if "state" in name]


def test_a_changed_folder_is_not_handed_on(made: Path, tmp_path: Path) -> None:
    folder = copy_of(made, tmp_path / "run")
    (folder / "report.html").write_bytes(b"x")
    done = run("bundle", folder, "--out", tmp_path / "a.tar")
    assert code(done) == 2 and "daicho verify" in str(done.exception) and not (tmp_path / "a.tar").exists()


def refused(tmp_path: Path, *arguments: object) -> str:
    done = run("unbundle", *arguments, "--out", tmp_path / "again")
    assert code(done) == 2 and not (tmp_path / "again").exists()
    return str(done.exception)


def test_what_cannot_be_opened_says_why(made: Path, tmp_path: Path, keys: tuple[str, Path]) -> None:
    to, identity = keys
    bundle, other = tmp_path / "run.tar.age", tmp_path / "other.txt"
    run("bundle", made, "--out", bundle, "--to", to)
    other.write_text(f"{pyrage.x25519.Identity.generate()}\n", encoding="utf-8")
    assert "another key" in refused(tmp_path, bundle, "--identity", other)
    assert "give --identity" in refused(tmp_path, bundle)
    other.write_text("no key\n", encoding="utf-8")
    assert "no key that age can use" in refused(tmp_path, bundle, "--identity", other)
    whole = bundle.read_bytes()
    for octets in (whole[:-1], whole[:-40] + b"\0" + whole[-39:], whole[:30]):
        bundle.write_bytes(octets)
        assert "damaged or was changed" in refused(tmp_path, bundle, "--identity", identity)
    bundle.write_bytes(b"PK")
    assert "no bundle" in refused(tmp_path, bundle)


@pytest.mark.parametrize("to", ["age1zzz", "ssh-ed25519 AAAA", "nowhere.txt"])
def test_a_recipient_that_is_none_is_told(made: Path, tmp_path: Path, to: str) -> None:
    done = run("bundle", made, "--out", tmp_path / "a.age", "--to", to)
    assert code(done) == 2 and not list(tmp_path.glob("a.age*"))


def test_nothing_is_overwritten(made: Path, tmp_path: Path) -> None:
    (tmp_path / "a.tar").write_bytes(b"mine")
    assert "not overwritten" in str(run("bundle", made, "--out", tmp_path / "a.tar").exception)
    run("bundle", made, "--out", tmp_path / "b.tar")
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "x").write_bytes(b"mine")
    done = run("unbundle", tmp_path / "b.tar", "--out", tmp_path / "there")
    assert code(done) == 2 and (tmp_path / "there" / "x").read_bytes() == b"mine"


@pytest.mark.parametrize("name", ["../x", "/tmp/x", "a/../../x", "a\\..\\x"])
def test_a_hostile_bundle_writes_nothing_beside_its_folder(name: str, tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "a.tar", "w") as tar:
        tar.addfile(tarfile.TarInfo(name), io.BytesIO())
    assert "no file of a run" in refused(tmp_path, tmp_path / "a.tar")


def test_a_link_in_a_bundle_is_not_made(tmp_path: Path) -> None:
    info = tarfile.TarInfo("a")
    info.type, info.linkname = tarfile.SYMTYPE, "/etc/passwd"
    with tarfile.open(tmp_path / "a.tar", "w") as tar:
        tar.addfile(info)
    assert "no file of a run" in refused(tmp_path, tmp_path / "a.tar")


def test_a_bundle_that_was_changed_on_its_way_does_not_verify(made: Path, tmp_path: Path) -> None:
    run("bundle", made, "--out", tmp_path / "a.tar")
    octets = (tmp_path / "a.tar").read_bytes()
    run_id = json.loads((made / "findings.json").read_text(encoding="utf-8"))["run"].encode()
    (tmp_path / "a.tar").write_bytes(octets.replace(run_id, run_id[:-1] + b"X", 1))
    assert code(run("unbundle", tmp_path / "a.tar", "--out", tmp_path / "again")) == 1
