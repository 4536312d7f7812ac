"""`daicho schema`: the forms of the documents that others build on."""

from __future__ import annotations

import click


@click.command()
@click.argument("name", required=False, default="")
def schema(name: str) -> None:
    """Print the JSON Schema (draft 2020-12) of the document NAME; without NAME, list them all.

    The schemas are what the documents are tested by: findings, account, scope, identify-input and identify-output,
    ledger, reconciliation, report and others.
    """
    from reconciler.commands.schemas import schema as run

    run(name)


COMMANDS = (schema,)
