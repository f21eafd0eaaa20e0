"""Custom key stores of AWS KMS: keys that live in a CloudHSM cluster or outside AWS.

AWS gives them no ARN: theirs is put beside those of keys.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.items import Item
from ingest.model import Records, Ref, Resource, edge, key, prop

if TYPE_CHECKING:
    from ingest.aws.client import Aws


class AwsKmsCustomKeyStore(
    Resource,
    service="kms",
    lists="kms:DescribeCustomKeyStores",
    redact=["XksProxyConfiguration.AccessKeyId"],
):
    """A custom key store of AWS KMS."""

    arn: str = key("`arn:...:kms:{region}:{account}:custom-key-store/{id}`: AWS gives them none.")
    id: str = prop("Its id, `cks-...`.", indexed=True)
    type: str = prop("`AWS_CLOUDHSM` or `EXTERNAL_KEY_STORE`.")
    state: str | None = prop(
        "`CONNECTED`, `DISCONNECTED`, `FAILED`, ...: its keys can be used only while connected."
    )
    error_code: str | None = prop("Why it failed to connect; null where it did not.")
    proxy_connectivity: str | None = prop(
        "How KMS reaches the proxy of an external store: `PUBLIC_ENDPOINT` or "
        "`VPC_ENDPOINT_SERVICE`; null on a CloudHSM one."
    )
    proxy_address: str | None = prop("Address of that proxy, with its path; null without one.")
    proxy_endpoint_service: str | None = prop("Endpoint service that leads to it, or null.")
    proxy_endpoint_service_owner: str | None = prop("Account that owns that service, or null.")
    cluster: Ref[Resource] | None = edge("BACKED_BY", "CloudHSM cluster that holds its keys.")


def store_arn(aws: Aws, name: str) -> str:
    """Return the uid of the custom key store with an id."""
    return aws.arn("kms", f"custom-key-store/{name}")


def fetch(aws: Aws) -> Records[AwsKmsCustomKeyStore]:
    """Yield the region's custom key stores."""
    return aws.records(read, aws.pages("describe_custom_key_stores", "CustomKeyStores"))


def read(aws: Aws, item: Item) -> AwsKmsCustomKeyStore:
    """Make the record of one custom key store."""
    cluster, endpoint = item.get("CloudHsmClusterId"), item.get("XksProxyConfiguration.UriEndpoint")
    return AwsKmsCustomKeyStore(
        arn=store_arn(aws, item["CustomKeyStoreId"]),
        name=item.get("CustomKeyStoreName", default=item["CustomKeyStoreId"]),
        created_at=item.get("CreationDate"),
        raw=item.raw,
        id=item["CustomKeyStoreId"],
        type=item.get("CustomKeyStoreType", default="AWS_CLOUDHSM"),
        state=item.get("ConnectionState"),
        error_code=item.get("ConnectionErrorCode"),
        proxy_connectivity=item.get("XksProxyConfiguration.Connectivity"),
        proxy_address=endpoint and endpoint + item.get("XksProxyConfiguration.UriPath", default=""),
        proxy_endpoint_service=item.get("XksProxyConfiguration.VpcEndpointServiceName"),
        proxy_endpoint_service_owner=item.get("XksProxyConfiguration.VpcEndpointServiceOwner"),
        cluster=Ref(aws.arn("cloudhsm", f"cluster/{cluster}")) if cluster else None,
    )
