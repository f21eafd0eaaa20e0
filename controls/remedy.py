"""Fill a control's remediation with the names of the resource that failed.

What stands on a resource was named by whoever made it. In the command line every value is quoted
for a POSIX shell, also where the text has put quotes around its place; in Terraform it is escaped
for a quoted string. `{property}` stands for a property of the resource; one that it does not have
stays as it is, to be filled by hand.
"""

from __future__ import annotations

import functools
import re
import shlex
from collections.abc import Callable, Mapping
from typing import Any

from controls.control import PLACEHOLDER, Control, Fix

IN_DOUBLE = re.compile(r'([\\$`"])')


def remediation(control: Control, properties: Mapping[str, Any]) -> Fix:
    """Return how to put one resource right: console, command line, Terraform."""
    fix = control.fix
    return Fix(
        console=_fill(fix.console, properties, lambda value, _: value),
        cli=_fill(fix.cli, properties, _for_shell),
        terraform=_fill(fix.terraform, properties, lambda value, _: _for_terraform(value)),
    )


def _fill(text: str, properties: Mapping[str, Any], written: Callable[[str, str], str]) -> str:
    def fill(match: re.Match[str]) -> str:
        value = properties.get(match[1])
        if value is None or match[0].startswith("$"):
            return match[0]
        said = ",".join(map(str, value)) if isinstance(value, list) else str(value)
        return written(said, text[: match.start()])

    return PLACEHOLDER.sub(fill, text)


def _for_shell(value: str, before: str) -> str:
    """Quote a value for the place where it stands: bare, or inside quotes."""
    inside = _open_quote(before)
    if inside == "'":
        return value.replace("'", "'\"'\"'")
    if inside == '"':
        return IN_DOUBLE.sub(r"\\\1", value)
    return shlex.quote(value)


@functools.lru_cache(maxsize=8192)
def _open_quote(text: str) -> str | None:
    """Return the quote that is open at the end of a command line (of a control: there are few)."""
    inside: str | None = None
    escaped = False
    for character in text:
        if escaped:
            escaped = False
        elif character == "\\" and inside != "'":
            escaped = True
        elif inside is None and character in "'\"":
            inside = character
        elif character == inside:
            inside = None
    return inside


def _for_terraform(value: str) -> str:
    plain = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return plain.replace("${", "$${").replace("%{", "%%{")
