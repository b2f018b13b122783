"""Checking pages in processes of their own, so that neither the window nor the preview waits for them.

page_problem   a finding in words, as it is sent and kept
messages       what the window's process is asked, and what it answers
check_process  the window's process
page_checker   the processes that check a whole folder for the command
"""
