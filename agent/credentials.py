"""References in the scope -> secrets in memory. They live in Targets and nowhere else.

env:NAME is the environment, file:PATH a file that only its owner may read, credential:NAME a file in the
directory that systemd hands over ($CREDENTIALS_DIRECTORY, systemd.exec(5)).
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from agent.care import HostView
from agent.host import open_to_others
from agent.scope import Scope, SnmpAccess
from probes.model import Community, Secret, UsmUser


class CredentialError(ValueError):
    """A secret that the scope refers to cannot be had; the message names the reference, never the secret."""


def resolve(scope: Scope, environment: Mapping[str, str]) -> dict[str, Secret]:
    """Every `[snmp.NAME]` -> its secret. Raises CredentialError for the first that is missing."""
    return {access.name: _secret(access, environment) for access in scope.snmp}


def _secret(access: SnmpAccess, environment: Mapping[str, str]) -> Secret:
    first = fetch(access.secret, f"snmp.{access.name}", environment)
    if access.version != "3":
        return Community(first, "1" if access.version == "1" else "2c")
    second = fetch(access.privacy_secret, f"snmp.{access.name}", environment)
    return UsmUser(access.user, access.auth, first, access.privacy, second)


def fetch(reference: str, name: str, environment: Mapping[str, str]) -> str:
    """The secret that a reference names; `name` is whose it is, for the error. Raises CredentialError."""
    form, _, where = reference.partition(":")
    if form == "env":
        if not environment.get(where):
            raise CredentialError(
                f"{name}: the environment has no {where}; set it, or take the entry out of the scope"
            )
        return environment[where]
    path = Path(environment.get("CREDENTIALS_DIRECTORY", "")) / where if form == "credential" else Path(where)
    try:
        open_to_all = form == "file" and open_to_others(path)
        text = path.read_text(encoding="utf-8").strip()
    except OSError as error:
        raise CredentialError(
            f"{name}: {reference} cannot be read ({error.strerror}); see systemd's LoadCredential"
        ) from error
    if open_to_all:
        raise CredentialError(f"{name}: {where} can be read by others; `chmod 600` it")
    if not text:
        raise CredentialError(f"{name}: {reference} is empty")
    return text


def secret_for(view: HostView, scope: Scope, secrets: Mapping[str, Secret]) -> Secret | None:
    """The one that this host may see: an infrastructure secret only if its address is listed, else a
    `devices` community only if the host's network names it. Nobody else is ever shown one."""
    for access in scope.snmp:
        if access.kind == "infrastructure" and view.ip in access.hosts:
            return secrets.get(access.name)
    for access in scope.snmp:
        if (
            access.kind == "devices"
            and access.name in view.network.snmp
            and (not access.hosts or view.ip in access.hosts)
        ):
            return secrets.get(access.name)
    return None
