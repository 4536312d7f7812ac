"""`python -m reconciler` is `daicho`, for places where the script is not on the path."""

from reconciler.cli import main

main()
