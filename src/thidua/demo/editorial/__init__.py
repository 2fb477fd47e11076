"""What the public reads in the demonstration: the article of 2019, and a few illustrative ones beside it."""
