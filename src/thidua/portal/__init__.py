"""The public site's editorial pages: articles and pages an editor writes, photos, corrections."""
