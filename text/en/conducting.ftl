### Conducting: the panel in the chat of the room. Whose turn it is, and until when.

## The panel

conductor-panel = ## { $title }
    .waiting =
        We begin { $when }. In this room everybody gets a turn, and nobody has to speak.

        Press **I only listen** if you would rather not be asked.
    .ready =
        We can begin. The host presses **Begin**, and the first person speaks.

        Press **I only listen** if you would rather not be asked.
    .prompt =
        -# { $title } · { $number } of { $count }
        ## { $prompt }
    .turn =
        ### It is { $who }'s turn
        Until { $until }, { $left }. If you have finished before that, press **I have finished**.
    .time-up =
        ### The time is up, { $who }
        Please finish your sentence. It goes on { $left }.
    .nobody =
        ### It is nobody's turn
        Would you like to speak? Press **Raise my hand**.
    .paused =
        ### Somebody asks for a pause
        The clock stands still. Nobody asks who, or why.

        The host presses **Go on** when all are ready. From { $when } on, anybody here may.
    .next = **Next:** { $people }
    .hands = **Hands up:** { $people }
    .here = **In the room:** { $people }
    .listening = -# { $count ->
        [one] One person only listens.
       *[other] { $count } people only listen.
    }
    .all-had = -# Everybody here has had a turn on this. The host may press **Next prompt**.
    .spoken = -# Turns so far: { $mentors } by mentors, { $mentees } by mentees.
    .and-more = { $people } and { $more } more

conductor-note-time-up = -# The time was up, so it went on.
conductor-note-left = -# Whoever had the turn has left the room, so it went on.
conductor-note-away = -# I was away for a while and could not keep the time. Now I can again.

conductor-over =
    # It is over
    Thank you for being here. This was about **{ $title }**.
    .spoken =
        { $mentors ->
            [0] Mentors had no turns,
            [one] Mentors had one turn,
           *[other] Mentors had { $mentors } turns,
        } { $mentees ->
            [0] and mentees had none.
            [one] and mentees had one.
           *[other] and mentees had { $mentees }.
        }
    .counted = -# I count the turns given here, not who really spoke. Nothing was recorded.

conductor-begin = Begin
conductor-done = I have finished
conductor-pass = Pass
conductor-longer = 1 more minute
conductor-hand = Raise my hand
conductor-lower = Lower my hand
conductor-listen = I only listen
conductor-speak = I want to speak
conductor-pause = Pause
conductor-go-on = Go on
conductor-next = Next prompt
conductor-host = For the host
conductor-length = Minutes for each turn
conductor-end = End it
conductor-end-yes = Yes, end it for everybody

## What only whoever pressed sees

conductor-noted = **Noted.** The panel in this chat shows it in a moment.
conductor-hand-up =
    # Your hand is up
    You come next when it is the turn of your seat. Mentors and mentees take turns.
conductor-lowered = **Your hand is down.** You still get your turn in the order.
conductor-listens =
    # You only listen
    Nobody calls on you, and nobody asks why. Press **I want to speak** whenever you like.
conductor-speaks = **You are in the order again.** The panel says when it is your turn.
conductor-host-page =
    # For the host
    Each turn has { $minutes ->
        [one] one minute
       *[other] { $minutes } minutes
    } now. A change counts from the next turn on.

    The button **End it** ends the discussion for everybody.
conductor-minutes = { $minutes ->
        [one] 1 minute
       *[other] { $minutes } minutes
    }
conductor-end-card =
    # End it for everybody?
    Nothing has ended yet. If you press **Yes, end it for everybody**, this discussion is over and turns are no longer given.
conductor-ended =
    # It is over
    The discussion has ended. The panel shows how many turns each seat had.

conductor-pause-notice =
    # Somebody asked for a pause
    That was in the room { $room }. Who asked is not kept anywhere, and I do not know why.

    ### What you can do
    Look in and ask whether all is well. You need not do anything here.

## When something cannot be

refusal-not-in-room =
    ### You are not in the room
    Nothing was changed. Click the name of this voice channel to come in, and then press again.
refusal-not-your-turn =
    ### It is somebody else's turn
    Nothing was changed. If you would like to speak soon, press **Raise my hand**.
refusal-turn-over =
    ### That turn is over
    Nothing was changed. The panel shows whose turn it is now.
refusal-already-longer =
    ### There was one more minute already
    A turn can have one, so that all get theirs. If you have more to say, press **Raise my hand** when it is over.
refusal-no-more-prompts =
    ### That was the last one
    There is no other prompt for today. Talk on for as long as you like.
refusal-not-yet =
    ### The pause goes on
    For the first two minutes only the host ends it. Nothing was changed. Wait a moment, and then press again.
refusal-not-leading =
    ### This is for the host
    Nothing was changed. If no host is in the room for five minutes, everybody in it may lead.
