### Planning a discussion.

## Planning one

command-discussion-plan = Plan a discussion: see what would be planned before anything is
command-discussion-title = What it is called
command-discussion-when = When, in your words, such as: next Friday 7 pm
command-discussion-length = How long, such as: 60, or 1h30
plan-discussion = Plan a discussion
plan-anew = Start a new plan
plan-go-on = Go on
plan-change = Change
plan-from = Or begin from a template
plan-use = Use it
plan-forget = Delete this template
plan-it = Plan it
plan-away = Throw away
plan-save = Save as a template
plan-repeat = Repeat
plan-places = Places
plan-prompts = Prompts
plan-people = Host and guests
plan-deck = Choose a deck of prompts
plan-no-deck = No prompts: we talk about the title
plan-waits =
    # You were planning something
    {""}**{ $title }** was saved { $saved }. Only you can see it, and nothing has been planned yet.

    If you start a new plan, this one goes when you send the new form.
plan-start =
    # A new discussion
    Begin with an empty form, or with a template of this community.
plan-template =
    # { $name }
    A template has everything but the time. Nothing is planned before you have seen it.
plan-forgotten =
    # The template is gone
    What was planned from it stays.
plan-form = Plan a discussion
    .title = What is it called?
    .when = When?
    .when-hint = In your words, such as: next Friday 7 pm
    .length = How long?
    .length-hint = Minutes, or such as 1h30
    .topic = Topic
    .no-topic = No topic
    .about = What is it about? (if you like)
when-form = When?
plan-preview =
    # Nothing has been planned yet
    This is what would be planned: **{ $title }**
plan-moved = ⚠️ The clocks are put forward over the time you named, so no clock shows it that day. I took the time after it.
plan-zone = -# I read the time by the clocks of { $zone }, as this community has it. To use your own, set your time zone under **My place**, or write the zone behind the time.
plan-zone-unknown = -# I do not know the time where you are, so I read it by the clocks of { $zone }. Press **My time zone** to set yours, then **Plan a discussion** again: your plan waits there. Or write your city behind the time, as in *19:00 Europe/Zurich*.
plan-fact =
    .when = **When:** { $moment }, { $soon }
    .clocks = -# That is { $wall } by the clocks of { $zone }.
    .length = **How long:** { $length }
    .repeat = **Repeats:** { $repeat }
    .places = **Places:** { $places }
    .host = **Host:** { $host }
    .topic = **Topic:** { $topic }
    .prompts = **Prompts:** from the deck *{ $deck }*
    .prompts-gone = **Prompts:** that deck is gone. Press **Prompts** to choose another.
    .no-prompts = **Prompts:** none; you talk about the title
    .people = **For:** { $people }
    .everybody = **For:** everybody who takes part
plan-saved = ✓ Saved as a template. Whoever plans here can begin from it. The discussion itself has not been planned yet.
plan-done =
    # It is planned
    {""}**{ $title }** is on { $moment }, { $soon }.

    ### What comes next
    Its card stands in { $where } in a moment. People press **Going** there. Ten minutes before it begins, the room opens. To change it or call it off, press **More** on the card.
plan-somewhere = the channel of discussions
plan-thrown-away =
    # Thrown away
    Nothing was planned, and nobody saw it.
plan-decks =
    # Which prompts?
    In the room, the conductor shows one prompt after the other, from warm to deep. Nothing has been planned yet.
repeat-form = How often?
    .how = It takes place
    .times = How many times? (if you know)
    .times-hint = Leave it empty to go on until you stop it
    .until = Until which day? (if you know)
    .until-hint = Such as 2027-06-30
places-form = How many may come?
    .total = In all
    .mentor = Mentors
    .mentee = Mentees
    .hint = Empty for no limit
people-form = Host and guests
    .host = Who hosts it?
    .people = Who is it for?
    .hint = Nobody chosen: for everybody who takes part
