"""What `docs/clouds.md` says is survived has the tests that it names."""

from __future__ import annotations

import ast
import functools
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHOWN = re.compile(r"\[([^\]]+)\]\(\.\./(tests/[^)]+\.py)\)")


def rows() -> list[str]:
    """Return the lines of the table, without its heads and those that begin a part of it."""
    page = (ROOT / "docs" / "clouds.md").read_text(encoding="utf-8")
    table = page.partition("## What is survived")[2].partition("\n## ")[0]
    lines = [line for line in table.splitlines() if line.startswith("| ")]
    return [line for line in lines[2:] if not line.startswith("| **")]


@functools.cache
def named_in(path: str) -> set[str]:
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return {one.name for one in ast.walk(tree) if isinstance(one, ast.FunctionDef)}


@pytest.mark.parametrize("line", rows(), ids=lambda line: line.split("|")[1].strip()[:60])
def test_each_row_names_tests_that_there_are(line: str) -> None:
    shown = SHOWN.findall(line)
    assert shown
    for name, path in shown:
        assert f"test_{name.replace(' ', '_')}" in named_in(path)


def test_there_are_rows() -> None:
    assert len(rows()) > 30
