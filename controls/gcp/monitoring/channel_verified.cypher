/*---
title: Notification channels are verified where their kind asks for it
resource: GcpNotificationChannel
severity: low
policy: gcp-monitoring
why: Nothing is sent to a number that nobody has shown to have. The list of channels looks full.
fix:
  console: Monitoring > Alerting > Edit notification channels of {account} > {name} > verify it.
  cli: |
    # Ask for a code, and give it back as it arrives:
    token=$(gcloud auth print-access-token)
    api=https://monitoring.googleapis.com/v3/{resource_name}
    curl -X POST -H "Authorization: Bearer $token" "$api:sendVerificationCode"
    curl -X POST -H "Authorization: Bearer $token" -H "Content-Type: application/json" \
      -d "{\"code\": \"${CODE:?the code that came}\"}" "$api:verify"
  terraform: >-
    # Terraform can't verify a channel: do it as above, or use one of type "email" for {name}.
---*/
MATCH (channel:GcpNotificationChannel)
WHERE channel.is_verified = false
RETURN channel AS resource, {kind: channel.kind, expected: 'verified'} AS evidence
