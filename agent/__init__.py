"""May I, send it, what is it: the only part of daicho that touches a network."""
