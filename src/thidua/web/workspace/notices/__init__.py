"""What people are told: their inbox, their wishes, and the office's e-mails before they leave."""
