"""A project's assets in the shapes that Cloud Asset Inventory lists them in: sound ones, and not.

Some are as it lists them now, some as older ones still are (fields in the singular). Of each kind
there is what a company would want and what it would not.
"""

from __future__ import annotations

from typing import Any

from server.demo.gcp.assets import asset, binding, policy
from server.demo.gcp.estate import (
    data,
    firewall,
    governance,
    machines,
    network,
    outside,
    project,
    stored,
)


def estate() -> list[dict[str, Any]]:
    """Return all assets of the project, and what stands above it."""
    return [
        *project.above(), *project.project(), *project.accounts(), *stored.keys(),
        *stored.buckets(), *firewall.networks(), *firewall.rules(), *machines.disks(),
        *machines.instances(), *project.others(), *data.data(), *governance.assets(),
        *network.add(asset, policy, binding), *outside.add(asset),
    ]  # fmt: skip
