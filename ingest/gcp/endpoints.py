"""Where Cloud Asset Inventory is: Google's own address, or one of one's own.

The channel is TLS always. A private address needs its certificate's root in the file that gRPC
reads once a process, `GRPC_DEFAULT_SSL_ROOTS_FILE_PATH`: its own setting, none of ours. Cloud
Storage is only called where a bucket for exports is named.
"""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Mapping
from urllib.parse import urlsplit

from ingest.refusal import CredentialsRefused

SETTINGS = {
    "CIRROGRAPH_GCP_ASSET_ENDPOINT": (
        "Host, and port if it is not 443, of Cloud Asset Inventory. Default: "
        "cloudasset.googleapis.com."
    ),
    "CIRROGRAPH_GCP_EXPORT_ABOVE": (
        "Number of assets above which a project's inventory is exported and read from a bucket, "
        "and not page by page; 0 for never. It needs CIRROGRAPH_GCP_EXPORT_BUCKET. Default: 0."
    ),
    "CIRROGRAPH_GCP_EXPORT_BUCKET": (
        "Name of a bucket of Cloud Storage for such exports: one object each, deleted once it is "
        "read. Default: none, and nothing is ever written to the cloud."
    ),
    "CIRROGRAPH_GCP_EXPORT_SECONDS": (
        "How long an export may take before it counts as refused, seconds. Default: 3600."
    ),
    "CIRROGRAPH_GCP_STORAGE_URL": (
        "Address of Cloud Storage, for exports. Default: https://storage.googleapis.com."
    ),
}
LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
STORAGE = "https://storage.googleapis.com"
PUBLIC = "cloudasset.googleapis.com"
PARTITION = "gcp"


class UnusableExport(CredentialsRefused):
    """The settings of exports do not fit each other; the message says which."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Endpoints:
    """Where the services are: a host without a scheme, and an address without a slash at its end.

    partition: the cloud's name in ids.
    export_above: assets from which on an inventory is exported; 0 for never.
    """

    partition: str
    asset: str
    storage: str = STORAGE
    export_above: int = 0
    export_bucket: str = ""
    export_seconds: int = 3_600

    @classmethod
    def from_env(cls, env: Mapping[str, str] = os.environ) -> Endpoints:
        """Read the environment. Raises UnusableExport."""
        asset = env.get("CIRROGRAPH_GCP_ASSET_ENDPOINT") or PUBLIC
        above = env.get("CIRROGRAPH_GCP_EXPORT_ABOVE") or "0"
        bucket = (env.get("CIRROGRAPH_GCP_EXPORT_BUCKET") or "").removeprefix("gs://").rstrip("/")
        storage = (env.get("CIRROGRAPH_GCP_STORAGE_URL") or STORAGE).rstrip("/")
        seconds = env.get("CIRROGRAPH_GCP_EXPORT_SECONDS") or "3600"
        if not above.isdecimal():
            raise UnusableExport(f"CIRROGRAPH_GCP_EXPORT_ABOVE is a whole number, not {above!r}")
        if not seconds.isdecimal() or not int(seconds):
            raise UnusableExport(
                f"CIRROGRAPH_GCP_EXPORT_SECONDS is a whole number above 0, not {seconds!r}"
            )
        if int(above) and not bucket:
            raise UnusableExport(
                "CIRROGRAPH_GCP_EXPORT_ABOVE needs a bucket: set CIRROGRAPH_GCP_EXPORT_BUCKET too"
            )
        at = urlsplit(storage)
        if at.scheme != "https" and at.hostname not in LOOPBACK:
            raise UnusableExport("CIRROGRAPH_GCP_STORAGE_URL begins with https://: tokens go there")
        return cls(
            partition=PARTITION, asset=asset.removeprefix("https://").rstrip("/"),
            storage=storage, export_above=int(above), export_bucket=bucket,
            export_seconds=int(seconds),
        )  # fmt: skip
