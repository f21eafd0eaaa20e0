// fail: not yet
CREATE (:GcpNotificationChannel {is_verified: false})

// pass: verified
CREATE (:GcpNotificationChannel {is_verified: true})

// pass: its kind asks for no such thing
CREATE (:GcpNotificationChannel)
