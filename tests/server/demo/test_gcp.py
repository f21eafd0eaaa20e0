"""The stand-in of Google Cloud answers as Cloud Asset Inventory does, where that matters."""

from __future__ import annotations

from collections.abc import Iterator

import grpc  # type: ignore[import-untyped] # it ships no types
import pytest
from google.api_core.exceptions import InvalidArgument, PermissionDenied, Unauthenticated
from google.cloud.asset_v1 import AssetServiceClient, ContentType, ListAssetsRequest
from google.cloud.asset_v1.services.asset_service.transports import AssetServiceGrpcTransport

from ingest.gcp.credentials import Reference, open_credentials
from server.demo.gcp.assets import ANCESTORS, FOLDER, NUMBER, NUMBERS, PROJECT, asset
from server.demo.gcp.estate import estate
from server.demo.gcp.inventory import AssetInventory, authority

BUCKET = "storage.googleapis.com/Bucket"


@pytest.fixture
def inventory() -> Iterator[AssetInventory]:
    with AssetInventory() as service:
        service.fill(estate(), NUMBERS)
        yield service


@pytest.fixture
def client(
    inventory: AssetInventory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[AssetServiceClient]:
    for name, value in inventory.environment().items():
        monkeypatch.setenv(name, value)
    with AssetServiceClient(
        credentials=open_credentials(Reference()),
        client_options={"api_endpoint": inventory.endpoint},
    ) as client:
        yield client


def names(client: AssetServiceClient, **said: object) -> list[str]:
    request = ListAssetsRequest(**{"parent": f"projects/{PROJECT}", **said})
    return [one.name for one in client.list_assets(request, retry=None)]


def test_a_parent_has_what_is_at_it_or_below(client: AssetServiceClient) -> None:
    here, above = names(client), names(client, parent=FOLDER)
    assert here == names(client, parent=f"projects/{NUMBER}")
    assert {*above} - {*here} == {f"//cloudresourcemanager.googleapis.com/{FOLDER}"}
    with pytest.raises(PermissionDenied, match="may not exist"):
        names(client, parent="projects/nowhere")


def test_one_kind_of_content_comes_at_a_time(client: AssetServiceClient) -> None:
    request = {"parent": f"projects/{PROJECT}", "asset_types": [BUCKET]}
    plain, resource, policy = (
        list(client.list_assets(ListAssetsRequest(**request, content_type=content), retry=None))
        for content in (
            ContentType.CONTENT_TYPE_UNSPECIFIED, ContentType.RESOURCE, ContentType.IAM_POLICY,
        )
    )  # fmt: skip
    assert [(len(found)) for found in (plain, resource, policy)] == [3, 3, 2]
    assert not any("resource" in one or "iam_policy" in one for one in plain)
    assert all("resource" in one and "iam_policy" not in one for one in resource)
    assert all("iam_policy" in one and "resource" not in one for one in policy)


def test_a_token_belongs_to_its_query(client: AssetServiceClient) -> None:
    page = next(
        client.list_assets(
            ListAssetsRequest(parent=f"projects/{PROJECT}", page_size=2), retry=None
        ).pages
    )
    assert len(page.assets) == 2
    with pytest.raises(InvalidArgument, match="another query"):
        names(client, page_token=page.next_page_token, asset_types=[BUCKET])


def test_a_page_has_a_thousand_at_most_and_a_hundred_unasked(
    client: AssetServiceClient, inventory: AssetInventory
) -> None:
    kind = "storage.googleapis.com/Bucket"
    inventory.assets = [
        asset(f"//storage.googleapis.com/b{i}", kind, {"name": f"b{i}"}, ancestors=ANCESTORS)
        for i in range(1_001)
    ]
    for asked, came in ((0, 100), (5_000, 1_000)):
        request = ListAssetsRequest(parent=f"projects/{PROJECT}", page_size=asked)
        assert len(next(client.list_assets(request, retry=None).pages).assets) == came


def test_a_call_that_nobody_signed_is_refused(inventory: AssetInventory) -> None:
    roots = grpc.ssl_channel_credentials(authority().cert_pem.bytes())
    with grpc.secure_channel(inventory.endpoint, roots) as channel:
        client = AssetServiceClient(transport=AssetServiceGrpcTransport(channel=channel))
        with pytest.raises(Unauthenticated):
            names(client)
