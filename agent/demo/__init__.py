"""The stand-in hospital of `daicho demo`: namespaces, hosts that answer, a sample ledger.

Nothing here is imported by a scan; a scan of the demo is the same code that scans a hospital.
"""
