"""What can be wrong with controls, one error for each situation of their author.

Every message names the file or the id, the offending value and the way out. All of them are
`ControlError`, so that a command line can print them without a traceback.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from controls.control import Control


class ControlError(Exception):
    """A control, or a file beside it, cannot be used; the message says why and the way out."""


class CypherUnreadable(ControlError):
    """A string, back-tick or comment never ends."""

    def __init__(self, line: int, column: int, what: str) -> None:
        self.line = line
        self.column = column
        super().__init__(f"line {line}, column {column}: {what} never ends: close it")


class BadControl(ControlError):
    """The file of a control has no front matter, or front matter that is not what it has to be."""


class BadOverride(ControlError):
    """An `overrides.yaml` does not fit its form, or names what does not exist."""


class DuplicateControl(ControlError):
    """Two files claim the same id."""


class BadCases(ControlError):
    """The cases of a control do not fit their form."""


class NotExplained(ControlError):
    """Neo4j cannot plan a control; carries where in the file."""

    def __init__(self, message: str, *, line: int, column: int) -> None:
        self.message = message
        self.line = line
        self.column = column
        super().__init__(f"line {line}, column {column}: {message}")


class BrokenControls(ControlError):
    """Some files could not be loaded: `errors` are theirs, `controls` are all the others.

    Who evaluates may go on with `controls`, as long as `errors` are shown.
    """

    def __init__(
        self, errors: Sequence[ControlError], controls: Mapping[str, Control] | None = None
    ) -> None:
        self.errors = tuple(errors)
        self.controls: Mapping[str, Any] = dict(controls or {})
        super().__init__("\n".join(str(error) for error in errors))
