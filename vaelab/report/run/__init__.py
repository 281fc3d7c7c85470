"""What a report is made of: one run, or several as one."""
