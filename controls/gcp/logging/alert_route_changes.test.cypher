// fail: nothing watches
CREATE (:GcpProject)

// fail: the metric is off, the alert is, or the channel is
CREATE (project:GcpProject)
CREATE (project)<-[:IN_PROJECT]-(:GcpLogMetric {
  is_disabled: true, terms: [
    'resource.type=gce_route', 'protoPayload.methodName:compute.routes.insert',
    'protoPayload.methodName:compute.routes.delete'
  ]
})<-[:WATCHES]-(:GcpAlertPolicy {is_enabled: true})
  -[:NOTIFIES]->(:GcpNotificationChannel {delivers: true})
CREATE (project)<-[:IN_PROJECT]-(:GcpLogMetric {
  is_disabled: false, terms: [
    'resource.type=gce_route', 'protoPayload.methodName:compute.routes.insert',
    'protoPayload.methodName:compute.routes.delete'
  ]
})<-[:WATCHES]-(:GcpAlertPolicy {is_enabled: false})
  -[:NOTIFIES]->(:GcpNotificationChannel {delivers: true})
CREATE (project)<-[:IN_PROJECT]-(:GcpLogMetric {
  is_disabled: false, terms: [
    'resource.type=gce_route', 'protoPayload.methodName:compute.routes.insert',
    'protoPayload.methodName:compute.routes.delete'
  ]
})<-[:WATCHES]-(:GcpAlertPolicy {is_enabled: true})
  -[:NOTIFIES]->(:GcpNotificationChannel {delivers: false})

// fail: the metric counts less
CREATE (:GcpProject)<-[:IN_PROJECT]-(:GcpLogMetric {
  is_disabled: false, terms: [
    'resource.type=gce_route', 'protoPayload.methodName:compute.routes.insert'
  ]
})<-[:WATCHES]-(:GcpAlertPolicy {is_enabled: true})
  -[:NOTIFIES]->(:GcpNotificationChannel {delivers: true})

// fail: another project watches
CREATE (:GcpProject)
CREATE (:GcpProject {expect: 'pass'})<-[:IN_PROJECT]-(:GcpLogMetric {
  is_disabled: false, terms: [
    'resource.type=gce_route', 'protoPayload.methodName:compute.routes.insert',
    'protoPayload.methodName:compute.routes.delete'
  ]
})<-[:WATCHES]-(:GcpAlertPolicy {is_enabled: true})
  -[:NOTIFIES]->(:GcpNotificationChannel {delivers: true})

// pass: somebody is told
CREATE (:GcpProject)<-[:IN_PROJECT]-(:GcpLogMetric {
  is_disabled: false, terms: [
    'resource.type=gce_route', 'protoPayload.methodName:compute.routes.insert',
    'protoPayload.methodName:compute.routes.delete'
  ]
})<-[:WATCHES]-(:GcpAlertPolicy {is_enabled: true})
  -[:NOTIFIES]->(:GcpNotificationChannel {delivers: true})

// pass: the metric counts more
CREATE (:GcpProject)<-[:IN_PROJECT]-(:GcpLogMetric {
  is_disabled: false, terms: [
    'resource.type:gce_route', 'protoPayload.methodName:compute.routes.insert',
    'protoPayload.methodName:compute.routes.delete'
  ]
})<-[:WATCHES]-(:GcpAlertPolicy {is_enabled: true})
  -[:NOTIFIES]->(:GcpNotificationChannel {delivers: true})

// unread: what the metric counts
CREATE (:GcpProject)<-[:IN_PROJECT]-(:GcpLogMetric {is_disabled: false, unread: ['terms']})
  <-[:WATCHES]-(:GcpAlertPolicy {is_enabled: true})
  -[:NOTIFIES]->(:GcpNotificationChannel {delivers: true})
