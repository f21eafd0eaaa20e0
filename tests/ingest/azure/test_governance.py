"""Forms in which Azure says who is told, who may do what, and what a sign-in has to bring."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ingest.azure.reader import AzureReader, open_reader
from ingest.catalogue import discover
from ingest.cloud import Hardness
from ingest.collect import collect
from ingest.units import UNREAD, Unit
from server.demo.azure.cloud import SUBSCRIPTION, TENANT, AzureCloud
from server.demo.azure.estate import whole
from server.demo.azure.estate.directory import CLERK, OPERATORS, access_policies, member
from server.demo.azure.rows import resource_id, row
from tests.ingest.azure.conftest import place
from tests.ingest.azure.test_all_azure_types import Found, found

HERE = f"/subscriptions/{SUBSCRIPTION}"
CATALOGUE = discover()


@pytest.fixture
def reading(azure: AzureCloud) -> Iterator[AzureReader]:
    azure.estate = whole()
    opened = open_reader(place(), Hardness(rate=5_000, quota=1_000, throttle_seconds=5))
    yield opened
    opened.close()


def read(reader: AzureReader, label: str) -> Found:
    return found(reader, CATALOGUE[label])


def ends(said: dict[str, Any], type_: str) -> list[str]:
    return [uid for t, _, e in said["e"] if t == type_ for uid, _ in e]


def alert(*conditions: dict[str, Any]) -> dict[str, Any]:
    return row(
        "Microsoft.Insights/activityLogAlerts", "odd", id=f"{HERE}/odd",
        properties={"condition": {"allOf": list(conditions)}, "actions": None, "scopes": None},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("condition", "is_narrowed"),
    [
        ({"field": "status", "equals": "Succeeded"}, False),
        ({"field": "Level", "containsAny": ["Informational", "Error"]}, False),
        ({"anyOf": [{"field": "status", "equals": "Failed"},
                    {"field": "status", "equals": "succeeded"}]}, False),
        ({"field": "status", "equals": "Failed"}, True),
        ({"field": "level", "equals": "Critical"}, True),
        ({"field": "caller", "equals": "somebody@shop.example"}, True),
        ({"field": "resourceGroup", "equals": "shop"}, True),
    ],
)  # fmt: skip
def test_an_alert_that_leaves_changes_out_says_so(
    azure: AzureCloud, reading: AzureReader, condition: dict[str, Any], is_narrowed: Any
) -> None:
    what = {"anyOf": [{"field": "OperationName", "equals": op} for op in ("A/Write", "B/write")]}
    category = {"field": "category", "equals": "Administrative"}
    azure.estate.tables["Resources"] = [alert(category, what, condition)]
    ((said, _),) = read(reading, "AzureActivityLogAlert").values()
    assert said["p"]["is_narrowed"] is is_narrowed
    assert said["p"]["operations"] == ["a/write", "b/write"]
    assert said["p"]["categories"] == ["administrative"]
    assert "is_enabled" not in said["p"]  # it does not say


def test_a_role_is_one_wherever_it_is_assigned(reading: AzureReader) -> None:
    roles = read(reading, "AzureRoleDefinition")
    assignments = read(reading, "AzureRoleAssignment")
    assert {uid for said, _ in assignments.values() for uid in ends(said, "GRANTS")} <= set(roles)
    above = [said for said, _ in assignments.values() if said["p"]["scope"] == "/"]
    assert [ends(said, "ON") for said in above] == [[f"/tenants/{TENANT}"]]
    assert f"/tenants/{TENANT}" in read(reading, "EntraTenant")


def test_a_plan_of_one_resource_is_none_of_the_subscription(reading: AzureReader) -> None:
    plans = read(reading, "AzureDefenderPlan").values()
    storage = [said for said, _ in plans if said["p"]["name"] == "StorageAccounts"]
    assert [ends(said, "IN_SUBSCRIPTION") for said in storage] == [[]]
    assert ends(storage[0], "ABOUT") == [
        resource_id("Microsoft.Storage/storageAccounts", "shopopen").lower()
    ]


def test_settings_that_cannot_all_be_read_are_unread(
    azure: AzureCloud, reading: AzureReader, tmp_path: Path
) -> None:
    """One refused listing of one vault: nobody may take it for a vault without a log."""
    azure.faults.denied = {"vaults/shop-keys/providers/microsoft.insights"}
    azure.estate.tables["Resources"].append(row("Microsoft.KeyVault/vaults", "shop-keys"))
    label = "AzureDiagnosticSetting"
    unit = Unit(connector="azure:azure:x", type=label, region="global")
    listing, scope = reading.listing(CATALOGUE[label], unit, "s")
    done = collect(
        CATALOGUE[label], listing, unit=unit, scope=scope, folder=tmp_path, secret=b"test"
    )
    assert (done.state, done.staged) == (UNREAD, None)
    assert (done.call, done.error) == (
        "arm:Microsoft.Insights/diagnosticSettings", "AuthorizationFailed",
    )  # fmt: skip


def test_a_group_whose_members_are_hidden_costs_its_own_members(
    azure: AzureCloud, reading: AzureReader
) -> None:
    hidden = "44444444-aaaa-4bbb-8ccc-000000000009"
    azure.estate.directory["/groups"].append({"id": hidden, "securityEnabled": True})
    azure.faults.denied = {f"/groups/{hidden}/members"}
    groups = read(reading, "EntraGroup")
    assert groups[f"/directoryobjects/{hidden}"][1].keys() == {"members"}
    said, unread = groups[f"/directoryobjects/{OPERATORS}"]
    assert (len(ends(said, "MEMBER_OF")), unread) == (2, {})  # and no device


def test_a_user_that_the_report_leaves_out_is_not_said_to_lack_a_factor(
    azure: AzureCloud, reading: AzureReader
) -> None:
    azure.estate.directory["/reports/authenticationMethods/userRegistrationDetails"] = []
    said, unread = read(reading, "EntraUser")[f"/directoryobjects/{CLERK}"]
    assert ("is_mfa_registered" in said["p"], unread) == (False, {})


def test_a_tenant_without_settings_has_the_defaults(
    azure: AzureCloud, reading: AzureReader
) -> None:
    azure.estate.directory["/groupSettings"] = []
    ((said, _),) = read(reading, "EntraTenant").values()
    names = ("lockout_threshold", "lockout_seconds", "bans_own_passwords", "users_create_groups")
    assert [said["p"][name] for name in names] == [10, 60, False, True]


@pytest.mark.parametrize(
    ("grant", "requires_mfa"),
    [
        ({"operator": "OR", "builtInControls": ["mfa"]}, True),
        ({"operator": "OR", "builtInControls": ["mfa", "compliantDevice"]}, False),
        ({"operator": "AND", "builtInControls": ["mfa", "compliantDevice"]}, True),
        ({"operator": "OR", "builtInControls": ["mfa"], "termsOfUse": ["1"]}, False),
        ({"operator": "OR", "builtInControls": [],
          "authenticationStrength": {"requirementsSatisfied": "mfa"}}, True),
        ({"operator": "OR", "builtInControls": ["block"]}, False),
        (None, False),
    ],
)  # fmt: skip
def test_a_second_factor_is_required_where_nothing_else_would_do(
    azure: AzureCloud, reading: AzureReader, grant: Any, requires_mfa: Any
) -> None:
    policy = access_policies()[0] | {"grantControls": grant}
    azure.estate.directory["/identity/conditionalAccess/policies"] = [policy]
    ((said, _),) = read(reading, "EntraConditionalAccessPolicy").values()
    assert said["p"]["requires_mfa"] is requires_mfa


@pytest.mark.parametrize(
    ("condition", "holds_always"),
    [
        ({}, True),
        ({"platforms": {"includePlatforms": ["all"], "excludePlatforms": []}}, True),
        ({"locations": {"includeLocations": ["All"], "excludeLocations": None}}, True),
        ({"locations": {"includeLocations": ["All"], "excludeLocations": ["AllTrusted"]}}, False),
        ({"clientAppTypes": ["browser"]}, False),
        ({"signInRiskLevels": ["high"]}, False),
        ({"devices": {"deviceFilter": {"mode": "include", "rule": "made up"}}}, False),
    ],
)
def test_a_policy_that_holds_only_sometimes_says_so(
    azure: AzureCloud, reading: AzureReader, condition: dict[str, Any], holds_always: Any
) -> None:
    policy = access_policies()[0]
    policy["conditions"] |= condition
    azure.estate.directory["/identity/conditionalAccess/policies"] = [policy]
    ((said, _),) = read(reading, "EntraConditionalAccessPolicy").values()
    assert said["p"]["holds_always"] is holds_always


def test_what_opens_a_receiver_is_kept_nowhere(reading: AzureReader, tmp_path: Path) -> None:
    unit = Unit(connector="azure:azure:x", type="AzureActionGroup", region="global")
    listing, scope = reading.listing(CATALOGUE[unit.type], unit, "s")
    done = collect(
        CATALOGUE[unit.type], listing, unit=unit, scope=scope, folder=tmp_path, secret=b"test"
    )
    assert done.staged is not None
    raw = b"".join(raw for batch in done.staged.batches(("raw",)) for raw in batch["raw"])
    assert b"duty@shop.example" in raw
    assert b"made-up" not in raw


def test_members_are_asked_of_groups_that_may_have_access_only(
    azure: AzureCloud, reading: AzureReader
) -> None:
    azure.estate.directory["/directoryRoles"] = []
    azure.estate.directory[f"/groups/{OPERATORS}/members"] = [member("user", CLERK)]
    read(reading, "EntraGroup")
    asked = [path for path in azure.reads if path.endswith("/members")]
    assert asked == [f"/v1.0/groups/{OPERATORS}/members"]
