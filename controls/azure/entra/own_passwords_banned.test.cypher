// fail: no list of its own is asked
CREATE (:EntraTenant {bans_own_passwords: false})

// pass: it is
CREATE (:EntraTenant {bans_own_passwords: true})

// unread: whether it is so
CREATE (:EntraTenant {unread: ['bans_own_passwords']})
