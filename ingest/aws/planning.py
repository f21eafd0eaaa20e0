"""Plan a scan of an account: its units, and those of them that there is no need to ask for.

A unit is not offered where the region lacks the service, not enabled where the account has not
switched the region on, and excluded where the user left the region out. All three stand in the
ledger beside the others, so that what was not looked at is seen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from ingest.aws.calling import Account
from ingest.aws.client import Aws
from ingest.aws.credentials import HOME_REGION
from ingest.catalogue import Declaration
from ingest.collect import EXCLUDED, NOT_ENABLED, NOT_OFFERED, Collected, Unit
from ingest.identity import Scope
from ingest.refusal import Refused

GLOBAL = "global"


def home_region(partition: str) -> str:
    """Return the region in which a partition's global services are called."""
    return HOME_REGION.get(partition, HOME_REGION["aws"])


def enabled_regions(account: Account) -> dict[str, bool]:
    """Return every region of the partition, and whether the account has it switched on.

    An account that may not list them is taken to have the SDK's list: what is not there will
    refuse by itself, and is then unread, not empty.
    """
    aws = Aws(owner=account, service="ec2", region=home_region(account.partition))
    try:
        listed = list(aws.pages("describe_regions", "Regions", AllRegions=True))
    except Refused:
        known = account.session.get_available_regions("ec2", partition_name=account.partition)
        return dict.fromkeys(known, True)
    return {r["RegionName"]: r.get("OptInStatus") != "not-opted-in" for r in listed}


def plan(
    connector: str,
    account: Account,
    declarations: Iterable[Declaration],
    wanted: tuple[str, ...],
) -> tuple[list[tuple[Declaration, Unit]], list[Collected]]:
    """Return the units to read, and those that are settled without asking."""
    regions = enabled_regions(account)
    ask: list[tuple[Declaration, Unit]] = []
    settled: list[Collected] = []
    for declaration in declarations:
        offered = account.session.get_available_regions(
            declaration.service,
            partition_name=account.partition,
            allow_non_regional=declaration.is_global,
        )
        if declaration.is_global:
            unit = Unit(connector=connector, type=declaration.label, region=GLOBAL)
            if offered:
                ask.append((declaration, unit))
            else:  # CloudFront in GovCloud, for one
                settled.append(Collected(unit=unit, state=NOT_OFFERED))
            continue
        for region, enabled in sorted(regions.items()):
            unit = Unit(connector=connector, type=declaration.label, region=region)
            state = _settled(region, enabled=enabled, offered=offered, wanted=wanted)
            if state is None:
                ask.append((declaration, unit))
            else:
                settled.append(Collected(unit=unit, state=state))
    return ask, settled


def listing(
    account: Account, declaration: Declaration, unit: Unit
) -> tuple[Callable[[], Iterator[Any]], Scope]:
    """Return what lists a unit's records, and the scope they are listed in."""
    region = home_region(account.partition) if unit.region == GLOBAL else unit.region
    # Global services have ARNs without a region: a `fetch` passes "" for it.
    aws = Aws(owner=account, service=declaration.service, region=region)
    scope = Scope(
        cloud="aws", partition=account.partition, account=account.account, region=unit.region
    )
    return (lambda: declaration.fetch(aws)), scope


def _settled(
    region: str, *, enabled: bool, offered: list[str], wanted: tuple[str, ...]
) -> str | None:
    if wanted and region not in wanted:
        return EXCLUDED
    if not enabled:
        return NOT_ENABLED
    return None if region in offered else NOT_OFFERED
