### What the bot says whatever you were doing.

kit-broken = **Something went wrong on our side.** It may not have been saved, so look at *My place* before you try again. If it keeps happening, tell your stewards this reference: `{ $reference }`
kit-slow-form = **That took longer than Discord allows.** Nothing was lost. Press the button once more.
kit-slow-down = **That was a lot in one minute.** Nothing was changed this time. Wait a moment, then press again.
kit-outdated = **This button is from an older time.** Nothing was changed. Here is the way on:
kit-only-in-a-community = **This works inside your community only.** Go back to the server and press the button there.

refusal-not-set-up = **The circles are not open here yet.** A steward has to set them up first. Nothing was changed.
refusal-not-allowed = **This is for stewards only.** You need the permission *Manage Server*. Nothing was changed.

language-name = English
