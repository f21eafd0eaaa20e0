"""Policies: named sets of controls.

    id: aws-storage-exposure
    title: What is stored is for those it is meant for
    why: ...
    controls: [...]        (of one's own policies: more than those that name it)

A shipped control names its policy in its front matter; a policy may list others; the union counts.
Every file of `policies/`, here and in the folders of the user's, is one policy.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pydantic

from controls.control import STRICT, Control, ControlId, Id, Text, validated
from controls.errors import ControlError

HERE = Path(__file__).parent
FOLDER = "policies"


class BadPolicy(ControlError):
    """A policy's file is not what it has to be, or names a control that does not exist."""


class PolicyFile(pydantic.BaseModel):
    """What a policy's file says."""

    model_config = STRICT

    id: Id
    title: Text
    why: Text
    controls: list[ControlId] = []


@dataclasses.dataclass(frozen=True, kw_only=True)
class Policy:
    """A named set of controls, by id."""

    id: str
    title: str
    why: str
    controls: tuple[str, ...]


def load_policies(
    controls: Mapping[str, Control], folders: Iterable[Path] = (), *, shipped: Path = HERE
) -> dict[str, Policy]:
    """Return all policies by id. Raises BadPolicy, naming the file and what it names."""
    found: dict[str, Policy] = {}
    for path in yaml_files((shipped, *folders), FOLDER):
        said = validated(PolicyFile, path.read_text(encoding="utf-8"), str(path), BadPolicy)
        if said.id in found:
            raise BadPolicy(f"{path}: another policy has the id {said.id}: choose another")
        for control in said.controls:
            if control not in controls:
                raise BadPolicy(
                    f"{path}: policy {said.id} names the control {control}, which does not exist: "
                    "`cirrograph controls list` names them all"
                )
        mine = {c.id for c in controls.values() if c.policy == said.id} | set(said.controls)
        found[said.id] = Policy(
            id=said.id, title=said.title, why=said.why, controls=tuple(sorted(mine))
        )
    return found


def unknown_policies(
    controls: Mapping[str, Control], policies: Mapping[str, Policy]
) -> list[BadPolicy]:
    """Return an error for each control whose policy does not exist."""
    known = ", ".join(sorted(policies))
    return [
        BadPolicy(f"{c.path}: control {c.id} names the policy {c.policy}: there are {known}")
        for c in controls.values()
        if c.policy not in policies
    ]


def yaml_files(roots: Iterable[Path], folder: str) -> Iterator[Path]:
    """Yield the `*.yaml` of a folder below each root, sorted."""
    for root in roots:
        yield from sorted((root / folder).glob("*.yaml"))
