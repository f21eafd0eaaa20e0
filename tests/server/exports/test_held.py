"""A document on disk, read piece by piece: the same as read whole, and no memory for it."""

from __future__ import annotations

import itertools
import json
import tracemalloc
from collections.abc import Callable, Iterator

import orjson
import psutil
import pytest

from server.exports import held
from server.exports import run as run_rows
from server.exports.formats import FORMATS
from server.exports.held import Held, NoDocument
from server.exports.row import Export, Run
from server.exports.run import order, rows
from tests.server.exports.made import (
    AT,
    CONNECTOR,
    CONTROLS,
    MANDATE,
    REFUSED,
    basis,
    failing,
    unread,
    waived,
    written,
)

CONTROL, OTHER = "aws/s3/bucket_requires_tls", "aws/ec2/instance_imdsv2"
THIRD = "aws/kms/key_rotation"
MIB = 1 << 20


@pytest.mark.parametrize("window", [1, 2, 3, 7, 64, 1 << 18])
def test_it_is_the_same_as_read_whole(window: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(held, "WINDOW", window)
    names = ["é漢🙂", "a" * 300, '"\\', "{[]}", "\u2028"]
    findings = [failing(CONTROL, n) for n in names] + [waived(OTHER, "b"), unread(THIRD)]
    document = written(basis(findings)).document
    whole = orjson.loads(document)
    pieces = Held(document[i : i + 1000] for i in range(0, len(document), 1000))
    assert b"".join(pieces.parts()) == document
    for control, result in whole["results"].items():
        assert list(pieces.findings(control)) == result.pop("findings")
    assert pieces.head == whole
    assert pieces.found[CONTROL] == {"FAIL": len(names)}
    assert pieces.found[THIRD] == {"unit": 1}
    assert pieces.unread == {REFUSED: (1, {THIRD})}


@pytest.mark.parametrize(
    "said",
    [b"", b"[]", b"{", b'{"a":1', b'{"a":1]', b'{"results":[]}', b'{"results":{"a":[]}}', b"\xff",
     b'{"results":{"a":{"findings":{}}}}', b'{"results":{"a":{"findings":[1]}}}', b"PK\x03\x04",
     b'{"a":' + b"[" * 100_000, b'{"results":{"a":{"findings":[{"status":"FAIL"}'],
)  # fmt: skip
def test_what_is_no_document_is_named(said: bytes) -> None:
    with pytest.raises(NoDocument, match="no document of a run"):
        Held([said])


def many(number: int) -> Iterator[bytes]:
    """Yield a real document with one finding put in again and again."""
    document = written(basis([failing(CONTROL, "NAME")])).document
    (finding,) = orjson.loads(document)["results"][CONTROL]["findings"]
    one = orjson.dumps(finding, option=orjson.OPT_SORT_KEYS)
    before, _, after = document.partition(one)
    yield before
    for i in range(number):
        yield (b"," if i else b"") + one.replace(b"NAME", b"name-%d" % i)
    yield after


def peak(action: Callable[[], None]) -> int:
    tracemalloc.start()
    try:
        action()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_two_hundred_thousand_findings_need_no_memory() -> None:
    process = psutil.Process()
    assert sum(1 for _ in Held(many(1_000)).findings(CONTROL)) == 1_000
    before = process.memory_info().rss
    pieces = Held(many(200_000))
    most = process.memory_info().rss
    for number, _ in enumerate(pieces.findings(CONTROL), 1):
        if number % 10_000 == 0:
            most = max(most, process.memory_info().rss)
    assert number == 200_000
    assert pieces.size > 50 * MIB
    assert most - before < 12 * MIB


def made(number: int) -> Export:
    pieces = Held(many(number))
    run = Run(
        mandate=MANDATE, connector=CONNECTOR, connector_name="big", number=1, hash=pieces.hash,
        held=pieces,
    )  # fmt: skip
    return Export(
        rows=lambda: rows(run, CONTROLS, None, None), at=AT, controls=CONTROLS, meets={}, run=run
    )


@pytest.mark.parametrize("name", FORMATS)
def test_more_findings_need_no_more_memory(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(held, "WINDOW", 1 << 13)
    monkeypatch.setattr(run_rows, "BATCH", 50)
    sizes = {200: 0, 1_600: 0}

    def write(number: int) -> int:
        export = made(number)

        def go() -> None:
            for piece in FORMATS[name].write(export):
                sizes[number] += len(piece)

        return peak(go)

    few, eight_times = write(200), write(1_600)
    assert eight_times < few + MIB // 3
    assert sizes[1_600] - sizes[200] > MIB // 3


def test_controls_come_in_the_order_of_the_requirements() -> None:
    said = json.loads(written(basis([])).document)
    found = order(said["requirements"])
    assert len(found) == len(set(found)) == len(said["results"])
    assert [k for k, _ in itertools.groupby(found)] == found
