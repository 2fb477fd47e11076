"""Good examples for the public: their stories, proposing one, following up what was proposed."""
