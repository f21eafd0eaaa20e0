"""AWS IAM MFA devices: virtual ones, assigned or not, and the hardware and passkeys of users.

Left out: tags, which take one call a device and a permission of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from ingest.aws.iam import DETAILS, details, owned
from ingest.items import Item, Part
from ingest.model import Json, Records, Ref, Resource, edge, key, prop

if TYPE_CHECKING:
    from ingest.aws.account import AwsAccount
    from ingest.aws.client import Aws
    from ingest.aws.iam_user import AwsIamUser

VIRTUAL = "iam:ListVirtualMFADevices"
LIST = "iam:ListMFADevices"


class AwsIamMfaDevice(Resource, service="iam", lists=(VIRTUAL, DETAILS, LIST), is_global=True):
    """A second factor: an app, a hardware token, a security key or a passkey."""

    arn: str = key(
        "Amazon Resource Name; for a hardware token, which has none, `arn:...:mfa/{serial number}`."
    )
    serial_number: str = prop("How IAM names the device.")
    kind: str = prop("`virtual`, `fido` or `hardware`.")
    enabled_at: datetime | None = prop("When it was enabled for its user; null while unassigned.")
    user: Ref[AwsIamUser | AwsAccount] | None = edge(
        "HAS_MFA_DEVICE",
        "Whose second factor it is: a user's, or as the root user's the account's.",
        direction="in",
    )


DEVICES = Part(
    "Devices", "list_mfa_devices", LIST, {"UserName": "UserName"},
    none=("NoSuchEntity",), pages="MFADevices",
)  # fmt: skip
SEEDS = ("Base32StringSeed", "QRCodePNG")


def fetch(aws: Aws) -> Records[AwsIamMfaDevice]:
    """Yield the account's MFA devices."""
    return aws.records(read, _devices(aws))


def read(aws: Aws, item: Item) -> AwsIamMfaDevice:
    """Make the record of one device."""
    serial, owner = item["SerialNumber"], item.get("Owner.Arn")
    return AwsIamMfaDevice(
        arn=serial if serial.startswith("arn:") else aws.arn("iam", f"mfa/{serial}", region=""),
        name=serial.rsplit("/", 1)[-1],
        created_at=None,
        raw=item.raw,
        serial_number=serial,
        kind=_kind(serial),
        enabled_at=item.get("EnableDate"),
        user=Ref(owner) if owner else None,
    )


def _devices(aws: Aws) -> Iterator[Json]:
    """Yield each device once: virtual ones are listed again with their users."""
    for device in aws.pages("list_virtual_mfa_devices", "VirtualMFADevices"):
        # The seed makes the codes: it goes before anything else sees it.
        known = {name: value for name, value in device.items() if name not in SEEDS}
        yield owned(known, device.get("User") or {})
    for user, device in aws.each(details(aws, "User"), DEVICES):
        if _kind(device.get("SerialNumber", "")) != "virtual":
            yield owned(device, user)


def _kind(serial: str) -> str:
    if not serial.startswith("arn:"):
        return "hardware"
    return "virtual" if serial.split(":", 5)[5].startswith("mfa/") else "fido"
