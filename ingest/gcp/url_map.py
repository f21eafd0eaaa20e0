"""URL maps: which part of a load balancer gets a request.

What a map says stands at any depth of it (defaults, matchers, rules of paths and of routes, their
actions, what traffic is split over), so all of it is gone through. Its `tests` are left out: they
name what ought to come out, and lead nowhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from ingest.gcp.managed import GcpManaged, common, data, entries, flag, refs, text, texts
from ingest.items import Item
from ingest.model import Json, Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.gcp.backend_bucket import GcpBackendBucket
    from ingest.gcp.backend_service import GcpBackendService
    from ingest.gcp.client import Gcp

TESTS = "tests"
SERVICES = frozenset({"service", "defaultService", "backendService"})
REDIRECTS = frozenset({"urlRedirect", "defaultUrlRedirect"})


class GcpUrlMap(
    GcpManaged,
    service="cloudasset",
    native=("compute.googleapis.com/UrlMap", "compute.googleapis.com/RegionUrlMap"),
    lists="cloudasset.assets.listResource",
    incarnation="map_id",
):
    """A URL map: where requests go, by host and path."""

    map_id: str | None = prop("Number that no later map of its name has.")
    hosts: list[str] = prop("Hosts that it has rules for.")
    only_redirects_to_https: bool = prop("Whatever is asked, it answers to ask by HTTPS.")
    backends: list[Ref[GcpBackendService | GcpBackendBucket]] = edge(
        "ROUTES_TO", "What requests go to."
    )


def fetch(gcp: Gcp) -> Records[GcpUrlMap]:
    """Yield the project's URL maps."""
    return gcp.records(read, gcp.rows())


def read(gcp: Gcp, item: Item) -> GcpUrlMap:
    """Make the record of one map."""
    said = data(item)
    backends = refs(gcp, _under(said, SERVICES))
    redirects = [one for one in _under(said, REDIRECTS) if isinstance(one, Mapping)]
    secure = [flag(redirect.get("httpsRedirect")) is True for redirect in redirects]
    return GcpUrlMap(
        **common(gcp, item),
        map_id=text(said.get("id")),
        hosts=[host for rule in entries(said, "hostRules") for host in texts(rule, "hosts")],
        only_redirects_to_https=not backends and bool(secure) and all(secure),
        backends=backends,
    )


def _under(said: Json, names: frozenset[str]) -> Iterator[Any]:
    """Yield what stands under some names, at whatever depth."""
    for name, value in said.items():
        if name in names:
            yield value
        for one in value if isinstance(value, list) else [value]:
            if name != TESTS and isinstance(one, Mapping):
                yield from _under(one, names)
