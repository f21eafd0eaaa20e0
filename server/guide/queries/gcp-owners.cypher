// Google Cloud projects with owners, and who they are
MATCH (project:GcpProject)
UNWIND [grant IN project.grants WHERE grant CONTAINS 'roles/owner'] AS owner
RETURN project.project_id AS project, owner ORDER BY project, owner
