### Discussions: planned, changed, called off.

discussions-panel =
    # Discussions
    We meet by voice and talk about one thing. You may come to listen.

    Each one that is coming up has a card below. Press **Going**, **Maybe** or **Can't** under it. You can change your mind at any time.

## For stewards

clocks-changed =
    ## A time zone has new rules
    The clocks in *{ $zone }* will show something else than was known before. { $dates ->
        [one] One date that is coming up keeps its time on the wall.
       *[other] { $dates } dates that are coming up keep their time on the wall.
    }
    The nearest was at { $before }, and is now at { $after }. Card, event and reminders follow. Nothing for you to do. If the new time does not suit, change the date.

## When something cannot be

refusal-no-title =
    ### It needs a name
    Nothing was planned or changed. Give it a few words, such as *How do we grow old?*
refusal-too-long-title =
    ### That name is too long
    It may have { $most } characters, and yours has { $length }. Nothing was planned or changed. Shorten it, and say the rest in the description.
refusal-too-short-to-talk =
    ### That is very short
    A discussion takes { $least } minutes at least. Nothing was planned or changed.
refusal-too-long-to-talk =
    ### That is very long
    A discussion takes { $most } hours at most. Nothing was planned or changed. Plan two of them, or a series.
refusal-too-soon =
    ### That time has passed
    Nothing was planned or changed. Name a time that is still to come, such as *tomorrow at 7 pm*.
refusal-unclear-time =
    ### I did not understand when
    Nothing was planned or changed. Say it like one of these: *next Friday 7pm* · *tomorrow at 18:30* · *in 2 hours* · *28 March 2027 6 pm*
refusal-no-time-of-day =
    ### At what time?
    I know which day you mean, and not what time. Nothing was planned or changed. Add it, as in *Friday 7 pm* or *28 March 18:00*.
refusal-morning-or-evening =
    ### In the morning or in the evening?
    { $hour } o'clock comes twice a day. Nothing was planned or changed. Say *{ $hour } am* or *{ $hour } pm*.
refusal-month-or-day =
    ### Which number is the month?
    Some people put the day first, others the month. Nothing was planned or changed. Write the month as a word, as in *3 April 6 pm*.
refusal-wrong-weekday =
    ### The day and the date are not the same
    That date is on another day of the week. Nothing was planned or changed. Look it up, and leave one of the two out.
refusal-strange-zone =
    ### I do not know that time zone
    Nothing was planned or changed. Leave it out, and I take yours. Or name it by its large city, as in *18:00 Europe/Zurich*.
refusal-too-far =
    ### That is very far away
    I plan up to two years ahead. Nothing was planned or changed.
refusal-rooms-taken =
    ### All rooms are taken then
    Other discussions need them at that time. Nothing was planned or changed. Choose another time.
refusal-date-gone =
    ### This one is over
    It has ended, or it was called off. Nothing was changed. Look in the channel of discussions for what is coming up.
refusal-not-a-planner =
    ### Planning is for others here
    { $who ->
        [hosts] Hosts and stewards plan the discussions of this community. If you would like to host one, ask a steward for the role *Host*.
       *[stewards] Stewards plan the discussions of this community. Tell one of them what you would like to talk about.
    }
    Nothing was changed.
refusal-not-the-host =
    ### That is for its host
    Only the host of this discussion, and stewards, can do that. Nothing was changed. Write to them in its thread.
