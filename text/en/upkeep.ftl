### Setting up a server, keeping it as it should be, and telling stewards what needs a hand.

## Names in the server

name-category-circles = Circles
name-channel-welcome = welcome
    .topic = Newcomers are greeted here.
name-channel-home = home
    .topic = Join the circles here, and find your own place.
name-channel-steward-desk = steward-desk
    .topic = For stewards only: what needs a hand, and how to mend it.
name-channel-worldviews = worldviews
    .topic =
        Here people explain how they see a piece of life, in their own words: work, money, family, faith. Nobody has to agree. What counts is that others understand what you mean, and that you can say: yes, that's it.

        • To read: open any post. Its tags tell what it is about.
        • To explain yours: open the post at the top and press *Explain my worldview*. You see it before anybody else does. You may also write a post by hand.
        • To listen: use the buttons under a post. Ask first, then say back what you heard. Answers can wait.

        Be kind. Leave out the names of people who are not here.
name-channel-discussions = discussions
    .topic = What is coming up: a card for each discussion. Press Going, Maybe or Can't under it. The talk about it goes into its thread.
name-channel-room = discussion room { $number }
name-role-host = Host
name-role-attendees = Attendees of room { $number }
name-panel-guide = Start here: explain how you see the world
name-panel-index = Index: worldviews at rest

upkeep-audit-reason = Keeping the server as the circles need it
upkeep-audit-reason-roles = Roles follow the sign-up

## The plan

command-setup = See what the circles need in this server, and set it up

upkeep-plan =
    # Setting up the circles
    This is the plan. It waits for your word.
    .waiting =
        # I am waiting for you
        What I can do by myself is done.
    .needs-you = **First, this needs you**
    .make = **I will make**
    .adopt = **I will use what is here already**
    .mend = **I will put right**
    .left-alone = **I will leave alone**
    .unchanged = **Nothing has been changed yet.**

upkeep-thing-role = • the roles { $names }, without any permission
upkeep-thing-room = • the voice channels { $names }: open while a discussion is on, and never closed to stewards
upkeep-thing-category = • the category **{ $name }** for my channels
upkeep-thing-channel = • the channel **#{ $name }**: { $purpose }
upkeep-thing-forum = • the forum **#{ $name }**, where people explain how they see the world, with tags for the topics { $topics }
upkeep-thing-tags = • the tags in **#{ $name }**, one for each topic
upkeep-thing-post = • the post **{ $title }** in **#{ $name }**
upkeep-thing-panel = • the panel in **#{ $name }**, with the buttons to join
    .stewards = • the panel in **#{ $name }**, with the buttons for stewards

upkeep-more = and { $count } more

upkeep-set-up = Set up
upkeep-do-it = Do it
upkeep-not-now = Not now
upkeep-look-again = Look again

upkeep-not-now-card =
    # Not now
    Nothing was changed. Press **Set up** or type `/setup` whenever you like.
upkeep-in-place =
    # Nothing to do
    The circles have all they need in this server.
upkeep-done =
    # Everything is in place
    The circles are open: people can join.
    .partly =
        # Not everything is in place yet
        I did what I could.
    .needs-you = **This needs you.** I go on by myself as soon as it is mended.
upkeep-next = **What comes next:** people join in { $home } and explain how they see the world in { $forum }. I greet newcomers in { $welcome }. When something needs a steward, it stands in { $desk }.
    .unfinished = **What comes next:** some of it is still missing. Mend what stands above, then type `/setup` again.
upkeep-waiting =
    # Part of it is done
    Discord keeps me waiting. I go on by myself in about { $minutes ->
        [one] a minute
       *[other] { $minutes } minutes
    }. You need not do anything.
upkeep-not-here =
    # I cannot look into this server
    Discord does not let me. Nothing was changed. Invite me once more, as a bot, and then type `/setup` again.
upkeep-unreachable =
    # Discord did not answer me
    What was done so far stays as it is. Press **Look again** in a minute.

## The first message in a server

upkeep-invitation =
    # Hello!
    I run reverse-mentoring circles: small groups in which younger people help older ones to see the world through their eyes.

    To begin, somebody with the permission *Manage Server* presses **Set up**. I show what I would do before I change anything.

## What stands at the top of the forum

guide-panel =
    # How do you see the world?
    Here people explain how they see a piece of life, and others try to understand it before they answer.

    1. **Explain.** Write what you believe and what shaped it. A few sentences are enough. You see it before anybody else does.
    2. **Be asked.** Others ask to understand. You answer what you like, and may pass.
    3. **Be heard.** Somebody says back what they heard. You tell them whether that is it.

    You need not agree with anybody, and nobody need agree with you.
index-panel =
    # Worldviews at rest
    When nobody has written under a worldview for a while, it goes to rest, and this list keeps the way to it. Only I write here. You can still read each of them and use its buttons: it wakes up.

## What needs a hand

upkeep-notice = ## Something needs a hand
    .next = -# I go on by myself as soon as it is mended. You need not tell me.
    .mended = ## Mended

upkeep-finding-missing-permission = • I miss the permission *{ $permission }*. Open *Server settings → Roles*, choose the role **{ $mine }**, and turn it on.
    .mended = A permission was missing. I have it now.
upkeep-finding-role-too-high = • I cannot give all roles, because mine stands too low. Open *Server settings → Roles* and move the role **{ $mine }** above **{ $role }**.
    .mended = My role stood too low. I can give all roles again.
upkeep-finding-role-dangerous = • I have stopped giving the role **{ $role }**, because it may do too much: *{ $permission }*. Open *Server settings → Roles*, choose **{ $role }**, and turn that off.
    .mended = A role could do too much. It is harmless again, and I give it again.
