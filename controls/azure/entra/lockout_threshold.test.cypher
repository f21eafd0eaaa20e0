// fail: after eleven
CREATE (:EntraTenant {lockout_threshold: 11})

// pass: after ten
CREATE (:EntraTenant {lockout_threshold: 10})

// unread: after how many
CREATE (:EntraTenant {unread: ['lockout_threshold']})
