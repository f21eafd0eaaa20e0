"""Who was active in a month, of a deployment: what the command line and the API tell."""

from __future__ import annotations

import collections
import dataclasses
from collections.abc import Mapping

from graph.usage import Active, Month, active, readings, this_month
from server.deployment import Deployment


@dataclasses.dataclass(frozen=True, kw_only=True)
class Used:
    """A connector that was active; its name is the one it has now, or had last."""

    active: Active
    name: str
    is_removed: bool


@dataclasses.dataclass(frozen=True, kw_only=True)
class Usage:
    """A month's active connectors, by id."""

    month: Month
    is_over: bool
    active: tuple[Used, ...]

    @property
    def clouds(self) -> Mapping[str, int]:
        """How many there are of each cloud."""
        return dict(collections.Counter(used.active.cloud for used in self.active))


def usage_of(deployment: Deployment, month: Month | None = None) -> Usage:
    """Return a month's usage, of the current one without any."""
    driver, database = deployment.driver, deployment.database
    current = this_month(driver, database)
    month = month or current
    found = active(readings(deployment.lake, driver, month, database), month)
    there = {c.id: c.name for c in deployment.ledger.connectors()}
    return Usage(
        month=month, is_over=month < current,
        active=tuple(
            Used(active=one, name=there.get(one.connector, one.name),
                 is_removed=one.connector not in there)
            for one in found
        ),
    )  # fmt: skip
