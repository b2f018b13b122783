"""Looking papers up from the window: on a thread, told of while it goes on, and stopped by a button."""
