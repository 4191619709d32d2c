### Joining the circles and a person's own place in them.

## Names that stand on roles as well

seat-mentor = Mentor
seat-mentee = Mentee
seat-both = Mentor and mentee
generation-gen-z = Gen Z
generation-millennial = Millennial
generation-gen-x = Gen X
generation-boomer = Boomer
generation-silent = Silent Generation

## The home panel and the greeting

home-panel =
    # Reverse-mentoring circles
    Small groups in which younger people help older ones to see the world through their eyes. You do not have to agree to understand.

    Press **Join the circles** to start. It takes a minute. Nothing is posted in your name, and you can change or leave at any time.

greeting-new =
    ## Welcome, { $person }!
    Good that you are here. In this community, people of different ages explain how the world looks to them.

    Would you like to take part? Press **Join the circles**. It takes a minute, and nothing is posted in your name.
greeting-back =
    ## Welcome back, { $person }!
    Your place was kept. Press **My place** to see it or change it.
greeting-several =
    ## Welcome, { $people }!
    Good that you are here. In this community, people of different ages explain how the world looks to them.

    Would you like to take part? Press **Join the circles**. If you were here before, press **My place**: it was kept.

join = Join the circles
my-place = My place
how-this-works = How this works

how-card =
    # How this works
    1. **You join.** Say where you want to sit and which generation you belong to.
    2. **You meet.** Your stewards put small circles together: three to six people, some younger, some older.
    3. **You listen.** The younger ones explain how the world looks to them. The older ones ask, and say back what they heard.

    The point is not to agree. It is to be able to say: *I don't have to agree to understand, and now I understand.*

    -# Stewards can see every circle. There are no private one-to-one rooms. You can leave at any time.

## The join form

join-form = Join the circles
    .seat = Where do you want to sit?
    .generation = Your generation
    .generation-hint = Only the name of it is kept, never your date of birth.
    .adult = I am 18 or older
    .agreed = I agree to listen and to be kind
    .agreed-hint = I listen to understand, I speak for myself, and what I hear in a circle stays there.
seat-option-mentor = I can mentor
    .hint = I explain how the world looks to me.
seat-option-mentee = I want to understand
    .hint = I listen and ask.
seat-option-both = Both
    .hint = I do one thing in some circles, the other in others.
generation-option = { $name } · born { NUMBER($first, useGrouping: 0) } to { NUMBER($last, useGrouping: 0) }

joined-card =
    # You are in
    You sit as **{ $seat }**, and your generation is **{ $generation }**. Your roles appear beside your name in a moment.

    ### What comes next
    Your stewards will write here when the circles are put together. Until then, open the forum with the worldviews: explain how you see the world, or ask somebody about theirs.

    -# Nothing was posted in your name.
roles-in-line =
    ### Your roles follow
    { $ahead ->
        [0] They come in a moment. You need not do anything: your place is safe.
        [one] One person is before you. You need not do anything: your place is safe.
        [100] A hundred people or more are before you, because Discord lets me do only a few at a time. You need not do anything: your place is safe.
       *[other] { $ahead } people are before you, because Discord lets me do only a few at a time. You need not do anything: your place is safe.
    }
roles-wait =
    ### One thing is still missing
    I could not give you all your roles. You need not do anything: your stewards were told how to mend it, and your place is safe.

refusal-not-adult = **The circles are for people of 18 and older.** Nothing was saved. If you are 18, press the button and tick the box.
refusal-not-agreed = **Please tick that you agree to listen and to be kind.** It is the one rule of the circles. Nothing was saved.
refusal-unknown-generation = **This generation is not on the list any more.** Nothing was changed. Press the button and choose again.
refusal-already-taking-part = **You are in already.** Nothing was changed. Press *My place* to see or change it.
refusal-not-taking-part = **You are not in the circles at the moment.** Nothing was changed. Press *Join the circles* to come in.

## My place

place-card =
    # My place
    - **Seat:** { $seat }
    - **Generation:** { $generation }
    - **Now:** { $standing }
    - **My time:** { $zone }
    - **Language of the bot:** { $language }
    - **Off-limits topics:** { $topics }
    - **About me:** { $about }
standing-taking-part = taking part since { $since }
standing-paused = paused
standing-paused-until = paused until { $until }
zone-none = not set
zone-now = { $zone }, where it is { $time } now
language-as-discord = as on your Discord
about-none = nothing yet

place-none =
    # My place
    You are not in the circles yet. Press **Join the circles**: it takes a minute, and nothing is posted in your name.
place-left =
    # My place
    You left the circles on { $left }. Your settings were kept, so that coming back is one short form.

change-seat = Change seat or generation
about-me = About me
my-time = My time zone
my-language = Language
pause = Take a break
resume = Come back now
leave = Leave the circles
back = Back

change-form = Change seat or generation
changed-note = **Saved.** You now sit as **{ $seat }**, and your generation is **{ $generation }**.

about-form = About me
    .line = One line about yourself
    .hint = Your circle will see it once you are in one. Nothing is posted now. Leave it empty to take it away.
about-saved = **Saved.** Only you can see it until you are in a circle.
refusal-too-long = **That is { $length } characters, and { $most } is the most.** Nothing was saved. Press the button and make it shorter.

pause-form = Take a break
    .length = For how long?
    .hint = You keep your place and your roles, and you are not put into new circles.
pause-option-two-weeks = Two weeks
pause-option-month = A month
pause-option-three-months = Three months
pause-option-open = Until I come back
paused-note = **You are on a break.** Your place is kept. Press *Come back now* whenever you like.
resumed-note = **Good to have you back.** You are taking part again.
refusal-bad-date = **That day is over already.** Nothing was changed. Press the button and choose again.

leave-card =
    # Leave the circles?
    Your roles will be taken away, and you will not be put into circles. Your settings are kept, so that you can come back.

    Nothing has been changed yet.
leave-yes = Yes, leave
leave-no = No, stay
left-note = **You have left the circles.** Your roles are being taken away. You can come back whenever you like.

## Language and time zone

language-card =
    # Language
    In which language should I speak to you? Only my answers to you change.
language-choose = Choose a language
language-saved = **Saved.** From now on I speak English with you.
language-saved-discord = **Saved.** From now on I speak the language of your Discord.

zone-form = My time zone
    .city = A city near you
    .hint = Only the time zone is kept, not the city. For example: Zurich, São Paulo, Chicago
zone-found =
    # Is this your time?
    In **{ $city }** it is **{ $time }** now.

    Nothing has been changed yet.
zone-yes = Yes, this is my time
zone-again = Try another city
zone-several =
    # Which one is it?
    I know several places called **{ $city }**. Choose yours. Nothing has been changed yet.
zone-choose = Choose your city
zone-saved = **Saved.** Dates will be shown in your own time.
refusal-unknown-city = **I do not know a city called "{ $city }".** Nothing was changed. Press the button and try a larger city near you.
refusal-unknown-time-zone = **I do not know that time zone.** Nothing was changed. Press the button and try a larger city near you.

## Commands, for those who like them

command-my-place = See and change your place in the circles
command-time-zone = Set your time zone by a city near you
command-time-zone-city = A city near you
