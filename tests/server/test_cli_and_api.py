"""Each command has its counterpart in the API, or a reason for having none: docs/graphql.md tells.

A new command fails here until the table of that page has a row for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer.main

from ingest.catalogue import discover
from schema.api import Api
from server.cli.app import app

PAGE = Path(__file__).parents[2] / "docs" / "graphql.md"
ROW = re.compile(r"^\| `cirrograph ([a-z0-9 -]+)` \| (.+) \|$", re.MULTILINE)
FIELD = re.compile(r"`(?:(mutation|subscription) )?([a-z]\w*)`")


def commands(command: Any, *before: str) -> Iterator[str]:
    """Yield each command with the words that lead to it."""
    below = getattr(command, "commands", None)
    if below is None:
        yield " ".join(before)
        return
    for name, one in below.items():
        yield from commands(one, *before, name)


@pytest.fixture(scope="module")
def rows() -> dict[str, str]:
    found = ROW.findall(PAGE.read_text(encoding="utf-8"))
    assert len(dict(found)) == len(found), "a command stands in the table twice"
    return dict(found)


def test_each_command_has_a_row_and_each_row_a_command(rows: dict[str, str]) -> None:
    assert set(rows) == set(commands(typer.main.get_command(app)))


def test_what_the_rows_name_is_there(rows: dict[str, str]) -> None:
    schema = Api(discover()).schema._schema
    types = {
        "": schema.query_type, "mutation": schema.mutation_type,
        "subscription": schema.subscription_type,
    }  # fmt: skip
    for command, said in rows.items():
        if said.startswith("none: "):
            assert len(said) > len("none: ") + 10, command
            continue
        named = FIELD.findall(said)
        assert named or "GET /" in said, f"{command}: neither a counterpart nor a reason"
        for kind, field in named:
            type_ = types[kind]
            assert type_ is not None
            assert field in type_.fields, (command, field)
