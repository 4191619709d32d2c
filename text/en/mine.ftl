### My worldviews: mine, those I listened to, and what I learned.

my-worldviews = My worldviews

mine-card =
    # My worldviews
    What you explained, what you heard, and what came of it. Only you can see this page.
mine-draft =
    ### A draft of yours waits
    You saved it { $saved }. Nobody else has seen it, and nothing has been posted yet. Press **Go on** to finish it.
mine-draft-change =
    ### Changes of yours wait
    You saved them { $saved }, and they have not been posted yet. They are for: { $worldview }
    Press **Change it** to finish them.
mine-counts =
    - **Mine:** { $own ->
        [0] nothing yet
        [one] one worldview
       *[other] { $own } worldviews
    }{ $questions ->
        [0] {""}
        [one] . **One question waits for your answer.**
       *[other] . **{ $questions } questions wait for your answer.**
    }
    - **Those I listened to:** { $listened ->
        [0] none yet
        [one] one worldview
       *[other] { $listened } worldviews
    }
    - **What I said back:** { $loops ->
        [0] nothing yet
        [one] once
       *[other] { $loops } times
    }
    - **Shifts:** { $shifts ->
        [0] none yet
        [one] one, given or received
       *[other] { $shifts }, given or received
    }
    - **My journal:** { $entries ->
        [0] empty
        [one] one entry
       *[other] { $entries } entries
    }

mine-own = Mine
mine-listened = Those I listened to
mine-loops = What I said back
mine-shifts = Shifts
mine-journal = My journal
mine-earlier = Earlier
mine-later = Later
mine-open = Open it
mine-answer = Answer it

mine-own-heading = # Mine
mine-own-none = You have not explained anything yet. When you do, it stands here, with the questions that wait for you.
mine-listened-heading =
    # Those I listened to
    Your own words stay here, even when the worldview is gone.
mine-listened-none = You have not listened to anybody yet. Open a worldview in the forum, and press **Ask to understand** or **Say back what I heard**.
mine-loops-heading = # What I said back
mine-loops-none = You have not said anything back yet. Open a worldview in the forum, and press **Say back what I heard**.
mine-shifts-heading =
    # Shifts
    What moved you, and what you moved in others.
mine-shifts-none = There is none yet. Under a worldview, **Shift** tells its author what it did with you.

## Whose it is, and how it stands

mine-taken-back = *a worldview that was taken back*
mine-deleted = *a worldview that was deleted*
mine-by-hand = *a worldview written by hand in the forum*
mine-state = { $state } · { $date }
mine-state-posting = on its way to the forum
mine-state-questions = only questions until { $until }
mine-state-open = open for everybody's words
mine-state-archived = resting; it can still be read and answered
mine-state-withdrawn = taken back by you
mine-state-gone = deleted by hand in the forum
mine-pseudonym = posted under the name { $name }
mine-waiting = { $count ->
        [one] **One question waits for your answer:**
       *[other] **{ $count } questions wait for your answer:**
    }
mine-more = and { $count } more
mine-more-in-copy = { $count ->
        [one] One more thing you said
       *[other] { $count } more things you said
    } before these: all of it is in the copy under *My data*.
mine-reveal-asked = { $steward } asked on { $date } to learn your name behind this. No second steward has agreed.
mine-reveal-declined = { $steward } asked on { $date } to learn your name behind this. Another steward said no, and nobody was told.
mine-reveal-confirmed = { $steward } asked on { $date } to learn your name behind this, and a second steward agreed. They know it now.

mine-said-question = You asked:
mine-said-reply = You replied:
mine-said-answer = You answered:
mine-answered = The answer:
mine-not-answered = not answered yet
mine-passed = The author would rather not answer this one. Nobody is asked why.

mine-heard = You heard:
mine-verdict-yes = **Yes, that's it.** The author said so.
mine-verdict-partly = **Partly.** The author said so.
mine-verdict-not-quite = **Not quite.** The author said so.
mine-verdict-none = The author has not said yet whether that is it.
mine-missed = What was missed:
mine-tally = { $confirmed ->
        [0] No author has said *yes, that's it* to you yet. Listening takes a few tries.
        [one] One author has said *yes, that's it* to you
       *[other] { $confirmed } authors have said *yes, that's it* to you
    }{ $confirmed ->
        [0] {""}
       *[other] { $first ->
            [0] .
            [one] , once at the first try.
           *[other] , { $first } times at the first try.
        }
    }
mine-tally-theirs = { $count ->
        [one] You have said it to one listener.
       *[other] You have said it to { $count } listeners.
    }

mine-shift-given = You gave on { $date }: **{ $kind }**
mine-shift-received = You were given on { $date }: **{ $kind }**

## The journal

mine-journal-heading =
    # My journal
    What you learned, in your own words. Nobody else sees it here, and stewards cannot either. It is stored encrypted; whoever runs the bot holds the key, and could open it.
mine-journal-none =
    # My journal
    A place to write down what you learned. Nobody else sees it here, and stewards cannot either. It is stored encrypted; whoever runs the bot holds the key, and could open it.

    It is empty. Press **Write in my journal** for the first entry.
journal-write = Write in my journal
journal-choose = Choose an entry to read, change or delete
journal-change = Change
journal-delete = Delete
journal-delete-yes = Yes, delete it
journal-keep = No, keep it
journal-entry = **{ $date }**
journal-entry-under = **{ $date }** · { $worldview }
journal-option = { DATETIME($date, dateStyle: "medium") } · { $text }
journal-form = Write in my journal
    .text = What I learned
    .hint = For you alone. Nothing is posted.
journal-change-form = Change this entry
journal-saved = **Kept.** Only you can see it. Nothing was posted.
journal-changed = **Changed.** Only you can see it.
journal-delete-card =
    # Delete this entry?
    It will be gone for good. Nothing has been deleted yet.
journal-deleted = **Deleted.** The entry is gone for good.
refusal-entry-empty = **There was nothing in it.** Nothing was kept. Press the button and write a few words.
refusal-entry-gone = **This entry is not in your journal any more.** Nothing was changed. The others are as they were.

## Off-limits topics

off-limits = Off-limits topics
off-limits-form = Off-limits topics
    .topics = Never ask me about
    .hint = You never get prompts about these, nor does a conversation you are in. Nobody is told.
off-limits-saved = **Saved.** You never get prompts about these topics, nor does a conversation you are in. Nobody is told.
off-limits-none = none
