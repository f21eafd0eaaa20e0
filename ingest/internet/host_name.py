"""Host names: one node for each, whatever cloud's resources answer to it or lead to it.

Nothing lists them: see `ingest.internet.public_address`. A name whose end says which cloud gives it
out is taken by whoever asks for it first, once nobody has it any more; `service` says so.

A wildcard is a name of its own. What it covers is not told by edges: it could be any name; a name
has its `parent`, which those that a wildcard covers share with it.

Left out: which name leads to which by way of a third.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from ingest.model import Ref, Resource, key, prop

SCHEME = "host"
LABEL = r"[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?"
WILDCARD = "*."
NAME = re.compile(rf"^(?=.{{1,253}}$)(\*\.)?{LABEL}(\.{LABEL})+$")
# Ends of the names that a cloud gives to what its users make, and the service that does.
SERVICES = (
    (re.compile(r"\.azurewebsites\.(net|us)$|\.chinacloudsites\.cn$"), "azure", "App Service"),
    (re.compile(r"\.cloudapp\.(azure\.com|usgovcloudapi\.net|chinacloudapi\.cn)$"), "azure",
     "Public address"),
    (re.compile(r"\.trafficmanager\.(net|cn)$"), "azure", "Traffic Manager"),
    (re.compile(r"\.azurefd\.net$|\.azureedge\.net$"), "azure", "Front Door"),
    (re.compile(r"\.(blob|web|dfs|file|queue|table)\.(z\d+\.)?core\.windows\.net$"
                r"|\.z\d+\.web\.core\.windows\.net$"), "azure", "Storage"),
    (re.compile(r"\.azurecontainerapps\.io$"), "azure", "Container Apps"),
    (re.compile(r"\.azurestaticapps\.net$"), "azure", "Static Web Apps"),
    (re.compile(r"\.cloudfront\.(net|cn)$"), "aws", "CloudFront"),
    (re.compile(r"\.elb\.amazonaws\.com(\.cn)?$|\.elb\.[a-z0-9-]+\.amazonaws\.com(\.cn)?$"), "aws",
     "Elastic Load Balancing"),
    (re.compile(r"\.elasticbeanstalk\.com$"), "aws", "Elastic Beanstalk"),
    (re.compile(r"\.s3[.-][a-z0-9.-]*amazonaws\.com(\.cn)?$"), "aws", "S3"),
    (re.compile(r"\.execute-api\.[a-z0-9-]+\.amazonaws\.com(\.cn)?$"), "aws", "API Gateway"),
    (re.compile(r"\.run\.app$"), "gcp", "Cloud Run"),
    (re.compile(r"\.cloudfunctions\.net$"), "gcp", "Cloud Functions"),
    (re.compile(r"\.appspot\.com$"), "gcp", "App Engine"),
    (re.compile(r"\.web\.app$|\.firebaseapp\.com$"), "gcp", "Firebase Hosting"),
)  # fmt: skip


class HostName(Resource, scheme=SCHEME):
    """A host name that resources of any cloud answer to, or lead to."""

    uid: str = key("`host:` and the name.")
    host: str = prop("The name, in small letters and without a dot at its end.", indexed=True)
    is_wildcard: bool = prop("It stands for any name below its parent: `*.shop.example`.")
    parent: str = prop("The name without its first label: `shop.example`.", indexed=True)
    given_by: str | None = prop(
        "Cloud that gives out such names: `aws`, `azure`, `gcp`; null where none is known to.",
        indexed=True,
    )
    service: str | None = prop("Its service that does: `App Service`; null where none is known to.")


def of(uid: str) -> HostName:
    """Make the record of a host name."""
    host = uid.removeprefix(f"{SCHEME}:")
    cloud, service = next(
        ((cloud, service) for end, cloud, service in SERVICES if end.search(host)), (None, None)
    )
    return HostName(
        uid=uid, name=host, created_at=None, raw={}, host=host, given_by=cloud, service=service,
        is_wildcard=host.startswith(WILDCARD), parent=host.partition(".")[2],
    )  # fmt: skip


def host_ref(said: Any) -> Ref[HostName] | None:
    """Return what points at a host name, which may be within an address; None where it is none."""
    if not isinstance(said, str):
        return None
    host = said.strip().lower().partition("://")[2] or said.strip().lower()
    host = re.split(r"[/:?#]", host, maxsplit=1)[0].rstrip(".").removeprefix("dualstack.")
    if not NAME.match(host) or host.replace(".", "").isdecimal():
        return None
    return Ref(f"{SCHEME}:{host}")


def host_refs(said: Iterable[Any]) -> list[Ref[HostName]]:
    """Return what points at host names, each once; what is none is left out."""
    found = (host_ref(one) for one in said)
    return [Ref(uid) for uid in dict.fromkeys(one.uid for one in found if one is not None)]
