"""Names in Cypher texts: identifiers and nothing else."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.cypher import named

ROOT = Path(__file__).parents[2]
PACKAGES = ("graph", "controls", "schema", "server")
RUNNERS = {"run", "execute_query"}


def test_places_are_filled() -> None:
    assert named("MATCH (n:$$LABEL)-[:$$TYPE]->()", label="A", type="B|C") == (
        "MATCH (n:A)-[:B|C]->()"
    )


@pytest.mark.promise("S3")
@given(st.text().filter(lambda t: not t.isidentifier() or not t.isascii() or t[:1] == "_"))
def test_what_is_no_identifier_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no label"):
        named("MATCH (n:$$LABEL)", label=text)


@pytest.mark.promise("S3")
@pytest.mark.parametrize(
    "path", [p for name in PACKAGES for p in sorted((ROOT / name).rglob("*.py"))], ids=str
)
def test_no_text_that_was_pasted_together_is_run(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            first = node.args[0] if node.args else None
            if node.func.attr in RUNNERS and first is not None:
                assert not isinstance(first, ast.JoinedStr), f"{path}:{node.lineno}: an f-string"
                assert not _formats(first), f"{path}:{node.lineno}: a formatted text"


def _formats(node: ast.expr) -> bool:
    """Tell whether an expression is `"..." % x` or `"...".format(x)`."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod):
        return True
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "format"
    )
