"""What Cloud Asset Inventory calls the assets that more than one place asks for.

And the part of an asset that is read on its own, with the permission that it needs.
"""

from __future__ import annotations

LIST_POLICIES = "cloudasset.assets.listIamPolicy"
POLICY_PART = "policy"
PROJECT = "cloudresourcemanager.googleapis.com/Project"
FOLDER = "cloudresourcemanager.googleapis.com/Folder"
ORGANIZATION = "cloudresourcemanager.googleapis.com/Organization"
SERVICE_ACCOUNT = "iam.googleapis.com/ServiceAccount"
CONTACT = "essentialcontacts.googleapis.com/Contact"
ACCESS_APPROVAL = "accessapproval.googleapis.com/AccessApprovalSettings"
