"""What decisions and certificates say, as content for the letters of `support.documents`."""
