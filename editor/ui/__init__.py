"""The window, and everything else that needs Qt: one file for each visible thing.

application   the running program: its one window, and what opens or ends it
main_window   puts the panes together and hands each what the session says now
editing       the way of every edit from a pane to the session
background    slow work, on threads and in a child process
actions       what can be done in the window, in one table
pages         the list of pages       forms     texts      studies   the table and the card
preview       the live page           saving    saves      starting  which folder, and where one was in it
exporting     pages as files          help      the guide  look      what all share: icons, headings, the mark of focus
recovery      what a program that was killed had not saved
"""
