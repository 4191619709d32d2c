### Calendars: addresses to follow, and files.

calendar-name =
    .mine = My discussions
    .ours = Discussions

calendar-mine = My calendar
calendar-ours = Shared calendar
calendar-new = New address
calendar-take-back = Take it back
calendar-file = As a file
calendar-add = Add to my calendar
calendar-series = All dates

calendar-holds =
    .mine = what you come to, may come to, host, or are asked to by name
    .ours = every discussion that is open to all
calendar-made =
    # Your address
    Give this address to your calendar:
    ```
    { $address }
    ```
    It then shows { $what }, and keeps up with every change by itself.

    Please **keep it to yourself.** Who has it can read all that. I show it only now and cannot show it again.
calendar-how =
    • **Google Calendar**: on a computer, press *+* beside *Other calendars*, then *From URL*.
    • **Apple**: *Calendar → File → New Calendar Subscription*.
    • **Outlook**: *Add calendar → Subscribe from web*.
    Most calendars look once in a few hours. A late change may reach you here first.
calendar-kept =
    # Your calendar
    You have an address since { $made }. It shows { $what }.

    I keep no copy of it, so I cannot show it again. If it is lost, or somebody else has it, press **New address**: the old one stops at once. **Take it back** stops it too, and you have none.
calendar-taken-back =
    # Taken back
    The address shows nothing to anybody any more. Your calendar may keep what it has read: remove it there too.

    You can have a new one at any time.
calendar-file-card =
    # As a file
    Open it, and your calendar takes over what is in it. It does not follow later changes: come back for a new one.
calendar-no-address-mine =
    # Your calendar
    Here is what you come to, as a file. Open it, and your calendar takes it over.

    It does not follow later changes: come back for a new one. Whoever runs me has not given me a place on the web, which an address to follow would need.
calendar-no-address-ours =
    # The shared calendar
    Here is every discussion that is open to all, as a file. You may pass it on.

    It does not follow later changes. For an address that does, whoever runs me has to set `CALENDAR_URL`.
calendar-add-card =
    # For your calendar
    Open this file, and your calendar takes the date over. It does not follow later changes. You have not answered with this: press **Going** for that.
calendar-series-card =
    # For your calendar
    All dates of this discussion. Open the file, and your calendar takes them over. It does not follow later changes.
