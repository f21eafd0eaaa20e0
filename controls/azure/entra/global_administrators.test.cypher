// fail: five, one of them by a group
CREATE (role:EntraDirectoryRole {template: '62e90394-69f5-4237-9190-012177745e10'})
CREATE (:EntraUser)-[:HAS_ROLE]->(role)
CREATE (:EntraUser)-[:HAS_ROLE]->(role)
CREATE (:EntraUser)-[:HAS_ROLE]->(role)
CREATE (:EntraUser)-[:HAS_ROLE]->(role)
CREATE (:EntraUser)-[:MEMBER_OF]->(:EntraGroup)-[:HAS_ROLE]->(role)

// pass: four, one of them twice, and a user without the role
CREATE (role:EntraDirectoryRole {template: '62e90394-69f5-4237-9190-012177745e10'})
CREATE (user:EntraUser)-[:HAS_ROLE]->(role)
CREATE (user)-[:MEMBER_OF]->(:EntraGroup)-[:HAS_ROLE]->(role)
CREATE (:EntraUser)-[:HAS_ROLE]->(role)
CREATE (:EntraUser)-[:HAS_ROLE]->(role)
CREATE (:EntraUser)-[:HAS_ROLE]->(role)
CREATE (:EntraUser)-[:MEMBER_OF]->(:EntraGroup)

// pass: another role
CREATE (role:EntraDirectoryRole {template: '88d8e3e3-8f55-4a1e-953a-9b9898b8876b'})
CREATE (:EntraUser)-[:HAS_ROLE]->(role)
CREATE (:EntraUser)-[:HAS_ROLE]->(role)
CREATE (:EntraUser)-[:HAS_ROLE]->(role)
CREATE (:EntraUser)-[:HAS_ROLE]->(role)
CREATE (:EntraUser)-[:HAS_ROLE]->(role)

// unread: who has it
CREATE (:EntraDirectoryRole {
  template: '62e90394-69f5-4237-9190-012177745e10', unread: ['HAS_ROLE']
})
