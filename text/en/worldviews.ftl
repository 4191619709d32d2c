### Worldviews: what somebody explains, and what can be done about it.

## The form

explain = Explain my worldview
explain-form = Explain my worldview
    .belief = What I believe
    .belief-hint = How the world looks from where you stand. You need not fill in every box.
    .moment = The moment that shaped it
    .moment-hint = Something you lived through that made you see it this way.
    .misread = What people my age get wrong about me
    .misread-hint = Or what people of any age get wrong.
    .ask-me = Ask me about…
    .ask-me-hint = What you would love to be asked. Nothing is posted yet: you see it first.
    .topics = Topics
    .topics-hint = One to five. They stand on your worldview, so that people find it.
edit-form = Change my worldview

draft-waits =
    # You have a draft
    It was saved { $saved }. Only you can see it, and nothing has been posted.

    If you start anew, the draft goes when you send the new form.
draft-go-on = Go on
draft-start-anew = Start anew

## The preview

preview-new =
    # Nothing has been posted yet
    This is what everybody here would see:
preview-change =
    # Nothing has been changed yet
    This is what everybody here would see:
preview-newer = **You have changed this since then.** Here it is as it is now. Look at it, then press the button again.
preview-too-long =
    # This is too long
    It is saved, and nothing has been posted. It is too long for one message by **{ $count }** characters.

    Press **Change it** and make it shorter. Signs such as \* and \_ count twice, and each new line counts too.
preview-pseudonym =
    ### Under a pseudonym
    Your name is drawn when you post, and your words come one or two minutes later. No member and no steward sees who you are. But be careful: your style and your stories may give you away, above all in a small group. Two stewards together can learn your name, with a written reason, and you are told. Whoever runs this bot can look it up.
worldview-consent =
    ### Your agreement
    What you believe is protected by law. If you press **Post it**, you agree to this: I keep these words, encrypted, with your seat, your generation and the time. I show them to everybody who can read this forum. You can take them back at any time, and then they are deleted. Press **More** under your worldview, then **Withdraw**.

    -# You are asked this once. Agreement 1, for article 9 of the GDPR.

draft-post = Post it
draft-save = Save the change
draft-change = Change it
draft-hide-seat = Hide my seat and generation
draft-show-seat = Show my seat and generation
draft-under-pseudonym = Post under a pseudonym
draft-under-name = Post under my name
draft-throw-away = Throw it away

throw-away-card =
    # Throw it away?
    What you wrote will be gone for good. What stands in the forum stays as it is.

    Nothing has been thrown away yet.
throw-away-yes = Yes, throw it away
throw-away-no = No, keep it
thrown-away = **Thrown away.** Nothing was posted. Press *Explain my worldview* whenever you like to begin anew.

## After it was sent

posting-stands =
    # It stands here
    Your worldview is in the forum: [go there]({ $link }).

    ### What comes next
    People read it, and ask. You find their questions under it, and answer with a button. To change it or to take it back, press **More** under it, at any time.
posting-follows =
    # It is on its way
    Your worldview is written down, and it comes into the forum by itself in a moment. You need not do anything.
posting-under-pseudonym =
    # It is on its way
    It comes into the forum as **{ $name }**, by itself, in one or two minutes. So the time tells nobody that it is yours.

    To change it or to take it back, press **More** under it. Only you see what is shown then.
posting-waits =
    # It is written down
    I could not post it yet. Your stewards were told how to mend that, and then it comes by itself. Nothing is lost, and you need not do anything.
posting-gone = **This worldview does not stand there any more.** It was taken back, or somebody deleted it. Press *Explain my worldview* to write another one.
worldview-saved = **Saved.** It looks like this in the forum in a moment, or within two minutes under a pseudonym.

## In the forum

worldview-author = ## { $author } explains
worldview-author-seated =
    ## { $author } explains
    -# { $seat } · { $generation }
worldview-belief =
    ### What I believe
    { $text }
worldview-moment =
    ### The moment that shaped it
    { $text }
worldview-misread =
    ### What people my age get wrong about me
    { $text }
worldview-ask-me =
    ### Ask me about…
    { $text }
worldview-understood =
    { $more ->
        [0] -# Understood by { $people }
        [one] -# Understood by { $people } and one more
       *[other] -# Understood by { $people } and { $more } more
    }
worldview-window = -# For now questions only, until { $until } ({ $left }). Please use the buttons. Then everybody may write.
worldview-by-hand = **{ $author } explains how the world looks to them.**
    You do not have to agree to understand. Ask, then say back what you heard.
