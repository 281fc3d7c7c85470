"""What every part of the window uses: settings, background jobs, pictures, how numbers are written."""
