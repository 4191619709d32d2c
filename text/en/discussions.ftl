### Discussions: planned, changed, called off.

discussions-panel =
    # Discussions
    We meet by voice and talk about one thing. You may come to listen.

    Each one that is coming up has a card below. Press **Going**, **Maybe** or **Can't** under it. You can change your mind at any time.

## When something cannot be

refusal-no-title =
    ### It needs a name
    Nothing has been planned yet. Give it a few words, such as *How do we grow old?*
refusal-too-long-title =
    ### That name is too long
    It may have { $most } characters, and yours has { $length }. Nothing has been planned yet. Shorten it, and say the rest in the description.
refusal-too-short-to-talk =
    ### That is very short
    A discussion takes { $least } minutes at least. Nothing has been planned yet.
refusal-too-long-to-talk =
    ### That is very long
    A discussion takes { $most } hours at most. Nothing has been planned yet. Plan two of them, or a series.
refusal-too-soon =
    ### That time has passed
    Nothing has been planned yet. Name a time that is still to come, such as *tomorrow at 7 pm*.
refusal-too-far =
    ### That is very far away
    I plan up to two years ahead. Nothing has been planned yet.
refusal-rooms-taken =
    ### All rooms are taken then
    Other discussions need them at that time. Nothing has been planned yet. Choose another time.
refusal-date-gone =
    ### This one is over
    It has ended, or it was called off. Nothing was changed. Look in the channel of discussions for what is coming up.
