"""The command line: `cirrograph`.

One file a command or group of commands; `main` turns the errors that a user can mend into one line
that says what to do. Every command that prints data takes `--json`, and prints only that then.
"""

from server.cli.app import main

__all__ = ["main"]
