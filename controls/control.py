"""A control: one `.cypher` file, with its metadata in a leading comment.

    /*---
    title: ...            (YAML: see `FrontMatter`)
    ---*/
    MATCH ... RETURN node AS resource, {...} AS evidence

The whole file is Cypher, and runs when it is pasted into Neo4j Browser. `parse` makes a frozen
`Control` of it; `runnable` makes of a control the text and parameters for one evaluation: with
its thresholds overridden, and `datetime()` replaced by the time of the evaluation. Left out: what
the Cypher means (`controls.read_set`), and whether it is any good (`controls.lint`).
"""

from __future__ import annotations

import dataclasses
import functools
import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

import pydantic
import yaml
from pydantic_core import ErrorDetails

from controls import clauses
from controls.errors import BadControl, ControlError, CypherUnreadable
from controls.tokens import code

Model = TypeVar("Model", bound=pydantic.BaseModel)

Severity = Literal["critical", "high", "medium", "low", "info"]
Text = Annotated[str, pydantic.StringConstraints(strip_whitespace=True, min_length=1)]
Id = Annotated[str, pydantic.StringConstraints(pattern=r"^[a-z0-9][a-z0-9._-]*$")]
ControlId = Annotated[str, pydantic.StringConstraints(pattern=r"^[a-z0-9_-]+(/[a-z0-9_-]+)*$")]

# The same loader in C where it was built: some ten times faster, and there are many files.
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
FRONT_MATTER = re.compile(r"\s*/\*---[ \t]*\n(?P<yaml>.*?)\n?---\*/[ \t]*\n?", re.DOTALL)
PLACEHOLDER = re.compile(r"\$?\{([a-z_][a-z0-9_]*)\}")
STRICT = pydantic.ConfigDict(extra="forbid", frozen=True, strict=True)


class Fix(pydantic.BaseModel):
    """How to put it right; `{name}` and the like stand for the resource's own properties."""

    model_config = STRICT

    console: Text
    cli: Text
    terraform: Text

    def placeholders(self) -> frozenset[str]:
        """Return the properties that the texts name; `${...}` is the shell's or Terraform's."""
        texts = (self.console, self.cli, self.terraform)
        found = (match for text in texts for match in PLACEHOLDER.finditer(text))
        return frozenset(match[1] for match in found if not match[0].startswith("$"))

    def filled(self, properties: Mapping[str, Any]) -> Fix:
        """Return the texts with each `{property}` that the resource has put in its place."""

        def fill(match: re.Match[str]) -> str:
            known = not match[0].startswith("$") and properties.get(match[1]) is not None
            return str(properties[match[1]]) if known else match[0]

        return Fix(
            console=PLACEHOLDER.sub(fill, self.console),
            cli=PLACEHOLDER.sub(fill, self.cli),
            terraform=PLACEHOLDER.sub(fill, self.terraform),
        )


class FrontMatter(pydantic.BaseModel):
    """The metadata of a control; keys that are not listed here are refused."""

    model_config = STRICT

    title: Text
    resource: Text
    severity: Severity
    policy: Id
    mandates: dict[Id, list[Text]] = {}
    also: dict[Literal["prowler"], list[Text]] = {}
    why: Text
    fix: Fix
    applies: Text | None = None
    formerly: list[ControlId] = []


@dataclass(frozen=True, kw_only=True)
class Control:
    """One check on one resource type.

    id: its path without suffix, `aws/s3/bucket_public_access`.
    text: the whole file. resource: the label of what it checks.
    mandates: requirement numbers by mandate id. also: ids of the same check elsewhere, by tool.
    applies: a query that returns, as `resource`, those it applies to; None where to all.
    thresholds: the values in force, overrides among them. overridden: the names of those.
    own: it stands in a folder of the user's. disabled, reason: from an override; overridden_in: the
    file that has it, None where there is none or it stands in the graph; override: what it says.
    """

    id: str
    path: Path
    text: str
    title: str
    resource: str
    severity: Severity
    policy: str
    mandates: Mapping[str, tuple[str, ...]]
    also: Mapping[str, tuple[str, ...]]
    why: str
    fix: Fix
    applies: str | None
    formerly: tuple[str, ...]
    thresholds: Mapping[str, clauses.Literal]
    overridden: tuple[str, ...] = ()
    own: bool = False
    disabled: bool = False
    reason: str | None = None
    overridden_in: Path | None = None
    override: Mapping[str, Any] = field(default_factory=dict)

    @functools.cached_property
    def hash(self) -> str:
        """SHA-256, in hex, of all that decides what it finds: its file and its thresholds."""
        values = json.dumps(dict(self.thresholds), sort_keys=True)
        return hashlib.sha256(f"{self.text}\0{values}".encode()).hexdigest()

    @functools.cached_property
    def cloud(self) -> str:
        """The first part of its id."""
        return self.id.split("/", 1)[0]

    @property
    def cases_path(self) -> Path:
        """The file of its cases, beside it."""
        return self.path.with_name(f"{self.path.stem}.test.cypher")

    @functools.cached_property
    def line(self) -> int:
        """The line on which the query begins, after the front matter."""
        match = FRONT_MATTER.match(self.text)
        return self.text.count("\n", 0, match.end() if match else 0) + 1


