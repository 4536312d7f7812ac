"""Does the ledger agree: reads the hospital's ledger, holds it against the findings, reports."""
