"""Photos that anybody may send: distrusted, turned upright, stripped of all they say besides the picture."""