wall-time = { $weekday }, { $day } { $month } { $year }, { $time }
wall-day = { $day } { $month } { $year }
length-minutes = { $minutes } minutes
length-hours = { $hours ->
        [one] one hour
       *[other] { $hours } hours
    }
length-both = { $hours } h { $minutes } min
repeat-once = once
repeat-weeks = { $weeks ->
        [one] every { $weekday }
       *[other] every { $weeks } weeks on { $weekday }
    }
repeat-months = { $months ->
        [one] on the { $nth } { $weekday } of every month
       *[other] on the { $nth } { $weekday }, every { $months } months
    }
repeat-nth-1 = first
repeat-nth-2 = second
repeat-nth-3 = third
repeat-nth-4 = fourth
repeat-nth-last = last
repeat-times = { $often }, { $times } times in all
repeat-until = { $often }, until { $until }
places-total = { $places } in all
places-mentor = { $places } for mentors
places-mentee = { $places } for mentees
places-free = for everybody who wants to come
kit-you-typed = -# What you typed is kept. Only you can see it.

## What stewards decide

discussion-settings = Discussions
discussion-settings-saved = ✓ Saved.
discussion-settings-card =
    # Discussions
    {""}**Who plans them:** { $who }
    {""}**Reminders:** { $reminders }
    {""}**Clocks:** { $zone }. Where somebody has set no time zone of their own, times are read by these. You change them under *Prompt of the week*.

    Reminders you change here are for what is planned from now on.
who-plans-choose = Who may plan discussions?
who-plans-stewards = Stewards only
who-plans-hosts = Stewards and whoever has the role Host
who-plans-everyone = Everybody who takes part
reminders-choose = When are people reminded?
reminders-none = none
reminder-10080 = a week before
reminder-4320 = three days before
reminder-1440 = a day before
reminder-180 = three hours before
reminder-60 = an hour before
reminder-10 = ten minutes before

refusal-plan-gone =
    ### This plan is not there any more
    It was planned, thrown away, or replaced by a newer one. Nothing was changed. Press **Plan a discussion** to begin again.
refusal-template-gone =
    ### This template is not there any more
    Somebody deleted it. Nothing was changed. Begin with an empty form.
refusal-too-many-templates =
    ### There are { $most } templates already
    More do not fit into the list. Delete one first. Your plan is still here, and nothing has been planned yet.
refusal-deck-gone =
    ### Those prompts are gone
    Somebody has taken that deck away. Choose another one. Nothing was planned or changed, and a plan of yours is kept.
refusal-bad-length =
    ### How long does it take?
    I could not read that. Write minutes, such as *60*, or hours and minutes, such as *1h30*. Nothing has been planned yet.
refusal-bad-number =
    ### That is no number of mine
    You wrote *{ $typed }*. Write a whole number above zero, or leave it empty. Your plan is kept, and nothing has been planned yet.
refusal-ends-before-it-begins =
    ### It would end before it begins
    The last day is before the first date. Your plan is kept as it was, and nothing has been planned yet. Choose a later day.
refusal-too-many-seats =
    ### The places do not add up
    There are { $total } in all, and { $seats } for mentors and mentees. Your plan is kept as it was, and nothing has been planned yet.
refusal-guests-not-here =
    ### Not all of them take part
    { $names } { $count ->
        [one] has
       *[other] have
    } not joined the circles. Choose others, or ask them to join first. Your plan is kept as it was, and nothing has been planned yet.
refusal-template-not-theirs =
    ### That template is somebody else's
    Only whoever saved it, and stewards, can delete it. Nothing was changed.
refusal-two-ends =
    ### When does it end?
    You named a number of times and a last day. Choose one of the two, and leave the other empty. Your plan is kept as it was, and nothing has been planned yet.
refusal-plan-changed =
    ### You have changed this since then
    What stood here is not how your plan is now. Nothing has been planned yet. Press **Go on** to see it as it is.
