### Prompts: for one person, for everybody in the forum, of the week, and the stewards' decks.

## For one person

prompt-give = Give me a prompt
prompt-pass = Pass
prompt-answer-in-forum = Answer in the forum

prompt-given =
    ## { $prompt }
    { $depth }

    Only you can see this, and nothing has been posted. Answer it in the forum, let it lead you to a worldview, or pass. Nobody asks why you pass.
prompt-again = You have had every prompt there is. From here on they come round again.

depth-1 = **Warm:** easy to answer in a minute.
depth-2 = **Personal:** about your own choices and changes.
depth-3 = **Deep:** take your time with it.

## The form and the preview

prompt-form = Answer a prompt
    .answer = Your answer
    .answer-hint = A moment of your own says more than an opinion. Nothing is posted yet.
prompt-preview =
    # This is how it would look
    Read it once more. **Nothing has been posted yet.** Press **Post it**, or change it.

    ### { $prompt }
prompt-post-it = Post it
prompt-change = Change it

prompt-answered = **Your answer stands in the forum.** Here it is: { $link }
prompt-answer-follows = **Your answer is saved.** It appears in the forum in a moment. You need not do anything.
prompt-answer-waits = **Your answer is saved, and not posted yet.** Something is wrong on this server, and the stewards know of it. It is posted once they have mended it. You need not do anything.
prompt-thread-gone = **Your answer is kept, but it was not posted.** This conversation was deleted or closed meanwhile. You find your words at *My data*.

## In the forum

prompt-post = -# A prompt for everybody here
prompt-post-next = -# The next prompt
prompt-post-week = -# The prompt of the week
prompt-asked =
    ## { $prompt }
    { $depth }

    Everybody may answer. You may also pass: nobody asks why, and nobody sees who did. With either you are in this conversation. When all who are in it have answered or passed, it may go deeper.
prompt-removed = This prompt was taken out of its deck. Press **Next prompt** for another.
prompt-title = Prompt: { $prompt }
prompt-title-week = Prompt of the week: { $prompt }

prompt-answer = { $person } answers:
prompt-answer-late =
    { $person } answers an earlier prompt:
    -# { $prompt }

prompt-answer-it = Answer
prompt-next = Next prompt

prompt-passed = **You passed.** Nobody sees that, and nobody asks why. You are in this conversation now, and may still answer later.
prompt-next-stands = **The next prompt is there.** Here it is: { $link }
prompt-next-was-there = **The next prompt was there already.** Nothing was changed. Here it is: { $link }
prompt-next-follows = **The next prompt is on its way.** It appears in this thread in a moment.

## The stewards' decks

decks = Decks
decks-card =
    # Decks of prompts
    A deck has prompts of three depths: warm, personal and deep. No prompt comes twice before all have been dealt.
deck-line = • **{ $title }** ({ $language }): { $warm } warm, { $personal } personal, { $deep } deep. It comes with the bot.
deck-line-own = • **{ $title }** ({ $language }): { $warm } warm, { $personal } personal, { $deep } deep. Your own.

deck-add = Add a deck
deck-format = Show me the format
deck-format-card =
    # What a deck looks like
    Open this file with any text editor. Put your own prompts in it, save it, and press **Add a deck**. Should anything be wrong with it, you are told what, and nothing is saved.
deck-form = Add a deck
    .file = The file of your deck
    .file-hint = A text file, at most 256 kB. It takes the place of a deck with the same key and language.
deck-added = **{ $title } is saved.** It has { $warm } warm, { $personal } personal and { $deep } deep prompts in "{ $language }". They are dealt from now on.

deck-choose = Remove one of your decks
deck-remove-card =
    # Remove { $title } ({ $language })?
    It is still there: **nothing has been removed yet.** It has { $warm } warm, { $personal } personal and { $deep } deep prompts. Its prompts would be dealt no more. What was answered stays where it is.
deck-remove = Yes, remove it
deck-keep = No, keep it
deck-removed = **The deck is removed.** Its prompts are dealt no more. What was answered stays where it is.

deck-problems =
    # This deck has to be mended first
    Your file was read, and **nothing was saved.** Mend this in your file, then press **Add a deck** again:
