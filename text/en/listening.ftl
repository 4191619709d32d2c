### Listening: questions, saying back, shifts and reports under every worldview.

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
