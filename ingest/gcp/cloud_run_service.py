"""Services of Cloud Run.

They come in the words of the first version of its interface, which are Knative's and have much in
annotations, or in those of the second: what they say is the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypedDict

from ingest.gcp.compute_account import acting_account, is_made_by_google
from ingest.gcp.governed import GcpGoverned, governed
from ingest.gcp.managed import (
    GcpManaged,
    common,
    data,
    either,
    entries,
    flag,
    kms_ref,
    labels,
    service_account_ref,
    text,
    time,
)
from ingest.gcp.names import last
from ingest.internet.host_name import host_ref
from ingest.items import Item, dig
from ingest.model import Json, Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.gcp.client import Gcp
    from ingest.gcp.crypto_key import GcpCryptoKey
    from ingest.gcp.service_account import GcpServiceAccount
    from ingest.internet.host_name import HostName

ANNOTATION = "run.googleapis.com/"
ALL, INTERNAL, BALANCED = "all", "internal", "internal-and-cloud-load-balancing"
INGRESS = {
    "INGRESS_TRAFFIC_ALL": ALL, "INGRESS_TRAFFIC_INTERNAL_ONLY": INTERNAL,
    "INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER": BALANCED, "INGRESS_TRAFFIC_NONE": "none",
}  # fmt: skip


class GcpCloudRunService(
    GcpManaged,
    GcpGoverned,
    service="cloudasset",
    native="run.googleapis.com/Service",
    lists="cloudasset.assets.listResource",
    redact=(
        "data.spec.template.spec.containers.*.env.*.value",
        "data.template.containers.*.env.*.value",
    ),
):
    """A service of Cloud Run."""

    url: str | None = prop("Where it is called.")
    images: list[str] = prop("Images that its containers are made from.")
    ingress: str = prop(
        f"From where requests may come: `{ALL}`, `{INTERNAL}`, `{BALANCED}` or `none`."
    )
    checks_invokers: bool = prop("Who calls it must be allowed to by a policy.")
    vpc_connector: str | None = prop("Connector by which it reaches a network.")
    vpc_egress: str | None = prop("What goes to the network: `all-traffic`, `private-ranges-only`.")
    binary_authorization: bool = prop("Its images must fit a policy of Binary Authorization.")
    environment_names: list[str] = prop(
        "Names of its environment variables that have a value in the configuration, never the "
        "values."
    )
    secret_names: list[str] = prop("Names of the variables that Secret Manager fills.")
    uses_default_account: bool | None = prop(
        "It acts with the account that Compute Engine makes for a project."
    )
    host_name: Ref[HostName] | None = edge("HAS_HOST_NAME", "Host name that it is called by.")
    service_account: Ref[GcpServiceAccount] | None = edge(
        "HAS_IDENTITY", "Service account that it acts with."
    )
    encryption_key: Ref[GcpCryptoKey] | None = edge(
        "ENCRYPTED_BY", "Key of its images, where that is the user's own."
    )


def fetch(gcp: Gcp) -> Records[GcpCloudRunService]:
    """Yield the project's services."""
    return gcp.records(read, gcp.rows(), with_policy=True)


def read(gcp: Gcp, item: Item) -> GcpCloudRunService:
    """Make the record of one service."""
    said = data(item)
    told = _knative(said) if dig(said, "spec") else _second(said)
    shared = common(gcp, item)
    if dig(said, "metadata"):  # Knative has there what others have at the top
        shared["tags"] = labels(dig(said, "metadata.labels"))
        shared["created_at"] = time(dig(said, "metadata.creationTimestamp"))
    email = acting_account(gcp, told["account"])
    containers = told["containers"]
    variables = [entry for container in containers for entry in entries(container, "env")]
    return GcpCloudRunService(
        **shared,
        **governed(gcp, item),
        url=told["url"],
        images=[image for container in containers if (image := text(container.get("image")))],
        ingress=told["ingress"],
        checks_invokers=told["checks_invokers"],
        vpc_connector=told["vpc_connector"],
        vpc_egress=told["vpc_egress"],
        binary_authorization=told["binary_authorization"],
        environment_names=_names(variables, filled=False),
        secret_names=_names(variables, filled=True),
        uses_default_account=is_made_by_google(email),
        host_name=host_ref(told["url"]),
        service_account=service_account_ref(gcp, email),
        encryption_key=kms_ref(gcp, told["key"]),
    )


class _Told(TypedDict):
    """What both versions say, under one set of names."""

    url: str | None
    account: Any
    containers: list[Json]
    ingress: str
    checks_invokers: bool
    vpc_connector: str | None
    vpc_egress: str | None
    binary_authorization: bool
    key: Any


def _knative(said: Json) -> _Told:
    about: Json = dig(said, "metadata.annotations") or {}
    revision: Json = dig(said, "spec.template.metadata.annotations") or {}
    spec: Json = dig(said, "spec.template.spec") or {}
    return {
        "url": text(dig(said, "status.url")),
        "account": spec.get("serviceAccountName"),
        "containers": entries(spec, "containers"),
        "ingress": text(about.get(ANNOTATION + "ingress")) or ALL,
        "checks_invokers": about.get(ANNOTATION + "invoker-iam-disabled") != "true",
        "vpc_connector": last(revision.get(ANNOTATION + "vpc-access-connector")),
        "vpc_egress": text(revision.get(ANNOTATION + "vpc-access-egress")),
        "binary_authorization": bool(about.get(ANNOTATION + "binary-authorization")),
        "key": revision.get(ANNOTATION + "encryption-key"),
    }


def _second(said: Json) -> _Told:
    template: Json = dig(said, "template") or {}
    egress = text(dig(template, "vpcAccess.egress"))
    return {
        "url": text(said.get("uri")),
        "account": template.get("serviceAccount"),
        "containers": entries(template, "containers"),
        "ingress": INGRESS.get(str(said.get("ingress")), ALL),
        "checks_invokers": flag(said.get("invokerIamDisabled")) is not True,
        "vpc_connector": last(dig(template, "vpcAccess.connector")),
        "vpc_egress": egress.lower().replace("_", "-") if egress else None,
        "binary_authorization": bool(said.get("binaryAuthorization")),
        "key": template.get("encryptionKey"),
    }


def _names(variables: list[Json], *, filled: bool) -> list[str]:
    """Return the names of variables that are filled from elsewhere, or of those that are not."""
    return sorted({
        name
        for entry in variables
        if isinstance(either(entry, "valueFrom", "valueSource"), Mapping) is filled
        and (name := text(entry.get("name")))
    })  # fmt: skip
