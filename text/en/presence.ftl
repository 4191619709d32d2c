### Who came to a discussion.

who-came = Who came
who-came-correct = Put something right
who-came-card =
    # Who came
    { $title }, { $when }
    .nobody = Nobody so far.
    .more = …and { $count } more.
    .unsure = -# Where it says “perhaps”, Discord could not be heard for a while. If you know better, press **Put something right**.
who-came-line =
    .sure = { $who } · { $minutes } min
    .perhaps = { $who } · { $minutes } min, perhaps { $most } more
    .maybe = { $who } · perhaps there, { $most } min at most
    .moment = { $who } · only for a moment
    .away = { $who } · was not there
    .came-late = came late
    .left-early = left early
    .corrected = put right by a host
who-came-form = Put something right
    .person = Who is it about?
    .what = What is right?
    .came = They were there
    .away = They were not there
    .minutes = For how many minutes?
    .hint = Leave it empty to keep the minutes that were seen.
who-came-corrected =
    ### It is put right
    What you said about { $who } is kept, and the list below shows it. Nobody was told.

refusal-bad-minutes =
    ### That is no number of minutes
    Nothing was changed. Write a number from 0 to { $most }, or leave the field empty to keep the minutes that were seen.
