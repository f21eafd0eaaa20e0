/*---
title: Fewer than five people are global administrators
resource: EntraDirectoryRole
severity: high
policy: azure-privileges
mandates: {cis-azure-4.0: ["6.26"]}
also: {prowler: [entra_global_admin_in_less_than_five_users]}
why: >-
  Each of them may do anything, also what the others have forbidden. Most of what they do needs a
  smaller role.
fix:
  console: >-
    Microsoft Entra ID > Roles and administrators > {name} > Assignments > tick those who need
    less > Remove assignments.
  cli: >-
    az rest --method delete --url
    "https://graph.microsoft.com/v1.0/directoryRoles/roleTemplateId={template}/members/<object
    id>/$ref"
  terraform: |
    # Delete the assignment of whoever needs less from the configuration, and say that it is to go:
    removed {
      from = azuread_directory_role_assignment.this
      lifecycle { destroy = true }
    }
---*/
WITH 4 AS most, '62e90394-69f5-4237-9190-012177745e10' AS global_administrator
MATCH (role:EntraDirectoryRole)
WHERE role.template = global_administrator AND COUNT {
  MATCH (user:EntraUser)
  WHERE EXISTS { (user)-[:HAS_ROLE]->(role) }
    OR EXISTS { (user)-[:MEMBER_OF]->(:EntraGroup)-[:HAS_ROLE]->(role) }
} > most
RETURN role AS resource, {expected: most} AS evidence
