/*---
title: GuardDuty watches the audit logs of EKS clusters
resource: AwsGuarddutyDetector
severity: medium
policy: aws-detection
also: {prowler: [guardduty_eks_audit_log_enabled]}
why: Who takes over a cluster does it through its API; nothing else of AWS sees that.
fix:
  console: In GuardDuty in {region}, EKS Protection, Enable.
  cli: >-
    aws guardduty update-detector --region {region} --detector-id {name} --features
    Name=EKS_AUDIT_LOGS,Status=ENABLED
  terraform: |
    resource "aws_guardduty_detector_feature" "this" {
      detector_id = "{name}"
      name        = "EKS_AUDIT_LOGS"
      status      = "ENABLED"
    }
applies: >-
  MATCH (detector:AwsGuarddutyDetector) WHERE detector.is_enabled = true RETURN detector AS resource
---*/
MATCH (detector:AwsGuarddutyDetector)
WHERE detector.is_enabled = true AND NOT 'EKS_AUDIT_LOGS' IN detector.features
RETURN detector AS resource, {on: detector.features, expected: 'EKS_AUDIT_LOGS'} AS evidence
