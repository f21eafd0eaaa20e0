// fail: everyone invites
CREATE (:EntraTenant {invites_from: 'everyone'})

// fail: it does not say, and then everyone does
CREATE (:EntraTenant)

// pass: only some roles do
CREATE (:EntraTenant {invites_from: 'adminsAndGuestInviters'})

// pass: nobody does
CREATE (:EntraTenant {invites_from: 'none'})

// unread: who does
CREATE (:EntraTenant {unread: ['invites_from']})
