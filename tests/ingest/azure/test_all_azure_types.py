"""What holds of every type of Azure: it reads the estate, and a refusal costs what it says."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Any

import orjson
import pytest

from ingest.azure.reader import AzureReader, open_reader
from ingest.catalogue import Declaration, discover
from ingest.cloud import Hardness
from ingest.model import Malformed, Unread
from ingest.refusal import Refused
from ingest.rows import row_maker
from ingest.units import Unit
from server.demo.azure.cloud import TABLES, AzureCloud
from server.demo.azure.estate import whole
from tests.ingest.azure.conftest import place

CATALOGUE = discover()
AZURE = CATALOGUE.of_cloud("azure")
LABELS = [d.label for d in AZURE]
PERMISSION = re.compile(r"Microsoft\.\w+(/\w+)+/read|[A-Z]\w+\.Read(\.\w+)?|\*/read")
Found = dict[str, tuple[dict[str, Any], dict[str, Unread]]]


@pytest.fixture
def estate(azure: AzureCloud) -> AzureCloud:
    azure.estate = whole()
    return azure


@pytest.fixture(scope="module")
def _opened(served: AzureCloud) -> Iterator[AzureReader]:
    """Give one reader for all tests here: each scan of it reads anew."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in served.environment.items():
            patch.setenv(name, value)
        opened = open_reader(place(), Hardness(rate=5_000, quota=1_000, throttle_seconds=5))
        yield opened
        opened.close()


@pytest.fixture
def reading(estate: AzureCloud, _opened: AzureReader) -> AzureReader:
    assert estate.url
    return _opened


SCANS = itertools.count()


def found(reader: AzureReader, declaration: Declaration, scan: str = "") -> Found:
    """Return the records of a type by uid, as row and as what was unread."""
    scan = scan or f"scan-{next(SCANS)}"
    unit = Unit(connector="azure:azure:x", type=declaration.label, region="global")
    listing, scope = reader.listing(declaration, unit, scan)
    make = row_maker(declaration, scope)
    rows: Found = {}
    for record in listing():
        assert not isinstance(record, Malformed), (record.error, record.raw)
        row = make(record)
        said = {"p": orjson.loads(row.props), **orjson.loads(row.links)}
        rows[row.uid] = (said, dict(row.unread))
    return rows


@pytest.mark.parametrize("declaration", AZURE, ids=LABELS)
def test_a_type_reads_the_estate_whole(reading: AzureReader, declaration: Declaration) -> None:
    rows = found(reading, declaration)
    assert rows
    assert {uid: unread for uid, (_, unread) in rows.items() if unread} == {}
    assert [uid for uid in rows if uid != uid.lower()] == []


@pytest.mark.parametrize("declaration", AZURE, ids=LABELS)
def test_its_permissions_are_reads(declaration: Declaration) -> None:
    assert [p for p in declaration.permissions if not PERMISSION.fullmatch(p)] == []


@pytest.mark.parametrize(
    "declaration", [d for d in AZURE if d.service in TABLES], ids=lambda d: d.label
)
def test_a_refused_table_is_named(
    estate: AzureCloud, reading: AzureReader, declaration: Declaration
) -> None:
    estate.faults.denied = {declaration.service}
    with pytest.raises(Refused) as refusal:
        found(reading, declaration)
    assert refusal.value.call == f"resourcegraph:{declaration.service}"


@pytest.mark.parametrize(
    ("declaration", "permission"),
    [
        pytest.param(d, p, id=f"{d.label}-{p}")
        for d in AZURE
        for p in d.permissions
        if p not in d.lists
    ],
)
def test_a_refused_child_costs_exactly_the_fields_that_declare_it(
    estate: AzureCloud, reading: AzureReader, declaration: Declaration, permission: str
) -> None:
    lost = {name for name, reads in declaration.reads.items() if reads == permission}
    before = found(reading, declaration)
    estate.faults.denied_permissions = {permission}
    after = found(reading, declaration)
    assert after.keys() == before.keys()
    unread = [why for _, why in after.values() if why]
    assert unread
    for why in unread:
        assert why.keys() == lost
        assert {u.permission for u in why.values()} == {permission}


def test_every_reference_inside_the_estate_ends_at_something(reading: AzureReader) -> None:
    """Whoever is pointed at below the subscription is there: a uid in another form is not."""
    rows = {d.label: found(reading, d, "all") for d in AZURE}
    known = {uid for of_type in rows.values() for uid in of_type}
    lost = {
        (label, type_, uid)
        for label, of_type in rows.items()
        for said, _ in of_type.values()
        for type_, _, ends in said["e"]
        for uid, _ in ends
        if uid not in known and uid.partition(":")[0] not in MET
    }
    assert {(label, type_, uid) for label, type_, uid in lost if uid not in ELSEWHERE} == set()


MET = {d.scheme for d in CATALOGUE.meeting_points}
ELSEWHERE: dict[str, str] = {}  # uid -> why nothing in the estate has it
