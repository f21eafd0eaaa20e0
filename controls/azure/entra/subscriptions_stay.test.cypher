// fail: they may leave
CREATE (:EntraTenant {keeps_subscriptions: false, refuses_subscriptions: true})

// fail: they may come
CREATE (:EntraTenant {keeps_subscriptions: true, refuses_subscriptions: false})

// fail: it never said that they stay, and then they need not
CREATE (:EntraTenant {refuses_subscriptions: true})

// fail: it never said that they stay away
CREATE (:EntraTenant {keeps_subscriptions: true})

// pass: neither
CREATE (:EntraTenant {keeps_subscriptions: true, refuses_subscriptions: true})

// unread: whether they may
CREATE (:EntraTenant {unread: ['keeps_subscriptions'], refuses_subscriptions: true})
