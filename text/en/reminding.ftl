### Reminders of what somebody said they would come to.

## In the thread of a date

reminding-begins =
    ## { $title }
    It begins { $relative }: { $full }.
reminding-where = We meet in { $room }. [The card]({ $card }) says what it is about, and there you can still change your mind.
    .card = [The card]({ $card }) says what it is about, and there you can still change your mind.
reminding-late = -# This comes late: I was away.

## By direct message

reminding-hello =
    ## It works
    From now on I remind you here of the discussions that you come to. Nobody else sees it.
reminding-direct-end = -# To choose otherwise, press **My reminders** in [the channel of discussions]({ $here }).

## How somebody wants to be reminded

reminding-choose = My reminders
reminding-thread = In the thread
reminding-direct = As a direct message
reminding-none = No reminders
reminding-choice =
    # My reminders
    When you press **Going**, I remind you before it begins.

    { $how }
reminding-way-thread = **Now:** I call you by name in the thread of the discussion. Only those who come are called.
reminding-way-direct = **Now:** I write to you in a direct message. Nobody else sees it.
reminding-way-none = **Now:** I do not remind you. The cards tell when something begins.
reminding-now =
    .closed = **Now:** your messages are closed to me, so I call you in the thread. To open them, look for *Privacy* in the settings of this server and allow direct messages. Then press **As a direct message** again.
reminding-chosen-thread = **Saved.** I call you in the thread from now on.
reminding-chosen-direct = **Saved.** I send you a first message right now. If none comes, your messages are closed to me: then I call you in the thread.
reminding-chosen-none = **Saved.** I do not remind you any more.
