"""Disable, re-rate or parametrise a control, and take that back."""

from __future__ import annotations

import dataclasses
from typing import Any

import controls.overrides
from controls.errors import BadOverride
from controls.load import overridden
from controls.overrides import STORED, Stored, override_of
from server.changes import given
from server.changes.changer import Changer
from server.changes.errors import Missing, Unfit
from server.changes.waivers import control_of

IN_FILE = "stands in an overrides.yaml, and the file holds: change it there"


@dataclasses.dataclass(frozen=True, kw_only=True)
class NewOverride:
    """What is to be changed about a control, as it was asked for."""

    control: str
    reason: str
    disable: bool = False
    severity: str | None = None
    thresholds: Any = None


def override_control(changer: Changer, asked: NewOverride) -> str:
    """Override a control in place of an earlier override of it; return its id.

    It counts from each connector's next evaluation on. Raises Forbidden, Missing, Unfit.
    """
    changer.require("admin", "overriding a control")
    deployment = changer.deployment
    control = control_of(deployment, asked.control)
    thresholds = given.values(asked.thresholds, "thresholds")
    reason = given.words(asked.reason, "reason")
    if control.overridden_in is not None:
        raise Unfit("control", f"what is changed about {control.id} {IN_FILE}")
    if not (asked.disable or asked.severity or thresholds):
        raise Unfit("isDisabled", "nothing is changed: disable it, or give severity or thresholds")
    field = "thresholds" if thresholds else "severity"
    try:
        override = override_of(
            disable=asked.disable, severity=asked.severity, thresholds=thresholds, reason=reason
        )
        overridden(control, override, STORED)
    except BadOverride as error:
        raise Unfit(field, str(error)) from None
    stored = Stored(control=control.id, override=override, by=changer.viewer.name)
    with changer.record("overrideControl", control=control.id, **override.model_dump(mode="json")):
        controls.overrides.store(deployment.driver, stored, database=deployment.database)
    return control.id


def remove_override(changer: Changer, id_: str) -> str:
    """Have a control asked as it stands. Raises Forbidden, Missing, Unfit."""
    changer.require("admin", "removing an override")
    deployment = changer.deployment
    there = controls.overrides.stored(deployment.driver, database=deployment.database)
    if id_ not in {one.control for one in there}:
        control = deployment.controls.get(id_)
        if control is not None and control.overridden_in is not None:
            raise Unfit("control", f"what is changed about {id_} {IN_FILE}")
        raise Missing(f"nothing is changed about a control {id_[:80]!r}: see `overrides`")
    with changer.record("removeOverride", control=id_):
        controls.overrides.remove(deployment.driver, id_, database=deployment.database)
    return id_
