"""What moto lacks and the demo needs: a few operations of AWS, answered before moto is asked.

One line of `_OPERATIONS` an operation: how a request says that it means it, and a small function of
what is kept and what is given. What is kept is one dict for each account, region and service; it is
forgotten with moto's own, by `POST /moto-api/reset`. Answers have AWS's own form on the wire: JSON
in the names of the service's model, times as seconds since 1970.

Loaded by its path into moto's process: it imports moto, never us. Left out: whatever an operation
refuses, beyond what is not there. An operation is taken out here once moto has it.
"""

from __future__ import annotations

import calendar
import json
import re
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple
from urllib.parse import unquote

import moto.core.utils
from moto.iam.models import get_account_id_from
from moto.moto_api._internal import mock_random

Json = dict[str, Any]
App = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]

_CREDENTIAL = re.compile(r"Credential=([^/]+)/\d+/([^/]+)/([^/]+)/aws4_request")
_RESET = "/moto-api/reset"
_TAGS = "/tags/"
_MOST_SNAPSHOTS = 5


class Missing(Exception):
    """Something is asked about that is not there; the code is the service's own."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Place(NamedTuple):
    """Where a call goes: what is kept is kept for each of them."""

    account: str
    region: str
    service: str

    def arn(self, resource: str) -> str:
        """Return the ARN of something here."""
        return f"arn:aws:{self.service}:{self.region}:{self.account}:{resource}"


class _Operation(NamedTuple):
    """How a request says what it wants: a target for JSON services, method and path for others."""

    service: str
    target: str
    answer: Callable[[Place, Json, Json], Json]


def _now() -> int:
    return calendar.timegm(moto.core.utils.utcnow().utctimetuple())


def _create_store(_: Place, kept: Json, given: Json) -> Json:
    name = f"cks-{mock_random.get_random_hex(17)}"
    proxy = {
        field: given[f"XksProxy{field}"]
        for field in ("Connectivity", "UriEndpoint", "UriPath", "VpcEndpointServiceName")
        if f"XksProxy{field}" in given
    }
    if proxy:
        proxy["AccessKeyId"] = given["XksProxyAuthenticationCredential"]["AccessKeyId"]
    kept[name] = {
        "CustomKeyStoreId": name,
        "CustomKeyStoreName": given["CustomKeyStoreName"],
        "CustomKeyStoreType": given.get("CustomKeyStoreType", "AWS_CLOUDHSM"),
        "ConnectionState": "DISCONNECTED",
        "CreationDate": _now(),
        **({"XksProxyConfiguration": proxy} if proxy else {}),
        **{k: given[k] for k in ("CloudHsmClusterId", "TrustAnchorCertificate") if k in given},
    }
    return {"CustomKeyStoreId": name}


def _connect_store(_: Place, kept: Json, given: Json) -> Json:
    if given["CustomKeyStoreId"] not in kept:
        raise Missing("CustomKeyStoreNotFoundException")
    kept[given["CustomKeyStoreId"]]["ConnectionState"] = "CONNECTED"
    return {}


def _stores(_: Place, kept: Json, __: Json) -> Json:
    return {"CustomKeyStores": list(kept.values()), "Truncated": False}


def _create_analyzer(place: Place, kept: Json, given: Json) -> Json:
    name = given["analyzerName"]
    kept[name] = {
        "arn": place.arn(f"analyzer/{name}"),
        "name": name,
        "type": given["type"],
        "createdAt": moto.core.utils.utcnow().isoformat() + "Z",
        "status": "ACTIVE",
        "tags": given.get("tags", {}),
        **({"configuration": given["configuration"]} if "configuration" in given else {}),
    }
    return {"arn": kept[name]["arn"]}


def _analyzers(_: Place, kept: Json, __: Json) -> Json:
    return {"analyzers": list(kept.values())}


def _enable_standards(place: Place, kept: Json, given: Json) -> Json:
    made = []
    for request in given["StandardsSubscriptionRequests"]:
        arn = request["StandardsArn"]
        subscription = place.arn(f"subscription/{arn.split(':')[-1].partition('/')[2]}")
        kept.setdefault("standards", {})[arn] = {
            "StandardsSubscriptionArn": subscription,
            "StandardsArn": arn,
            "StandardsInput": {},
            "StandardsStatus": "READY",
        }
        made.append(kept["standards"][arn])
    return {"StandardsSubscriptions": made}


def _standards(_: Place, kept: Json, __: Json) -> Json:
    return {"StandardsSubscriptions": list(kept.get("standards", {}).values())}


def _tag_hub(_: Place, kept: Json, given: Json) -> Json:
    kept.setdefault("tags", {}).setdefault(given["ResourceArn"], {}).update(given["Tags"])
    return {}


def _hub_tags(_: Place, kept: Json, given: Json) -> Json:
    return {"Tags": kept.get("tags", {}).get(given["ResourceArn"], {})}


def _snapshot_limits(_: Place, kept: Json, given: Json) -> Json:
    made = kept.get("snapshots", {}).get(given["DirectoryId"], 0)
    return {
        "SnapshotLimits": {
            "ManualSnapshotsLimit": _MOST_SNAPSHOTS,
            "ManualSnapshotsCurrentCount": made,
            "ManualSnapshotsLimitReached": made >= _MOST_SNAPSHOTS,
        }
    }


def _create_snapshot(_: Place, kept: Json, given: Json) -> Json:
    made = kept.setdefault("snapshots", {})
    made[given["DirectoryId"]] = made.get(given["DirectoryId"], 0) + 1
    return {"SnapshotId": f"s-{mock_random.get_random_hex(10)}"}


def _register_topic(place: Place, kept: Json, given: Json) -> Json:
    kept.setdefault("topics", {}).setdefault(given["DirectoryId"], []).append({
        "DirectoryId": given["DirectoryId"],
        "TopicName": given["TopicName"],
        "TopicArn": place._replace(service="sns").arn(given["TopicName"]),
        "CreatedDateTime": _now(),
        "Status": "Registered",
    })  # fmt: skip
    return {}


def _topics(_: Place, kept: Json, given: Json) -> Json:
    return {"EventTopics": kept.get("topics", {}).get(given.get("DirectoryId"), [])}


_DS = "DirectoryService_20150416"
_OPERATIONS = (
    _Operation("kms", "TrentService.CreateCustomKeyStore", _create_store),
    _Operation("kms", "TrentService.ConnectCustomKeyStore", _connect_store),
    _Operation("kms", "TrentService.DescribeCustomKeyStores", _stores),
    _Operation("ds", f"{_DS}.GetSnapshotLimits", _snapshot_limits),
    _Operation("ds", f"{_DS}.CreateSnapshot", _create_snapshot),
    _Operation("ds", f"{_DS}.RegisterEventTopic", _register_topic),
    _Operation("ds", f"{_DS}.DescribeEventTopics", _topics),
    _Operation("access-analyzer", "PUT /analyzer", _create_analyzer),
    _Operation("access-analyzer", "GET /analyzer", _analyzers),
    _Operation("securityhub", "POST /standards/register", _enable_standards),
    _Operation("securityhub", "POST /standards/get", _standards),
    _Operation("securityhub", "POST /tags", _tag_hub),
    _Operation("securityhub", "GET /tags", _hub_tags),
)
_KNOWN = {(o.service, o.target): o.answer for o in _OPERATIONS}
_kept: dict[Place, Json] = {}


def with_more(app: App) -> App:
    """Return an app that answers the operations above by itself, and asks `app` for all others."""

    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        if environ["PATH_INFO"] == _RESET:
            _kept.clear()
        found = _CREDENTIAL.search(environ.get("HTTP_AUTHORIZATION", ""))
        if found is None:
            return app(environ, start_response)
        key, region, service = found.groups()
        target, in_path = _target(environ)
        operation = _KNOWN.get((service, target))
        if operation is None:
            return app(environ, start_response)
        place = Place(get_account_id_from(key), region, service)
        given = {**_body(environ), **in_path}
        try:
            said, status = operation(place, _kept.setdefault(place, {}), given), "200 OK"
        except Missing as missing:
            said, status = {"__type": missing.code, "message": "not there"}, "400 Bad Request"
        start_response(status, [("Content-Type", "application/x-amz-json-1.1")])
        return [json.dumps(said).encode()]

    return answer


def _target(environ: dict[str, Any]) -> tuple[str, Json]:
    """Return what a request wants, and what its path says beside that."""
    if "HTTP_X_AMZ_TARGET" in environ:
        return environ["HTTP_X_AMZ_TARGET"], {}
    path = environ["PATH_INFO"]
    if path.startswith(_TAGS):
        return f"{environ['REQUEST_METHOD']} /tags", {"ResourceArn": unquote(path[len(_TAGS) :])}
    return f"{environ['REQUEST_METHOD']} {path}", {}


def _body(environ: dict[str, Any]) -> Json:
    """Return the body of a request that is answered here; nobody reads it after us."""
    size = int(environ.get("CONTENT_LENGTH") or 0)
    body: Json = json.loads(environ["wsgi.input"].read(size) or b"{}")
    return body
