"""What a virtual machine's security profile says; the machines of a scale set have the same one."""

from __future__ import annotations

from typing import TypedDict

from ingest.azure.managed import flag
from ingest.items import dig
from ingest.model import Json


class Security(TypedDict):
    """Fields that machines and scale sets have in common."""

    security_type: str | None
    secure_boot: bool | None
    vtpm: bool | None
    encryption_at_host: bool


def security(profile: Json | None) -> Security:
    """Return what a security profile says, with the defaults that the API's reference documents.

    Without a security type its firmware settings are off; data is encrypted at the host only where
    that was asked for.
    """
    said: Json = profile or {}
    typed = said.get("securityType")
    return {
        "security_type": typed,
        "secure_boot": _firmware(said, "secureBootEnabled", typed=bool(typed)),
        "vtpm": _firmware(said, "vTpmEnabled", typed=bool(typed)),
        "encryption_at_host": flag(said.get("encryptionAtHost")) is True,
    }


def takes_password(os_profile: Json | None) -> bool | None:
    """Return whether a Linux machine lets people sign in with a password; None where not said."""
    refused = flag(dig(os_profile, "linuxConfiguration.disablePasswordAuthentication"))
    return None if refused is None else not refused


def image(reference: Json | None) -> str | None:
    """Return an image as the command line writes it, or its id where it is one's own."""
    said: Json = reference or {}
    own = said.get("id") or said.get("sharedGalleryImageId") or said.get("communityGalleryImageId")
    if isinstance(own, str) and own:
        return own.lower()
    parts = [said.get(name) for name in ("publisher", "offer", "sku", "version")]
    return ":".join(str(part or "") for part in parts) if any(parts) else None


def _firmware(said: Json, name: str, *, typed: bool) -> bool | None:
    setting = flag(dig(said, f"uefiSettings.{name}"))
    return setting if setting is not None or typed else False
