"""What sees everything: settings and the command line."""
