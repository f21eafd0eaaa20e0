"""The demo's estate: an imagined web shop in three regions, with good and bad twins.

`fill` builds it through real boto3 on an empty stand-in, part by part, and tells what it made.
Every fault has a twin without it, so that each control can pass and fail; and one chain of faults
makes an attack path from the internet to customer data. What the estate means for controls is not
known here.
"""

from __future__ import annotations

import time
import urllib.request
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from server.demo.apis import build_apis
from server.demo.balancers import build_balancers
from server.demo.caches import build_caches
from server.demo.classic_balancers import build_classic_balancers
from server.demo.compute import build_compute
from server.demo.containers import build_containers
from server.demo.databases import build_databases
from server.demo.directories import build_directories
from server.demo.edge import build_edge
from server.demo.federation import build_federation
from server.demo.files import build_files
from server.demo.functions import build_functions
from server.demo.gateways import build_gateways
from server.demo.ground import HOME, REGIONS, Ground
from server.demo.guards import build_guards
from server.demo.identity import build_identity
from server.demo.keys import build_keys
from server.demo.monitoring import build_monitoring
from server.demo.network import build_network
from server.demo.storage import build_storage
from server.demo.streams import build_streams
from server.demo.tables import build_tables
from server.demo.topics import build_topics
from server.demo.trails import build_trails
from server.demo.vault import build_vault
from server.demo.watchers import build_watchers

if TYPE_CHECKING:
    from collections.abc import Mapping

_PARTS = (
    build_identity,
    build_keys,
    build_storage,
    build_topics,
    build_trails,
    build_network,
    build_compute,
    build_functions,
    build_balancers,
    build_gateways,
    build_guards,
    build_classic_balancers,
    build_databases,
    build_tables,
    build_files,
    build_caches,
    build_monitoring,
    build_watchers,
    build_federation,
    build_directories,
    build_streams,
    build_containers,
    build_vault,
    build_apis,
    build_edge,
)


@dataclass(frozen=True, kw_only=True)
class Estate:
    """What was made.

    `counts` by type (`ec2:instance`), without what AWS itself puts into an account (default VPCs
    with their subnets and groups, the main route table and default network ACL of every VPC,
    AWS-managed policies) and with what follows from a call (a VPC's default group, an instance's
    volume and interface); `notable` from a name such as `public_bucket` to its ARN; `attack_path`:
    the ARNs from the internet to the data; `secrets`: values that must never be stored or logged.
    """

    account: str
    regions: tuple[str, ...]
    counts: Mapping[str, int]
    notable: Mapping[str, str]
    attack_path: tuple[str, ...]
    secrets: tuple[str, ...]
    seconds: float

    @property
    def total(self) -> int:
        """How many resources there are."""
        return sum(self.counts.values())


def fill(endpoint_url: str, *, seed: int = 7) -> Estate:
    """Build the estate on an empty moto server; takes some ten seconds.

    The same seed gives the same names, ids and secrets on a new server. Raises
    botocore's `ClientError` when the server already holds it.
    """
    began = time.monotonic()
    _seed_ids(endpoint_url, seed)
    ground = Ground(endpoint_url, seed=seed)
    for build in _PARTS:
        build(ground)
    ground.made("aws:account")
    ground.made("aws:region", len(REGIONS))
    return Estate(
        account=ground.account,
        regions=REGIONS,
        counts=MappingProxyType(dict(ground.counts)),
        notable=MappingProxyType(dict(ground.notable)),
        attack_path=_attack_path(ground),
        secrets=tuple(ground.secrets),
        seconds=time.monotonic() - began,
    )


def _seed_ids(endpoint_url: str, seed: int) -> None:
    request = urllib.request.Request(f"{endpoint_url}/moto-api/seed?a={seed}", method="POST")  # noqa: S310 - our own loopback URL
    with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310 - as above
        answer.read()


def _attack_path(ground: Ground) -> tuple[str, ...]:
    """From the balancer on the internet over an instance's role to the customers' data."""
    book = ground.book
    return (
        book["balancer/shop-web-legacy"],
        book["listener/shop-web-legacy/80"],
        book["targets/shop-web-legacy"],
        ground.ec2_arn(HOME, "instance", book[f"instance/{HOME}/shop-web-legacy"]),
        book["profile/shop-web-legacy"],
        book["role/shop-web-legacy"],
        book["policy/shop-web-access"],
        ground.notable["customer_bucket"],
    )
