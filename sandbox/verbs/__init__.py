"""What can be done in the world: one function each, the same for the bot and for people.

Each checks that the one who acts may do it, changes the world, and tells the gateway, in one go: nothing here
awaits, so nobody ever sees half of it.
"""
