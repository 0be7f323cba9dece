"""The steps put together: reading, coding and keeping, and rows in the shapes people take away."""
