### Discussions: edited, moved, left out, called off.

## What those who are going are told

date-told-moved =
    ### { $title } has moved
    It was on { $before }. Now it is on **{ $after }**, { $soon }.

    You keep your place. If you cannot come then, press **Can't** on its card.
date-told-cancelled =
    ### { $title } is called off
    It was to be on { $before }. Nobody needs to come.
date-told-skipped =
    ### { $title } is left out this time
    There is none on { $before }. The other dates stay as they are.
date-told-restored =
    ### { $title } takes place after all
    It is on **{ $after }**, { $soon }. Whoever was going still has their place.
date-told-who = -# For { $names }

## When something cannot be

refusal-underway =
    ### It has begun
    Its room is open, so nothing was changed. It can only be called off now: press **More** on its card, then **Cancel**.
refusal-changed-meanwhile =
    ### Somebody else changed it meanwhile
    What you wanted was not done, so that nothing of theirs is lost. Look at it as it is now, and try again if you still want to.
refusal-not-in-series =
    ### It is the only one
    There are no other dates, so it cannot be left out. Nothing was changed. You can move it, or call it off.
refusal-nothing-to-change =
    ### It is like that already
    What you asked for is how things are. Nothing was changed, and nobody was told anything.
refusal-proposal-gone =
    ### This question is closed
    You have begun something else since, or let it be. Nothing was changed now. Press **More** on the card to begin again.
refusal-host-not-in =
    ### They are not in the circles
    Only people who take part can host. Nothing was changed. Choose somebody else, or ask them to join first.

## Under a card

date-more = More
date-all = All dates
date-edit = Edit
date-move = Move
date-skip = Skip this date
date-restore = Put it back
date-cancel = Cancel
date-host = Another host
date-nobody = nobody yet
date-about =
    # { $title }
    .when = { $when }, { $soon } · { $minutes } minutes
    .host = Host: { $host }
date-state-planned = -# It takes place as planned.
date-state-open = -# Its room is open.
date-state-on = -# It is on right now.
date-state-ended = -# It is over.
date-state-missed = -# It did not take place.
date-state-cancelled = **It was called off.**
date-state-skipped = **It is left out this time.**
date-is-planned = as planned
date-is-open = its room is open
date-is-on = on right now
date-is-ended = over
date-is-missed = did not take place
date-is-cancelled = called off
date-is-skipped = left out

dates-card =
    # All dates of { $title }
    These are still to come:
dates-line = • { $when }, { $soon } · { $state }
dates-none =
    # No dates are left
    None of this discussion is still to come.
dates-choose = Choose one to see more

## What is coming

coming-button = What is coming
coming-card =
    # What is coming
    Press a name to go to its card. There you say whether you come.
coming-line = • **{ $title }** · { $when }, { $soon } · { $answer }
coming-answer-open = you have not answered
coming-answer-going = you are going
coming-answer-maybe = you may come
coming-answer-no = you cannot come
coming-answer-waiting = you wait for a place
coming-answer-offered = a place is kept for you
coming-after = Show more
coming-none =
    # Nothing is coming up
    Nobody has planned a discussion yet. Look again in a few days, or plan one yourself.

## How much of a series

series-question =
    # Only this one?
    .edit = **{ $title }** repeats. How much of it do you want to edit? Nothing has been changed yet.
    .move = **{ $title }** repeats. How much of it do you want to move? Nothing has been changed yet.
    .cancel = **{ $title }** repeats. How much of it do you want to call off? Nothing has been changed yet.
series-scope = How much of it
    .one = This date only
    .following = This and following
    .all = All of them

## What is asked

date-move-form = Move it
    .when = When should it be?
    .hint = Such as: next Friday 7pm. I take the clocks of { $zone }.
date-cancel-form = Call it off
    .reason = Why?
    .hint = Those who were going read this. You see it first.
date-edit-form = Edit it
    .title = Title
    .about = What it is about
    .minutes = How long it takes
    .deck = Questions to talk about
    .no-deck = None
date-host-form = Another host
    .host = Who hosts it from now on?
    .hint = All its dates get this host. You see it first.

## Before it counts

change-preview = # Nothing has been changed yet
change-move = **{ $title }** would move.
change-edit = **{ $title }** would change.
change-cancel = **{ $title }** on { $when } would be called off, with these words:
change-skip = **{ $title }** on { $when } would be left out. The other dates stay.
change-restore = **{ $title }** on { $when } would take place after all.
change-host = **{ $title }** would have another host.
change-line-title = • Title: { $before } → **{ $after }**
change-line-when = • Time: { $before } → **{ $after }**
change-line-minutes = • Length: { $before } → **{ $after }**
change-line-about = • What it is about is now:
change-line-no-about = • It no longer says what it is about.
change-line-deck = • Questions: { $before } → **{ $after }**
change-line-host = • Host: { $before } → **{ $after }**
change-clocks = -# That is { $wall } in { $zone }, { $soon }.
change-none = none
change-dates = It is about **{ $count } dates** that are known now, and all that follow them.
change-told = { $count ->
        [0] Nobody is going yet, so nobody is told by name.
        [one] One person who is going is told by name.
       *[other] { $count } people who are going are told by name.
    }
change-yes = Yes, do it
change-no = Leave it as it is
change-made = # Done
    .done =
        # Done
        This is how it is now. The card shows it in a moment.
    .told =
        # Done
        This is how it is now. { $count ->
            [one] The person who is going hears of it in the thread.
           *[other] The { $count } people who are going hear of it in the thread.
        }
change-forgotten =
    # Left as it is
    Nothing was changed, and nobody was told anything.