def parse(text: str, *, id: str, path: Path, own: bool = False) -> Control:  # noqa: A002 - the field's own name
    """Return the control that a file's text holds. Raises BadControl, naming file and key."""
    match = FRONT_MATTER.match(text)
    if match is None:
        raise BadControl(
            f"{path}: begins with no front matter: put `/*---`, its YAML and `---*/` at the top"
        )
    if "*/" in match["yaml"]:
        raise BadControl(f"{path}: the front matter has `*/`, which ends the comment: reword it")
    front = validated(FrontMatter, match["yaml"], str(path), BadControl)
    try:
        found = clauses.thresholds(text)
        code(front.applies or "")
    except CypherUnreadable as error:
        raise BadControl(f"{path}: {error}") from error
    return Control(
        id=id,
        path=path,
        text=text,
        title=front.title,
        resource=front.resource,
        severity=front.severity,
        policy=front.policy,
        mandates={name: tuple(numbers) for name, numbers in front.mandates.items()},
        also={tool: tuple(ids) for tool, ids in front.also.items()},
        why=front.why,
        fix=front.fix,
        applies=front.applies,
        formerly=tuple(front.formerly),
        thresholds={name: threshold.value for name, threshold in found.items()},
        own=own,
    )


def read_yaml(text: str) -> Any:
    """Return what a YAML text says; plain values only. Raises YAMLError."""
    return yaml.load(text, Loader=LOADER)  # noqa: S506 - a safe loader, in C


def validated(model: type[Model], text: str, source: str, wrong: type[ControlError]) -> Model:
    """Return what the YAML `text` says, checked; raises `wrong`, naming `source` and each key."""
    try:
        return model.model_validate(read_yaml(text))
    except yaml.YAMLError as error:
        raise wrong(f"{source}: this is not YAML: {error}") from error
    except pydantic.ValidationError as error:
        told = "; ".join(_told(problem) for problem in error.errors())
        raise wrong(f"{source}: {told}") from error


def _told(problem: ErrorDetails) -> str:
    """Say what is wrong with one key, and what to do."""
    key = ".".join(str(part) for part in problem["loc"]) or "(top level)"
    if problem["type"] == "extra_forbidden":
        return f"`{key}`: there is no such key: correct or remove it"
    if problem["type"] == "missing":
        return f"`{key}` is missing: add it"
    message = f"`{key}`: {problem['msg']}, not {problem['input']!r}"
    quoted = isinstance(problem["input"], int | float) and problem["type"] == "string_type"
    return f"{message}: write it in quotes" if quoted else message


def runnable(control: Control, at: datetime) -> tuple[str, dict[str, Any]]:
    r"""Return the control's Cypher and its parameters, for an evaluation at the time `at`.

    `at` is aware. The text still carries its comments and may end in one, so wrap it with line
    breaks: `CALL () {\n<text>\n}`. It has the columns `resource` and, perhaps, `evidence`.
    """
    changed = {name: control.thresholds[name] for name in control.overridden}
    return _timed(clauses.with_thresholds(control.text, changed), at)


def applicable(control: Control, at: datetime) -> tuple[str, dict[str, Any]] | None:
    """Return the `applies` query and its parameters, as `runnable` does; None without one."""
    return _timed(control.applies, at) if control.applies is not None else None


def alone(control: Control) -> Control | None:
    """Return a control's `applies` as a control, to ask what it reads; None without one."""
    if control.applies is None:
        return None
    return dataclasses.replace(
        control, text=control.applies, applies=None, thresholds={}, overridden=()
    )


def planned_apart(controls: Iterable[Control]) -> dict[str, Control]:
    """Return controls by id, and with each that has one its `applies` as `<id>#applies`."""
    listed = list(controls)
    applies = {f"{c.id}#applies": a for c in listed if (a := alone(c))}
    return {c.id: c for c in listed} | applies


def _timed(text: str, at: datetime) -> tuple[str, dict[str, Any]]:
    timed = clauses.at_time(text)
    return timed, {clauses.NOW: at} if f"${clauses.NOW}" in timed else {}
