"""Notices by Apprise (mail, webhooks, syslog and others by the form of an address).

The address holds a password, so it is a reference to a secret as in a scope: never an argument, never told. A notice
that cannot be delivered is told on stderr and tried again with the next run.
"""

from __future__ import annotations

import os
from collections.abc import Sequence

import click

from agent.credentials import CredentialError, fetch
from reconciler.report.notice import Notice


def send(references: Sequence[str], notice: Notice) -> bool:
    """Whether every address took it."""
    from apprise import Apprise  # late: 0.4 s

    delivered = True
    for reference in references:
        messenger = Apprise()
        try:
            address = fetch(reference, "notice", os.environ)
        except CredentialError as error:
            click.echo(f"note: {error}; the notice was not sent", err=True)
            delivered = False
            continue
        if not messenger.add(address):
            click.echo(
                f"note: {reference} holds no address that Apprise understands, such as mailto://", err=True
            )
            delivered = False
        elif not messenger.notify(title=notice.title, body=notice.text):
            click.echo(
                f"note: the notice to {reference} was not taken; it is tried again next time", err=True
            )
            delivered = False
    return delivered
