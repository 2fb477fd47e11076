"""Who is one person across the books: the queue, a pair, and what was merged."""
