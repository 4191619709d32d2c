### Discord's own events, and the rooms that people talk in.

gathering-audit-reason = Keeping the server's events as discussions are planned
gathering-event-hint = Say whether you come in { $channel }
gathering-cancelled-by-hand = Somebody cancelled it among the server's events.

## For whoever runs a discussion

gathering-open-now = Open the room now
gathering-opened =
    ### The room opens
    Whoever is coming can go in within a few seconds.
gathering-end-now = End it now
gathering-ended =
    ### It is over
    The room closes. Nobody is thrown out: whoever is still in there can say goodbye.

refusal-too-early-to-open =
    ### It is too early for that
    The room stays closed. You can open it { $hours ->
        [one] one hour
       *[other] { $hours } hours
    } before the start. Ten minutes before, it opens by itself.
refusal-not-begun =
    ### It has not begun
    Nothing was changed. If it should not happen, call it off with *More* under its card.
