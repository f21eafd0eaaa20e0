"""What holds of every resource type: it is documented, and a refusal costs what it declares.

How a refusal looks is a cloud's own: the rest is asked of AWS here, and of the others beside their
own tests.
"""

from __future__ import annotations

import functools
import itertools
import re
from typing import TYPE_CHECKING, Any

import botocore.session
import orjson
import pytest

from ingest.aws.client import Aws
from ingest.catalogue import Declaration, discover
from ingest.identity import Scope
from ingest.model import Malformed, Unread
from ingest.refusal import Refused
from ingest.rows import row_maker
from server.demo.ground import HOME
from tests.clouds.aws.operations import operations_of
from tests.ingest.aws.reading import ACCOUNT, account

if TYPE_CHECKING:
    from tests.clouds.aws.fixtures import EstateCloud

CATALOGUE = discover()
AWS = CATALOGUE.of_cloud("aws")
LABELS = [d.label for d in AWS]
ENOUGH = 6  # records of a type: a refusal hits each of them alike
NOT_IN_ESTATE = {
    ("AwsSecurityGroupRule", "ec2:DescribeManagedPrefixLists"): "no rule names a prefix list",
}
PERMISSION = re.compile(r"[a-z0-9-]+:[A-Z][A-Za-z0-9]+")


def described(declaration: Declaration) -> dict[str, str]:
    """Return every description of a type by what it describes."""
    docs = {"": declaration.doc, declaration.key: declaration.key_doc}
    docs |= {p.name: p.doc for p in declaration.properties}
    docs |= {r.name: r.doc for r in declaration.relationships}
    for r in declaration.relationships:
        docs |= {f"{r.name}.{name}": doc for name, doc in r.props.items()}
    return docs


@pytest.mark.parametrize("label", CATALOGUE.labels)
def test_every_description_is_a_sentence(label: str) -> None:
    wrong = {name: doc for name, doc in described(CATALOGUE[label]).items() if doc[-1:] != "."}
    assert wrong == {}


@pytest.mark.parametrize("label", LABELS)
def test_every_permission_guards_a_call_that_the_cloud_has(label: str) -> None:
    for permission in CATALOGUE[label].permissions:
        assert PERMISSION.fullmatch(permission), permission
        for call in operations_of(permission):
            service, _, operation = call.partition(":")
            assert operation in operations(service), permission


@functools.cache
def operations(service: str) -> list[str]:
    names: list[str] = botocore.session.get_session().get_service_model(service).operation_names
    return names


@pytest.mark.parametrize("label", LABELS)
def test_a_type_reads_the_estate_whole(label: str, estate: EstateCloud) -> None:
    found = read(label, estate.moto_url)
    assert found
    assert {uid: unread for uid, (_, unread) in found.items() if unread} == {}


@pytest.mark.parametrize(
    ("label", "permission"), [(d.label, permission) for d in AWS for permission in d.lists]
)
def test_a_refused_listing_names_the_call(label: str, permission: str, estate: EstateCloud) -> None:
    estate.proxy.deny_permission(permission)
    with pytest.raises(Refused) as refusal:
        read(label, estate.endpoint_url)
    assert refusal.value.call in operations_of(permission)


@pytest.mark.parametrize(
    ("label", "permission"),
    [(d.label, p) for d in AWS for p in d.permissions if p not in d.lists],
)
def test_a_refused_part_costs_exactly_the_fields_that_declare_it(
    label: str, permission: str, estate: EstateCloud
) -> None:
    declaration = CATALOGUE[label]
    lost = {name for name, reads in declaration.reads.items() if reads == permission}
    estate.proxy.deny_permission(permission)
    before, after = read(label, estate.moto_url), read(label, estate.endpoint_url)
    assert after.keys() == before.keys()
    needed = any(unread for _, unread in after.values())
    assert needed is ((label, permission) not in NOT_IN_ESTATE)
    for uid, (row, unread) in after.items():
        # A call that makes no sense for a record is not made, so nothing of it is lost.
        assert unread.keys() in (lost, set())
        assert {why.permission for why in unread.values()} <= {permission}
        assert {why.call for why in unread.values()} <= set(operations_of(permission))
        whole, _ = before[uid]
        assert kept(declaration, row, unread.keys()) == kept(declaration, whole, unread.keys())


MARKS = ("unread", "unread_why")


def kept(declaration: Declaration, row: dict[str, Any], lost: Any) -> dict[str, Any]:
    """Return what a row says beside some fields, and beside what follows from them."""
    gone = {r.type for r in declaration.relationships if r.name in lost}
    base = (
        {"created_at", "region", "account", "incarnation"}
        if lost & {"created_at", "region"}
        else set()
    )
    return {
        "p": {n: v for n, v in row["p"].items() if n not in {*lost, *base, *MARKS}},
        "e": [edges for edges in row["e"] if edges[0] not in gone],
        "t": None if declaration.tags in lost else row["t"],
    }


def read(label: str, endpoint_url: str) -> dict[str, tuple[dict[str, Any], dict[str, Unread]]]:
    """Return some records of a type by uid, as row and as what was unread."""
    declaration = CATALOGUE[label]
    scope = Scope(
        cloud="aws",
        partition="aws",
        account=ACCOUNT,
        region="global" if declaration.is_global else HOME,
    )
    make = row_maker(declaration, scope)
    found = {}
    with account(endpoint_url) as owner:
        aws = Aws(owner=owner, service=declaration.service, region=HOME)
        for record in itertools.islice(declaration.fetch(aws), ENOUGH):
            assert not isinstance(record, Malformed), record.error
            row = make(record)
            said = {"p": orjson.loads(row.props), **orjson.loads(row.links)}
            found[row.uid] = (said, dict(row.unread))
    return found
