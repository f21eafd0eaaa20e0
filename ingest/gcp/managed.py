"""What all resources of a project have in common, and how it is taken from an asset.

A resource's uid is its full resource name: `ingest.gcp.names` brings all ways of naming it to that.
Fields go by the names of the service's own interface; older assets have some of them in the
singular (`disk` for `disks`), so that both are looked for.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypedDict

from ingest.gcp.names import last, service_account_uid
from ingest.items import Item, dig
from ingest.model import Json, Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from ingest.gcp.client import Gcp
    from ingest.gcp.project import GcpProject

EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
GLOBAL = "global"
ZONE = re.compile(r"^([a-z]+-[a-z]+\d+)-[a-z]$")
PLACED = re.compile(r"/(?:zones|regions|locations)/([^/]+)")
VERSION = re.compile(r"/cryptoKeyVersions/[^/]+$")
SECONDS = re.compile(r"^(\d+)(?:\.\d+)?s?$")
MADE = (
    "creationTimestamp", "createTime", "timeCreated", "creationTime", "creationRecord.mutateTime",
    "validAfterTime",
)  # fmt: skip


class GcpManaged(Resource, is_base=True):
    """The fields of every resource of a project."""

    full_name: str = key("Full resource name.")
    region: str = prop("Region or multi-region: `europe-west1`, `eu`; `global` where it has none.")
    zone: str | None = prop("Zone: `europe-west1-b`; null where it lives in none.")
    tags: dict[str, str] = tags("Labels, by key.")
    project: Ref[GcpProject] = edge("IN_PROJECT", "Project that it belongs to.")


class Common(TypedDict):
    """What `common` gives: a record's constructor is then checked to get all the rest."""

    full_name: str
    name: str
    created_at: datetime.datetime | None
    raw: Json
    region: str
    zone: str | None
    tags: dict[str, str]
    project: Ref[GcpProject]


def common(
    gcp: Gcp,
    item: Item,
    *,
    full_name: str | None = None,
    name: str = "",
    labels_at: str = "data.labels",
) -> Common:
    """Return the fields of `GcpManaged` and of every record, from an asset."""
    region, zone = placed(item)
    said = full_name or gcp.uid(item["name"])
    if said is None:
        raise ValueError("name")
    return {
        "full_name": said,
        "name": name or said.rsplit("/", 1)[-1],
        "created_at": made_at(item),
        "raw": item.raw,
        "region": region,
        "zone": zone,
        "tags": labels(item.get(labels_at)),
        "project": Ref(gcp.project_uid(gcp.number)),
    }


def data(item: Item) -> Json:
    """Return what an asset's resource says.

    Raises ValueError where it says nothing: of a type whose resources do, that is no resource, and
    no field of it may be taken for unset.
    """
    said = item.get("data")
    if not isinstance(said, Mapping) or not said:
        raise ValueError("data")
    return said


def either(said: Json, *names: str) -> Any:
    """Return what stands under the first of some names that is there."""
    return next((said[name] for name in names if said.get(name) is not None), None)


def entries(said: Json, *names: str) -> list[Json]:
    """Return the objects of a list under the first of some names that is there."""
    found = either(said, *names)
    return [entry for entry in found if isinstance(entry, Mapping)] if _is_list(found) else []


def texts(said: Json, *names: str) -> list[str]:
    """Return the texts of a list under the first of some names that is there."""
    found = either(said, *names)
    return [entry for entry in found if isinstance(entry, str)] if _is_list(found) else []


def text(said: Any) -> str | None:
    """Return a text, None where it is empty or none."""
    return said if isinstance(said, str) and said else None


def flag(said: Any, *, unset: bool | None = None) -> bool | None:
    """Return a switch, `unset` where Google does not say."""
    return said if isinstance(said, bool) else unset


def number(said: Any) -> int | None:
    """Return an integer: Google writes those of 64 bits as text."""
    if isinstance(said, int) and not isinstance(said, bool):
        return said
    return int(said) if isinstance(said, str) and said.isdecimal() else None


def seconds(said: Any) -> int | None:
    """Return a duration in whole seconds: `7776000s`, or its number alone."""
    found = SECONDS.match(str(said)) if isinstance(said, str | int) else None
    return int(found[1]) if found else None


def time(said: Any) -> datetime.datetime | None:
    """Return a time that Google writes as text, None where it is none.

    BigQuery has milliseconds since 1970, which look like a time of another century if taken whole.
    """
    if not isinstance(said, str):
        return None
    if said.isdecimal():
        return EPOCH + datetime.timedelta(milliseconds=int(said))
    try:
        found = datetime.datetime.fromisoformat(said)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=datetime.UTC)


def made_at(item: Item) -> datetime.datetime | None:
    """Return when a resource was made, under whichever name its service has for it."""
    return next((found for name in MADE if (found := time(item.get(f"data.{name}")))), None)


def labels(said: Any) -> dict[str, str]:
    """Return labels; what is no text is left out, as Google allows texts only."""
    if not isinstance(said, Mapping):
        return {}
    return {k: v for k, v in said.items() if isinstance(k, str) and isinstance(v, str)}


def placed(item: Item) -> tuple[str, str | None]:
    """Return the region of an asset, and its zone where it lives in one."""
    by_name = PLACED.search(str(item.get("name")))
    said = last(item.get("location")) or (by_name[1] if by_name else None)
    said = (said or last(item.get("data.location")) or GLOBAL).lower()
    if zone := ZONE.match(said):
        return zone[1], said
    return said, None


def ref(gcp: Gcp, said: Any, *, service: str = "compute", within: str = "") -> Ref[Any] | None:
    """Return what points at the resource that a reference means, None where it means none."""
    uid = gcp.uid(said, service=service, within=within)
    return None if uid is None else Ref(uid)


def refs(gcp: Gcp, said: Iterable[Any], path: str = "", *, service: str = "compute") -> list[Any]:
    """Return what points at the resources of references, each once; `path` is theirs in each."""
    found = (dig(entry, path) if path else entry for entry in said)
    uids = dict.fromkeys(gcp.uid(entry, service=service) for entry in found)
    return [Ref(uid) for uid in uids if uid is not None]


def kms_ref(gcp: Gcp, said: Any) -> Ref[Any] | None:
    """Return what points at the key of a key's or a key version's name."""
    return ref(gcp, VERSION.sub("", said), service="cloudkms") if isinstance(said, str) else None


def service_account_ref(
    gcp: Gcp, said: Any, props: Mapping[str, Any] | None = None
) -> Ref[Any] | None:
    """Return what points at a service account.

    By its e-mail, a policy's member, or its name, which may have its number for the e-mail: that
    is looked up among the project's own.
    """
    uid = service_account_uid(said)
    if uid is None and (id_ := last(said)) is not None and id_.isdecimal():
        uid = service_account_uid(gcp.emails().get(id_))
    return None if uid is None else Ref(uid, props)


def service_account_refs(gcp: Gcp, said: Iterable[Any]) -> list[Any]:
    """Return what points at service accounts, each once."""
    found = (service_account_ref(gcp, entry) for entry in said)
    return [Ref(uid) for uid in dict.fromkeys(one.uid for one in found if one is not None)]


def _is_list(said: Any) -> bool:
    return isinstance(said, list | tuple)
