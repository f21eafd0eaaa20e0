"""What several clouds know has one spelling, however each of them writes it."""

from __future__ import annotations

import pytest

from graph.meeting import MeetingPoints
from ingest.catalogue import discover
from ingest.internet.external_identity import identity_ref, issuer_of
from ingest.internet.host_name import host_ref, host_refs, of
from ingest.internet.public_address import address_ref, address_refs

TENANT = "8c1f5a52-0c0d-4f7e-9d3b-1f6f2a5d9a01"


@pytest.mark.parametrize(
    ("said", "uid"),
    [
        ("203.0.113.7", "ip:203.0.113.7"),
        (" 203.0.113.7/32 ", "ip:203.0.113.7"),
        ("2001:0DB8:0:0:0:0:0:7", "ip:2001:db8::7"),
        ("10.0.0.7", None),
        ("172.31.0.1", None),
        ("192.168.1.1", None),
        ("100.64.0.1", None),
        ("169.254.169.254", None),
        ("127.0.0.1", None),
        ("fd00::1", None),
        ("::1", None),
        ("", None),
        (None, None),
        ("shop.example", None),
    ],
)
def test_an_address_that_the_internet_reaches(said: str | None, uid: str | None) -> None:
    found = address_ref(said)
    assert (found.uid if found else None) == uid


@pytest.mark.parametrize(
    ("said", "uid"),
    [
        ("Shop.AzureWebsites.net.", "host:shop.azurewebsites.net"),
        ("https://shop-abc-ew.a.run.app/path?x=1", "host:shop-abc-ew.a.run.app"),
        ("dualstack.front-1.elb.amazonaws.com", "host:front-1.elb.amazonaws.com"),
        ("_acme-challenge.shop.example", "host:_acme-challenge.shop.example"),
        ("*.Shop.example", "host:*.shop.example"),
        ("*.example", None),
        ("a.*.shop.example", None),
        ("localhost", None),
        ("203.0.113.7", None),
        ("a b.example", None),
        ("x" * 300 + ".example", None),
        (None, None),
    ],
)  # fmt: skip
def test_a_host_name(said: str | None, uid: str | None) -> None:
    found = host_ref(said)
    assert (found.uid if found else None) == uid


@pytest.mark.parametrize(
    ("host", "cloud", "service"),
    [
        ("shop.azurewebsites.net", "azure", "App Service"),
        ("shop.z6.web.core.windows.net", "azure", "Storage"),
        ("shop.westeurope.cloudapp.azure.com", "azure", "Public address"),
        ("d1.cloudfront.net", "aws", "CloudFront"),
        ("front-1.eu-west-1.elb.amazonaws.com", "aws", "Elastic Load Balancing"),
        ("front.elb.eu-west-1.amazonaws.com", "aws", "Elastic Load Balancing"),
        ("shop.s3-website-eu-west-1.amazonaws.com", "aws", "S3"),
        ("shop-abc.a.run.app", "gcp", "Cloud Run"),
        ("azurewebsites.net.evil.example", None, None),
        ("notazurewebsites.net", None, None),
    ],
)
def test_who_gives_out_a_name(host: str, cloud: str | None, service: str | None) -> None:
    record = of(f"host:{host}")
    assert (record.given_by, record.service) == (cloud, service)


@pytest.mark.parametrize(
    "said",
    [
        f"https://sts.windows.net/{TENANT}/",
        f"sts.windows.net/{TENANT.upper()}/",
        f"https://login.microsoftonline.com/{TENANT}/v2.0",
        f"login.microsoftonline.com/{TENANT}/v2.0",
    ],
)
def test_a_tenant_is_one_issuer(said: str) -> None:
    assert issuer_of(said) == f"login.microsoftonline.com/{TENANT}"


def test_an_identity_is_its_issuer_and_its_subject() -> None:
    pipeline = identity_ref("https://Token.example.com/Org/", "repo:Shop/Web:ref:refs/heads/main")
    assert pipeline is not None
    assert pipeline.uid == "identity:token.example.com/Org#repo:Shop/Web:ref:refs/heads/main"
    assert identity_ref(" ") is None
    assert identity_ref(None, "x") is None
    principal = identity_ref(f"sts.windows.net/{TENANT}", "AAAA-1")
    assert principal is not None
    assert principal.uid == f"identity:login.microsoftonline.com/{TENANT}#aaaa-1"


def test_what_comes_twice_is_pointed_at_once() -> None:
    assert len(host_refs(["a.example", "A.example.", None])) == 1
    assert len(address_refs(["203.0.113.7", "203.0.113.7/32", "10.0.0.1"])) == 1


def test_nodes_are_made_of_uids_alone_and_nothing_else_is_taken_for_one() -> None:
    points = MeetingPoints(discover())
    uids = [
        "ip:2001:db8::7", "host:shop.azurewebsites.net", "identity:accounts.google.com#1",
        "arn:aws:s3:::ip", "/subscriptions/host", "//compute.googleapis.com/identity", "iphone:1",
    ]  # fmt: skip
    made = points.among(uids)
    assert [(row["uid"], row["label"]) for row in made] == [
        (uids[0], "PublicAddress"), (uids[1], "HostName"), (uids[2], "ExternalIdentity"),
    ]  # fmt: skip
    assert made[0]["props"]["version"] == 6
    assert made[2]["props"]["subject"] == "1"
    assert all(row["props"]["cloud"] == "internet" for row in made)
    assert all("account" not in row["props"] for row in made), "it is nobody's"
