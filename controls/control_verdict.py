"""The verdict of a control on a connector, as an evaluation says it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from controls.verdict import Counts, Verdict


@dataclass(frozen=True, kw_only=True)
class ControlVerdict:
    """What an evaluation says of one control.

    reason: why it is not evaluated. failed_to_run: the control itself could not be asked.
    basis: changes when it has to be asked again. evaluation, since: when it became what it is.
    """

    control: str
    connector: str
    verdict: Verdict
    severity: str
    counts: Counts
    unread_units: int = 0
    reason: str | None = None
    failed_to_run: bool = False
    hash: str = ""
    basis: str = ""
    evaluation: str = ""
    since: datetime.datetime | None = None

    @property
    def id(self) -> str:
        """Its key: one for a connector and a control."""
        return f"{self.connector}|{self.control}"

    def row(self) -> dict[str, Any]:
        """Return its properties."""
        said = {k: v for k, v in vars(self).items() if v is not None and k != "counts"}
        said["verdict"] = str(self.verdict)
        numbers = {**vars(self.counts), "applicable": self.counts.applicable}
        return {"id": self.id, **said, **numbers}

    @classmethod
    def of(cls, said: Mapping[str, Any]) -> ControlVerdict:
        """Return the verdict that a node's properties say."""
        numbers = Counts(**{k: said[k] for k in asdict(Counts())})
        plain = {k: v for k, v in said.items() if k in cls.__dataclass_fields__}
        since = said["since"]
        native = since.to_native() if hasattr(since, "to_native") else since
        about = {"counts": numbers, "verdict": Verdict(said["verdict"]), "since": native}
        return cls(**(plain | about))

    @property
    def stands(self) -> tuple[Any, ...]:
        """Everything of it but when it became so."""
        said = self.row()
        return tuple(sorted((k, v) for k, v in said.items() if k not in {"evaluation", "since"}))
