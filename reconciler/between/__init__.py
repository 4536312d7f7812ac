"""What came, went and changed between two runs, or between two ledgers."""
