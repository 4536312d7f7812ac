"""The hospital's ledger as it is: reading, column mapping, normalising. Nothing is written back here."""
