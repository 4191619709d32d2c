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
