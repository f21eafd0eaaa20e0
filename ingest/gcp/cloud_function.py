"""Functions of Cloud Functions, of both generations.

The inventory has two types of them: `Function` in the words of the second version of the interface
for all functions, and `CloudFunction` in those of the first for the first generation, which so
comes twice. A function is taken as `Function`, and as `CloudFunction` only where that is all there
is. One of the second generation is a service of Cloud Run, whose policy says who may call it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from ingest.gcp.compute_account import is_made_by_google
from ingest.gcp.governed import GcpGoverned, governed
from ingest.gcp.managed import (
    GcpManaged,
    common,
    data,
    entries,
    kms_ref,
    ref,
    service_account_ref,
    text,
)
from ingest.gcp.names import last
from ingest.internet.host_name import host_ref
from ingest.items import Item, dig
from ingest.model import Json, Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.gcp.client import Gcp
    from ingest.gcp.cloud_run_service import GcpCloudRunService
    from ingest.gcp.crypto_key import GcpCryptoKey
    from ingest.gcp.service_account import GcpServiceAccount
    from ingest.internet.host_name import HostName

FUNCTION = "cloudfunctions.googleapis.com/Function"
FIRST_ONLY = "cloudfunctions.googleapis.com/CloudFunction"
ALLOW_ALL = "ALLOW_ALL"  # what the interface takes where nothing is said


class GcpCloudFunction(
    GcpManaged,
    GcpGoverned,
    service="cloudasset",
    native=(FUNCTION, FIRST_ONLY),
    lists="cloudasset.assets.listResource",
    redact=(
        "data.serviceConfig.environmentVariables.*",
        "data.buildConfig.environmentVariables.*",
        "data.environmentVariables.*",
        "data.buildEnvironmentVariables.*",
        "data.sourceUploadUrl",
    ),
):
    """A function of Cloud Functions."""

    generation: str = prop("`GEN_1` or `GEN_2`.")
    state: str | None = prop("`ACTIVE`, `FAILED`, `DEPLOYING`, ...")
    runtime: str | None = prop("Runtime: `python312`.")
    entry_point: str | None = prop("Name of what is called in its source.")
    url: str | None = prop("Where it is called; null where only events call it.")
    event_type: str | None = prop("Which events call it; null where requests do.")
    ingress: str = prop(
        "From where requests may come: `ALLOW_ALL`, `ALLOW_INTERNAL_ONLY` or "
        "`ALLOW_INTERNAL_AND_GCLB`."
    )
    security_level: str | None = prop(
        "`SECURE_ALWAYS`, or `SECURE_OPTIONAL` where requests in clear text are taken too."
    )
    vpc_connector: str | None = prop("Connector by which it reaches a network.")
    vpc_egress: str | None = prop("What goes through it: `ALL_TRAFFIC`, `PRIVATE_RANGES_ONLY`.")
    environment_names: list[str] = prop("Names of its environment variables, never their values.")
    secret_names: list[str] = prop("Names of the variables that Secret Manager fills.")
    uses_default_account: bool | None = prop(
        "It acts with an account that came with the project; null where Google does not say."
    )
    host_name: Ref[HostName] | None = edge("HAS_HOST_NAME", "Host name that it is called by.")
    service_account: Ref[GcpServiceAccount] | None = edge(
        "HAS_IDENTITY", "Service account that it acts with."
    )
    encryption_key: Ref[GcpCryptoKey] | None = edge(
        "ENCRYPTED_BY", "Key of its source and its images, where that is the user's own."
    )
    run_by: Ref[GcpCloudRunService] | None = edge(
        "BACKED_BY", "Service of Cloud Run that it is in the second generation."
    )


def fetch(gcp: Gcp) -> Records[GcpCloudFunction]:
    """Yield the project's functions, each once."""
    return gcp.records(read, _rows(gcp), with_policy=True)


def _rows(gcp: Gcp) -> Iterator[Any]:
    seen: set[str | None] = set()
    for row in gcp.rows(FUNCTION):
        seen.add(gcp.uid(dig(row, "name")))
        yield row
    for row in gcp.rows(FIRST_ONLY):
        if gcp.uid(dig(row, "name")) not in seen:
            yield row


def read(gcp: Gcp, item: Item) -> GcpCloudFunction:
    """Make the record of one function."""
    said = data(item)
    # In the first version of the interface, all stands in one place.
    run: Json = dig(said, "serviceConfig") or said
    build: Json = dig(said, "buildConfig") or said
    email = text(run.get("serviceAccountEmail"))
    return GcpCloudFunction(
        **common(gcp, item),
        **governed(gcp, item),
        generation=text(said.get("environment")) or "GEN_1",
        state=text(said.get("state")) or text(said.get("status")),
        runtime=text(build.get("runtime")),
        entry_point=text(build.get("entryPoint")),
        url=_url(said),
        event_type=text(dig(said, "eventTrigger.eventType")),
        ingress=_ingress(run),
        security_level=text(run.get("securityLevel") or dig(said, "httpsTrigger.securityLevel")),
        vpc_connector=last(run.get("vpcConnector")),
        vpc_egress=text(run.get("vpcConnectorEgressSettings")),
        environment_names=_names(run),
        secret_names=[
            name
            for entry in entries(run, "secretEnvironmentVariables")
            if (name := entry.get("key"))
        ],
        uses_default_account=is_made_by_google(email),
        host_name=host_ref(_url(said)),
        service_account=service_account_ref(gcp, email),
        encryption_key=kms_ref(gcp, said.get("kmsKeyName")),
        run_by=ref(gcp, run.get("service"), service="run"),
    )


def _url(said: Json) -> str | None:
    if said.get("eventTrigger"):
        return None
    return text(said.get("url") or dig(said, "serviceConfig.uri") or dig(said, "httpsTrigger.url"))


def _ingress(run: Json) -> str:
    said = text(run.get("ingressSettings"))
    return ALLOW_ALL if said is None or said.endswith("UNSPECIFIED") else said


def _names(run: Json) -> list[str]:
    said = run.get("environmentVariables")
    return sorted(said) if isinstance(said, Mapping) else []
