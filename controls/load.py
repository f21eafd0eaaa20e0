"""Find the controls by walking folders, and apply the user's overrides.

The shipped controls stand below this package, `<cloud>/<service>/<name>.cypher`. A folder of the
user's has the same form:

    <folder>/controls/**/<name>.cypher      own controls, each with its `<name>.test.cypher`
    <folder>/policies/*.yaml, mandates/*.yaml      read elsewhere
    <folder>/overrides.yaml      {control id: {disable, severity, thresholds, reason}}

A control's id is its path below `controls` without suffix. There is no registry. One file that
cannot be read never hides the others: see `BrokenControls`.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

import pydantic

from controls.clauses import Literal, Scalar
from controls.control import STRICT, Control, Severity, Text, parse, validated
from controls.errors import (
    BadControl,
    BadOverride,
    BrokenControls,
    ControlError,
    DuplicateControl,
)

HERE = Path(__file__).parent
OVERRIDES = "overrides.yaml"
ID = re.compile(r"[a-z0-9_-]+(/[a-z0-9_-]+)*")
Controls: TypeAlias = dict[str, Control]


class Override(pydantic.BaseModel):
    """What a user changes about one control."""

    model_config = STRICT

    disable: bool = False
    severity: Severity | None = None
    thresholds: dict[str, Scalar | list[Scalar]] = {}
    reason: Text | None = None


class Overrides(pydantic.RootModel[dict[str, Override]]):
    """The whole of an `overrides.yaml`."""


def load(folders: Iterable[Path] = (), *, shipped: Path = HERE) -> Controls:
    """Return all controls by id, sorted: the shipped ones and those of `folders`, overridden.

    Disabled controls are among them, marked. Raises BrokenControls with every error found; it
    also carries the controls that are fine.
    """
    errors: list[ControlError] = []
    found: Controls = {}
    folders = tuple(folders)
    for root in (shipped, *(folder / "controls" for folder in folders)):
        _add(found, errors, root, own=root is not shipped)
    for folder in folders:
        if (folder / OVERRIDES).is_file():
            _override(found, errors, folder / OVERRIDES)
    ordered = {id_: found[id_] for id_ in sorted(found)}
    if errors:
        raise BrokenControls(errors, ordered)
    return ordered


def read(path: Path, *, root: Path, own: bool = False) -> Control:
    """Return the control of one file below `root`, without overrides. Raises BadControl."""
    id_ = path.relative_to(root).with_suffix("").as_posix()
    if not ID.fullmatch(id_):
        raise BadControl(
            f"{path}: its path is its id, of small letters, digits, `_` and `-`: rename it"
        )
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadControl(f"{path} cannot be read as UTF-8 text: {error}") from error
    return parse(text, id=id_, path=path, own=own)


def files(root: Path) -> Iterator[Path]:
    """Yield the files of controls below `root`, sorted; those of their cases are left out."""
    for path in sorted(root.rglob("*.cypher")):
        if not path.name.endswith(".test.cypher"):
            yield path


def _add(found: Controls, errors: list[ControlError], root: Path, *, own: bool) -> None:
    for path in files(root):
        try:
            control = read(path, root=root, own=own)
            _claim(found, control)
        except ControlError as error:
            errors.append(error)


def _claim(found: Controls, control: Control) -> None:
    """Keep a control, unless its id, or one it had before, is taken."""
    for id_ in (control.id, *control.formerly):
        other = by_any_id(found, id_)
        if other is not None:
            raise DuplicateControl(
                f"{control.path}: the id {id_} is that of {other.path}: rename the file"
                + (", or disable the shipped one in overrides.yaml" if control.own else "")
            )
    found[control.id] = control


def by_any_id(controls: Mapping[str, Control], id_: str) -> Control | None:
    """Return the control of an id, or of one that it had before."""
    if id_ in controls:
        return controls[id_]
    return next((c for c in controls.values() if id_ in c.formerly), None)


def _override(found: Controls, errors: list[ControlError], path: Path) -> None:
    try:
        overrides = validated(Overrides, path.read_text("utf-8") or "{}", str(path), BadOverride)
    except ControlError as error:
        errors.append(error)
        return
    for id_, override in overrides.root.items():
        try:
            control = by_any_id(found, id_)
            if control is None:
                raise BadOverride(  # noqa: TRY301 - collected with the others
                    f"{path}: no control is called {id_}: `cirrograph controls list` names them all"
                )
            found[control.id] = overridden(control, override, path)
        except BadOverride as error:
            errors.append(error)


def overridden(control: Control, override: Override, source: Path | str) -> Control:
    """Return the control as the user wants it. Raises BadOverride for an unknown threshold.

    `source` is the file that says so, or words for what stands in the graph (`controls.overrides`).
    """
    for name, value in override.thresholds.items():
        _check_threshold(control, name, value, source)
    return dataclasses.replace(
        control,
        severity=override.severity or control.severity,
        thresholds={**control.thresholds, **override.thresholds},
        overridden=tuple(sorted({*control.overridden, *override.thresholds})),
        disabled=override.disable,
        reason=override.reason,
        overridden_in=source if isinstance(source, Path) else None,
        override=override.model_dump(exclude_defaults=True),
    )


def _check_threshold(control: Control, name: str, value: Literal, source: Path | str) -> None:
    if name not in control.thresholds:
        known = ", ".join(sorted(control.thresholds)) or "none"
        raise BadOverride(f"{source}: {control.id} has no threshold {name}: it has {known}")
    now = control.thresholds[name]
    if _kind(value) != _kind(now):
        raise BadOverride(f"{source}: {control.id}: {name} is {now!r} now: {value!r} does not fit")


def _kind(value: Literal) -> str:
    """Return what a literal may be replaced by: one of the same kind."""
    if isinstance(value, bool | str):
        return type(value).__name__
    return "number" if isinstance(value, int | float) else "list"
