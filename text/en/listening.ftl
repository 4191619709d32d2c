### Listening: questions, saying back, shifts and reports under every worldview.

## Under every worldview

listening-ask = Ask to understand
listening-say-back = Say back what I heard
listening-say-again = Say it again
listening-shift = Shift
listening-report = Report
listening-reply = Reply
listening-thank = Thank a listener

## Questions and answers

ask-form = Ask to understand
    .stem = How do you want to begin?
    .question = Your question
    .hint = It is there to understand, not to argue. If you send it, it is posted in your name.
question-stem-happened = What happened that…
question-stem-wish = What do you wish people asked you about…
question-stem-otherwise = When did it feel otherwise…
question-stem-own = In my own words

question-card =
    ### { $who } asks { $author }
    .passed = -# { $author } would rather not answer this one.
    .answered = -# Answered
question-answer = Answer
question-pass = Pass
asked-card =
    # Asked
    Your question stands under the worldview.

    ### What comes next
    When the author answers, you hear of it by name in the thread. They may also pass, and nobody asks why.

answer-form = Your answer
    .text = What you want to say
    .hint = Nothing is posted yet: you see it first.
answer-card =
    ### { $author } answers { $who }
    .unnamed =
        ### { $author } answers
    .question = -# To [this question]({ $link })
answered-card =
    # Answered
    Your answer stands in the thread, and whoever asked is told.

    ### What comes next
    They may ask again, or say back what they heard. Then you say whether that is it.
passed-card =
    # Passed
    Nobody asks you why. Under the question it says that you would rather not answer this one.

    If you change your mind, press **Answer** under it.

## Replies

reply-form = Your reply
    .text = What you want to say
    .hint = Nothing is posted yet: you see it first.
reply-card =
    ### { $who } replies
replied-card =
    # Posted
    Your reply stands in the thread. Everybody who takes part can read it.

## Before it is posted

reply-preview =
    # Nothing has been posted yet
    This is what would stand in the thread:
reply-preview-post = Post it as it is
reply-preview-change = Change it
reply-preview-throw-away = Throw it away
reply-thrown-away = **Thrown away.** Nothing was posted, and nothing was kept.

coach-thought = ### A thought before you post
    .negates = You may disagree. It is easier to hear if you first say what you heard.
    .acknowledges = You say what you heard. That is what makes people feel understood.
    .hedges = You leave room for another view. If you also say what you heard, they feel understood.
    .plain = Perhaps say first what you heard. Then they know that you listened.
    .found-acknowledges = • This says that you listened: { $found }
    .found-hedges = • This leaves room: { $found }
    .found-negates = • This may sound hard: { $found }
    .starters = -# Two ways to begin: *What I hear you say is…* · *In my own life it was…*
coach-acknowledges =
    i hear
    i heard
    i understand
    i see that
    i see why
    i can see
    what i hear
    you said
    you say
    you mean
    it sounds like
    thank you for
    that must have been
    i did not know
    i didn't know
coach-hedges =
    perhaps
    maybe
    in my experience
    it seems to me
    i think
    i feel
    i wonder
    i could be wrong
    as far as i know
    for me
    in my own life
    sometimes
coach-negates =
    you are wrong
    you're wrong
    that is wrong
    that's wrong
    no, that is
    no, that's
    that is not true
    that's not true
    not true
    nonsense
    rubbish
    ridiculous
    you always
    you never
    you people
    your generation always
    calm down
    get over it

## Saying back

say-back-form = Say back what I heard
    .heard = What I heard you say
    .hint = In your own words, without judging. If you send it, it is posted in your name.
loop-card =
    ### { $who } says back what they heard
    .asks = { $author }, is that it?
    .yes = **{ $author } says: Yes, that's it.**
    .partly = **{ $author } says: Partly.** What was missed:
    .not-quite = **{ $author } says: Not quite.** What was missed:
loop-yes = Yes, that's it
loop-partly = Partly
loop-not-quite = Not quite
loop-told =
    ### { $who }, you got it
    { $author } says: **Yes, that's it.**

    -# You can reply at once now: press **More** under the worldview, then **Reply**.
    .partly =
        ### { $who }, you got part of it
        { $author } says what was missed:
    .not-quite =
        ### { $who }, that was not quite it
        { $author } says what was missed:
    .next = -# Press **Say it again** and try once more. To try again is part of it.
    .next = -# Press **Say it again** and try once more. It may take a few tries.
said-back-card =
    # Said back
    What you heard stands in the thread. The author says whether that is it.

    ### What comes next
    You hear of it by name in the thread. If something was missed, you try again.

missed-form = What was missed?
    .missed = What was missed, in one sentence?
    .hint = It helps them to say it again. If you send it, it is posted in the thread.
judged-card =
    # Thank you
    What you said stands under it, and the listener is told.
    .yes =
        # Thank you
        They have understood you, and it says so on your worldview. The listener is told, and may reply now.

        ### What comes next
        If you like, press **Share this line** under it. With a yes from both of you, it goes into the monthly digest.

