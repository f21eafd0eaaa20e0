"""Where Azure is: the public cloud, a national one, or an endpoint of one's own.

The authority is the SDK's own setting (`AZURE_AUTHORITY_HOST`); the other addresses follow from it
unless they are set. A private authority knows no instance discovery, which asks the public cloud.
"""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Mapping

ARM, GRAPH = "arm", "graph"  # Azure Resource Manager, Microsoft Graph
SETTINGS = {
    "CIRROGRAPH_AZURE_ARM_URL": (
        "Address of Azure Resource Manager and Resource Graph. Default: that of the cloud which "
        "AZURE_AUTHORITY_HOST names."
    ),
    "CIRROGRAPH_AZURE_GRAPH_URL": (
        "Address of Microsoft Graph. Default: that of the cloud which AZURE_AUTHORITY_HOST names."
    ),
}
PUBLIC_AUTHORITY = "login.microsoftonline.com"
# Authority -> partition, Azure Resource Manager, Microsoft Graph.
CLOUDS = {
    PUBLIC_AUTHORITY: ("azure", "https://management.azure.com", "https://graph.microsoft.com"),
    "login.microsoftonline.us": (
        "azure-us-gov", "https://management.usgovcloudapi.net", "https://graph.microsoft.us",
    ),
    "login.chinacloudapi.cn": (
        "azure-cn", "https://management.chinacloudapi.cn",
        "https://microsoftgraph.chinacloudapi.cn",
    ),
}  # fmt: skip


@dataclasses.dataclass(frozen=True, kw_only=True)
class Endpoints:
    """Addresses without a slash at their end, and the scopes that tokens are asked for.

    partition: the cloud's name in ids; a private one goes by `azure`.
    """

    partition: str
    arm: str
    arm_scope: str
    graph: str
    graph_scope: str
    is_private: bool

    @classmethod
    def from_env(cls, env: Mapping[str, str] = os.environ) -> Endpoints:
        """Read the environment."""
        host = env.get("AZURE_AUTHORITY_HOST") or PUBLIC_AUTHORITY
        host = host.removeprefix("https://").rstrip("/")
        partition, arm, graph = CLOUDS.get(host, CLOUDS[PUBLIC_AUTHORITY])
        return cls(
            partition=partition,
            arm=(env.get("CIRROGRAPH_AZURE_ARM_URL") or arm).rstrip("/"),
            arm_scope=f"{arm}/.default",
            graph=(env.get("CIRROGRAPH_AZURE_GRAPH_URL") or graph).rstrip("/"),
            graph_scope=f"{graph}/.default",
            is_private=host not in CLOUDS,
        )
