"""How the program begins: which folder to open, where one was in it, and what to do where there is none."""
