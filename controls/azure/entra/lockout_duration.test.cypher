// fail: a second too short
CREATE (:EntraTenant {lockout_seconds: 59})

// pass: just long enough
CREATE (:EntraTenant {lockout_seconds: 60})

// unread: for how long
CREATE (:EntraTenant {unread: ['lockout_seconds']})
