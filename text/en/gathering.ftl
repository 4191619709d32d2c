### Discord's own events, and the rooms that people talk in.

gathering-audit-reason = Keeping the server's events as discussions are planned
gathering-event-hint = Say whether you come in { $channel }
gathering-cancelled-by-hand = Somebody cancelled it among the server's events.
