"""What each command of `daicho` does, apart from reading its options: one module a task.

This is the only part of the reconciler that drives the agent. Documents go to stdout or to --out, talk
goes to stderr, and a command answers with one of the exit codes below.
"""