upkeep-finding-refused = • Discord does not let me look after **{ $thing }** (code { $code }). Check that nothing there denies my role to see it and to manage it. Then type `/setup`.
    .mended = Discord had closed something to me. It is open again.
upkeep-finding-full = • There is no room for **{ $thing }**: this server has as many roles or channels as Discord allows (code { $code }). Delete one that nobody needs. Then type `/setup`.
    .mended = There was no room in this server. Now there is.
upkeep-finding-no-forum = • Discord does not let this server have the forum **{ $thing }** (code { $code }). Open *Server settings*, choose *Enable Community*, and follow the steps there. Then type `/setup`. All else works meanwhile.
    .mended = This server could not have a forum. Now it can.
upkeep-finding-broken = • Discord did not understand what I wanted with **{ $thing }** (code { $code }). That is a fault of mine: please tell whoever runs me.
    .mended = A fault of mine is gone.
upkeep-finding-namesake = • the role **{ $role }** that is here already. It may do too much, or it stands above mine. I make one of my own with the same name.

upkeep-made-again = ## Made again
    .next = Somebody deleted this, and the circles need it. People have what they had before.

upkeep-in-view = ## Open to stewards again
    .next = Somebody had kept stewards out. A discussion is never out of their view, so I have let you in again.

## Work that could not be done

upkeep-finding-job-dead = • I could not { $what }. { $fix }
    .mended = Something could not be done. Now it is.
upkeep-finding-job-expired = • I could not { $what } in time, and now it would be odd. You need not do anything; a word from you may be kind.
upkeep-job-greeting = welcome a newcomer
upkeep-job-roles = give somebody their roles
upkeep-job-erasure = take the last traces of an erased person off this server
upkeep-job-notice-withdrawn = mark a notice as mended
upkeep-job-worldview = post a worldview
upkeep-job-worldview-card = bring the buttons under a worldview up to date
upkeep-job-worldview-open = open a worldview for everybody's words
upkeep-job-worldview-withdrawn = take a withdrawn worldview away
upkeep-job-remark = post a question, an answer or a reply
upkeep-job-loop = post what somebody heard
upkeep-job-loop-card = show what came of saying back
upkeep-job-shift = post a shift
upkeep-job-report = bring you a report
upkeep-job-report-card = bring a report up to date
upkeep-job-reveal = bring you a request to learn who wrote something
upkeep-job-tending = look after a worldview's thread
upkeep-job-rest = put a worldview's thread to rest
upkeep-job-nudge = ask somebody in a worldview's thread
upkeep-job-threads = compare the forum of worldviews with what I know
upkeep-job-index-page = keep the index of worldviews
upkeep-job-digest = post the monthly digest
upkeep-job-prompt = post the next prompt of a conversation
upkeep-job-prompt-answer = post an answer to a prompt
upkeep-job-week-prompt = post the prompt of the week
upkeep-job-date-card = keep the card of a discussion up to date
upkeep-job-date-event = keep a discussion among the server's events
upkeep-job-events = compare the server's events with the discussions that are planned
upkeep-job-date-open = open the room of a discussion
upkeep-job-date-start = start a discussion
upkeep-job-date-close = close the room of a discussion
upkeep-job-date-reminder = remind people of a discussion
upkeep-job-date-reminder-direct = remind somebody of a discussion by direct message
upkeep-job-date-reminder-hello = write to somebody who wants direct messages
upkeep-job-date-told = tell people what became of a discussion
upkeep-job-date-afterwards = look back on a discussion
upkeep-job-date-pulse = post the sums of the three taps
upkeep-job-time-poll = keep a question about times up to date
upkeep-job-conductor-panel = keep the panel of a discussion
upkeep-job-conductor-turn = give the next person their turn
upkeep-job-conductor-status = show in the room what it is about
upkeep-job-date-interest = compare who is interested in a discussion
upkeep-job-date-offer = tell somebody that a place at a discussion is free
upkeep-job-date-offer-end = say that an offer of a place is over
upkeep-job-date-offer-over = pass on a free place at a discussion
upkeep-job-other = do something that was due
upkeep-trouble-forbidden = Discord does not let me: check that nothing denies my role to see the channels I made, to write in them, and to read their history. Then type `/setup`.
upkeep-trouble-gone = What it needs is not there any more. Type `/setup` to see what is missing.
upkeep-trouble-version = Another version of me left it, and I cannot read it. Nothing is lost: please tell whoever runs me that I need the newest version.
upkeep-trouble-fault = That is a fault of mine: please tell whoever runs me. I try again after the next start.

## Permissions, as Discord calls them

permission-administrator = Administrator
permission-ban-members = Ban Members
permission-connect = Connect
permission-create-events = Create Events
permission-create-public-threads = Create Public Threads
permission-deafen-members = Deafen Members
permission-kick-members = Kick Members
permission-manage-channels = Manage Channels
permission-manage-events = Manage Events
permission-manage-guild = Manage Server
permission-manage-guild-expressions = Manage Expressions
permission-manage-messages = Manage Messages
permission-manage-nicknames = Manage Nicknames
permission-manage-roles = Manage Roles
permission-manage-threads = Manage Threads
permission-manage-webhooks = Manage Webhooks
permission-mention-everyone = Mention @everyone, @here and All Roles
permission-moderate-members = Timeout Members
permission-move-members = Move Members
permission-mute-members = Mute Members
permission-pin-messages = Pin Messages
permission-read-message-history = Read Message History
permission-send-messages = Send Messages
permission-send-messages-in-threads = Send Messages in Threads
permission-set-voice-channel-status = Set Voice Channel Status
permission-view-audit-log = View Audit Log
permission-view-channel = View Channels
