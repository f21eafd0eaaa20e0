"""The text of a new control and of its cases, to start from: they lint clean and pass as they are.

The query tests a property of the type that is true or false, or else its name; everything to be
written by the author says so in angle brackets. Nothing is written to disk here.
"""

from __future__ import annotations

from dataclasses import dataclass

from ingest.catalogue import Catalogue, Declaration

CONTROL = """/*---
title: <what is right, in a sentence>
resource: {label}
severity: medium
policy: {policy}
mandates: {{}}
why: <why it matters, in a sentence or two of your own>
fix:
  console: <where to click for {{name}}>
  cli: <the command for {{name}}>
  terraform: <the resource and argument to set>
---*/
MATCH (n:{label})
WHERE {predicate}
RETURN n AS resource, {{expected: {good}, actual: n.{name}}} AS evidence
"""

CASES = """// fail: <what is wrong with it>
CREATE (:Resource:{label} {{uid: 'a', {name}: {bad}}})

// pass: <what is right with it>
CREATE (:Resource:{label} {{uid: 'a', {name}: {good}}})
"""


@dataclass(frozen=True, kw_only=True)
class New:
    """The texts of `<name>.cypher` and `<name>.test.cypher`."""

    control: str
    cases: str


def scaffold(label: str, catalogue: Catalogue, *, policy: str = "company-baseline") -> New:
    """Return a new control of a resource type. Raises KeyError where there is no such type."""
    values = _tested(catalogue[label])
    return New(
        control=CONTROL.format(label=label, policy=policy, **values),
        cases=CASES.format(label=label, **values),
    )


def _tested(declaration: Declaration) -> dict[str, str]:
    """Return the property to test, the predicate, and a value for either case."""
    for declared in declaration.properties:
        if declared.kind is bool and not declared.many:
            name = declared.name
            return {"name": name, "predicate": f"NOT n.{name}", "good": "true", "bad": "false"}
    return {"name": "name", "predicate": "n.name = 'bad'", "good": "'good'", "bad": "'bad'"}
