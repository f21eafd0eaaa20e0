"""The demo's three clouds on loopback, and what connects to them.

Each cloud starts by itself, so that they can start side by side: AWS as a process of its own, Azure
and Google Cloud as threads of this one, whose libraries it has loaded anyway. None of them outlives
its block. `Account` says what there is to connect; `environment` holds the SDKs' own variables that
lead to the stand-in, with the root of its throw-away certificate, and replaces nobody's settings
until the caller puts it in place.
"""

from __future__ import annotations

import contextlib
import dataclasses
from collections.abc import Iterator, Mapping
from pathlib import Path

from graph.ledger import Connector
from server.demo.estate import fill
from server.demo.moto_server import MotoServer


@dataclasses.dataclass(frozen=True, kw_only=True)
class Account:
    """One account of a cloud that is up, and how to read it."""

    title: str
    connector: Connector
    environment: Mapping[str, str]
    mandate: str


@contextlib.contextmanager
def aws() -> Iterator[Account]:
    """Run an AWS with the shop's account while the block runs."""
    with MotoServer() as moto:
        estate = fill(moto.endpoint_url)
        yield Account(
            title="AWS", mandate="cis-aws-6.0",
            connector=Connector(
                name="demo-aws", cloud="aws", partition="aws", scope=estate.account, reference={},
                options={"regions": list(estate.regions)},
            ),
            environment={
                "AWS_ENDPOINT_URL": moto.endpoint_url,
                "AWS_ACCESS_KEY_ID": "demo", "AWS_SECRET_ACCESS_KEY": "demo",  # moto takes any
                "AWS_EC2_METADATA_DISABLED": "true",
            },
        )  # fmt: skip


@contextlib.contextmanager
def azure(folder: Path) -> Iterator[Account]:
    """Run an Azure with the shop's subscription while the block runs.

    Its reader lacks one role in the directory, as readers do: what can't be read shows as such.
    """
    from server.demo.azure.cloud import SUBSCRIPTION, AzureCloud  # noqa: PLC0415 - of the extra `demo`
    from server.demo.azure.estate import whole  # noqa: PLC0415 - with the line above

    cloud = AzureCloud(folder)
    cloud.estate = whole()
    cloud.faults.denied = {"/v1.0/reports"}
    with cloud.served():
        yield Account(
            title="Azure", mandate="cis-azure-4.0",
            connector=Connector(
                name="demo-azure", cloud="azure", partition="azure", scope=SUBSCRIPTION,
                reference={}, options={},
            ),
            environment=cloud.environment,
        )  # fmt: skip


@contextlib.contextmanager
def gcp() -> Iterator[Account]:
    """Run a Google Cloud with the shop's project while the block runs.

    Its reader may read the project, and not the organization above it, as it often is.
    """
    from server.demo.gcp.assets import NUMBERS, PROJECT  # noqa: PLC0415 - with the line below
    from server.demo.gcp.estate import estate  # noqa: PLC0415 - with the line below
    from server.demo.gcp.inventory import AssetInventory, Fault  # noqa: PLC0415 - of the extra `demo`

    with AssetInventory() as inventory:
        inventory.fill(estate(), NUMBERS)
        inventory.faults = [Fault("PERMISSION_DENIED", parent="organizations/")]
        yield Account(
            title="Google Cloud", mandate="cis-gcp-4.0",
            connector=Connector(
                name="demo-gcp", cloud="gcp", partition="gcp", scope=PROJECT, reference={},
                options={},
            ),
            environment=inventory.environment(),
        )  # fmt: skip
