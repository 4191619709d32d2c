### My data: see, take away, erase.

my-data = My data

data-card =
    # My data
    This is what is kept about you in this community:

    { $held }

    No message of yours is read or kept. Your own sentences are stored encrypted.
data-none =
    # My data
    Nothing is kept about you in this community.
data-communities = • that you set up this community
data-participants = • your place: seat, generation, dates, language, time zone, and your line about yourself
data-greetings = • that you were welcomed, and when you joined the server
data-jobs = • what I still have to do for you, such as giving you your roles; it goes when it is done
data-person_keys = • the key that locks your own sentences
data-erasures = • that you asked to be erased; this goes when the last trace on Discord is gone
data-traces = • which messages of mine about you I still have to take away; each goes when it is gone
data-off_limits = • the topics you would rather not be asked about
data-drafts = • what you have written and not posted yet
data-worldviews = • your worldviews, with your seat and generation on that day, and your agreement to post them
data-reveals = • that you asked, as a steward, who wrote something under a pseudonym, and why
data-remarks = • your questions, answers and replies under worldviews
data-loops = • what you said back to somebody
data-verdicts = • what you answered when somebody said your words back
data-approvals = • which lines you let into the monthly digest
data-shifts = • the shifts you gave, or were given by name
data-reports = • what you reported to your stewards
data-journal = • your private journal
data-nudges = • when I last asked you by name to listen
data-decks = • that you added a deck of prompts
data-conversation_people = • the conversations you are in
data-responses = • your answers to prompts, and which you passed
data-discussions = • that you host or planned a discussion
data-discussion_people = • which discussions you were asked to by name
data-plans = • discussions you are planning and have not confirmed yet
data-templates = • that you saved a plan to begin from
data-time_polls = • that you asked when people can make it
data-poll_votes = • which of the times you can make
data-rsvps = • what you said to each discussion: going, maybe, or not
data-discussion_choices = • how you want to be reminded, and whether a recap may name you
data-feeds = • that you have a private calendar address (not the address itself)
data-presences = • when you were in a discussion room
data-attendance = • what a host put right about whether you came
data-runs = • that it is your turn to speak
data-speaking = • your place in the speaking order, and whether your hand is up
data-turns = • your turns to speak: when, how long, and which you passed
data-pulses = • your three taps after a discussion
data-changes = • a change to a discussion that you have not confirmed yet

data-download = Download a copy
data-erase = Erase everything
data-copy =
    # Your data
    Here is everything that is kept about you in this community, as a file. Only you can see it.

erase-card =
    # Erase everything?
    Your place, your settings and all that you wrote here through me will be gone for good. So will your roles, and what I posted for you: your worldviews with their threads, your questions and answers, and my welcome. This cannot be undone.

    Nothing has been erased yet.
erase-yes = Yes, erase everything
erase-no = No, keep it
erased-card =
    # Erased
    Nothing is kept about you here any more, and your roles are gone. Copies in backups go when the backups are rolled over.

    You may join again whenever you like.
erased-but-roles =
    # Erased
    Nothing is kept about you here any more. I could not take your roles away yet, or something that I posted for you: your stewards were told, and I will try again.
erased-roles-follow =
    # Erased
    Nothing is kept about you here any more, but that your roles and what I posted for you still have to go. I take them away by myself.