loop-share = Share this line
share-card =
    # Both of you share it
    This line goes into the monthly digest, with your names or the pseudonym. Press **Share this line** once more to take your yes back.
    .waits =
        # You share it
        It goes into the monthly digest, with your names or the pseudonym, when the other one shares it too. Press **Share this line** once more to take your yes back.
    .withheld =
        # You do not share it
        Your yes is taken back, and the line does not go into the digest.

## Shifts

shift-form = What has it done to my view?
    .kind = Which is nearest?
    .reason = Why?
    .hint = 50 characters or more. It is posted in your name, and you can change it for 15 minutes.
thank-form = Thank a listener
    .kind = What has their listening done?
shift-kind-understood = I understand it now
shift-kind-differently = I see it differently
shift-kind-disagree = I disagree, and I see why
shift-kind-common-ground = We have common ground
shift-card =
    ### { $who } to { $whom }
    {""}**{ $kind }**
shifted-card =
    # Said
    It stands in the thread in a moment. For 15 minutes you can change it: press the same button once more.
    .changed =
        # Changed
        It stands in the thread like this in a moment. Until { $until } you can change it once more.
thank-card =
    # Thank a listener
    Whom do you want to thank? Nothing has been posted yet.
    .nobody =
        # Thank a listener
        Nobody has listened here yet. As soon as somebody asks, says back or replies, you can thank them.
thank-whom = Choose a listener

## After it was sent

listening-hidden =
    # It is on its way
    It comes into the thread by itself, in one or two minutes. So the time tells nobody that it is yours.
listening-waits =
    # It is written down
    I could not post it yet. Your stewards were told how to mend that, and then it comes by itself. Nothing is lost, and you need not do anything.
listening-lost =
    # The thread is gone
    Somebody deleted it, so that this could not be posted. Your words are kept in **My worldviews**.
listening-your-words = -# These are your words. Nothing of them is lost:

## Reports

report-form = Report
    .reason = What is wrong?
    .text = In your own words
    .hint = You may leave this out. Only stewards see it, and your name. Nobody else is told.
report-reason-hurtful = It hurts or insults somebody
report-reason-danger = Somebody may be in danger
report-reason-private = It tells private things of somebody else
report-reason-spam = It sells something, or does not belong here
report-reason-other = Something else
reported-card =
    # It is with your stewards
    They see what you sent, and your name. Nobody else does, and the author is not told.

    ### What comes next
    A steward looks at it and may write to you. If somebody is in danger now, call your local emergency number first.
report-card =
    ## A report
    {""}**{ $reason }**
    - **From:** { $who }
    - **About:** [a worldview by { $author }]({ $link })
    - **Sent:** { $when }
    .gone =
        ## A report
        {""}**{ $reason }**
        - **From:** { $who }
        - **About:** a worldview that is not there any more
        - **Sent:** { $when }
    .new = -# Nobody has looked at it yet.
    .seen = -# A steward is looking at it.
    .closed = -# Closed.
report-see = I am looking at it
report-close = Closed
reports = Reports
reports-card =
    # Reports
    { $count ->
        [one] One report is open.
       *[other] { $count } reports are open.
    } Only stewards see this.
    .none =
        # Reports
        No report is open. Only stewards see this.
    .line = • **{ $reason }**, { $when }, { $state }
report-state-new = nobody has looked at it yet
report-state-seen = a steward is looking at it
report-state-closed = closed
report-moved-card = **Noted.** The card on the desk says so in a moment.

## Refusals

refusal-too-short = **That is { $length } characters, and it takes at least { $least }.** Nothing was saved and nothing was posted. Press the button and say a little more.
refusal-too-many-questions = **{ $most } of your questions wait for an answer here.** That is enough for now. Nothing was posted. Ask again when one of them has been answered.
refusal-question-gone = **This question is not there any more.** Whoever asked it took it back. Nothing was posted.
refusal-already-answered = **You have answered this question.** Nothing more was posted. If you want to add something, press **More** and then **Reply**.
refusal-questions-only = **It is too early to reply.** Until <t:{ NUMBER($opens, useGrouping: 0) }:f> people only ask and say back what they heard. Nothing was posted. Press **Say back what I heard**: once the author says that you got it, you may reply at once.
refusal-loop-gone = **This is not there any more.** Whoever said it took it back. Nothing was changed.
refusal-still-waiting = **What you said back waits for the author.** Nothing more was posted. You hear from me here as soon as they have answered.
refusal-understood = **You have understood this one already.** The author said so. Nothing more was posted. If you want to say something, press **More** and then **Reply**.
refusal-already-judged = **You have said already what you think of this.** Nothing was changed.
refusal-not-theirs = **Only the two who made this line can share it.** Nothing was changed.
refusal-no-reason = **Please give a reason in whole words.** It takes at least { $least } different ones, so that the other person learns something from it. Nothing was posted.
refusal-not-listening = **This person has not listened here yet.** Nothing was posted. Choose somebody who asked, said back or replied.
refusal-shift-stands = **You have said this here already, and it stands.** It could be changed for 15 minutes. Nothing was changed now.
refusal-report-gone = **This report is not there any more.** Nothing was changed.
