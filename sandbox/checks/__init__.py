"""What Discord refuses in a request body, with the codes and words it refuses it with."""
