/*---
title: Google knows whom to write to about the organization
resource: GcpOrganization
severity: medium
policy: gcp-identity
mandates: {cis-gcp-4.0: ["1.16"]}
also: {prowler: [iam_organization_essential_contacts_configured]}
why: >-
  Google writes when it sees an account abused, a project about to be suspended, or a service down.
  Without contacts, that goes to administrators who may not read it, or have left.
fix:
  console: >-
    Choose the organization {name}, IAM & Admin > Essential Contacts > Add contact, for Legal,
    Security, Suspension and Technical, or All.
  cli: |
    gcloud essential-contacts create --organization "$(basename {uid})" --language en \
      --email "${MAIL:?address that several people read}" --notification-categories all
  terraform: |
    resource "google_essential_contacts_contact" "this" {
      parent                              = "{account}"
      email                               = var.mail
      language_tag                        = "en"
      notification_category_subscriptions = ["ALL"]
    }
---*/
WITH ['LEGAL', 'SECURITY', 'SUSPENSION', 'TECHNICAL'] AS categories
MATCH (organization:GcpOrganization)
WHERE any(category IN categories WHERE NOT EXISTS {
  MATCH (organization)<-[:CONTACT_OF]-(contact:GcpEssentialContact)
  WHERE contact.is_invalid = false
    AND (category IN contact.categories OR 'ALL' IN contact.categories)
})
RETURN organization AS resource, {expected: categories} AS evidence
