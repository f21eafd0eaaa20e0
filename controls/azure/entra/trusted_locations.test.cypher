// fail: there is none
CREATE (:EntraTenant {trusted_locations: []})

// pass: there is one
CREATE (:EntraTenant {trusted_locations: ['Office']})

// unread: which there are
CREATE (:EntraTenant {unread: ['trusted_locations']})
