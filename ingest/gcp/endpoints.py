"""Where Cloud Asset Inventory is: Google's own address, or one of one's own.

The channel is TLS always. A private address needs its certificate's root in the file that gRPC
reads once a process, `GRPC_DEFAULT_SSL_ROOTS_FILE_PATH`: its own setting, none of ours.
"""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Mapping

SETTINGS = {
    "CIRROGRAPH_GCP_ASSET_ENDPOINT": (
        "Host, and port if it is not 443, of Cloud Asset Inventory. Default: "
        "cloudasset.googleapis.com."
    ),
}
PUBLIC = "cloudasset.googleapis.com"
PARTITION = "gcp"


@dataclasses.dataclass(frozen=True, kw_only=True)
class Endpoints:
    """Hosts without a scheme.

    partition: the cloud's name in ids.
    """

    partition: str
    asset: str

    @classmethod
    def from_env(cls, env: Mapping[str, str] = os.environ) -> Endpoints:
        """Read the environment."""
        asset = env.get("CIRROGRAPH_GCP_ASSET_ENDPOINT") or PUBLIC
        return cls(partition=PARTITION, asset=asset.removeprefix("https://").rstrip("/"))
