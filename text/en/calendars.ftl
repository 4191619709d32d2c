### Calendars: addresses to follow, and files.

calendar-name =
    .mine = My discussions
    .ours = Discussions
