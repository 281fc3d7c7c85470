"""What people see: blind trials over the saved pictures of a run, their choices, and what the choices say. No Qt, no torch."""