deck-problems-more = { $count ->
    [one] And one thing more, which you see when these are mended.
   *[other] And { $count } things more, which you see when these are mended.
}

deck-problem-too-big = The file is too big. A deck may have { $most } kB. Split it into two decks.
deck-problem-not-utf8 = This is no text that I can read. Save it as plain text (UTF-8) and try again.
deck-problem-not-toml = I cannot read line { $line }. Compare it, and the line before, with the example of **Show me the format**.
deck-problem-unknown-field = "{ $field }" means nothing here. Take it away, or mend its spelling.
deck-problem-no-key = There is no key. Add a line like: key = "perfect-day"
deck-problem-bad-key = "{ $key }" cannot be a key. Use small letters a to z, digits and single hyphens, at most { $most }.
deck-problem-no-language = There is no language. Add a line like: language = "en". I speak { $known }.
deck-problem-unknown-language = "{ $language }" is a language that I do not speak. I speak { $known }.
deck-problem-no-title = There is no title. Add a line like: title = "Evenings on the porch"
deck-problem-no-prompts = There are no prompts. Write [[prompts]] and its lines beneath for each.
deck-problem-too-many = There are { $count } prompts, and a deck may have { $most }. Split it into two decks.
deck-problem-not-a-prompt = This is no prompt. Write [[prompts]] and its lines beneath.
deck-problem-bad-depth = The depth is missing or wrong. Write depth = 1 for warm, 2 for personal, 3 for deep.
deck-problem-bad-topics = Topics are a list. Write topics = ["work"], or topics = [] for none.
deck-problem-unknown-topic = "{ $topic }" is no topic of this community. Take one of these: { $known }.
deck-problem-no-text = There is no text. Add a line like: text = "Describe your perfect day."
deck-problem-too-long = The { $field } has { $length } characters. Shorten it to { $most }.
deck-problem-duplicate-key = This key comes a second time. Give one of the two another.
deck-problem-duplicate-text = It says the same as { $other }. Take one of the two away.
deck-problem-missing-prompt = It is missing in "{ $language }". Every language of a deck has the same prompts.
deck-problem-other-depth = Its depth in "{ $language }" is { $depth }. A prompt is as deep in every language.
deck-problem-other-topics = Its topics in "{ $language }" are: { $topics }. They are the same in every language.
deck-problem-shipped-key = The key "{ $key }" belongs to a deck that comes with the bot. Give yours another.
deck-problem-too-many-decks = You have { $most } decks already, and more do not fit. Remove one first.

## Refusals

refusal-no-prompts = **There is no prompt for you just now.** Each one is about a topic that you keep out. Nothing was changed. Press *My place* and then *Off-limits topics* to let one in.
refusal-no-prompts-here = **There is no further prompt for this conversation.** Each one is about a topic that somebody here keeps out. Nothing was changed. You can still talk about the ones above.
refusal-answer-needed = **There are no words in your answer.** Nothing was saved and nothing was posted. Press the button under the prompt and write some.
refusal-answered-already = **You have answered this one already.** Your answer stands, and nothing was changed.
refusal-conversation-gone = **This prompt is not there any more.** Nothing was changed and nothing was posted. Press *Give me a prompt* at the top of the forum for another.
refusal-conversation-closed = **The stewards have closed this conversation.** Nothing was changed and nothing was posted. You can still read what stands here.
refusal-not-in-conversation = **First answer this prompt, or pass.** Then you are in this conversation, and may ask for the next prompt. Nothing was changed.
refusal-still-thinking = { $count ->
    [one] **One person is still thinking about this one.** It goes deeper when everybody here has answered or passed. Nothing was changed. Try again later.
   *[other] **{ $count } people are still thinking about this one.** It goes deeper when everybody here has answered or passed. Nothing was changed. Try again later.
}
refusal-no-deck-file = **There was no file.** Nothing was saved. Press *Add a deck* and choose the file of your deck.
refusal-deck-too-big = **The file is too big.** Nothing was saved. A deck may have { $most } kB. Split it into two decks and add each.
refusal-deck-not-read = **Discord did not hand me the file.** Nothing was saved. Press *Add a deck* and try once more.
