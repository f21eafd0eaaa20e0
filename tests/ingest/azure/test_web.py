"""Apps as App Service tells of them, and what it does not tell."""

from __future__ import annotations

from typing import Any

import pytest

from ingest.azure.app_settings import lets_everyone_in, runtime
from ingest.azure.reader import AzureReader
from ingest.catalogue import discover
from server.demo.azure.cloud import AzureCloud
from server.demo.azure.estate import web
from server.demo.azure.rows import child, children
from tests.ingest.azure.test_all_azure_types import found

APP = discover()["AzureWebApp"]
RULE = {"ipAddress": "203.0.113.0/24", "action": "Allow", "priority": 300}
ALL = {"ipAddress": "Any", "action": "Allow", "priority": 2147483647}
NONE = {"ipAddress": "Any", "action": "Deny", "priority": 2147483647}


@pytest.mark.parametrize(
    ("config", "language"),
    [
        ({"linuxFxVersion": "PYTHON|3.12"}, ("python", "3.12")),
        ({"linuxFxVersion": "Node|22-lts"}, ("node", "22")),
        ({"linuxFxVersion": "DOTNET-ISOLATED|8.0"}, ("dotnet-isolated", "8.0")),
        ({"linuxFxVersion": "JAVA|8-jre8"}, ("java", "8")),
        ({"linuxFxVersion": "Java|17"}, ("java", "17")),
        ({"linuxFxVersion": "TOMCAT|10.0-java17"}, ("java", "17")),
        ({"linuxFxVersion": "DOCKER|shop.azurecr.io/shop:1"}, (None, None)),
        ({"linuxFxVersion": "", "javaVersion": "1.8.0_202", "phpVersion": "5.6"}, ("java", "8")),
        ({"linuxFxVersion": "", "javaVersion": None, "phpVersion": "5.6"}, (None, None)),
        ({}, (None, None)),
    ],
)
def test_the_language_is_what_the_app_is_run_by(
    config: dict[str, Any], language: tuple[str | None, str | None]
) -> None:
    assert runtime({"properties": config}) == language


@pytest.mark.parametrize(
    ("config", "open_"),
    [
        ({}, None),
        ({"ipSecurityRestrictions": []}, True),
        ({"ipSecurityRestrictions": [ALL]}, True),
        ({"ipSecurityRestrictions": [{**ALL, "ipAddress": "0.0.0.0/0", "priority": 100}]}, True),
        ({"ipSecurityRestrictions": [RULE]}, False),
        ({"ipSecurityRestrictions": [NONE, RULE]}, False),
        ({"ipSecurityRestrictions": [ALL, {**NONE, "priority": 400}, RULE]}, False),
        ({"ipSecurityRestrictions": [RULE], "ipSecurityRestrictionsDefaultAction": "Allow"}, True),
        ({"ipSecurityRestrictionsDefaultAction": "Deny"}, False),
        ({"ipSecurityRestrictions": [{**ALL, "headers": {"x-azure-fdid": ["a"]}}, NONE]}, False),
    ],
)
def test_the_first_rule_about_everyone_decides(
    config: dict[str, Any], *, open_: bool | None
) -> None:
    assert lets_everyone_in({"properties": config}) is open_


def test_what_app_service_does_not_say_is_not_said(azure: AzureCloud, reader: AzureReader) -> None:
    azure.estate.tables["Resources"] = [web.app("silent", "app")]
    ((said, unread),) = found(reader, APP).values()
    assert unread == {}
    untold = {"minimum_tls_version", "ftps_state", "remote_debugging", "authentication",
              "basic_ftp", "allows_any_address", "public_network_access"}  # fmt: skip
    assert untold & said["p"].keys() == set()


def test_a_refused_policy_leaves_the_configuration_read(
    azure: AzureCloud, reader: AzureReader
) -> None:
    app = web.app("shop", "app,linux")
    app["identity"] = {
        "type": "SystemAssigned", "principalId": "AAAAAAAA-0000-4000-8000-000000000001",
    }  # fmt: skip
    azure.estate.tables["Resources"] = [app]
    child(azure.estate, app, "/config/web", properties=web.CLOSED)
    children(azure.estate, app, "/basicPublishingCredentialsPolicies",
             {"name": "ftp", "properties": {"allow": False}})  # fmt: skip
    azure.faults.denied = {"basicpublishingcredentialspolicies"}
    ((said, unread),) = found(reader, APP).values()
    assert unread.keys() == {"basic_ftp", "basic_deployment"}
    assert said["p"]["ftps_state"] == "Disabled"
    acts_as = next(edges for edges in said["e"] if edges[0] == "ACTS_AS")
    assert acts_as[2] == [["/directoryobjects/aaaaaaaa-0000-4000-8000-000000000001", None]]
