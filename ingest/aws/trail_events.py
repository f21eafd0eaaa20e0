"""Read what a CloudTrail trail logs from its event selectors, basic or advanced.

An advanced selector is a list of tests that must all hold. Only what it surely logs counts: one
that names objects or event names logs some of the events, not those of all buckets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ingest.aws.policy import listed
from ingest.model import Json

ALL_BUCKETS = re.compile(r"arn:aws[^:]*:s3(:::)?")
WRITE, READ = "WriteOnly", "ReadOnly"


def logs_management(answer: Json, *, reads: bool) -> bool:
    """Tell whether management events of one kind are logged."""
    basic = any(s.get("IncludeManagementEvents", True) for s in _basic(answer, reads=reads))
    narrowing = {"eventName"}
    return basic or any(
        not narrowing & set(tests) for tests in _advanced(answer, "Management", reads=reads)
    )


def logs_s3_objects(answer: Json, *, reads: bool) -> bool:
    """Tell whether events of one kind on the objects of all buckets are logged."""
    basic = any(
        data.get("Type") == "AWS::S3::Object" and _is_all(data.get("Values"))
        for selector in _basic(answer, reads=reads)
        for data in selector.get("DataResources") or []
    )
    known = {"eventCategory", "resources.type", "readOnly"}
    return basic or any(
        "AWS::S3::Object" in listed(tests.get("resources.type", {}).get("Equals"))
        and set(tests) <= known
        for tests in _advanced(answer, "Data", reads=reads)
    )


def excluded_sources(answer: Json) -> list[str]:
    """Return the services whose management events are left out."""
    found = {
        name
        for selector in answer.get("EventSelectors") or []
        for name in listed(selector.get("ExcludeManagementEventSources"))
    }
    for reads in (True, False):
        for tests in _advanced(answer, "Management", reads=reads):
            found |= set(listed(tests.get("eventSource", {}).get("NotEquals")))
    return sorted(found)


def _basic(answer: Json, *, reads: bool) -> Iterator[Json]:
    """Yield the basic selectors that take events of one kind."""
    other = WRITE if reads else READ
    selectors = answer.get("EventSelectors") or []
    if not selectors and not answer.get("AdvancedEventSelectors"):
        selectors = [{}]  # a trail that was never told otherwise logs all management events
    return (s for s in selectors if s.get("ReadWriteType", "All") != other)


def _advanced(answer: Json, category: str, *, reads: bool) -> Iterator[Mapping[str, Json]]:
    """Yield the tests by field of the advanced selectors for events of one kind."""
    for selector in answer.get("AdvancedEventSelectors") or []:
        tests = {test["Field"]: test for test in selector["FieldSelectors"]}
        kind = listed(tests.get("readOnly", {}).get("Equals")) or ["true", "false"]
        category_is = listed(tests.get("eventCategory", {}).get("Equals"))
        if category in category_is and str(reads).lower() in kind:
            yield tests


def _is_all(values: object) -> bool:
    """Tell whether a list names all buckets."""
    return any(ALL_BUCKETS.fullmatch(value) for value in listed(values))
