"""Hearing by e-mail of what is newly public: who asked for what, what is new for it, and the letters that say so."""
