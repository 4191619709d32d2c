### Who comes: the card of a date, its places, and those who wait.

## The card

date-card =
    ## { $title }
    {""}**{ $when }** ({ $countdown }) · { $minutes } minutes
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
    .day = { DATETIME($day, dateStyle: "medium") }

attending-going = Going
attending-maybe = Maybe
attending-cannot = Can't

## How it repeats

repeats-weeks =
    { $every ->
        [one] every week on { $weekday }
       *[other] every { $every } weeks on { $weekday }
    }
repeats-months =
    { $every ->
        [one] every month on the { $nth } { $weekday }
       *[other] every { $every } months on the { $nth } { $weekday }
    }
repeats-until = until { DATETIME($day, dateStyle: "medium") }
repeats-count =
    { $count ->
        [one] once
       *[other] { $count } times
    }
nth-1 = first
nth-2 = second
nth-3 = third
nth-4 = fourth
nth-last = last
