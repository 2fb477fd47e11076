"""What readers leave behind: comments below articles, and the count of views."""
