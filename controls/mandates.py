"""Mandates: frameworks of requirements in up to four levels, each met by controls and policies.

One file of `mandates/`, here or in a folder of the user's, is one mandate. A control names the
requirements it serves in its front matter; a requirement may list controls and policies; the union
counts, and each control is evaluated once whatever number of requirements it serves.

A requirement that has none below it is judged: by its controls where it has any, also where the
framework calls it manual; by a recorded outcome; else it is MANUAL or NOT_COVERED, never a pass.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal

import pydantic

from controls.control import STRICT, Control, ControlId, Id, Text, validated
from controls.errors import ControlError
from controls.policies import HERE, Policy, yaml_files

FOLDER = "mandates"
DEEPEST = 4
Assessment = Literal["automated", "manual"]
Cloud = Literal["aws", "azure", "gcp"]


class BadMandate(ControlError):
    """A mandate's file is not what it has to be, or names what does not exist."""


class RequirementFile(pydantic.BaseModel):
    """A requirement as a file says it: with others below it, or with what meets it."""

    model_config = STRICT

    number: Text
    title: Text
    level: list[Text] = []
    assessment: Assessment = "automated"
    controls: list[ControlId] = []
    policies: list[Id] = []
    requirements: list[RequirementFile] = []


class MandateFile(pydantic.BaseModel):
    """What a mandate's file says. `source` tells where it comes from, in neutral words."""

    model_config = STRICT

    id: Id
    title: Text
    version: Text
    clouds: list[Cloud]
    source: Text
    requirements: list[RequirementFile]


@dataclasses.dataclass(frozen=True, kw_only=True)
class Requirement:
    """A requirement with the controls that meet it, by id; `requirements` are those below it."""

    number: str
    title: str
    levels: tuple[str, ...]
    assessment: Assessment
    controls: tuple[str, ...]
    requirements: tuple[Requirement, ...] = ()

    @property
    def is_manual(self) -> bool:
        """The framework wants a person to look."""
        return self.assessment == "manual"

    def leaves(self) -> Iterator[Requirement]:
        """Yield the requirements that are judged: itself, or those at the ends below it."""
        if not self.requirements:
            yield self
        for below in self.requirements:
            yield from below.leaves()


@dataclasses.dataclass(frozen=True, kw_only=True)
class Mandate:
    """A framework."""

    id: str
    title: str
    version: str
    clouds: tuple[str, ...]
    source: str
    requirements: tuple[Requirement, ...]

    def leaves(self) -> tuple[Requirement, ...]:
        """Return the requirements that are judged, in order."""
        return tuple(leaf for r in self.requirements for leaf in r.leaves())

    @property
    def controls(self) -> tuple[str, ...]:
        """The ids of all controls that serve it, each once."""
        return tuple(sorted({c for leaf in self.leaves() for c in leaf.controls}))


def load_mandates(
    controls: Mapping[str, Control],
    policies: Mapping[str, Policy],
    folders: Iterable[Path] = (),
    *,
    shipped: Path = HERE,
) -> dict[str, Mandate]:
    """Return all mandates by id. Raises BadMandate, naming the file and what it names."""
    found: dict[str, Mandate] = {}
    for path in yaml_files((shipped, *folders), FOLDER):
        said = validated(MandateFile, path.read_text(encoding="utf-8"), str(path), BadMandate)
        if said.id in found:
            raise BadMandate(f"{path}: another mandate has the id {said.id}: choose another")
        found[said.id] = _Resolving(path, said, controls, policies).mandate()
    return found


def unknown_requirements(
    controls: Mapping[str, Control], mandates: Mapping[str, Mandate]
) -> list[BadMandate]:
    """Return an error for each control that names a mandate or requirement which is not there."""
    errors = []
    numbers = {m.id: {leaf.number for leaf in m.leaves()} for m in mandates.values()}
    for control in controls.values():
        for mandate, named in control.mandates.items():
            if mandate not in numbers:
                known = ", ".join(sorted(numbers))
                errors.append(
                    BadMandate(f"{control.path}: no mandate is called {mandate}: there are {known}")
                )
                continue
            errors += [
                BadMandate(f"{control.path}: {mandate} has no requirement {number} to be met")
                for number in sorted(set(named) - numbers[mandate])
            ]
    return errors


@dataclasses.dataclass(frozen=True)
class _Resolving:
    """One file being made a mandate."""

    path: Path
    said: MandateFile
    controls: Mapping[str, Control]
    policies: Mapping[str, Policy]

    def mandate(self) -> Mandate:
        requirements = tuple(self._requirement(r, 1) for r in self.said.requirements)
        self._check_numbers(requirements)
        return Mandate(
            id=self.said.id, title=self.said.title, version=self.said.version,
            clouds=tuple(self.said.clouds), source=self.said.source, requirements=requirements,
        )  # fmt: skip

    def _requirement(self, said: RequirementFile, deep: int) -> Requirement:
        if deep > DEEPEST:
            raise BadMandate(
                f"{self.path}: requirement {said.number} stands {deep} levels deep: "
                f"a mandate has at most {DEEPEST}"
            )
        if said.requirements and (said.controls or said.policies):
            raise BadMandate(
                f"{self.path}: requirement {said.number} has others below it and names controls "
                "or policies: name them where nothing is below"
            )
        return Requirement(
            number=said.number, title=said.title, levels=tuple(said.level),
            assessment=said.assessment, controls=() if said.requirements else self._met_by(said),
            requirements=tuple(self._requirement(r, deep + 1) for r in said.requirements),
        )  # fmt: skip

    def _met_by(self, said: RequirementFile) -> tuple[str, ...]:
        found = set(self._listed(said))
        for control in self.controls.values():
            if said.number in control.mandates.get(self.said.id, ()):
                found.add(control.id)
        return tuple(sorted(found))

    def _listed(self, said: RequirementFile) -> Iterator[str]:
        for control in said.controls:
            if control not in self.controls:
                raise self._unknown(said.number, "control", control)
            yield control
        for policy in said.policies:
            if policy not in self.policies:
                raise self._unknown(said.number, "policy", policy)
            yield from self.policies[policy].controls

    def _unknown(self, number: str, kind: str, name: str) -> BadMandate:
        return BadMandate(
            f"{self.path}: requirement {number} of mandate {self.said.id} names the {kind} {name}, "
            f"which does not exist: correct the name or add the {kind}"
        )

    def _check_numbers(self, requirements: Sequence[Requirement]) -> None:
        seen: set[str] = set()
        todo = list(requirements)
        while todo:
            one = todo.pop()
            if one.number in seen:
                raise BadMandate(f"{self.path}: two requirements have the number {one.number}")
            seen.add(one.number)
            todo += one.requirements
