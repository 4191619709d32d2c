### Who comes: the card of a date, its places, and those who wait.

## The card

date-card =
    ## { $title }
    {""}**{ $when }** ({ $countdown }) · { $length }
    .moved = -# It was planned for { $when } at first.
    .host = **Host:** { $who }
    .topic = **Topic:** { $topic }
    .repeats = **Repeats:** { $how }
    .named = **For:** the people who were asked to it
    .places = **Places:** { $places }
    .going =
        { $count ->
            [0] **Going:** nobody yet
           *[other] **Going ({ $count }):** { $names }
        }
    .going-and-more = **Going ({ $count }):** { $names } and { $more } more
    .room =
        ### The room is open
        Come in: { $room }
date-places-all = { $free } of { $most } free
date-places-mentor = for mentors { $free } of { $most } free
date-places-mentee = for mentees { $free } of { $most } free
date-count-maybe = **Maybe:** { $count }
date-count-waiting = **Waiting for a place:** { $count }
date-count-offered = **A place is kept for:** { $count }
date-missing-older = -# So far nobody of the older generations has said yes. Do you know somebody?
date-missing-younger = -# So far nobody of the younger generations has said yes. Do you know somebody?
date-missing-mentor = -# So far no mentor has said yes. Do you know somebody?
date-missing-mentee = -# So far nobody has said yes who comes to understand. Do you know somebody?
date-over-cancelled = ### Called off
date-over-skipped =
    ### Left out this time
    The others of the series stay as they are.
date-over-ended =
    ### It is over
    Thank you to everybody who was there.
date-over-missed =
    ### It did not take place
    Too few people came.
date-thread = { $title } · { $day }

attending-going = Going
attending-maybe = Maybe
attending-cannot = Can't

## What somebody hears who answers

attending-said-going =
    # You are going
    {""}**{ $title }**, { $when } ({ $countdown }).

    ### What comes next
    You are called in the thread of this discussion before it begins. The room opens ten minutes before. If something comes between, press **Can't**, and somebody else can have your place.
attending-said-maybe =
    # Maybe
    {""}**{ $title }**, { $when } ({ $countdown }). No place is kept for you.

    ### What comes next
    When you know, press **Going** or **Can't** under the card.
attending-said-no =
    # You are not coming
    {""}**{ $title }**, { $when }. Thank you for saying so.

    ### What comes next
    Nothing. If it changes, press **Going** under the card.
attending-said-waiting =
    # All places are taken
    {""}**{ $title }**, { $when }. You are number **{ $place }** in line.

    ### What comes next
    When a place is free and it is your turn, I call you by name in the thread of this discussion. Then it is kept for you for some hours. If you no longer want to wait, press **Can't**.
attending-said-offered =
    # A place is kept for you
    {""}**{ $title }**, { $when }.

    ### What comes next
    Press **Going** to take it, or **Can't** to let somebody else have it.
attending-as-mentor = -# You sit in both seats. This time you come as a mentor, because there is more room.
attending-as-mentee = -# You sit in both seats. This time you come to understand, because there is more room.

## A free place

attending-take = Take the place
attending-let-go = Let it go
date-offer =
    ### { $who }, a place is free
    It is at **{ $title }**, and it is kept for you until { $until } ({ $countdown }). After that it goes to whoever is next.
date-offer-ended = -# A place was free here, and that is settled. Who wants to come presses **Going** under the card in the channel of discussions.

refusal-not-invited =
    ### This one is for people who were asked to it
    You are not among them, and nothing was changed. Other discussions are open to everybody who takes part.
refusal-offer-over =
    ### No place is kept for you here
    It was kept for somebody else, or its time is over. Nothing was changed. If you want to come, press **Going** under the card in the channel of discussions.
