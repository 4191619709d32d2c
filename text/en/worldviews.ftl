### Worldviews: what somebody explains, and what can be done about it.

## Refusals

refusal-nothing-said = **The form was empty.** Nothing was saved and nothing was posted. Press the button and write in at least one of the four boxes.
refusal-topics-needed = **Please choose one to { $most } topics.** What you wrote is kept, and nothing was posted. Press the button and choose.
refusal-worldview-gone = **This worldview is not there any more.** Its author took it back, or it was deleted. What you wrote yourself is kept under *My worldviews*.
refusal-not-author = **Only the person who wrote this worldview can do that.** Nothing was changed.
refusal-own-worldview = **This worldview is your own.** This button is for those who listen to it. Nothing was changed.
