### The stewards' panel: what a community talks about, and how.

stewarding-panel =
    # For stewards
    Here you decide what people talk about, and how. Each button first shows how it is now. Nothing changes until you say so.
stewarding-topics = Topics
stewarding-window = Listening window
stewarding-names = Names in hiding
stewarding-coach = Reply coach
stewarding-week = Prompt of the week
stewarding-on = **on**
stewarding-off = **off**

## Topics

topics-card =
    # Topics
    Every worldview is about one or more of these. In the forum they are the tags, in this order.
    { $topics }
topics-edit = Edit the topics
topics-form = Topics
    .names = One topic a line
    .hint = Up to 20, of 20 characters each. A name changed in place keeps its worldviews.
topics-saved = **Saved.** I bring the tags in the forum up to date now. That takes a few seconds.
topics-new = New: { $names }
topics-renamed = Called otherwise: { $names }. What was posted there stays there.
topics-gone = Gone: { $names }. What was posted there stays, without that tag.
topics-typed =
    This is what you wrote, to copy:
    { $typed }
refusal-no-topics = **There is no topic in the list.** Nothing was changed. A community needs at least one: press the button and write one a line.
refusal-too-many-topics = **These are { $count } topics, and a forum takes { $most }.** Nothing was changed. Press the button and leave some out.
refusal-topic-too-long = **"{ $name }" is too long.** A topic may have { $most } characters. Nothing was changed. Press the button and find a shorter name.
refusal-topic-twice = **"{ $name }" stands there twice.** Nothing was changed. Press the button and leave one out.

## The listening window

window-card =
    # Listening window
    After somebody has posted a worldview, people only ask and say back for a while. Then everybody may reply. Whoever has said it back well may reply at once.
    Now: **{ $now }**
window-hours = { $hours ->
        [0] No window: everybody may reply at once
       *[other] { $hours } hours
    }
window-choose = Choose how long
window-saved = **Saved.** It counts for worldviews posted from now on. Those that stand there keep the time they were given.

## Names in hiding

stewarding-names-card =
    # Names in hiding
    With this, people may post a worldview under a made-up name. It is now { $now }.

    Before you turn it on, know what it cannot do:
    - In a small circle, style and facts give people away.
    - Whoever runs me, with my database and its key, can know who it was.
    - Two stewards together can know as well: one asks and says why, another one confirms. That is for harm, and both are noted.
stewarding-names-on = Allow made-up names
stewarding-names-off = Allow them no more
stewarding-names-saved-on = **Saved.** From now on people may choose a made-up name when they post. Tell them what it cannot do.
stewarding-names-saved-off = **Saved.** From now on worldviews are posted under people's own names. Those that stand there keep theirs.

## The reply coach

stewarding-coach-card =
    # Reply coach
    Before a reply that only says no is posted, I offer two ways to begin it. People may post it as it is. I look at the words here, ask nobody else, and keep nothing. It is now { $now }.
stewarding-coach-on = Turn it on
stewarding-coach-off = Turn it off
stewarding-coach-saved-on = **Saved.** From the next reply on I offer help where it may be of use.
stewarding-coach-saved-off = **Saved.** From now on replies are posted as they are.

## The prompt of the week

week-card =
    # Prompt of the week
    Once a week I ask everybody one question, and whoever likes answers it.
    { $now }
week-none = There is none now.
week-every = Every { $day } at **{ $time }**, by the clocks of { $zone }. The next one comes on { $next }, { $how_soon }. That is shown by your own clock.
week-set = Choose day and time
week-off = No prompt of the week
week-form = Prompt of the week
    .day = On which day?
    .time = At what time?
    .time-hint = For example 18:00
    .city = By the clocks of which city?
    .city-hint = Leave it empty to keep { $zone }. Only the time zone is kept.
week-saved = **Saved.** This is how it is now.
week-several = **Saved, but for one thing.** I know several places called **{ $city }**. Choose yours, or leave the time zone as it stands below.
week-choose = Choose the city
week-saved-off = **Saved.** There will be no prompt of the week. Those that stand there stay.
refusal-bad-time = **I do not understand that time.** Nothing was changed. Press the button and write it like this: 18:00.
weekday-0 = Monday
weekday-1 = Tuesday
weekday-2 = Wednesday
weekday-3 = Thursday
weekday-4 = Friday
weekday-5 = Saturday
weekday-6 = Sunday
