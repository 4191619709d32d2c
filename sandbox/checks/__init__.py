"""What Discord refuses in a request body, with the codes and words it refuses it with.

Limits are those of the documentation. Discord publishes few of its field codes: these are ones its answers
are known to carry, and two of our own where none is known: COMPONENT_ID_DUPLICATED and
APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE.
"""