worldview-untitled = A worldview
worldview-more = More
worldview-edit = Edit
worldview-withdraw = Withdraw

withdraw-card =
    # Take it back?
    Your worldview and all of its thread will be gone from the forum, for good, and I forget what you wrote. What others wrote stays theirs, in their own lists.

    Nothing has been taken back yet.
withdraw-card-by-hand =
    # Take it back?
    My card with the buttons will be gone, and I forget that this post is a worldview. You wrote the post by hand, so it stays: delete it yourself if you want to.

    Nothing has been taken back yet.
withdraw-yes = Yes, take it back
withdraw-no = No, let it stand
withdraw-not = **It stands as it was.** Nothing was taken back.
withdrawn-card = **It is taken back.** It goes from the forum in a moment, and I have forgotten what you wrote. You need not do anything more.
withdrawn-waits = **It is taken back, and I have forgotten what you wrote.** I could not delete it from the forum yet. Your stewards were told how to mend that, and then it goes by itself.

more-author =
    # Your worldview
    What would you like to do? Only you see this.
more-author-hidden =
    # Your worldview
    You wrote it as **{ $name }**. What would you like to do? Only you see this.
more-listener =
    # More
    What else you can do with what { $author } explains. Only you see this.

more-revealed = -# On { $when }, two stewards learned together that you wrote this. Under *My worldviews* you find who asked.

## Learning a name

reveal = Learn who wrote it
reveal-form = Learn who wrote it
    .reason = Why must you know?
    .hint = Another steward reads this and decides. The author is told that you asked, not why.
reveal-asked = **Your request is on the stewards' desk.** Nothing has been revealed. Another steward has to agree there, and then only the two of you see the name.
reveal-agree = I agree
reveal-no = No
reveal-show = Show me
reveal-card =
    ## Who wrote this?
    { $steward } asks who wrote as **{ $name }**: [the worldview]({ $link })

    The reason:
    { $reason }
    .next = Nothing has been revealed yet. Another steward has to agree. Then only those two see the name, and the author is told. Agree only to keep somebody safe.
    .agreed = { $steward } agreed on { $when }. Only the two of them can see the name. The author is told.
    .declined = { $steward } said no. Nothing was revealed.
reveal-author = **It was written by { $author }.** Only you see this. Keep it to yourself, and use it for nothing but the reason that was given.
reveal-declined-note = **Nothing was revealed.** The desk shows that you said no.
reveal-nobody = somebody who was erased

## Pseudonyms

pseudonym-to-be = A name drawn for you, such as Heron 47
pseudonyms =
    Acacia Alder Ash Aspen Avocet Badger Beech Birch Bittern Bluebell
    Bramble Cedar Chestnut Clover Cormorant Crane Curlew Cypress Dipper Dove
    Egret Elder Elm Fern Finch Fir Gannet Goldfinch Grebe Hawthorn
    Hazel Heather Hedgehog Heron Hoopoe Ibis Iris Ivy Jackdaw Jay
    Juniper Kestrel Kingfisher Kite Lapwing Larch Lark Lavender Linden Linnet
    Lynx Magpie Maple Marten Merlin Moorhen Moss Myrtle Nightingale Oak
    Olive Oriole Osprey Otter Owl Petrel Pine Pipit Plover Poplar
    Puffin Quail Raven Redwing Robin Rowan Sage Sandpiper Siskin Snipe
    Sparrow Starling Stork Swallow Swan Swift Teal Tern Thistle Thrush
    Thyme Wagtail Walnut Warbler Waxwing Whimbrel Willow Woodcock Wren Yew

## Refusals

refusal-nothing-said = **The form was empty.** Nothing was saved and nothing was posted. Press the button and write in at least one of the four boxes.
refusal-topics-needed = **Please choose one to { $most } topics.** What you wrote is kept, and nothing was posted. Press the button and choose.
refusal-no-draft = **There is no draft here any more.** It was posted, or thrown away. Nothing was changed. Press *Explain my worldview* to write one.
refusal-worldview-gone = **This worldview is not there any more.** Its author took it back, or it was deleted. What you wrote yourself is kept under *My worldviews*.
refusal-not-hidden = **This stands under a name, so there is nothing to learn.** Nothing was changed.
refusal-another-must-agree = **This is for another steward to decide, and for the two who decided to see.** You cannot agree to your own request. Nothing was revealed.
refusal-decided = **Another steward has decided about this already.** Nothing was changed. The desk shows how.
refusal-not-author = **Only the person who wrote this worldview can do that.** Nothing was changed.
refusal-own-worldview = **This worldview is your own.** This button is for those who listen to it. Nothing was changed.
