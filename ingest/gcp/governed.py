"""What a policy says of the resource it is set on: who has which role there.

Only what is set on the resource itself: what is set above it holds too, and stands there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypedDict

from ingest.gcp.asset_types import LIST_POLICIES, POLICY_PART
from ingest.gcp.federation import ends
from ingest.gcp.managed import entries, texts
from ingest.gcp.names import service_account_uid
from ingest.items import Item
from ingest.model import Json, Ref, Resource, edge, prop

if TYPE_CHECKING:
    from ingest.aws.iam_role import AwsIamRole
    from ingest.gcp.client import Gcp
    from ingest.gcp.identity_pool import GcpIdentityPool
    from ingest.gcp.service_account import GcpServiceAccount
    from ingest.internet.external_identity import ExternalIdentity

ANYONE = ("allUsers", "allAuthenticatedUsers")
PROPS = {"roles": "The roles.", "is_conditional": "All of them are given on a condition."}


class GcpGoverned(Resource, is_base=True):
    """The fields of every resource that a policy may be set on."""

    grants: list[str] = prop(
        "Who has which role by its own policy: `roles/viewer user:a@example.com`, each with `if` "
        "and the condition's title behind it where it has one.",
        reads=LIST_POLICIES,
    )
    public_roles: list[str] = prop(
        "Roles that anyone has by its own policy, signed in with whatever account or not at all.",
        reads=LIST_POLICIES,
    )
    granted: list[Ref[GcpServiceAccount]] = edge(
        "GRANTS_TO",
        "Service accounts that have a role by its own policy.",
        reads=LIST_POLICIES,
        props=PROPS,
    )
    granted_outside: list[Ref[GcpIdentityPool | ExternalIdentity | AwsIamRole]] = edge(
        "GRANTS_TO",
        "Workload identity pools of which some or all have a role by its own policy, and whom of "
        "them: identities of other issuers, and roles of AWS.",
        reads=LIST_POLICIES,
        props=PROPS,
    )


class GcpAudited(GcpGoverned, is_base=True):
    """The fields of what policies are inherited from: they say what is logged, too."""

    audited: list[str] = prop(
        "What its own policy has logged of who reads and writes data: `allServices DATA_READ`.",
        reads=LIST_POLICIES,
    )
    audit_exempted: list[str] = prop(
        "Whom that log leaves out: `allServices DATA_READ user:a@example.com`.",
        reads=LIST_POLICIES,
    )


class Governed(TypedDict):
    """What `governed` gives."""

    grants: list[str]
    public_roles: list[str]
    granted: list[Ref[GcpServiceAccount]]
    granted_outside: list[Ref[GcpIdentityPool | ExternalIdentity | AwsIamRole]]


class Audited(Governed):
    """What `audited` gives."""

    audited: list[str]
    audit_exempted: list[str]


def governed(gcp: Gcp, item: Item) -> Governed:
    """Return the fields of `GcpGoverned` from an asset's part `policy`."""
    policy = item.part(POLICY_PART)
    return {
        "grants": policy.read(_grants),
        "public_roles": policy.read(public_roles),
        "granted": policy.read(lambda p: _granted(p, _service_account)),
        "granted_outside": policy.read(lambda p: _granted(p, lambda member: ends(gcp, member))),
    }


def audited(gcp: Gcp, item: Item) -> Audited:
    """Return the fields of `GcpAudited` from an asset's part `policy`."""
    policy = item.part(POLICY_PART)
    return {
        **governed(gcp, item),
        "audited": policy.read(_audited),
        "audit_exempted": policy.read(_exempted),
    }


def bindings(policy: Json) -> Iterator[tuple[str, str, Json]]:
    """Yield (role, member, condition) of a policy; the condition is empty where there is none."""
    for binding in entries(policy, "bindings"):
        condition = binding.get("condition")
        role = binding.get("role")
        if isinstance(role, str):
            for member in texts(binding, "members"):
                yield role, member, condition if isinstance(condition, Mapping) else {}


def public_roles(policy: Json) -> list[str]:
    """Return the roles that a policy gives to anyone."""
    return sorted({role for role, member, _ in bindings(policy) if member in ANYONE})


def _grants(policy: Json) -> list[str]:
    return sorted({
        f"{role} {member}" + (f" if {_title(condition)}" if condition else "")
        for role, member, condition in bindings(policy)
    })  # fmt: skip


def _title(condition: Json) -> str:
    return str(condition.get("title") or condition.get("expression") or "a condition holds")


def _service_account(member: str) -> list[str]:
    uid = service_account_uid(member) if member.startswith("serviceAccount:") else None
    return [uid] if uid else []


def _granted(policy: Json, whom: Callable[[str], Iterable[str]]) -> list[Any]:
    """Return what points at whom a policy's members are, with the roles that each has."""
    found: dict[str, list[tuple[str, bool]]] = {}
    for role, member, condition in bindings(policy):
        for uid in whom(member):
            found.setdefault(uid, []).append((role, bool(condition)))
    return [
        Ref(
            uid,
            {
                "roles": sorted({role for role, _ in roles}),
                "is_conditional": all(conditional for _, conditional in roles),
            },
        )
        for uid, roles in found.items()
    ]


def _logged(policy: Json) -> list[tuple[str, Json]]:
    return [
        (f"{config.get('service')} {log.get('logType')}", log)
        for config in entries(policy, "auditConfigs")
        for log in entries(config, "auditLogConfigs")
    ]


def _audited(policy: Json) -> list[str]:
    return sorted({logged for logged, _ in _logged(policy)})


def _exempted(policy: Json) -> list[str]:
    return sorted({
        f"{logged} {member}"
        for logged, log in _logged(policy)
        for member in texts(log, "exemptedMembers")
    })  # fmt: skip
