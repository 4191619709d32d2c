### Finding a time, and looking back.

## Finding a time

find-time = Find a time
poll-change = Change
poll-ask = Ask everybody
poll-throw-away = Throw away
poll-choose = Which of these can you make?
poll-decide = Take the winner
poll-form = When can people make it?
    .title = What is it called?
    .times = Times, one a line, ten at most
    .times-hint = For example: next Friday 7 pm
    .minutes = How long, in minutes?
    .about = What is it about? (if you like)
poll-preview =
    # Nobody has been asked yet
    This is what everybody would be asked about **{ $title }**. I read the times by the clocks of { $zone }.
poll-asked =
    # Everybody is asked
    The times stand in the channel of discussions in a moment.

    ### What comes next
    People mark all the times they can make. When you have seen enough, press **Take the winner** there, and it becomes a discussion.
poll-thrown-away =
    # Thrown away
    Nobody was asked.
poll-card =
    ## When can you make it?
    {""}**{ $title }** · { $minutes } minutes
    .again =
        ## Shall we try again?
        {""}**{ $title }** did not happen. Here are new times · { $minutes } minutes
    .hint = -# Choose all that you can make, below; the list is by the clocks of { $zone }. Only the numbers are shown, not who said what. You can change it at any time.
    .planned = **It is decided.** Look for its card in this channel, and press **Going** there.
poll-line = { $number }. { $moment } ({ $soon }) · { $people ->
        [0] nobody yet
        [one] one person can
       *[other] { $people } people can
    }
poll-label = { $number } · { $weekday }, { $day } { $month }, { $time }
poll-kept =
    # Noted
    You can make:
poll-none-kept =
    # Noted
    You can make none of them. If that changes, choose again.
poll-decided =
    # It is planned
    { $when }: { $people ->
        [one] one person can
       *[other] { $people } people can
    } make it. Its card comes into this channel in a moment.

    ### What comes next
    Nobody is put down for it by that. Ask them to press **Going** under the card.
refusal-bad-line =
    ### One line I do not understand
    > { $line }
    { $why }
refusal-no-times =
    ### There is no time in it
    Nobody has been asked yet. Write one time a line, such as *next Friday 7 pm*.
refusal-too-many-times =
    ### Those are too many
    You wrote { $count } times, and { $most } fit. Nobody has been asked yet. Leave some out.
refusal-poll-over =
    ### This question is over
    The time was decided, or all of them have passed. Look in the channel of discussions for what is coming up.
refusal-no-votes =
    ### Nobody has answered yet
    There is no winner before somebody can make one of the times. Nothing was planned.

## How it was

pulse-button = How was it?
pulse-page =
    # How was it?
    {""}**{ $title }**. Three taps, and nobody sees yours: only sums are shown, and only of { $least } people or more. You can change them until { $until }.
    .felt_heard = **Did you feel heard?**
    .learned = **Did you learn something about somebody else?**
    .meet_again = **Would you like to meet again?**
    .thanks =
        ### Thank you
        That was all. The sums come into the recap { $until }, if at least { $least } people tapped.
pulse-yes = Yes
pulse-somewhat = Somewhat
pulse-no = No
pulse-chosen = -# You said: { $answer }
refusal-pulse-over =
    ### That question is closed
    The sums are in the recap already, or it did not take place. Nothing was kept.
refusal-not-there =
    ### This is for those who were there
    I did not see you in the room, and you had not said that you would come. If that is wrong, ask the host to put it right.
name-me = Name me in recaps
name-me-not = Leave my name out of recaps
named-page =
    .yes = -# Recaps may name you as one who was there.
    .no = -# Recaps do not name you.

## The recap

recap-card =
    ## That was { $title }
    -# { $when }
    .people = **Who came:** { $seats }
    .seat-mentor = { $count ->
        [one] one mentor
       *[other] { $count } mentors
    }
    .seat-mentee = { $count ->
        [one] one mentee
       *[other] { $count } mentees
    }
    .named = Among them: { $people }
    .uncertain = -# I was away for a while, so that this may miss somebody. The host can put it right.
    .prompts = **What we talked about:**
    .turns = **Turns by the conductor:** mentors { $mentor }, mentees { $mentee }
    .asks = Were you there? Tell us in three taps how it was.
    .wait = -# The sums come here { $until }, if at least { $least } people tapped.
    .sums = **How it was** ({ $people } people)
    .few = -# Fewer than { $least } people tapped, so no sums are shown.
recap-sum = { $question } yes { $yes } · somewhat { $somewhat } · no { $no }
recap-question-felt_heard = Felt heard:
recap-question-learned = Learned something:
recap-question-meet_again = Would meet again:
notice-missed-again =
    # A discussion fell through again
    { $count } dates in a row did not happen. New times are proposed in the channel of discussions.

    ### What you can do
    Ask those who said they would come what keeps them. Perhaps another day, another hour, or a smaller step helps.
