"""Reference page of the command line, from the commands themselves."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Any

import typer

from docs.tables import code, page, table
from server.cli.app import app


def leaves(command: Any = None, path: tuple[str, ...] = ("cirrograph",)) -> Iterator[Any]:
    """Yield (words, command) of every command that does something, in order of their names."""
    command = command or typer.main.get_command(app)
    below = getattr(command, "commands", None)
    if below is None:
        yield path, command
        return
    for name in sorted(below):
        yield from leaves(below[name], (*path, name))


def page_of_commands() -> str:
    """Return the page."""
    blocks = [block for words, command in leaves() for block in _command(words, command)]
    return page(
        "Commands",
        "Every command says the same with `--help`. What `--json` prints is told in "
        "[Command line](../command-line.md).",
        *blocks,
    )


def _command(words: tuple[str, ...], command: Any) -> Iterator[str]:
    yield f"## {' '.join(words)}"
    yield f"`{' '.join([*words, *_usage(command)])}`"
    yield inspect.cleandoc(command.help or "")
    yield table(("argument or option", "meaning", "default"), [_row(p) for p in command.params])


def _usage(command: Any) -> Iterator[str]:
    for parameter in command.params:
        if parameter.param_type_name == "argument":
            name = parameter.name.upper() + ("..." if parameter.nargs == -1 else "")
            yield name if parameter.required else f"[{name}]"
    if any(p.param_type_name == "option" for p in command.params):
        yield "[options]"


def _row(parameter: Any) -> tuple[str, str, str]:
    if parameter.param_type_name == "argument":
        return code(parameter.name.upper()), parameter.help or "", _default(parameter)
    names = ", ".join(code(name) for name in (*parameter.opts, *parameter.secondary_opts))
    return names, parameter.help or "", _default(parameter)


def _default(parameter: Any) -> str:
    if parameter.required:
        return "needed"
    if parameter.default is None or getattr(parameter, "is_flag", False):
        return ""
    return code(str(parameter.default))
